package dev.baton.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Slack counts within any minute, also in the first one, when the burst comes on top of the steady rate. */
class RatesTest {
    @ParameterizedTest
    @CsvSource({"UPDATE, 50", "POST, 300"})
    void whoever_always_wants_more_gets_no_more_in_any_minute_than_slack_bears(Verb verb, int most) {
        Pacing pacing = new Pacing(Pacing.Rates.SLACK);
        Instant start = Instant.parse("2026-11-20T09:00:00Z");
        List<Long> taken = new ArrayList<>();
        for (long millis = 0; millis < 180_000; millis += 100) {
            int tokens = pacing.take(verb, 100, start.plusMillis(millis));
            for (int each = 0; each < tokens; each++) {
                taken.add(millis);
            }
        }
        assertThat(taken)
                .allSatisfy(from -> assertThat(taken.stream().filter(at -> at >= from && at < from + 60_000))
                        .hasSizeLessThanOrEqualTo(most));
        assertThat(taken).as("and uses most of it").hasSizeGreaterThan(3 * most * 3 / 4);
    }
}
