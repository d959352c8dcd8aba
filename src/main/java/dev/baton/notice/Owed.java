package dev.baton.notice;

import dev.baton.account.When;
import java.time.Instant;

/**
 * A message in the making, as a decision states it.
 *
 * @param key unique: what it is about, by ids, such as {@code request:1:card:U0MAYA}
 * @param kind the {@link Kind} that will word it
 * @param subject what a later change touches, such as {@code request:1}
 * @param recipient a person's or a channel's Slack id
 * @param when it is due, and why then
 */
public record Owed(String key, String kind, String subject, String recipient, When when) {

    /** Caused by a gesture: said at once, whatever the hour. */
    public static Owed now(String kind, String subject, String recipient, Instant now) {
        return new Owed(subject + ":" + kind + ":" + recipient, kind, subject, recipient, When.at(now));
    }

    /** The same, told once for each occurrence: the occurrence becomes part of the key. */
    public Owed each(String occurrence) {
        return new Owed(key + ":" + occurrence, kind, subject, recipient, when);
    }
}
