package dev.baton.notice;

import java.time.Instant;
import java.util.Optional;

/**
 * A notice that did not get through, as those who run Baton see it.
 *
 * @param gen its generation: whoever acts on it says which one was seen
 * @param dead given up; else it is tried again by itself
 * @param why the last error, as it was recorded
 */
public record Failed(
        long id,
        String key,
        String kind,
        Verb verb,
        String subject,
        String recipient,
        Optional<String> insteadOf,
        Instant dueAt,
        long gen,
        boolean dead,
        long attempts,
        String why) {

    /** For its kind to word it. */
    public Due due(Instant now) {
        return new Due(key, kind, subject, recipient, insteadOf, verb == Verb.UPDATE, dueAt, now);
    }

    String keyFor(String stand) {
        return NoticeRow.keyFor(key, insteadOf, gen, stand);
    }
}
