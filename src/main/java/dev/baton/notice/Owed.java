package dev.baton.notice;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Optional;

/**
 * A message in the making, as a decision states it.
 *
 * @param key unique: what it is about, by ids, such as {@code request:1:card:U0MAYA}
 * @param kind the {@link Kind} that will word it
 * @param subject what a later change touches, such as {@code request:1}
 * @param recipient a person's or a channel's Slack id
 * @param rule how the moment was computed
 * @param dueAt the moment, business time
 */
public record Owed(String key, String kind, String subject, String recipient, Rule rule, Instant dueAt) {

    /** Caused by a gesture: said at once, whatever the hour. */
    public static Owed now(String kind, String subject, String recipient, Instant now) {
        return new Owed(subject + ":" + kind + ":" + recipient, kind, subject, recipient, Rule.AT, now);
    }

    /** The same, told once for each occurrence: the occurrence becomes part of the key. */
    public Owed each(String occurrence) {
        return new Owed(key + ":" + occurrence, kind, subject, recipient, rule, dueAt);
    }

    /**
     * How a due time came to be, kept so that a change of zone, hours or days off can compute it again.
     *
     * @param timing one of the handbook's timings: {@code at}, {@code lead}, {@code overdue}, {@code nudge}, {@code weekly}
     * @param anchor the local date and time it is counted from
     * @param span what is added or taken, such as {@code 1 business day}
     * @param zoneOf the person whose zone and working days count
     */
    public record Rule(String timing, Optional<LocalDateTime> anchor, Optional<String> span, Optional<String> zoneOf) {
        public static final Rule AT = new Rule("at", Optional.empty(), Optional.empty(), Optional.empty());
    }
}
