package dev.baton.slack;

/** Slack did not do what was asked of it, where no {@code notice.Outcome} says so. */
public final class SlackRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String error;

    SlackRefused(Reply.No no) {
        super(no.why());
        this.error = no.error();
    }

    SlackRefused(String method, String error) {
        super(method + ": " + error);
        this.error = error;
    }

    /** Slack's word for it, such as {@code expired_trigger_id}, or {@code unreachable}, {@code timeout}, {@code no_answer}. */
    public String error() {
        return error;
    }

    /** The person pressed, and the answer came more than three seconds later. */
    boolean tooLate() {
        return error.equals("expired_trigger_id");
    }
}
