package dev.baton.notice;

import dev.baton.account.Anchor;
import dev.baton.account.When;
import dev.baton.account.WorkTime.Timing;
import dev.baton.handbook.Span;
import dev.baton.store.Database.Dialect;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The rows of what is owed, as desks and readers see them. The runner's half is {@link ClaimStore}. */
public final class NoticeStore {
    /** Stands in the key of a message whose place a later one has taken, before its timestamp. */
    static final String EARLIER = "#";

    /** Whether what speaks for a merged row has not been said yet, so that it can still be left out. */
    private static final String UNSAID =
            "EXISTS (SELECT 1 FROM notice AS d WHERE d.key = notice.merged_into AND d.state IN ('pending', 'claimed'))";

    private final Dialect dialect;

    public NoticeStore(Dialect dialect) {
        this.dialect = dialect;
    }

    Dialect dialect() {
        return dialect;
    }

    /**
     * Inserts, or moves what is there when its time or recipient really changes. A try belongs to its generation, so a claim
     * in flight then fails its check. What was sent stays sent, unless its new time lies ahead; what is due already stays as
     * it is, since another time in the past changes nothing.
     */
    void owe(Handle handle, Owed owed, Instant dueAt, Optional<Instant> snoozedUntil, Instant now) {
        handle.createUpdate("UPDATE notice SET dropped = 0 WHERE key = :key AND recipient = :recipient AND dropped = 1")
                .bind("key", owed.key())
                .bind("recipient", owed.recipient())
                .execute();
        handle.createUpdate("""
                        INSERT INTO notice (key, kind, verb, subject, recipient, timing, anchor, span, zone_of, due_at,
                            snoozed_until)
                        VALUES (:key, :kind, 'POST', :subject, :recipient, :timing, :anchor, :span, :zoneOf, :dueAt,
                            :snoozedUntil)
                        ON CONFLICT (key) DO UPDATE SET
                            recipient = excluded.recipient, timing = excluded.timing, anchor = excluded.anchor,
                            span = excluded.span, zone_of = excluded.zone_of, due_at = excluded.due_at,
                            snoozed_until = excluded.snoozed_until, state = 'pending', claim = NULL, gen = notice.gen + 1, try_id = NULL, first_try = NULL,
                            reader = NULL, unresolved = 0, dropped = 0, retry_at = NULL, attempts = 0, last_error = NULL
                        WHERE notice.state = 'withdrawn'
                            OR notice.state IN ('dead', 'expired')
                                AND (notice.due_at <> excluded.due_at OR notice.recipient <> excluded.recipient)
                            OR notice.state IN ('sent', 'merged') AND excluded.due_at > :now
                                AND (notice.due_at <> excluded.due_at OR notice.recipient <> excluded.recipient)
                            OR notice.state = 'merged' AND notice.recipient <> excluded.recipient AND %s
                            OR notice.state IN ('pending', 'claimed')
                                AND (notice.recipient <> excluded.recipient
                                    OR notice.due_at <> excluded.due_at
                                        AND (notice.due_at > :now OR excluded.due_at > :now))
                        """.formatted(UNSAID))
                .bind("key", owed.key())
                .bind("kind", owed.kind())
                .bind("subject", owed.subject())
                .bind("recipient", owed.recipient())
                .bindMap(columns(owed.when()))
                .bind("dueAt", dueAt.toEpochMilli())
                .bind("snoozedUntil", snoozedUntil.map(Instant::toEpochMilli).orElse(null))
                .bind("now", now.toEpochMilli())
                .execute();
        mendDigests(handle, "key", owed.key(), now);
    }

    /** The rule, as it is kept. */
    static Map<String, @Nullable String> columns(When when) {
        Map<String, @Nullable String> columns = new HashMap<>();
        columns.put("timing", when.timing().toString());
        columns.put("anchor", when.anchor().toString());
        columns.put("span", when.span().map(Span::toString).orElse(null));
        columns.put("zoneOf", when.person().orElse(null));
        return columns;
    }

    /** What is still to be said and counted for this person, with how it is counted. */
    List<Counted> counted(Handle handle, String person) {
        return handle.createQuery("""
                        SELECT id, timing, anchor, span, zone_of, snoozed_until FROM notice
                        WHERE zone_of = :person AND anchor IS NOT NULL AND state IN ('pending', 'claimed') ORDER BY id
                        """)
                .bind("person", person)
                .map((row, context) -> new Counted(
                        row.getLong("id"),
                        new When(
                                Timing.of(row.getString("timing")).orElseThrow(),
                                Anchor.parse(row.getString("anchor")),
                                Optional.ofNullable(row.getString("span")).flatMap(Span::parse),
                                Optional.of(row.getString("zone_of"))),
                        instant(row, "snoozed_until")))
                .list();
    }

    /** A notice still to be said, and how its due time came to be. */
    record Counted(long id, When when, Optional<Instant> snoozedUntil) {}

    /**
     * Moves what has another due time now; see {@link #owe}. What Slack may have already stays as it is: counted anew, its
     * message would not be looked for any more, and would come a second time.
     */
    void move(Handle handle, long id, Instant dueAt, Optional<Instant> snoozedUntil, Instant now) {
        handle.createUpdate("""
                        UPDATE notice SET due_at = :dueAt, snoozed_until = :snoozedUntil, state = 'pending', claim = NULL,
                            gen = gen + 1, reader = NULL,
                            try_id = NULL, first_try = NULL, unresolved = 0, retry_at = NULL, attempts = 0, last_error = NULL
                        WHERE id = :id AND state IN ('pending', 'claimed') AND unresolved = 0 AND due_at <> :dueAt
                            AND (due_at > :now OR :dueAt > :now)
                        """)
                .bind("id", id)
                .bind("dueAt", dueAt.toEpochMilli())
                .bind("snoozedUntil", snoozedUntil.map(Instant::toEpochMilli).orElse(null))
                .bind("now", now.toEpochMilli())
                .execute();
    }

    static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        long millis = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
    }

    boolean known(Handle handle, String key) {
        return handle.createQuery("SELECT COUNT(*) FROM notice WHERE key = :key")
                        .bind("key", key)
                        .mapTo(int.class)
                        .one()
                > 0;
    }

    boolean pending(Handle handle, String key) {
        return handle.createQuery("SELECT COUNT(*) FROM notice WHERE key = :key AND dropped = 0"
                                + " AND state IN ('pending', 'claimed')")
                        .bind("key", key)
                        .mapTo(int.class)
                        .one()
                > 0;
    }

    /**
     * Not to be said any more. What is being said, or may have been, is only marked: a message that Slack has after all has
     * to be found, or it would tell for ever what was true then.
     */
    void withdraw(Handle handle, String key, Instant now) {
        handle.createUpdate("""
                        UPDATE notice SET state = 'withdrawn', gen = gen + 1
                        WHERE key = :key AND (state = 'pending' AND unresolved = 0 OR state = 'merged' AND %s)
                        """.formatted(UNSAID)).bind("key", key).execute();
        handle.createUpdate("UPDATE notice SET dropped = 1 WHERE key = :key AND state IN ('pending', 'claimed')")
                .bind("key", key)
                .execute();
        mendDigests(handle, "key", key, now);
    }

    /** One update owed for each message about the subject that stands or is being sent. */
    void touch(Handle handle, String subject, Instant now) {
        if (dialect == Dialect.POSTGRESQL) {
            // Whoever claims one of these while this change is not committed would render the state before it.
            handle.createQuery("""
                            SELECT id FROM notice
                            WHERE verb = 'POST' AND state = 'pending' AND (subject = :subject OR key IN (
                                SELECT merged_into FROM notice WHERE subject = :subject AND merged_into IS NOT NULL))
                            ORDER BY id FOR UPDATE
                            """).bind("subject", subject).mapTo(long.class).list();
        }
        oweUpdates(handle, "subject = :of", subject, now);
        mendDigests(handle, "subject", subject, now);
    }

    private void mendDigests(Handle handle, String column, String value, Instant now) {
        MergeStore.digests(handle, column, value).forEach(digest -> touchOne(handle, digest, now));
    }

    /** The same for one message: found again after an unclear try, its words may be older than the state. */
    void touchOne(Handle handle, String key, Instant now) {
        oweUpdates(handle, "key = :of", key, now);
    }

    /**
     * Where a message stood under this key, it is kept true under a key of its own from now on: a second reminder takes the
     * place of the first, and the first must not ask for ever for what has been answered.
     *
     * @param ts of the message that takes the place
     */
    void keepApart(Handle handle, String key, String ts, Instant now) {
        handle.createQuery("""
                        INSERT INTO notice (key, kind, verb, subject, recipient, instead_of, reader, timing, due_at, gen,
                            state, message_channel, message_ts)
                        SELECT key || :earlier || message_ts, kind, verb, subject, recipient, instead_of, reader, timing, due_at,
                            gen, 'sent', message_channel, message_ts
                        FROM notice WHERE key = :key AND message_ts <> :ts
                        ON CONFLICT (key) DO NOTHING
                        RETURNING key
                        """)
                .bind("key", key)
                .bind("ts", ts)
                .bind("earlier", EARLIER)
                .mapTo(String.class)
                .findOne()
                .ifPresent(earlier -> touchOne(handle, earlier, now));
    }

    /**
     * One row for each message, however often it is touched. One in claim stays there, so that two updates of a message are
     * never under way at once; its generation goes up, and whoever holds the claim makes it due again.
     */
    private static void oweUpdates(Handle handle, String which, String of, Instant now) {
        handle.createUpdate("""
                        INSERT INTO notice (key, kind, verb, subject, recipient, instead_of, reader, parent, timing, due_at)
                        SELECT key || ':update', kind, 'UPDATE', subject, recipient, instead_of, reader, key, 'at', :now
                        FROM notice
                        WHERE %s AND verb = 'POST' AND (state IN ('sent', 'claimed') OR message_ts IS NOT NULL)
                        ON CONFLICT (key) DO UPDATE SET
                            state = CASE WHEN notice.state = 'claimed' THEN 'claimed' ELSE 'pending' END,
                            gen = notice.gen + 1, recipient = excluded.recipient, reader = excluded.reader,
                            due_at = excluded.due_at, attempts = CASE WHEN notice.state IN ('pending', 'claimed') THEN notice.attempts ELSE 0 END,
                            last_error = CASE WHEN notice.state IN ('pending', 'claimed') THEN notice.last_error END
                        """.formatted(which))
                .bind("of", of)
                .bind("now", now.toEpochMilli())
                .execute();
    }

    /**
     * The same message for the one who stands in; its subject is the same, so it is kept true as well. After a restore this
     * one may have been told before, too.
     *
     * @param id of the message that did not get through
     * @param key see {@link NoticeRow#keyFor}
     * @return false when this person has been tried for this message already
     */
    static boolean oweInstead(Handle handle, long id, String key, String stand, Instant now) {
        return handle.createUpdate("""
                        INSERT INTO notice (key, kind, verb, subject, recipient, instead_of, timing, due_at,
                            unresolved, restored, first_try)
                        SELECT :key, kind, 'POST', subject, :stand, COALESCE(instead_of, recipient), 'at', :now,
                            restored, restored, CASE WHEN restored = 1 THEN first_try END
                        FROM notice WHERE id = :id
                        ON CONFLICT (key) DO NOTHING
                        """)
                        .bind("id", id)
                        .bind("key", key)
                        .bind("stand", stand)
                        .bind("now", now.toEpochMilli())
                        .execute()
                == 1;
    }

    /** Not yet delivered messages, soonest first. */
    List<Notices.Coming> coming(Handle handle, Optional<String> recipient, int limit) {
        return handle.createQuery("""
                        SELECT due_at, kind, subject, recipient FROM notice
                        WHERE state = 'pending' AND verb = 'POST' AND dropped = 0
                            AND (CAST(:recipient AS TEXT) IS NULL OR recipient = :recipient)
                        ORDER BY due_at, id LIMIT :limit
                        """)
                .bind("recipient", recipient.orElse(null))
                .bind("limit", limit)
                .map((row, context) -> new Notices.Coming(
                        Instant.ofEpochMilli(row.getLong("due_at")),
                        row.getString("kind"),
                        row.getString("subject"),
                        row.getString("recipient")))
                .list();
    }

    /** Where the message of this key stands, and what it shows. */
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

    /** The message under this timestamp shows what has this hash; empty when nobody can say. */
    void shows(Handle handle, Posted message, String ts, Optional<String> hash) {
        handle.createUpdate("UPDATE notice SET hash = :hash WHERE id = :id AND message_ts = :ts")
                .bind("id", message.id())
                .bind("ts", ts)
                .bind("hash", hash.orElse(null))
                .execute();
    }
}
