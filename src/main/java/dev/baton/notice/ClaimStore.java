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
 * The runner's half of the table: claim, check, free; what came of it is {@link RecordStore}. Leases are machine time; where several machines share the
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
                UPDATE notice SET %1$s WHERE id IN (SELECT id FROM due)
                RETURNING *
                """.formatted(claimed(), due(closed), lock);
    }

    /** Takes one that nobody else knows of yet. */
    NoticeRow claimNew(Handle handle, String claim, String key, Instant businessNow, Instant machineNow) {
        return at(machineNow, handle.createQuery("UPDATE notice SET " + claimed() + " WHERE key = :key RETURNING *"))
                .bind("claim", claim)
                .bind("lease", lease.toMillis())
                .bind("businessNow", businessNow.toEpochMilli())
                .bind("key", key)
                .map((row, context) -> row(row))
                .one();
    }

    private String claimed() {
        return """
                state = 'claimed', claim = :claim, lease_until = %s + :lease,
                    try_id = CAST(gen AS TEXT) || '.' || :claim || '.' || CAST(id AS TEXT),
                    first_try = CASE WHEN first_try <= :businessNow THEN first_try ELSE :businessNow END,
                    attempts = attempts + 1
                """.formatted(now);
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

    /** Whether the claim is good for a call that lasts that long: not run out, not overtaken by a change, not put off. */
    boolean stillMine(Handle handle, NoticeRow row, Duration call, Instant businessNow, Instant machineNow) {
        return at(machineNow, handle.createQuery("""
                        SELECT EXISTS (SELECT 1 FROM notice
                            WHERE id = :id AND state = 'claimed' AND claim = :claim AND gen = :gen
                                AND dropped = 0 AND lease_until > %s + :call
                                AND (snoozed_until IS NULL OR snoozed_until <= :businessNow))
                        """.formatted(now)))
                .bind("id", row.id())
                .bind("claim", row.claim())
                .bind("gen", row.gen())
                .bind("call", call.toMillis())
                .bind("businessNow", businessNow.toEpochMilli())
                .mapTo(boolean.class)
                .one();
    }

    static NoticeRow row(ResultSet row) throws SQLException {
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
                Optional.ofNullable(row.getString("reader")),
                NoticeStore.instant(row, "snoozed_until"),
                Optional.ofNullable(row.getString("merged_into")));
    }
}
