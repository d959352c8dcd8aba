package dev.baton.scale;

/** Where an engagement stands. */
enum EngagementState {
    /** In the pool's queue. */
    SUBMITTED("in the queue"),
    /** Somebody of the pool works on it. */
    ACCEPTED("accepted"),
    DECLINED("declined"),
    DONE("done");

    private final String words;

    EngagementState(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    /** While one is open, the account gets no other. */
    boolean open() {
        return this == SUBMITTED || this == ACCEPTED;
    }
}
