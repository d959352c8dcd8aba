package dev.baton.notice;

import java.time.Instant;
import java.util.Optional;

/**
 * A notice whose moment has come, as its kind sees it while rendering.
 *
 * @param subject what it is about, such as {@code request:1}
 * @param recipient a person's or a channel's id
 * @param insteadOf the person who could not be reached, when this is for the one who stands in
 * @param posted the message stands already and is brought up to date; then a settled matter is drawn as settled
 * @param now the business instant of rendering
 * @param reader who reads it in the recipient's place; empty while the recipient reads it
 */
public record Due(
        String key,
        String kind,
        String subject,
        String recipient,
        Optional<String> insteadOf,
        boolean posted,
        Instant dueAt,
        Instant now,
        Optional<String> reader) {

    /** One that the recipient reads. */
    public Due(
            String key,
            String kind,
            String subject,
            String recipient,
            Optional<String> insteadOf,
            boolean posted,
            Instant dueAt,
            Instant now) {
        this(key, kind, subject, recipient, insteadOf, posted, dueAt, now, Optional.empty());
    }

    /** The id behind the colon of the subject. */
    public String subjectId() {
        return subject.substring(subject.indexOf(':') + 1);
    }
}
