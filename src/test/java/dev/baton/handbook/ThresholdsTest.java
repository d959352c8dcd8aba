package dev.baton.handbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalLong;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThresholdsTest {
    @ParameterizedTest
    @CsvSource({
        "ENTERPRISE, 420000, CSM",
        "ENTERPRISE, 100000, CSM",
        "ENTERPRISE,  99999, SCALE_CSE",
        "ENTERPRISE,  30000, SCALE_CSE",
        "ENTERPRISE,  29999, NONE",
        "ENTERPRISE,       , UNKNOWN",
        "MID_MARKET,  50000, CSM",
        "MID_MARKET,  49999, SCALE_CSE",
        "SMB,       9000000, SCALE_CSE",
        "SMB,          8000, NONE",
        "PUBSEC,    9000000, UNKNOWN",
    })
    void the_sample_thresholds_decide_by_arr_and_segment(Segment segment, Long dollars, Qualification expected) {
        OptionalLong cents = dollars == null ? OptionalLong.empty() : OptionalLong.of(dollars * 100);
        assertThat(Handbook.builtIn().thresholds(segment).qualify(cents)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"200, CSM", "50, UNKNOWN"})
    void below_the_csm_threshold_an_unknown_pool_threshold_leaves_it_open(long dollars, Qualification expected) {
        Thresholds half = new Thresholds(new Threshold.Dollars(10_000), new Threshold.Unknown());
        assertThat(half.qualify(OptionalLong.of(dollars * 100))).isEqualTo(expected);
    }
}
