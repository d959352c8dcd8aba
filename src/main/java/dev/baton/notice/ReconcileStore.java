package dev.baton.notice;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The rows of what is owed, made fit for a Slack that has gone on while this database stood still. */
final class ReconcileStore {

    /** When anything was tried for the last time; where nothing was, nothing can have been said before it was due. */
    Optional<Instant> lastTrace(Handle read) {
        return read.createQuery("SELECT COALESCE(MAX(first_try), MIN(due_at)) FROM notice")
                .mapTo(Long.class)
                .findOne()
                .map(Instant::ofEpochMilli);
    }

    /**
     * What is due until then, or was in claim, or is unclear, is looked for since that moment and under any generation from
     * its own on, before it is sent. A call that was under way when the backup was taken may not have ended yet; it has when
     * its claim runs out.
     *
     * @return how many
     */
    int lookUp(Handle tx, Instant since, Instant dueUntil) {
        return tx.createUpdate("""
                        UPDATE notice SET state = 'pending', claim = NULL, unresolved = 1, restored = 1,
                            retry_at = CASE WHEN state = 'claimed' THEN lease_until WHEN unresolved = 1 THEN retry_at END,
                            first_try = CASE WHEN first_try < :since THEN first_try ELSE :since END
                        WHERE state IN ('pending', 'claimed') AND verb = 'POST'
                            AND (due_at <= :dueUntil OR state = 'claimed' OR unresolved = 1)
                        """)
                .bind("since", since.toEpochMilli())
                .bind("dueUntil", dueUntil.toEpochMilli())
                .execute();
    }

    /** Nobody holds a claim any more; updates are idempotent and need no look, but must not be overtaken by an earlier one. */
    void freeUpdates(Handle tx) {
        tx.execute("""
                UPDATE notice SET state = 'pending', claim = NULL, retry_at = lease_until, unresolved = 1
                WHERE state = 'claimed' AND verb = 'UPDATE'
                """);
    }

    /** What the messages show that were sent since then is unknown, and each is owed an update that is really made. */
    int refreshSince(Handle tx, Instant since, Instant now) {
        return refresh(tx, "first_try >= :since", "since", since.toEpochMilli(), now);
    }

    /** The same for all messages about a subject, whatever their age. */
    int refresh(Handle tx, String subject, Instant now) {
        return refresh(tx, "subject = :subject", "subject", subject, now);
    }

    private static int refresh(Handle tx, String which, String name, Object value, Instant now) {
        String posted = "verb = 'POST' AND message_ts IS NOT NULL AND " + which;
        tx.createUpdate("UPDATE notice SET hash = NULL WHERE " + posted)
                .bind(name, value)
                .execute();
        return tx.createUpdate("""
                        INSERT INTO notice (key, kind, verb, subject, recipient, instead_of, reader, parent, timing, due_at)
                        SELECT key || ':update', kind, 'UPDATE', subject, recipient, instead_of, reader, key, 'at', :now
                        FROM notice WHERE %s
                        ON CONFLICT (key) DO UPDATE SET
                            state = CASE WHEN notice.state = 'claimed' THEN 'claimed' ELSE 'pending' END,
                            gen = notice.gen + 1, recipient = excluded.recipient, reader = excluded.reader,
                            due_at = excluded.due_at, attempts = CASE WHEN notice.state IN ('pending', 'claimed') THEN notice.attempts ELSE 0 END,
                            last_error = CASE WHEN notice.state IN ('pending', 'claimed') THEN notice.last_error END
                        """.formatted(posted))
                .bind(name, value)
                .bind("now", now.toEpochMilli())
                .execute();
    }
}
