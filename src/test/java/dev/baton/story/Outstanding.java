package dev.baton.story;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Looks into the database for what is due and not yet said. */
final class Outstanding {
    private static final String DUE = """
            SELECT COUNT(*) FROM notice WHERE state = 'claimed' OR state = 'pending' AND due_at <= ?
            """;

    private Outstanding() {}

    static long in(String database, long now) {
        try (Connection connection = DriverManager.getConnection(database);
                PreparedStatement query = connection.prepareStatement(DUE)) {
            query.setLong(1, now);
            try (ResultSet answer = query.executeQuery()) {
                answer.next();
                return answer.getLong(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
