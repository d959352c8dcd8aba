package dev.baton.notice;

import dev.baton.store.Database.Dialect;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * The runner's half of the table: claim, check, record, free. Leases are machine time; where several machines share the
 * database, that is the database's own clock.
 */
final class ClaimStore {
    /** How long a claim lasts; a call to Slack takes 10 seconds at most. */
    static final Duration LEASE = Duration.ofSeconds(60);

    private final String now;
    private final String lock;

    ClaimStore(Dialect dialect) {
        now = dialect == Dialect.SQLITE
                ? ":machineNow"
                : "CAST(EXTRACT(EPOCH FROM clock_timestamp()) * 1000 AS BIGINT)";
        lock = dialect == Dialect.SQLITE ? "" : "FOR UPDATE SKIP LOCKED";
    }

    /** Whether a claim would find anything, or a lease has run out. Cheap, and takes no write lock. */
    boolean anythingToDo(Handle handle, Instant businessNow, Instant machineNow) {
        return handle.createQuery("""
                        SELECT EXISTS (SELECT 1 FROM notice WHERE state = 'pending' AND due_at <= :businessNow
                                AND (retry_at IS NULL OR retry_at <= %1$s))
                            OR EXISTS (SELECT 1 FROM notice WHERE state = 'claimed' AND lease_until <= %1$s)
                        """.formatted(now))
                .bind("businessNow", businessNow.toEpochMilli())
                .bind("machineNow", machineNow.toEpochMilli())
                .mapTo(boolean.class)
                .one();
    }

    /** Takes up to that many of what is due, nearest deadline first. The claim commits before anything is sent. */
    List<NoticeRow> claim(Handle handle, String claim, int limit, Instant businessNow, Instant machineNow) {
        return handle
                .createQuery("""
                        UPDATE notice SET state = 'claimed', claim = :claim, lease_until = %1$s + :lease,
                            try_id = CAST(gen AS TEXT) || '.' || :claim || '.' || CAST(id AS TEXT),
                            first_try = COALESCE(first_try, :businessNow), attempts = attempts + 1
                        WHERE id IN (
                            SELECT id FROM notice WHERE state = 'pending' AND due_at <= :businessNow
                                AND (retry_at IS NULL OR retry_at <= %1$s)
                            ORDER BY due_at, id LIMIT :limit %2$s)
                        RETURNING *
                        """.formatted(now, lock))
                .bind("claim", claim)
                .bind("lease", LEASE.toMillis())
                .bind("limit", limit)
                .bind("businessNow", businessNow.toEpochMilli())
                .bind("machineNow", machineNow.toEpochMilli())
                .map((row, context) -> row(row))
                .list()
                .stream()
                .sorted(Comparator.comparing(NoticeRow::dueAt).thenComparing(NoticeRow::id))
                .toList();
    }

    /** Gives back what was claimed by a process that is gone or stuck. Nobody knows how its try ended. */
    int freeExpired(Handle handle, Instant machineNow) {
        return handle.createUpdate("""
                        UPDATE notice SET state = 'pending', claim = NULL, unresolved = 1
                        WHERE state = 'claimed' AND lease_until <= %s
                        """.formatted(now))
                .bind("machineNow", machineNow.toEpochMilli())
                .execute();
    }

    /** At the start of the only process: whoever held these is gone. */
    int freeAll(Handle handle) {
        return handle.createUpdate(
                        "UPDATE notice SET state = 'pending', claim = NULL, unresolved = 1 WHERE state = 'claimed'")
                .execute();
    }

    /** The last look before sending: a process paused beyond its lease, or overtaken by a change, must not send. */
    boolean stillMine(Handle handle, NoticeRow row, Instant machineNow) {
        return handle.createQuery("""
                        SELECT COUNT(*) FROM notice
                        WHERE id = :id AND state = 'claimed' AND claim = :claim AND gen = :gen AND lease_until > %s
                        """.formatted(now))
                        .bind("id", row.id())
                        .bind("claim", row.claim())
                        .bind("gen", row.gen())
                        .bind("machineNow", machineNow.toEpochMilli())
                        .mapTo(int.class)
                        .one()
                == 1;
    }

    /** Slack has it. When the row moved on meanwhile, only the place of the message is kept. */
    void sent(Handle handle, NoticeRow row, String channel, String ts, Optional<String> hash) {
        int recorded = handle.createUpdate("""
                        UPDATE notice SET state = 'sent', claim = NULL, unresolved = 0, last_error = NULL,
                            message_channel = :channel, message_ts = :ts, hash = :hash
                        WHERE id = :id AND claim = :claim AND gen = :gen
                        """)
                .bind("id", row.id())
                .bind("claim", row.claim())
                .bind("gen", row.gen())
                .bind("channel", channel)
                .bind("ts", ts)
                .bind("hash", hash.orElse(null))
                .execute();
        if (recorded == 0) {
            handle.createUpdate(
                            "UPDATE notice SET message_channel = :channel, message_ts = :ts, hash = NULL WHERE id = :id")
                    .bind("id", row.id())
                    .bind("channel", channel)
                    .bind("ts", ts)
                    .execute();
        }
    }

    /** The message of this key now shows what has this hash. */
    void shows(Handle handle, long id, String hash) {
        handle.createUpdate("UPDATE notice SET hash = :hash WHERE id = :id")
                .bind("id", id)
                .bind("hash", hash)
                .execute();
    }

    /** Back to pending, to be tried again after a while. The due time is never touched. */
    void release(Handle handle, NoticeRow row, Release how, Instant machineNow) {
        handle.createUpdate("""
                        UPDATE notice SET state = 'pending', claim = NULL, retry_at = %s + :after,
                            unresolved = :unresolved, last_error = :why, attempts = attempts - :refund
                        WHERE id = :id AND claim = :claim AND gen = :gen
                        """.formatted(now))
                .bind("id", row.id())
                .bind("claim", row.claim())
                .bind("gen", row.gen())
                .bind("after", how.after().toMillis())
                .bind("unresolved", how.unresolved() ? 1 : 0)
                .bind("why", how.why())
                .bind("refund", how.burnsAttempt() ? 0 : 1)
                .bind("machineNow", machineNow.toEpochMilli())
                .execute();
    }

    /** How a row goes back. */
    record Release(Duration after, boolean unresolved, boolean burnsAttempt, String why) {}

    /** An end without a message: {@code withdrawn}, {@code expired} or {@code dead}. */
    void end(Handle handle, NoticeRow row, String state, String why) {
        handle.createUpdate("""
                        UPDATE notice SET state = :state, claim = NULL, last_error = :why
                        WHERE id = :id AND claim = :claim AND gen = :gen
                        """)
                .bind("id", row.id())
                .bind("claim", row.claim())
                .bind("gen", row.gen())
                .bind("state", state)
                .bind("why", why)
                .execute();
    }

    /** The same message for the one who stands in; its subject is the same, so it is kept true as well. */
    void oweInstead(Handle handle, NoticeRow dead, String stand, Instant now) {
        handle.createUpdate("""
                        INSERT INTO notice (key, kind, verb, subject, recipient, instead_of, timing, due_at)
                        VALUES (:key, :kind, 'POST', :subject, :stand, :insteadOf, 'at', :now)
                        ON CONFLICT (key) DO NOTHING
                        """)
                .bind("key", dead.key() + ":for:" + stand)
                .bind("kind", dead.kind())
                .bind("subject", dead.subject())
                .bind("stand", stand)
                .bind("insteadOf", dead.insteadOf().orElse(dead.recipient()))
                .bind("now", now.toEpochMilli())
                .execute();
    }

    Optional<Posted> posted(Handle handle, String key) {
        return handle.createQuery("SELECT id, state, message_channel, message_ts, hash FROM notice WHERE key = :key")
                .bind("key", key)
                .map((row, context) -> new Posted(
                        row.getLong("id"),
                        row.getString("state"),
                        Optional.ofNullable(row.getString("message_channel")),
                        Optional.ofNullable(row.getString("message_ts")),
                        Optional.ofNullable(row.getString("hash"))))
                .findOne();
    }

    private static NoticeRow row(ResultSet row) throws SQLException {
        return new NoticeRow(
                row.getLong("id"),
                row.getString("key"),
                row.getString("kind"),
                Verb.valueOf(row.getString("verb")),
                row.getString("subject"),
                row.getString("recipient"),
                Optional.ofNullable(row.getString("instead_of")),
                Optional.ofNullable(row.getString("parent")),
                Instant.ofEpochMilli(row.getLong("due_at")),
                row.getLong("gen"),
                row.getString("claim"),
                row.getString("try_id"),
                Instant.ofEpochMilli(row.getLong("first_try")),
                row.getInt("unresolved") != 0,
                row.getLong("attempts"));
    }
}
