package dev.baton.notice;

import dev.baton.account.Anchor;
import dev.baton.account.When;
import dev.baton.account.WorkTime.Timing;
import dev.baton.handbook.Span;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** What is coming to people, and putting it off. */
final class ReminderStore {

    Optional<Planned> planned(Handle read, String key) {
        return read.createQuery("SELECT * FROM notice WHERE key = :key AND verb = 'POST'")
                .bind("key", key)
                .map((row, context) -> planned(row))
                .findOne();
    }

    Optional<Planned> planned(Handle read, long id) {
        return read.createQuery("SELECT * FROM notice WHERE id = :id AND verb = 'POST'")
                .bind("id", id)
                .map((row, context) -> planned(row))
                .findOne();
    }

    /** Not yet said, soonest first. */
    List<Planned> coming(Handle read, Collection<String> people, int limit) {
        return read.createQuery("""
                        SELECT * FROM notice
                        WHERE state = 'pending' AND verb = 'POST' AND dropped = 0 AND recipient IN (<people>)
                        ORDER BY due_at, id LIMIT :limit
                        """)
                .bindList("people", List.copyOf(people))
                .bind("limit", limit)
                .map((row, context) -> planned(row))
                .list();
    }

    /** Not yet said about that subject, soonest first. */
    List<Planned> about(Handle read, String subject, int limit) {
        return read.createQuery("""
                        SELECT * FROM notice
                        WHERE subject = :subject AND state = 'pending' AND verb = 'POST' AND dropped = 0
                        ORDER BY due_at, id LIMIT :limit
                        """)
                .bind("subject", subject)
                .bind("limit", limit)
                .map((row, context) -> planned(row))
                .list();
    }

    /** What a digest speaks for, or did; in the same order, whatever happens to them. */
    List<Planned> mergedInto(Handle read, String digest) {
        return read.createQuery("SELECT * FROM notice WHERE merged_into = :digest ORDER BY id")
                .bind("digest", digest)
                .map((row, context) -> planned(row))
                .list();
    }

    /**
     * Puts it off. Of what is being said or looked for just now only the wish is kept, and the runner follows it once it knows
     * what became of the try: a new generation would forget a message that Slack may have.
     *
     * @param dueAt when it is due now
     * @return false when there is nothing to put off any more
     */
    boolean snooze(Handle tx, long id, Instant until, Instant dueAt) {
        int moved = tx.createUpdate("""
                        UPDATE notice SET snoozed_until = :until, due_at = :dueAt, state = 'pending', gen = gen + 1, reader = NULL,
                            try_id = NULL, first_try = NULL, retry_at = NULL, attempts = 0, last_error = NULL
                        WHERE id = :id AND dropped = 0 AND verb = 'POST'
                            AND (state IN ('sent', 'merged') OR state = 'pending' AND unresolved = 0)
                        """)
                .bind("id", id)
                .bind("until", until.toEpochMilli())
                .bind("dueAt", dueAt.toEpochMilli())
                .execute();
        if (moved > 0) {
            return true;
        }
        return tx.createUpdate("""
                        UPDATE notice SET snoozed_until = :until
                        WHERE id = :id AND dropped = 0 AND verb = 'POST' AND state IN ('pending', 'claimed')
                        """)
                        .bind("id", id)
                        .bind("until", until.toEpochMilli())
                        .execute()
                > 0;
    }

    /** It is counted otherwise from now on. */
    void count(Handle tx, long id, When when) {
        tx.createUpdate("UPDATE notice SET timing = :timing, anchor = :anchor, span = :span, zone_of = :zoneOf"
                        + " WHERE id = :id")
                .bind("id", id)
                .bindMap(NoticeStore.columns(when))
                .execute();
    }

    /** Until when this recipient has put it off. */
    Optional<Instant> snoozed(Handle read, String key, String recipient) {
        return read.createQuery("SELECT snoozed_until FROM notice"
                        + " WHERE key = :key AND recipient = :recipient AND snoozed_until IS NOT NULL")
                .bind("key", key)
                .bind("recipient", recipient)
                .mapTo(long.class)
                .findOne()
                .map(Instant::ofEpochMilli);
    }

    private static Planned planned(ResultSet row) throws SQLException {
        return new Planned(
                row.getLong("id"),
                row.getString("key"),
                row.getString("kind"),
                row.getString("subject"),
                row.getString("recipient"),
                Optional.ofNullable(row.getString("reader")),
                Optional.ofNullable(row.getString("instead_of")),
                when(row),
                Instant.ofEpochMilli(row.getLong("due_at")),
                NoticeStore.instant(row, "snoozed_until"),
                row.getString("state"),
                Optional.ofNullable(row.getString("merged_into")),
                Optional.ofNullable(row.getString("message_ts")).map(ReminderStore::posted));
    }

    private static Optional<When> when(ResultSet row) throws SQLException {
        String anchor = row.getString("anchor");
        return anchor == null
                ? Optional.empty()
                : Optional.of(new When(
                        Timing.of(row.getString("timing")).orElseThrow(),
                        Anchor.parse(anchor),
                        Optional.ofNullable(row.getString("span")).flatMap(Span::parse),
                        Optional.ofNullable(row.getString("zone_of"))));
    }

    /** Slack's timestamps are seconds, with a fraction that only tells messages apart. */
    private static Instant posted(String ts) {
        return Instant.ofEpochSecond(new BigDecimal(ts).longValue());
    }
}
