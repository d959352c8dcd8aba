package dev.baton.leaver;

import dev.baton.account.SalesforceId;
import dev.baton.notice.Owed;
import java.time.Instant;

/**
 * One thing that went into other hands.
 *
 * @param batch what was handed over in one go has one number
 * @param leaver the {@link Leaver}'s id
 * @param subject what it is, for programs
 * @param words what it is, for people, beside the account's name
 * @param from who left
 */
record Handed(
        long batch,
        long leaver,
        SalesforceId account,
        String subject,
        String words,
        String from,
        String to,
        String by,
        Instant at) {

    /** To the successor: what is theirs now. */
    static final String YOURS = "leaver.yours";
    /** The same in a line, to the channel of an account. */
    static final String LINE = "leaver.line";

    static Owed yours(long batch, String successor, Instant now) {
        return Owed.now(YOURS, subject(batch), successor, now);
    }

    static Owed line(long batch, String channel, Instant now) {
        return Owed.now(LINE, subject(batch), channel, now);
    }

    /** For history. */
    String detail() {
        return words + ": " + from + " → " + to;
    }

    static String subject(long batch) {
        return "handover:" + batch;
    }
}
