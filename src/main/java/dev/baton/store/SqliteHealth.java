package dev.baton.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** A damaged file is refused at start and never re-created: what it owes people may still be saved from a backup. */
final class SqliteHealth {
    private SqliteHealth() {}

    static void check(DataSource source, Path file) {
        if (!Files.exists(file)) {
            return;
        }
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("PRAGMA quick_check(1)")) {
            String finding = result.next() ? result.getString(1) : "no answer";
            if (!finding.equals("ok")) {
                throw damaged(file, finding);
            }
        } catch (SQLException e) {
            throw damaged(file, String.valueOf(e.getMessage()));
        }
    }

    private static UnableToOpenDatabase damaged(Path file, String finding) {
        return new UnableToOpenDatabase("The SQLite file " + file + " cannot be used (" + finding
                + "). It was left as it is: put a backup in its place, or move it away to begin anew.");
    }
}
