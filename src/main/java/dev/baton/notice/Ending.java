package dev.baton.notice;

import java.time.Duration;

/** What one delivery has told about Slack, beyond the row itself. */
sealed interface Ending {

    /** The endings that say no more than their name. */
    enum Plain implements Ending {
        /** No message was tried: settled, expired, shown already, not ours any more, or a failure of our own. */
        QUIET,
        /** Slack answered for this message, with yes or with never: it works. */
        REACHED,
        /** Nobody knows whether Slack answered. */
        UNCLEAR
    }

    /** A definite no; the recipient is left alone for that long. */
    record Later(Duration after) implements Ending {}

    /** Nothing works for the whole workspace. */
    record Refused(String why) implements Ending {}
}
