package dev.baton.stage;

import dev.baton.account.Act;
import dev.baton.account.SalesforceId;
import dev.baton.handbook.Stage;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Wishes to take deals back. */
final class ReversalStore {

    /** The wish under a number of its own; empty when another one for the same deal waits already. */
    Optional<Reversal> insert(Act act, Reversal wish) {
        return act.handle()
                .createQuery("""
                        INSERT INTO stage_reversal (account_id, opportunity_id, from_stage, to_stage, close_date,
                            start_date, reason, requester, manager, asked_at, state)
                        VALUES (:account, :opportunity, :from, :to, :close, :start, :reason, :requester, :manager, :at,
                            'PENDING')
                        ON CONFLICT (opportunity_id) WHERE state = 'PENDING' DO NOTHING
                        RETURNING *
                        """)
                .bind("account", wish.account().value15())
                .bind("opportunity", wish.opportunity().value15())
                .bind("from", wish.from().name())
                .bind("to", wish.to().name())
                .bind("close", wish.close().toString())
                .bind("start", wish.start().map(LocalDate::toString).orElse(null))
                .bind("reason", wish.reason())
                .bind("requester", wish.requester())
                .bind("manager", wish.manager())
                .bind("at", wish.askedAt().toEpochMilli())
                .map((row, context) -> reversal(row))
                .findOne();
    }

    /** False when somebody else's change was faster. */
    boolean save(Act act, Reversal next) {
        return act.handle()
                        .createUpdate("""
                        UPDATE stage_reversal SET requester = :requester, manager = :manager, state = :state,
                            settled_by = :by, words = :words, version = :version
                        WHERE id = :id AND version = :version - 1
                        """)
                        .bind("id", next.id())
                        .bind("requester", next.requester())
                        .bind("manager", next.manager())
                        .bind("state", next.state().name())
                        .bind("by", next.by().orElse(null))
                        .bind("words", next.words().orElse(null))
                        .bind("version", next.version())
                        .execute()
                == 1;
    }

    Optional<Reversal> reversal(Handle read, long id) {
        return read.createQuery("SELECT * FROM stage_reversal WHERE id = :id")
                .bind("id", id)
                .map((row, context) -> reversal(row))
                .findOne();
    }

    /** The wish for this deal that waits for an answer. */
    Optional<Reversal> pending(Handle read, SalesforceId opportunity) {
        return read.createQuery("SELECT * FROM stage_reversal WHERE opportunity_id = :deal AND state = 'PENDING'")
                .bind("deal", opportunity.value15())
                .map((row, context) -> reversal(row))
                .findOne();
    }

    /** All of an account, the newest first. */
    List<Reversal> of(Handle read, SalesforceId account) {
        return read.createQuery("SELECT * FROM stage_reversal WHERE account_id = :account ORDER BY id DESC")
                .bind("account", account.value15())
                .map((row, context) -> reversal(row))
                .list();
    }

    List<Reversal> pending(Handle read) {
        return read.createQuery("SELECT * FROM stage_reversal WHERE state = 'PENDING' ORDER BY id")
                .map((row, context) -> reversal(row))
                .list();
    }

    private static Reversal reversal(ResultSet row) throws SQLException {
        return new Reversal(
                row.getLong("id"),
                new SalesforceId(row.getString("account_id")),
                new SalesforceId(row.getString("opportunity_id")),
                Stage.valueOf(row.getString("from_stage")),
                Stage.valueOf(row.getString("to_stage")),
                LocalDate.parse(row.getString("close_date")),
                Optional.ofNullable(row.getString("start_date")).map(LocalDate::parse),
                row.getString("reason"),
                row.getString("requester"),
                row.getString("manager"),
                Instant.ofEpochMilli(row.getLong("asked_at")),
                Reversal.State.valueOf(row.getString("state")),
                Optional.ofNullable(row.getString("settled_by")),
                Optional.ofNullable(row.getString("words")),
                row.getLong("version"));
    }
}
