package dev.baton.notice;

import dev.baton.store.Database.Dialect;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatement;

/**
 * The runner's half of the table: claim, check, record, free. Leases are machine time; where several machines share the
 * database, that is the database's own clock.
 */
final class ClaimStore {
    /**
     * No try is put off for longer. One that seems to be was put off by a clock that was set back since, and is due at once.
     */
    static final Duration LONGEST_WAIT = Duration.ofHours(1);

    private final Dialect dialect;
    private final Duration lease;
    private final String now;
    private final String lock;

    /** @param lease how long a claim lasts */
    ClaimStore(Dialect dialect, Duration lease) {
        this.dialect = dialect;
        this.lease = lease;
        now = machineTime(dialect);
        lock = dialect == Dialect.SQLITE ? "" : "FOR UPDATE SKIP LOCKED";
    }

    /** Whether a claim would find anything. Cheap, and takes no write lock. */
    boolean anyDue(Handle handle, Verb verb, Set<String> closed, Instant businessNow, Instant machineNow) {
        Query query = handle.createQuery("SELECT EXISTS (SELECT 1 FROM notice WHERE " + due(closed) + ")");
        return bind(query, verb, closed, businessNow, machineNow)
                .mapTo(boolean.class)
                .one();
    }

    boolean anyExpired(Handle handle, Instant machineNow) {
        Query query = handle.createQuery(
                "SELECT EXISTS (SELECT 1 FROM notice WHERE state = 'claimed' AND lease_until <= " + now + ")");
        return at(machineNow, query).mapTo(boolean.class).one();
    }

    /** Takes up to that many of what is due, nearest deadline first. The claim commits before anything is sent. */
    List<NoticeRow> claim(
            Handle handle,
            String claim,
            Verb verb,
            int limit,
            Set<String> closed,
            Instant businessNow,
            Instant machineNow) {
        Query query = handle.createQuery(claimSql(closed))
                .bind("claim", claim)
                .bind("lease", lease.toMillis())
                .bind("limit", limit);
        return bind(query, verb, closed, businessNow, machineNow)
                .map((row, context) -> row(row))
                .list();
    }

    /** PostgreSQL may run a subquery in IN more than once, and would then lock more than the limit; a CTE runs once. */
    String claimSql(Set<String> closed) {
        return """
                WITH due AS MATERIALIZED (SELECT id FROM notice WHERE %2$s ORDER BY due_at, id LIMIT :limit %3$s)
                UPDATE notice SET state = 'claimed', claim = :claim, lease_until = %1$s + :lease,
                    try_id = CAST(gen AS TEXT) || '.' || :claim || '.' || CAST(id AS TEXT),
                    first_try = CASE WHEN first_try <= :businessNow THEN first_try ELSE :businessNow END,
                    attempts = attempts + 1
                WHERE id IN (SELECT id FROM due)
                RETURNING *
                """.formatted(now, due(closed), lock);
    }

    private String due(Set<String> closed) {
        String waits = "retry_at > " + now + " AND retry_at <= " + now + " + " + LONGEST_WAIT.toMillis();
        return "state = 'pending' AND verb = :verb AND due_at <= :businessNow AND (retry_at IS NULL OR NOT (" + waits
                + "))" + (closed.isEmpty() ? "" : " AND (verb <> 'POST' OR recipient NOT IN (<closed>))");
    }

    private Query bind(Query query, Verb verb, Set<String> closed, Instant businessNow, Instant machineNow) {
        at(machineNow, query).bind("verb", verb.name()).bind("businessNow", businessNow.toEpochMilli());
        return closed.isEmpty() ? query : query.bindList("closed", List.copyOf(closed));
    }

    private <S extends SqlStatement<S>> S at(Instant machineNow, S statement) {
        return at(dialect, machineNow, statement);
    }

    /** The machine's time, in UTC milliseconds; a statement that holds it goes through {@code at}. */
    static String machineTime(Dialect dialect) {
        return dialect == Dialect.SQLITE
                ? "CAST(:machineNow AS BIGINT)"
                : "CAST(EXTRACT(EPOCH FROM statement_timestamp()) * 1000 AS BIGINT)";
    }

    /** PostgreSQL has a clock of its own and takes none from us. */
    static <S extends SqlStatement<S>> S at(Dialect dialect, Instant machineNow, S statement) {
        return dialect == Dialect.SQLITE ? statement.bind("machineNow", machineNow.toEpochMilli()) : statement;
    }

    /**
     * Gives back what was claimed by a process that is gone or stuck. Nobody knows how its try ended. One that is being
     * recorded at this moment is left to its holder, for whom nobody else should have to wait.
     */
    int freeExpired(Handle handle, Instant machineNow) {
        return at(machineNow, handle.createUpdate("""
                        UPDATE notice SET state = 'pending', claim = NULL, unresolved = 1
                        WHERE id IN (SELECT id FROM notice WHERE state = 'claimed' AND lease_until <= %s %s)
                        """.formatted(now, lock))).execute();
    }

    /** At the start of the only process: whoever held these is gone, and its last calls end within that time. */
    int freeAll(Handle handle, Duration settle, Instant machineNow) {
        return at(machineNow, handle.createUpdate("""
                        UPDATE notice SET state = 'pending', claim = NULL, unresolved = 1, retry_at = %s + :settle
                        WHERE state = 'claimed'
                        """.formatted(now)))
                .bind("settle", settle.toMillis())
                .execute();
    }

    /** Whether the claim is good for a call that lasts that long: not run out, and not overtaken by a change. */
    boolean stillMine(Handle handle, NoticeRow row, Duration call, Instant machineNow) {
        return at(machineNow, handle.createQuery("""
                        SELECT EXISTS (SELECT 1 FROM notice
                            WHERE id = :id AND state = 'claimed' AND claim = :claim AND gen = :gen
                                AND dropped = 0 AND lease_until > %s + :call)
                        """.formatted(now)))
                .bind("id", row.id())
                .bind("claim", row.claim())
                .bind("gen", row.gen())
                .bind("call", call.toMillis())
                .mapTo(boolean.class)
                .one();
    }

    /**
     * Slack has the message of this generation, so nobody else need send it, whoever holds the claim now.
     *
     * @return false when the row moved on meanwhile; then only the place of the message is kept, and only while no later
     *     message has taken it
     */
    boolean sent(Handle handle, NoticeRow row, String channel, String ts, Optional<String> hash) {
        int recorded = handle.createUpdate("""
                        UPDATE notice SET state = 'sent', claim = NULL, unresolved = 0, restored = 0,
                            retry_at = NULL, last_error = NULL, message_channel = :channel, message_ts = :ts, hash = :hash
                        WHERE id = :id AND gen = :gen AND state IN ('pending', 'claimed')
                        """)
                .bind("id", row.id())
                .bind("gen", row.gen())
                .bind("channel", channel)
                .bind("ts", ts)
                .bind("hash", hash.orElse(null))
                .execute();
        if (recorded == 0) {
            handle.createUpdate("""
                            UPDATE notice SET message_channel = :channel, message_ts = :ts, hash = NULL
                            WHERE id = :id AND state <> 'sent'
                            """)
                    .bind("id", row.id())
                    .bind("channel", channel)
                    .bind("ts", ts)
                    .execute();
        }
        return recorded == 1;
    }

    /**
     * Whether it was withdrawn while it was being said; it is asked after {@link #sent}, in the same transaction. Asked
     * before, a withdrawal could be committed between question and record.
     */
    boolean dropped(Handle handle, NoticeRow row) {
        return handle.createUpdate("UPDATE notice SET dropped = 0 WHERE id = :id AND dropped = 1")
                        .bind("id", row.id())
                        .execute()
                == 1;
    }

    /** An update has been carried out. What was touched meanwhile is due again. @return false when the claim was lost */
    boolean updated(Handle handle, NoticeRow row, String channel, String ts) {
        return handle.createUpdate("""
                        UPDATE notice SET state = CASE WHEN gen = :gen THEN 'sent' ELSE 'pending' END, claim = NULL,
                            unresolved = CASE WHEN gen = :gen THEN 0 ELSE 1 END, retry_at = NULL,
                            attempts = 0, last_error = NULL, message_channel = :channel, message_ts = :ts
                        WHERE id = :id AND state = 'claimed' AND claim = :claim
                        """)
                        .bind("id", row.id())
                        .bind("claim", row.claim())
                        .bind("gen", row.gen())
                        .bind("channel", channel)
                        .bind("ts", ts)
                        .execute()
                == 1;
    }

    /** Back to pending, to be tried again after a while, at most the longest. The due time is never touched. */
    void release(Handle handle, NoticeRow row, Release how, Instant machineNow) {
        at(machineNow, handle.createUpdate("""
                        UPDATE notice SET state = 'pending', claim = NULL, retry_at = %s + CAST(:after AS BIGINT),
                            unresolved = :unresolved, last_error = COALESCE(CAST(:why AS TEXT), last_error), attempts = attempts - :refund
                        WHERE id = :id AND state = 'claimed' AND claim = :claim
                        """.formatted(now)))
                .bind("id", row.id())
                .bind("claim", row.claim())
                .bind(
                        "after",
                        how.after().isZero() ? null : Math.min(how.after().toMillis(), LONGEST_WAIT.toMillis()))
                .bind("unresolved", how.unresolved() ? 1 : 0)
                .bind("why", how.why().orElse(null))
                .bind("refund", how.burnsAttempt() ? 0 : 1)
                .execute();
    }

    /**
     * How a row goes back; after no time at all it is free at once, whatever the clock says.
     *
     * @param why what failed; empty where nothing did, and it only has to wait
     */
    record Release(Duration after, boolean unresolved, boolean burnsAttempt, Optional<String> why) {

        Release(Duration after, boolean unresolved, boolean burnsAttempt, String why) {
            this(after, unresolved, burnsAttempt, Optional.of(why));
        }

        /** Nothing was tried, so nothing failed and nothing is counted. */
        static Release untried(Duration after, boolean unresolved) {
            return new Release(after, unresolved, false, Optional.empty());
        }
    }

    /** Said, or no longer worth saying: owed again at its next time, unless it moved on by itself. */
    static void repeat(Handle handle, long id, long gen, Again next) {
        handle.createUpdate("""
                        UPDATE notice SET state = 'pending', due_at = :next, timing = :timing, anchor = :anchor, span = :span,
                            zone_of = :zoneOf, gen = gen + 1, reader = NULL, first_try = NULL, attempts = 0, retry_at = NULL,
                            last_error = NULL
                        WHERE id = :id AND gen = :gen AND state IN ('sent', 'withdrawn', 'expired')
                        """)
                .bind("id", id)
                .bind("gen", gen)
                .bind("next", next.dueAt().toEpochMilli())
                .bindMap(NoticeStore.columns(next.when()))
                .execute();
    }

    /**
     * An end without a call: {@code withdrawn}, {@code expired}, {@code dead}, or an update that was not needed. What was
     * touched meanwhile is due again; what was withdrawn meanwhile is nobody's loss, and never dead.
     *
     * @return the state in which the row is now; empty when the claim was lost
     */
    Optional<String> end(Handle handle, NoticeRow row, String state, Optional<String> why) {
        return handle.createQuery("""
                        UPDATE notice SET claim = NULL,
                            state = CASE WHEN gen <> :gen THEN 'pending' WHEN dropped = 1 THEN 'withdrawn' ELSE :state END,
                            retry_at = NULL, dropped = 0, last_error = :why,
                            attempts = CASE WHEN :state = 'sent' THEN 0 ELSE attempts END
                        WHERE id = :id AND state = 'claimed' AND claim = :claim
                        RETURNING state
                        """)
                .bind("id", row.id())
                .bind("claim", row.claim())
                .bind("gen", row.gen())
                .bind("state", state)
                .bind("why", why.orElse(null))
                .mapTo(String.class)
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
                row.getInt("dropped") != 0,
                row.getLong("attempts"),
                row.getInt("restored") != 0,
                Optional.ofNullable(row.getString("reader")));
    }
}
