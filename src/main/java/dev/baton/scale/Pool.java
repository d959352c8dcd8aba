package dev.baton.scale;

import dev.baton.handbook.Handbook;
import dev.baton.handbook.Segment;
import dev.baton.handbook.Threshold;
import java.util.List;

/**
 * What asking the pool is bound to.
 *
 * @param interventions the kinds of help to choose from, as they are shown
 * @param painPoints how many characters the description may have
 */
record Pool(Handbook handbook, List<String> interventions, int painPoints) {
    private static final List<String> OFFERED =
            List.of("Onboarding", "Licence use", "Competitive risk", "Adoption", "Other");
    private static final int LONGEST = 1000;

    static final int LONGEST_REASON = 1000;

    Pool {
        interventions = List.copyOf(interventions);
    }

    static Pool of(Handbook handbook) {
        return new Pool(handbook, OFFERED, LONGEST);
    }

    /** From which ARR on the pool can be asked: the segment's own threshold. */
    Threshold minimum(Segment segment) {
        return handbook.thresholds(segment).cse();
    }
}
