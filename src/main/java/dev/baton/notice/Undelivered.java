package dev.baton.notice;

/** Opening a conversation or looking a message up failed; the outcome says how, as for a message itself. */
public final class Undelivered extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Outcome outcome;

    public Undelivered(Outcome outcome) {
        super(outcome.toString());
        this.outcome = outcome;
    }

    public Outcome outcome() {
        return outcome;
    }
}
