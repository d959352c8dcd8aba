package dev.baton.meeting;

import dev.baton.account.Act;
import dev.baton.account.SalesforceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Meetings that are planned. */
final class MeetingStore {

    Optional<Meeting> planned(Handle handle, SalesforceId account) {
        return handle.createQuery(
                        "SELECT * FROM meeting WHERE account_id = :account AND kind = 'INTERNAL' AND state = 'PLANNED'")
                .bind("account", account.value15())
                .map((row, context) -> meeting(row))
                .findOne();
    }

    /** All that are planned. */
    List<Meeting> planned(Handle handle) {
        return handle.createQuery("SELECT * FROM meeting WHERE kind = 'INTERNAL' AND state = 'PLANNED' ORDER BY id")
                .map((row, context) -> meeting(row))
                .list();
    }

    /** Those that this person sees to. */
    List<Meeting> planned(Handle handle, String person) {
        return handle.createQuery("""
                        SELECT * FROM meeting WHERE kind = 'INTERNAL' AND state = 'PLANNED'
                            AND (owner = :person OR co_owner = :person)
                        ORDER BY id
                        """)
                .bind("person", person)
                .map((row, context) -> meeting(row))
                .list();
    }

    Optional<Meeting> meeting(Handle handle, long id) {
        return handle.createQuery("SELECT * FROM meeting WHERE id = :id")
                .bind("id", id)
                .map((row, context) -> meeting(row))
                .findOne();
    }

    /** Plans the account's internal meeting, or gives the planned one to others. */
    Meeting plan(Act act, SalesforceId account, String owner, Optional<String> coOwner) {
        return act.handle()
                .createQuery("""
                        INSERT INTO meeting (account_id, kind, state, owner, co_owner, planned_at)
                        VALUES (:account, 'INTERNAL', 'PLANNED', :owner, :coOwner, :at)
                        ON CONFLICT (account_id, kind) WHERE state = 'PLANNED'
                        DO UPDATE SET owner = excluded.owner, co_owner = excluded.co_owner
                        RETURNING *
                        """)
                .bind("account", account.value15())
                .bind("owner", owner)
                .bind("coOwner", coOwner.orElse(null))
                .bind("at", act.now().toEpochMilli())
                .map((row, context) -> meeting(row))
                .one();
    }

    private static Meeting meeting(ResultSet row) throws SQLException {
        return new Meeting(
                row.getLong("id"),
                new SalesforceId(row.getString("account_id")),
                row.getString("owner"),
                Optional.ofNullable(row.getString("co_owner")));
    }
}
