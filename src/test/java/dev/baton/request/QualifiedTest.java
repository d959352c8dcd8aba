package dev.baton.request;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.Cast;
import dev.baton.account.Money;
import dev.baton.handbook.Qualification;
import dev.baton.handbook.Segment;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Who qualifies by the sample thresholds, to the cent. */
class QualifiedTest {

    @ParameterizedTest
    @CsvSource({
        "ENTERPRISE, 100000,    CSM",
        "ENTERPRISE, 99999.99,  SCALE_CSE",
        "ENTERPRISE, 30000,     SCALE_CSE",
        "ENTERPRISE, 29999.99,  NONE",
        "ENTERPRISE, 0,         NONE",
        "MID_MARKET, 50000,     CSM",
        "MID_MARKET, 49999.99,  SCALE_CSE",
        "MID_MARKET, 30000,     SCALE_CSE",
        "MID_MARKET, 29999.99,  NONE",
        "SMB,        1000000000,SCALE_CSE",
        "SMB,        30000,     SCALE_CSE",
        "SMB,        29999.99,  NONE",
        "PUBSEC,     0,         UNKNOWN",
        "PUBSEC,     1000000000,UNKNOWN"
    })
    void the_arr_is_held_against_the_segments_thresholds(Segment segment, String arr, Qualification expected) {
        assertThat(of(segment, arr).result()).isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource(Segment.class)
    void an_arr_nobody_knows_is_for_the_manager_to_judge(Segment segment) {
        Qualified qualified = Qualified.of(Cast.HANDBOOK, segment, Optional.empty());
        assertThat(qualified.result()).isEqualTo(Qualification.UNKNOWN);
        assertThat(qualified.why()).startsWith("the ARR is not known, so the manager decides");
    }

    @Test
    void the_reason_names_the_amount_the_threshold_and_the_segment() {
        assertThat(of(Segment.ENTERPRISE, "420k").why())
                .isEqualTo("$420k ARR is at or above $100k, the CSM threshold for Enterprise (sample figures)");
        assertThat(of(Segment.MID_MARKET, "40k").why())
                .isEqualTo(
                        "$40k ARR is below the CSM threshold for Mid-Market ($50k) and at or above $30k for Scale CSE"
                                + " (sample figures)");
        assertThat(of(Segment.SMB, "8k").why())
                .isEqualTo("$8k ARR is below the thresholds for SMB (CSM never, Scale CSE $30k) (sample figures)");
        assertThat(of(Segment.PUBSEC, "1M").why())
                .isEqualTo("no threshold is set for Public Sector, so the manager decides");
    }

    private static Qualified of(Segment segment, String arr) {
        return Qualified.of(Cast.HANDBOOK, segment, Money.parse(arr.strip()));
    }
}
