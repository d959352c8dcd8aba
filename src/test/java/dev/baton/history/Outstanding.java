package dev.baton.history;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** What is due and not yet said, and how many requests there are: when to look, and never what has to be there. */
final class Outstanding {
    private final String database;

    Outstanding(String database) {
        this.database = database;
    }

    /** Also what is owed again after it was tried in vain. */
    String due(long now) {
        return answer(
                "SELECT COUNT(*) || ' ' || COALESCE(MIN(key || ' ' || state || ' ' || COALESCE(last_error, '')), '') FROM notice"
                        + " WHERE state = 'claimed' OR state = 'pending' AND due_at <= " + now);
    }

    int requests() {
        return Integer.parseInt(answer("SELECT COALESCE(MAX(number), 0) FROM csm_request"));
    }

    private String answer(String query) {
        try (Connection connection = DriverManager.getConnection(database);
                Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(query)) {
            answer.next();
            return answer.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
