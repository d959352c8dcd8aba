package dev.baton.request;

import dev.baton.account.Act;
import dev.baton.account.SalesforceId;
import dev.baton.handbook.Qualification;
import dev.baton.request.CsmRequest.Settlement;
import dev.baton.request.CsmRequest.Wish;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Requests for a CSM. What is said about them is in {@link RemarkStore}. */
final class RequestStore {

    /** The next visible number. It is given back when the act fails. */
    long nextNumber(Act act) {
        return act.handle()
                .createQuery("UPDATE counter SET value = value + 1 WHERE name = 'request' RETURNING value")
                .mapTo(long.class)
                .one();
    }

    Optional<CsmRequest> request(Handle handle, long number) {
        return handle.createQuery("SELECT * FROM csm_request WHERE number = :number")
                .bind("number", number)
                .map((row, context) -> request(row))
                .findOne();
    }

    Optional<CsmRequest> openFor(Handle handle, SalesforceId opportunity) {
        return handle.createQuery("SELECT * FROM csm_request WHERE opportunity_id = :opportunity AND state = 'ROUTED'")
                .bind("opportunity", opportunity.value15())
                .map((row, context) -> request(row))
                .findOne();
    }

    /** All that wait for an answer, oldest first. */
    List<CsmRequest> open(Handle handle) {
        return handle.createQuery("SELECT * FROM csm_request WHERE state = 'ROUTED' ORDER BY submitted_at, number")
                .map((row, context) -> request(row))
                .list();
    }

    /** All that this person asked and that wait for an answer, oldest first. */
    List<CsmRequest> askedBy(Handle handle, String person) {
        return handle.createQuery("""
                        SELECT * FROM csm_request WHERE state = 'ROUTED' AND requester = :person
                        ORDER BY submitted_at, number
                        """)
                .bind("person", person)
                .map((row, context) -> request(row))
                .list();
    }

    /** The account's requests, newest first. */
    List<CsmRequest> of(Handle handle, SalesforceId account, int limit) {
        return handle.createQuery(
                        "SELECT * FROM csm_request WHERE account_id = :account ORDER BY CASE WHEN state = 'ROUTED' THEN 0 ELSE 1 END, number DESC LIMIT :limit")
                .bind("account", account.value15())
                .bind("limit", limit)
                .map((row, context) -> request(row))
                .list();
    }

    /** False when another open request for the opportunity was faster. */
    boolean insert(Act act, CsmRequest request) {
        return act.handle()
                        .createUpdate("""
                        INSERT INTO csm_request (number, account_id, opportunity_id, requester, state, qualification,
                            qualified_why, admission, manager, by_default, preferred_csm, notes, anyway_reason,
                            submitted_at)
                        VALUES (:number, :account, :opportunity, :requester, :state, :qualification,
                            :why, :admission, :manager, :byDefault, :preferred, :notes, :anyway, :at)
                        ON CONFLICT DO NOTHING
                        """)
                        .bind("number", request.number())
                        .bind("account", request.account().value15())
                        .bind("opportunity", request.opportunity().value15())
                        .bind("requester", request.requester())
                        .bind("state", request.state().name())
                        .bind("qualification", request.qualified().result().name())
                        .bind("why", request.qualified().why())
                        .bind("admission", request.admission().name())
                        .bind("manager", request.manager())
                        .bind("byDefault", request.byDefault() ? 1 : 0)
                        .bind("preferred", request.wish().preferredCsm().orElse(null))
                        .bind("notes", request.wish().notes().orElse(null))
                        .bind("anyway", request.wish().anyway().orElse(null))
                        .bind("at", request.submittedAt().toEpochMilli())
                        .execute()
                == 1;
    }

    /** False when somebody else changed it first. */
    boolean advance(Act act, CsmRequest next) {
        Optional<Qualified.Ruling> override = next.qualified().ruling();
        return act.handle()
                        .createUpdate("""
                        UPDATE csm_request SET requester = :requester, state = :state, qualification = :qualification, qualified_why = :why,
                            overridden_by = :overriddenBy, override_reason = :overrideReason, admission = :admission,
                            manager = :manager, by_default = :byDefault, preferred_csm = :preferred, notes = :notes,
                            csm = :csm, settled_by = :settledBy, answer = :answer, version = :version
                        WHERE number = :number AND version = :version - 1
                        """)
                        .bind("number", next.number())
                        .bind("requester", next.requester())
                        .bind("state", next.state().name())
                        .bind("qualification", next.qualified().result().name())
                        .bind("why", next.qualified().why())
                        .bind("overriddenBy", override.map(Qualified.Ruling::by).orElse(null))
                        .bind(
                                "overrideReason",
                                override.map(Qualified.Ruling::reason).orElse(null))
                        .bind("admission", next.admission().name())
                        .bind("manager", next.manager())
                        .bind("byDefault", next.byDefault() ? 1 : 0)
                        .bind("preferred", next.wish().preferredCsm().orElse(null))
                        .bind("notes", next.wish().notes().orElse(null))
                        .bind("csm", next.csm().orElse(null))
                        .bind("settledBy", next.settlement().map(Settlement::by).orElse(null))
                        .bind(
                                "answer",
                                next.settlement().flatMap(Settlement::words).orElse(null))
                        .bind("version", next.version())
                        .execute()
                == 1;
    }

    private static CsmRequest request(ResultSet row) throws SQLException {
        return new CsmRequest(
                row.getLong("number"),
                new SalesforceId(row.getString("account_id")),
                new SalesforceId(row.getString("opportunity_id")),
                row.getString("requester"),
                RequestState.valueOf(row.getString("state")),
                qualified(row),
                Admission.valueOf(row.getString("admission")),
                row.getString("manager"),
                row.getInt("by_default") != 0,
                new Wish(text(row, "preferred_csm"), text(row, "notes"), text(row, "anyway_reason")),
                settlement(row),
                Instant.ofEpochMilli(row.getLong("submitted_at")),
                row.getLong("version"));
    }

    private static Qualified qualified(ResultSet row) throws SQLException {
        Optional<String> reason = text(row, "override_reason");
        Optional<Qualified.Ruling> override =
                text(row, "overridden_by").map(by -> new Qualified.Ruling(by, reason.orElse("")));
        return new Qualified(
                Qualification.valueOf(row.getString("qualification")), row.getString("qualified_why"), override);
    }

    private static Optional<Settlement> settlement(ResultSet row) throws SQLException {
        Optional<String> csm = text(row, "csm");
        Optional<String> words = text(row, "answer");
        return text(row, "settled_by").map(by -> new Settlement(by, csm, words));
    }

    private static Optional<String> text(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column));
    }
}
