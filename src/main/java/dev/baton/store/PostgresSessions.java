package dev.baton.store;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;

/** Who else is connected to a PostgreSQL database; on a SQLite file the claim tells. */
public final class PostgresSessions {
    /** How Baton's sessions are called on the server, unless the address calls them otherwise. */
    static final String NAME = "baton";

    static final String NAME_PROPERTY = "ApplicationName";

    private static final String OTHERS = """
            SELECT COUNT(*) FROM pg_stat_activity
            WHERE datname = current_database() AND pid <> pg_backend_pid()
                AND application_name = current_setting('application_name')
            """;

    private PostgresSessions() {}

    /**
     * Refuses to go on beside another Baton. Each that serves has a session open, whatever it does.
     *
     * @param url as everybody else has it, for a name that it gives its sessions is what they are known by
     * @throws UnableToOpenDatabase with what an operator should do about it
     */
    public static void requireNoOther(String url) {
        Properties named = new Properties();
        named.setProperty(NAME_PROPERTY, NAME);
        try (Connection connection = DriverManager.getConnection(url, named);
                Statement statement = connection.createStatement();
                ResultSet others = statement.executeQuery(OTHERS)) {
            if (others.next() && others.getLong(1) > 0) {
                throw new UnableToOpenDatabase("Another Baton is connected to this database, with " + others.getLong(1)
                        + " sessions. Stop every Baton first.");
            }
        } catch (SQLException e) {
            throw UnableToOpenDatabase.because(new IllegalStateException(e), "PostgreSQL");
        }
    }
}
