package dev.baton.story;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** What stands in a PostgreSQL database at one moment, to be brought back as often as wanted beneath those who use it. */
final class OpeningState {
    private static final String KEPT = "opening";
    private static final String TABLES = """
            SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'flyway_schema_history'
            """;

    private final String database;
    private final List<String> tables;

    private OpeningState(String database, List<String> tables) {
        this.database = database;
        this.tables = tables;
    }

    /** Keeps it in the database itself. */
    static OpeningState of(String database) {
        List<String> tables = new ArrayList<>();
        inOne(database, sql -> {
            sql.execute("DROP SCHEMA IF EXISTS " + KEPT + " CASCADE");
            sql.execute("CREATE SCHEMA " + KEPT);
            try (ResultSet found = sql.executeQuery(TABLES)) {
                while (found.next()) {
                    tables.add(found.getString(1));
                }
            }
            for (String table : tables) {
                sql.execute("CREATE TABLE " + KEPT + "." + table + " AS TABLE public." + table);
            }
        });
        return new OpeningState(database, tables);
    }

    /** Empties everything, does this, and brings back what stood there. */
    void restore(Runnable between) {
        inOne(database, sql -> {
            // Rows come back in any order, so references are not looked at meanwhile.
            sql.execute("SET LOCAL session_replication_role = replica");
            // Nobody writes meanwhile; and no table gets new files, as it would if it were truncated.
            sql.execute("LOCK TABLE " + String.join(", ", tables) + " IN ACCESS EXCLUSIVE MODE");
            for (String table : tables) {
                sql.execute("DELETE FROM " + table);
            }
            between.run();
            for (String table : tables) {
                sql.execute("INSERT INTO public." + table + " SELECT * FROM " + KEPT + "." + table);
            }
        });
    }

    private interface Work {
        void in(Statement sql) throws SQLException;
    }

    private static void inOne(String database, Work work) {
        try (Connection connection = DriverManager.getConnection(database)) {
            connection.setAutoCommit(false);
            try (Statement sql = connection.createStatement()) {
                work.in(sql);
            }
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
