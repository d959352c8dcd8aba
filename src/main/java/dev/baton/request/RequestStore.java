package dev.baton.request;

import dev.baton.account.Act;
import dev.baton.account.SalesforceId;
import dev.baton.handbook.Qualification;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Requests for a CSM. */
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

    /** False when another open request for the opportunity was faster. */
    boolean insert(Act act, CsmRequest request) {
        return act.handle()
                        .createUpdate("""
                        INSERT INTO csm_request (number, account_id, opportunity_id, requester, state, qualification,
                            qualified_why, admission, manager, preferred_csm, notes, submitted_at)
                        VALUES (:number, :account, :opportunity, :requester, :state, :qualification,
                            :why, :admission, :manager, :preferred, :notes, :at)
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
                        .bind("preferred", request.preferredCsm().orElse(null))
                        .bind("notes", request.notes().orElse(null))
                        .bind("at", request.submittedAt().toEpochMilli())
                        .execute()
                == 1;
    }

    /** False when somebody else changed it first. */
    boolean advance(Act act, CsmRequest next) {
        return act.handle()
                        .createUpdate("""
                        UPDATE csm_request SET state = :state, csm = :csm, settled_by = :settledBy, answer = :answer,
                            version = :version
                        WHERE number = :number AND version = :version - 1
                        """)
                        .bind("number", next.number())
                        .bind("state", next.state().name())
                        .bind("csm", next.csm().orElse(null))
                        .bind("settledBy", next.settledBy().orElse(null))
                        .bind("answer", next.answer().orElse(null))
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
                new Qualified(Qualification.valueOf(row.getString("qualification")), row.getString("qualified_why")),
                Admission.valueOf(row.getString("admission")),
                row.getString("manager"),
                Optional.ofNullable(row.getString("preferred_csm")),
                Optional.ofNullable(row.getString("notes")),
                Optional.ofNullable(row.getString("csm")),
                Optional.ofNullable(row.getString("settled_by")),
                Optional.ofNullable(row.getString("answer")),
                Instant.ofEpochMilli(row.getLong("submitted_at")),
                row.getLong("version"));
    }
}
