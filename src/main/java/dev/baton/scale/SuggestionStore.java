package dev.baton.scale;

import dev.baton.account.Act;
import dev.baton.account.SalesforceId;
import dev.baton.scale.Suggestion.Cause;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** What was suggested to owners. */
final class SuggestionStore {

    /** False when the same was suggested that day already. */
    boolean insert(Act act, Suggestion suggestion) {
        return act.handle()
                        .createUpdate("""
                        INSERT INTO scale_suggestion (account_id, day, cause, by_whom, told)
                        VALUES (:account, :day, :cause, :by, :told)
                        ON CONFLICT DO NOTHING
                        """)
                        .bind("account", suggestion.account().value15())
                        .bind("day", suggestion.day().toString())
                        .bind("cause", suggestion.cause().name())
                        .bind("by", suggestion.by())
                        .bind("told", suggestion.told())
                        .execute()
                == 1;
    }

    Optional<Suggestion> suggestion(Handle read, Suggestion.Key key) {
        return read.createQuery("""
                        SELECT * FROM scale_suggestion
                        WHERE account_id = :account AND day = :day AND cause = :cause
                        """)
                .bind("account", key.account().value15())
                .bind("day", key.day().toString())
                .bind("cause", key.cause().name())
                .map((row, context) -> suggestion(row))
                .findOne();
    }

    /** The latest: what is older nobody looks at any more. */
    List<Suggestion> of(Handle read, SalesforceId account) {
        return read.createQuery(
                        "SELECT * FROM scale_suggestion WHERE account_id = :account ORDER BY day DESC, cause LIMIT 20")
                .bind("account", account.value15())
                .map((row, context) -> suggestion(row))
                .list();
    }

    private static Suggestion suggestion(ResultSet row) throws SQLException {
        return new Suggestion(
                new SalesforceId(row.getString("account_id")),
                LocalDate.parse(row.getString("day")),
                Cause.valueOf(row.getString("cause")),
                row.getString("by_whom"),
                row.getString("told"));
    }
}
