package dev.baton.request;

import dev.baton.handbook.EarlyReason;
import dev.baton.handbook.GateReason;
import dev.baton.handbook.Handbook;

/** Why the gate let a request through; kept on the request. */
enum Admission {
    POV_COMPLETED,
    NEAR_END_STAGE_3,
    SHARED_CHANNEL,
    SHARED_PROJECT,
    EXPERTISE,
    /** At the usual point of profile csm. */
    STAGE_4,
    /** At the usual point of profile tam. */
    STAGE_5,
    LATE,
    AFTER_SALE;

    static Admission of(GateReason reason) {
        return switch (reason) {
            case POV_COMPLETED -> POV_COMPLETED;
            case NEAR_END_STAGE_3 -> NEAR_END_STAGE_3;
            case SHARED_CHANNEL -> SHARED_CHANNEL;
            case SHARED_PROJECT -> SHARED_PROJECT;
            case EXPERTISE -> EXPERTISE;
        };
    }

    /** A clause for the manager; of a reason this handbook no longer knows, its code. */
    String words(Handbook handbook) {
        return switch (this) {
            case STAGE_4, STAGE_5 -> handbook.gateWords().open();
            case LATE -> handbook.gateWords().late();
            case AFTER_SALE -> handbook.gateWords().afterSale();
            default ->
                handbook.gateReason(GateReason.valueOf(name()))
                        .map(EarlyReason::accepted)
                        .orElse(name());
        };
    }

    /** Whether the manager should notice it before anything else. */
    boolean flagged() {
        return this == LATE || this == AFTER_SALE;
    }
}
