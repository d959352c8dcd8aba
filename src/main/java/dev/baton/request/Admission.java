package dev.baton.request;

/** Why the gate let a request through; kept on the request. */
enum Admission {
    POV_COMPLETED("POV completed, results presented, next steps agreed"),
    NEAR_END_STAGE_3("nearing the end of Technical Evaluation"),
    STAGE_4("at the proposal, the usual point"),
    LATE("late: the introduction should have happened at stage 3 or 4"),
    AFTER_SALE("introduced after the sale: a welcome call will be needed");

    private final String words;

    Admission(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    /** Whether the manager should notice it before anything else. */
    boolean flagged() {
        return this == LATE || this == AFTER_SALE;
    }
}
