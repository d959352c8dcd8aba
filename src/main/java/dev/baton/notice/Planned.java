package dev.baton.notice;

import dev.baton.account.When;
import java.time.Instant;
import java.util.Optional;

/**
 * A message that is owed or has been said, as its reader may ask about it.
 *
 * @param reader who reads it in the recipient's place, once that is settled
 * @param when the rule it is counted by; empty where it is counted by none
 * @param state as it is stored; see {@link #waits} and {@link #merged}
 * @param mergedInto the digest that speaks for it, or did
 * @param saidAt when its message was posted, by Slack's clock; empty while there is none
 */
public record Planned(
        long id,
        String key,
        String kind,
        String subject,
        String recipient,
        Optional<String> reader,
        Optional<String> insteadOf,
        Optional<When> when,
        Instant dueAt,
        Optional<Instant> snoozedUntil,
        String state,
        Optional<String> mergedInto,
        Optional<Instant> saidAt) {

    /** For its kind to word it. */
    public Due due(boolean posted, Instant now) {
        return new Due(key, kind, subject, recipient, insteadOf, posted, dueAt, now, reader);
    }

    /** Still to be said, for the first time or again. */
    public boolean waits() {
        return state.equals("pending") || state.equals("claimed");
    }

    /** A digest speaks for it. */
    public boolean merged() {
        return state.equals("merged");
    }

    /** It can be put off: it waits, or it has been said. */
    public boolean live() {
        return waits() || merged() || state.equals("sent");
    }

    /** Its reader does not want to hear of it before {@link #snoozedUntil}. */
    public boolean snoozed(Instant now) {
        return waits() && snoozedUntil.filter(now::isBefore).isPresent();
    }

    /** A later message has taken its place; it is kept true, and asks for nothing any more. */
    public boolean superseded() {
        return key.indexOf(NoticeStore.EARLIER) >= 0;
    }

    /** Whether a message of that moment comes so long after its time that it has to say so. */
    public boolean late(Instant moment) {
        return moment.isAfter(dueAt.plus(Merging.LATE));
    }
}
