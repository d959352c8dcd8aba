package dev.baton.scale;

import dev.baton.account.Act;
import dev.baton.account.SalesforceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Engagements of the pool. */
final class ScaleStore {

    /** The next visible number. It is given back when the act fails. */
    long nextNumber(Act act) {
        return act.handle()
                .createQuery("UPDATE counter SET value = value + 1 WHERE name = 'engagement' RETURNING value")
                .mapTo(long.class)
                .one();
    }

    Optional<Engagement> engagement(Handle read, long number) {
        return read.createQuery("SELECT * FROM scale_engagement WHERE number = :number")
                .bind("number", number)
                .map((row, context) -> engagement(row))
                .findOne();
    }

    /** The newest first. */
    List<Engagement> of(Handle read, SalesforceId account) {
        return read.createQuery("SELECT * FROM scale_engagement WHERE account_id = :account ORDER BY number DESC")
                .bind("account", account.value15())
                .map((row, context) -> engagement(row))
                .list();
    }

    Optional<Engagement> open(Handle read, SalesforceId account) {
        return read.createQuery("""
                        SELECT * FROM scale_engagement
                        WHERE account_id = :account AND state IN ('SUBMITTED', 'ACCEPTED')
                        """)
                .bind("account", account.value15())
                .map((row, context) -> engagement(row))
                .findOne();
    }

    /** False when another open engagement of the account was faster. */
    boolean insert(Act act, Engagement engagement) {
        Need need = engagement.need();
        return act.handle()
                        .createUpdate("""
                        INSERT INTO scale_engagement (number, account_id, owner, state, contact, intervention, use_case,
                            risk, environment, pain_points, direct, flag, submitted_at)
                        VALUES (:number, :account, :owner, :state, :contact, :intervention, :useCase,
                            :risk, :environment, :painPoints, :direct, :flag, :at)
                        ON CONFLICT DO NOTHING
                        """)
                        .bind("number", engagement.number())
                        .bind("account", engagement.account().value15())
                        .bind("owner", engagement.owner())
                        .bind("state", engagement.state().name())
                        .bind("contact", need.contact())
                        .bind("intervention", need.intervention())
                        .bind("useCase", need.useCase())
                        .bind("risk", need.risk())
                        .bind("environment", need.environment())
                        .bind("painPoints", need.painPoints().orElse(null))
                        .bind("direct", need.direct() ? 1 : 0)
                        .bind("flag", engagement.flag().orElse(null))
                        .bind("at", engagement.submittedAt().toEpochMilli())
                        .execute()
                == 1;
    }

    /** All that nobody has finished or declined. */
    List<Engagement> open(Handle handle) {
        return handle.createQuery(
                        "SELECT * FROM scale_engagement WHERE state IN ('SUBMITTED', 'ACCEPTED') ORDER BY number")
                .map((row, context) -> engagement(row))
                .list();
    }

    /** What somebody has accepted and not finished, and what somebody asked for that is open. */
    List<Engagement> inHand(Handle read, String person) {
        return read.createQuery("""
                        SELECT * FROM scale_engagement WHERE state IN ('SUBMITTED', 'ACCEPTED')
                            AND (owner = :person OR answered_by = :person) ORDER BY number
                        """)
                .bind("person", person)
                .map((row, context) -> engagement(row))
                .list();
    }

    /** False when somebody else changed it first. */
    boolean advance(Act act, Engagement next) {
        return act.handle()
                        .createUpdate("""
                        UPDATE scale_engagement SET owner = :owner, state = :state, answered_by = :answeredBy,
                            answered_at = :answeredAt, answer = :answer, done_by = :doneBy, version = :version
                        WHERE number = :number AND version = :version - 1
                        """)
                        .bind("number", next.number())
                        .bind("owner", next.owner())
                        .bind("state", next.state().name())
                        .bind("answeredBy", next.answeredBy().orElse(null))
                        .bind(
                                "answeredAt",
                                next.answeredAt().map(Instant::toEpochMilli).orElse(null))
                        .bind("answer", next.answer().orElse(null))
                        .bind("doneBy", next.doneBy().orElse(null))
                        .bind("version", next.version())
                        .execute()
                == 1;
    }

    private static Engagement engagement(ResultSet row) throws SQLException {
        return new Engagement(
                row.getLong("number"),
                new SalesforceId(row.getString("account_id")),
                row.getString("owner"),
                EngagementState.valueOf(row.getString("state")),
                need(row),
                Optional.ofNullable(row.getString("flag")),
                Optional.ofNullable(row.getString("answered_by")),
                answeredAt(row),
                Optional.ofNullable(row.getString("answer")),
                Optional.ofNullable(row.getString("done_by")),
                Instant.ofEpochMilli(row.getLong("submitted_at")),
                row.getLong("version"));
    }

    private static Optional<Instant> answeredAt(ResultSet row) throws SQLException {
        long at = row.getLong("answered_at");
        return row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(at));
    }

    private static Need need(ResultSet row) throws SQLException {
        return new Need(
                row.getString("contact"),
                row.getString("intervention"),
                row.getString("use_case"),
                row.getString("risk"),
                row.getString("environment"),
                Optional.ofNullable(row.getString("pain_points")),
                row.getLong("direct") == 1);
    }
}
