package dev.baton.notice;

import java.time.Instant;
import java.util.Optional;

/**
 * A claimed notice, as the runner works on it.
 *
 * @param unresolved of an earlier try nobody knows whether Slack has it
 * @param dropped withdrawn since; it is looked for, and not said
 * @param restored it was owed in a database that was restored from a backup since
 * @param reader who reads it in the recipient's place
 * @param snoozedUntil when its reader wants it; ahead of now only if that was said while it was being delivered
 * @param mergedInto the digest that said it before, or was to say it
 */
record NoticeRow(
        long id,
        String key,
        String kind,
        Verb verb,
        String subject,
        String recipient,
        Optional<String> insteadOf,
        Optional<String> parent,
        Instant dueAt,
        long gen,
        String claim,
        String tryId,
        Instant firstTry,
        boolean unresolved,
        boolean dropped,
        long attempts,
        boolean restored,
        Optional<String> reader,
        Optional<Instant> snoozedUntil,
        Optional<String> mergedInto) {

    /** As its kind sees it; an update is about the message it updates. */
    Due due(boolean posted, Instant now) {
        return new Due(
                posted ? parent.orElse(key) : key, kind, subject, recipient, insteadOf, posted, dueAt, now, reader);
    }

    /** The key under which the same is owed to somebody who stands in: one for each person, however long the chain. */
    String keyFor(String stand) {
        return keyFor(key, insteadOf, gen, stand);
    }

    static String keyFor(String key, Optional<String> insteadOf, long gen, String stand) {
        if (insteadOf.isPresent()) {
            return key.substring(0, key.lastIndexOf(":for:")) + ":for:" + stand;
        }
        return key + (gen == 0 ? "" : ":" + gen) + ":for:" + stand;
    }

    NoticeRow readBy(Optional<String> other) {
        return new NoticeRow(
                id,
                key,
                kind,
                verb,
                subject,
                recipient,
                insteadOf,
                parent,
                dueAt,
                gen,
                claim,
                tryId,
                firstTry,
                unresolved,
                dropped,
                attempts,
                restored,
                other,
                snoozedUntil,
                mergedInto);
    }

    /** To whom it goes: the reader, else the recipient. */
    String addressee() {
        return reader.orElse(recipient);
    }

    boolean snoozed(Instant now) {
        return snoozedUntil.filter(now::isBefore).isPresent();
    }

    /** A person, who is talked to alone, rather than a channel. */
    boolean toPerson() {
        return isPerson(recipient);
    }

    /** People's ids begin with U, or W on Enterprise Grid. */
    static boolean isPerson(String id) {
        return id.startsWith("U") || id.startsWith("W");
    }
}
