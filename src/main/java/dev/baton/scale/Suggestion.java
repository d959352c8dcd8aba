package dev.baton.scale;

import dev.baton.account.SalesforceId;
import dev.baton.notice.Owed;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * That somebody suggests to an account's owner to ask the pool, since nobody else can ask. Told once for each account, day and
 * cause, so that eager colleagues do not pester the owner.
 *
 * @param day of the one who is told
 * @param by who suggests
 * @param told the owner; where the account has none, whoever redirected it
 */
record Suggestion(SalesforceId account, LocalDate day, Cause cause, String by, String told) {
    static final String NUDGE = "scale.nudge";

    /** Why. */
    enum Cause {
        /** Somebody who cannot ask themselves tried to. */
        TRIED,
        /** The manager redirected a request for a CSM to the pool. */
        REDIRECTED
    }

    Owed owed(Instant now) {
        return Owed.now(NUDGE, subject(), told, now);
    }

    String subject() {
        return "suggestion:" + account.value15() + "/" + day + "/" + cause;
    }

    /** What the id behind the colon of a subject names. */
    record Key(SalesforceId account, LocalDate day, Cause cause) {
        static Optional<Key> parse(String subjectId) {
            String[] parts = subjectId.split("/", -1);
            return parts.length != 3
                    ? Optional.empty()
                    : Optional.of(
                            new Key(new SalesforceId(parts[0]), LocalDate.parse(parts[1]), Cause.valueOf(parts[2])));
        }
    }
}
