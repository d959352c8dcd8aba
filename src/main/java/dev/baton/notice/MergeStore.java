package dev.baton.notice;

import dev.baton.notice.Merging.Candidate;
import dev.baton.store.Database.Dialect;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** The rows that become one message. A row in a digest has the state 'merged' for as long as the digest speaks for it. */
final class MergeStore {
    /** A digest that could not be delivered leaves its reminders to be said one by one, and they stay so. */
    private static final String FAILED_TOGETHER =
            "EXISTS (SELECT 1 FROM notice AS digest WHERE digest.key = notice.merged_into AND digest.state = 'withdrawn')";

    private final String lock;

    MergeStore(Dialect dialect) {
        lock = dialect == Dialect.SQLITE ? "" : "FOR UPDATE OF notice SKIP LOCKED";
    }

    /** What is due for this person beside what has been claimed, oldest first. */
    List<Candidate> due(Handle tx, String person, Collection<String> kinds, Instant now) {
        return tx.createQuery("""
                        SELECT id, kind, due_at FROM notice
                        WHERE state = 'pending' AND recipient = :person AND verb = 'POST' AND due_at <= :now
                            AND kind IN (<kinds>) AND unresolved = 0 AND dropped = 0 AND instead_of IS NULL AND NOT %s
                        ORDER BY due_at, id LIMIT %d %s
                        """.formatted(FAILED_TOGETHER, Merging.MOST, lock))
                .bind("person", person)
                .bind("now", now.toEpochMilli())
                .bindList("kinds", List.copyOf(kinds))
                .map((row, context) -> new Candidate(
                        row.getLong("id"), row.getString("kind"), Instant.ofEpochMilli(row.getLong("due_at"))))
                .list();
    }

    /**
     * Lets a digest speak for them.
     *
     * @return false when there has been one of this key, or one of them must stay alone; then nothing is changed
     */
    boolean merge(Handle tx, String key, String person, Instant dueAt, List<Long> ids) {
        int alone = tx.createQuery("SELECT COUNT(*) FROM notice WHERE id IN (<ids>) AND " + FAILED_TOGETHER)
                .bindList("ids", ids)
                .mapTo(int.class)
                .one();
        boolean begun = alone == 0
                && tx.createUpdate("""
                        INSERT INTO notice (key, kind, verb, subject, recipient, timing, due_at)
                        VALUES (:key, :kind, 'POST', :key, :person, 'at', :dueAt) ON CONFLICT (key) DO NOTHING
                        """)
                                .bind("key", key)
                                .bind("kind", Notices.DIGEST)
                                .bind("person", person)
                                .bind("dueAt", dueAt.toEpochMilli())
                                .execute()
                        == 1;
        if (begun) {
            tx.createUpdate("""
                            UPDATE notice SET state = 'merged', merged_into = :key, claim = NULL, retry_at = NULL, attempts = 0,
                                last_error = NULL
                            WHERE id IN (<ids>)
                            """).bind("key", key).bindList("ids", ids).execute();
        }
        return begun;
    }

    /** What this digest speaks for. */
    List<NoticeRow> merged(Handle read, String key) {
        return read.createQuery("SELECT * FROM notice WHERE merged_into = :key AND state = 'merged' ORDER BY id")
                .bind("key", key)
                .map((row, context) -> ClaimStore.row(row))
                .list();
    }

    /** They are owed one by one. */
    int apart(Handle tx, String key) {
        return tx.createUpdate("UPDATE notice SET state = 'pending', gen = gen + 1, first_try = NULL, try_id = NULL"
                        + " WHERE merged_into = :key AND state = 'merged'")
                .bind("key", key)
                .execute();
    }

    /** The digests in which something about the subject stands, or is to stand. */
    static List<String> digests(Handle tx, String column, String value) {
        return tx.createQuery("SELECT DISTINCT merged_into FROM notice WHERE " + column
                        + " = :value AND merged_into IS NOT NULL ORDER BY merged_into")
                .bind("value", value)
                .mapTo(String.class)
                .list();
    }
}
