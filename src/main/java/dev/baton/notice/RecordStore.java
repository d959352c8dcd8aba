package dev.baton.notice;

import dev.baton.store.Database.Dialect;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** What came of a try, as the runner writes it down; each is fenced by the claim and the generation. */
final class RecordStore {
    private final Dialect dialect;

    RecordStore(Dialect dialect) {
        this.dialect = dialect;
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

    /**
     * Back to pending, to be tried again after a while, at most the longest. The due time is never touched. Where nobody knows
     * how a try ended and the clock was set back meanwhile, the look-up begins with the earlier hour: Slack's stamp may be of
     * that one.
     */
    void release(Handle handle, NoticeRow row, Release how, Instant businessNow, Instant machineNow) {
        ClaimStore.at(dialect, machineNow, handle.createUpdate("""
                        UPDATE notice SET state = 'pending', claim = NULL, retry_at = %s + CAST(:after AS BIGINT),
                            unresolved = :unresolved, last_error = COALESCE(CAST(:why AS TEXT), last_error), attempts = attempts - :refund,
                            first_try = CASE WHEN first_try > :businessNow THEN :businessNow ELSE first_try END
                        WHERE id = :id AND state = 'claimed' AND claim = :claim
                        """.formatted(ClaimStore.machineTime(dialect))))
                .bind("id", row.id())
                .bind("claim", row.claim())
                .bind(
                        "after",
                        how.after().isZero()
                                ? null
                                : Math.min(how.after().toMillis(), ClaimStore.LONGEST_WAIT.toMillis()))
                .bind("unresolved", how.unresolved() ? 1 : 0)
                .bind("why", how.why().orElse(null))
                .bind("refund", how.burnsAttempt() ? 0 : 1)
                .bind("businessNow", businessNow.toEpochMilli())
                .execute();
    }

    /** Said, or no longer worth saying: owed again at its next time, unless it moved on by itself. */
    static void repeat(Handle handle, long id, long gen, Again next) {
        handle.createUpdate("""
                        UPDATE notice SET state = 'pending', due_at = :next, timing = :timing, anchor = :anchor, span = :span,
                            zone_of = :zoneOf, gen = gen + 1, reader = NULL, snoozed_until = NULL, first_try = NULL, attempts = 0, retry_at = NULL,
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

    /**
     * Its reader has put it off while it was being said or looked for: it is owed again when that time is over, and its
     * message, if there is one, stands.
     *
     * @return false when nobody has
     */
    boolean postponed(Handle handle, NoticeRow row, Instant businessNow) {
        return handle.createUpdate("""
                        UPDATE notice SET state = 'pending', claim = NULL, due_at = snoozed_until, gen = gen + 1, reader = NULL,
                            try_id = NULL, first_try = NULL, unresolved = 0, retry_at = NULL, attempts = 0, last_error = NULL
                        WHERE id = :id AND gen = :gen AND snoozed_until > :now AND dropped = 0
                            AND (state = 'sent' OR state = 'claimed' AND claim = :claim)
                        """)
                        .bind("id", row.id())
                        .bind("gen", row.gen())
                        .bind("claim", row.claim())
                        .bind("now", businessNow.toEpochMilli())
                        .execute()
                == 1;
    }
}
