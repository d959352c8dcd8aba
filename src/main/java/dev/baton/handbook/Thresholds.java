package dev.baton.handbook;

import java.util.OptionalLong;

/** From which ARR on an account of one segment has a CSM of its own, and from which the Scale CSE pool. */
public record Thresholds(Threshold csm, Threshold cse) {
    /** Of a segment the handbook does not name. */
    public static final Thresholds UNKNOWN = new Thresholds(new Threshold.Unknown(), new Threshold.Unknown());

    /**
     * "Not all accounts qualify for a CSM or CSE": thresholds are ARR by segment, and a threshold is reached by its own
     * amount. Each question is answered only when the one before it is: below an unknown CSM threshold nobody can say
     * whether the pool is the right answer.
     *
     * @param arrCents the ARR in cents of US dollars; empty if nobody knows it
     */
    public Qualification qualify(OptionalLong arrCents) {
        if (arrCents.isEmpty() || !csm.known()) {
            return Qualification.UNKNOWN;
        }
        if (csm.reachedBy(arrCents.getAsLong())) {
            return Qualification.CSM;
        }
        if (!cse.known()) {
            return Qualification.UNKNOWN;
        }
        return cse.reachedBy(arrCents.getAsLong()) ? Qualification.SCALE_CSE : Qualification.NONE;
    }
}
