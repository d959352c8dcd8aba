package dev.baton.evaluation;

import dev.baton.account.Act;
import dev.baton.account.SalesforceId;
import dev.baton.store.Overtaken;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** Completed evaluations. */
final class EvaluationStore {

    Optional<Evaluation> evaluation(Handle read, long id) {
        return read.createQuery("SELECT * FROM evaluation WHERE id = :id")
                .bind("id", id)
                .map((row, context) -> evaluation(row))
                .findOne();
    }

    /** Those of an account in which something is left to do. */
    List<Evaluation> open(Handle read, SalesforceId account) {
        return read.createQuery("SELECT * FROM evaluation WHERE account_id = :account AND state = 'OPEN' ORDER BY id")
                .bind("account", account.value15())
                .map((row, context) -> evaluation(row))
                .list();
    }

    /** All in which something is left to do. */
    List<Evaluation> open(Handle read) {
        return read.createQuery("SELECT * FROM evaluation WHERE state = 'OPEN' ORDER BY id")
                .map((row, context) -> evaluation(row))
                .list();
    }

    /** Empty when the opportunity has an open one: somebody else was faster. */
    Optional<Evaluation> insert(
            Act act, SalesforceId account, SalesforceId opportunity, String sa, Optional<String> seller) {
        return act.handle()
                .createQuery("""
                        INSERT INTO evaluation (account_id, opportunity_id, sa, seller, state, completed_at)
                        VALUES (:account, :opportunity, :sa, :seller, 'OPEN', :at)
                        ON CONFLICT DO NOTHING
                        RETURNING *
                        """)
                .bind("account", account.value15())
                .bind("opportunity", opportunity.value15())
                .bind("sa", sa)
                .bind("seller", seller.orElse(null))
                .bind("at", act.now().toEpochMilli())
                .map((row, context) -> evaluation(row))
                .findOne();
    }

    /** @throws Overtaken when somebody else changed it first */
    void advance(Act act, Evaluation next) {
        int changed = act.handle()
                .createUpdate("""
                        UPDATE evaluation SET sa = :sa, seller = :seller, state = :state, reasons = :reasons,
                            timely = :timely, pov = :pov, moved_at = :movedAt, version = :version
                        WHERE id = :id AND version = :version - 1
                        """)
                .bind("id", next.id())
                .bind("sa", next.sa())
                .bind("seller", next.seller().orElse(null))
                .bind("state", next.state().name())
                .bind(Check.REASONS.column(), ticked(next, Check.REASONS))
                .bind(Check.TIMELY.column(), ticked(next, Check.TIMELY))
                .bind(Check.POV.column(), ticked(next, Check.POV))
                .bind("movedAt", next.movedAt().map(Instant::toEpochMilli).orElse(null))
                .bind("version", next.version())
                .execute();
        if (changed == 0) {
            throw new Overtaken(next.subject());
        }
    }

    private static int ticked(Evaluation evaluation, Check check) {
        return evaluation.ticked().contains(check) ? 1 : 0;
    }

    private static Evaluation evaluation(ResultSet row) throws SQLException {
        Set<Check> ticked = EnumSet.noneOf(Check.class);
        for (Check check : Check.values()) {
            if (row.getInt(check.column()) == 1) {
                ticked.add(check);
            }
        }
        long moved = row.getLong("moved_at");
        Optional<Instant> movedAt = row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(moved));
        return new Evaluation(
                row.getLong("id"),
                new SalesforceId(row.getString("account_id")),
                new SalesforceId(row.getString("opportunity_id")),
                row.getString("sa"),
                Optional.ofNullable(row.getString("seller")),
                EvaluationState.valueOf(row.getString("state")),
                ticked,
                Instant.ofEpochMilli(row.getLong("completed_at")),
                movedAt,
                row.getLong("version"));
    }
}
