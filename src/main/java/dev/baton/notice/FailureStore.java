package dev.baton.notice;

import dev.baton.account.Act;
import dev.baton.store.Database.Dialect;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

/**
 * What is owed in numbers, and what did not get through row by row, with what may be done about it. Everything is counted from
 * partial indexes: a million sent notices cost nothing here.
 */
public final class FailureStore {
    /** Nothing is counted beyond it: a graph shows as well that something is wrong. */
    public static final int COUNTED = 100_000;

    /** It holds the condition of the index notice_failing word for word, and more: only so do both databases use the index. */
    private static final String FAILING = "attempts >= 3 AND dropped = 0 AND state IN ('pending', 'claimed')";

    private final InstantSource machineClock;
    private final Duration settle;
    private final Dialect dialect;

    /**
     * On one of the two databases.
     *
     * @param settle how long a call to Slack may last
     */
    public FailureStore(Dialect dialect, Duration settle, InstantSource machineClock) {
        this.machineClock = machineClock;
        this.settle = settle;
        this.dialect = dialect;
    }

    /**
     * How much is owed.
     *
     * @param businessNow against which due times are held
     */
    public Backlog backlog(Handle read, Instant businessNow) {
        return new Backlog(
                pending(read, "due_at <= :now", businessNow),
                pending(read, "due_at > :now", businessNow),
                count(read, "state = 'claimed'"),
                count(read, FAILING),
                count(read, "state = 'dead'"),
                oldestDue(read, businessNow));
    }

    private static long pending(Handle read, String when, Instant businessNow) {
        long all = 0;
        for (Verb verb : Verb.values()) {
            all += read.createQuery(
                            "SELECT COUNT(*) FROM (SELECT 1 FROM notice WHERE state = 'pending' AND verb = :verb"
                                    + " AND " + when + " LIMIT " + COUNTED + ") AS counted")
                    .bind("verb", verb.name())
                    .bind("now", businessNow.toEpochMilli())
                    .mapTo(long.class)
                    .one();
        }
        return all;
    }

    private static long count(Handle read, String which) {
        return read.createQuery("SELECT COUNT(*) FROM (SELECT 1 FROM notice WHERE " + which + " LIMIT " + COUNTED
                        + ") AS counted")
                .mapTo(long.class)
                .one();
    }

    private static Optional<Instant> oldestDue(Handle read, Instant businessNow) {
        return Arrays.stream(Verb.values())
                .flatMap(verb -> read
                        .createQuery("""
                                SELECT due_at FROM notice
                                WHERE state = 'pending' AND verb = :verb AND due_at <= :now
                                ORDER BY due_at, id LIMIT 1
                                """)
                        .bind("verb", verb.name())
                        .bind("now", businessNow.toEpochMilli())
                        .mapTo(Long.class)
                        .list()
                        .stream())
                .min(Comparator.naturalOrder())
                .map(Instant::ofEpochMilli);
    }

    /** How many are given up. */
    public long dead(Handle read) {
        return count(read, "state = 'dead'");
    }

    /** First what is given up, then what fails again and again; the oldest first. */
    public List<Failed> page(Handle read, int skipped, int limit) {
        return read.createQuery("""
                        SELECT * FROM (
                            SELECT 0 AS part, notice.* FROM notice WHERE state = 'dead'
                            UNION ALL
                            SELECT 1 AS part, notice.* FROM notice WHERE %s) AS failed
                        ORDER BY part, due_at, id LIMIT :limit OFFSET :skipped
                        """.formatted(FAILING))
                .bind("limit", limit)
                .bind("skipped", skipped)
                .map((row, context) -> failed(row))
                .list();
    }

    /** Empty once somebody, or time, has taken care of it. */
    public Optional<Failed> failed(Handle read, long id, long gen) {
        return read.createQuery(
                        "SELECT * FROM notice WHERE id = :id AND gen = :gen AND (state = 'dead' OR " + FAILING + ")")
                .bind("id", id)
                .bind("gen", gen)
                .map((row, context) -> failed(row))
                .findOne();
    }

    /**
     * Owed again, in the same generation: where an earlier try is unclear it is looked for before anything is sent, and not
     * before a call under way has ended.
     *
     * @return false when somebody was faster, or it is being tried just now
     */
    public boolean retry(Act act, Failed failed) {
        Update update = act.handle().createUpdate("""
                        UPDATE notice SET state = 'pending', attempts = 0,
                            retry_at = CASE WHEN unresolved = 1 THEN %s + CAST(:settle AS BIGINT) ELSE NULL END
                        WHERE id = :id AND gen = :gen AND (state = 'dead' OR state = 'pending' AND attempts >= 3)
                        """.formatted(ClaimStore.machineTime(dialect)));
        return ClaimStore.at(dialect, machineClock.instant(), update)
                        .bind("settle", settle.toMillis())
                        .bind("id", failed.id())
                        .bind("gen", failed.gen())
                        .execute()
                == 1;
    }

    /**
     * Not owed any more. What may stand in Slack all the same is looked for first, so that it does not tell an old state
     * for ever.
     *
     * @return false when somebody was faster, or it is being tried just now
     */
    public boolean withdraw(Act act, Failed failed) {
        return act.handle()
                        .createUpdate("""
                        UPDATE notice SET claim = NULL,
                            state = CASE WHEN %1$s THEN 'pending' ELSE 'withdrawn' END,
                            dropped = CASE WHEN %1$s THEN 1 ELSE 0 END,
                            gen = CASE WHEN %1$s THEN gen ELSE gen + 1 END
                        WHERE id = :id AND gen = :gen AND dropped = 0
                            AND (state = 'dead' OR state = 'pending' AND attempts >= 3)
                        """.formatted("state = 'pending' AND unresolved = 1 AND verb = 'POST'"))
                        .bind("id", failed.id())
                        .bind("gen", failed.gen())
                        .execute()
                == 1;
    }

    /**
     * What is owed again and again is owed at its next time, although this once nobody was told. Where it is looked for
     * first, whoever looks sees to that.
     */
    public void repeat(Act act, Failed withdrawn, Again next) {
        RecordStore.repeat(act.handle(), withdrawn.id(), withdrawn.gen() + 1, next);
    }

    /**
     * The same message, owed to somebody else now. It keeps its subject, so it is kept true there as well.
     *
     * @return false when this person has been told, or tried, already
     */
    public boolean oweInstead(Act act, Failed failed, String to) {
        return NoticeStore.oweInstead(act.handle(), failed.id(), failed.keyFor(to), to, act.now());
    }

    /** When the message of this key, that was sent, was due. */
    public Optional<Instant> saidAt(Handle read, String key) {
        return read.createQuery("SELECT due_at FROM notice WHERE key = :key AND state = 'sent'")
                .bind("key", key)
                .mapTo(long.class)
                .findOne()
                .map(Instant::ofEpochMilli);
    }

    private static Failed failed(ResultSet row) throws SQLException {
        return new Failed(
                row.getLong("id"),
                row.getString("key"),
                row.getString("kind"),
                Verb.valueOf(row.getString("verb")),
                row.getString("subject"),
                row.getString("recipient"),
                Optional.ofNullable(row.getString("instead_of")),
                Instant.ofEpochMilli(row.getLong("due_at")),
                row.getLong("gen"),
                row.getString("state").equals("dead"),
                row.getLong("attempts"),
                Optional.ofNullable(row.getString("last_error")).orElse(""));
    }
}
