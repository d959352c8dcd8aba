package dev.baton.handbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpanTest {
    @ParameterizedTest
    @CsvSource({
        "2 business days, 2, BUSINESS_DAYS, 2 business days",
        "1 business day, 1, BUSINESS_DAYS, 1 business day",
        "1 business days, 1, BUSINESS_DAYS, 1 business day",
        "4 hours, 4, HOURS, 4 hours",
        "14 Days, 14, DAYS, 14 days",
    })
    void a_span_is_read_and_told_again(String written, int amount, Span.Unit unit, String told) {
        assertThat(Span.parse(written)).contains(new Span(amount, unit));
        assertThat(new Span(amount, unit)).hasToString(told);
        assertThat(Span.parse(told)).contains(new Span(amount, unit));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "soonish",
                "2",
                "days",
                "0 days",
                "-1 days",
                "1.5 days",
                "2 business hours",
                "99999 days",
                "2days",
                "3 weeks"
            })
    void anything_else_is_no_span(String written) {
        assertThat(Span.parse(written)).isEmpty();
    }

    @Test
    void there_is_no_span_of_nothing() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Span(0, Span.Unit.DAYS));
    }
}
