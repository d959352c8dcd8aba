package dev.baton.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** A damaged file is refused at start and never re-created: what it owes people may still be saved from a backup. */
final class SqliteHealth {
    private SqliteHealth() {}

    static void check(String url, Path file) {
        if (!Files.exists(file)) {
            return;
        }
        try (Connection connection = readOnly(url).getConnection();
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

    /** Not as the database is opened later: a write-ahead log could be written back into the damaged file. */
    private static SQLiteDataSource readOnly(String url) {
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl(url);
        return source;
    }

    private static UnableToOpenDatabase damaged(Path file, String finding) {
        return new UnableToOpenDatabase("The SQLite file " + file + " cannot be used (" + finding
                + "). It was left as it is: put a backup in its place, or move it away to begin anew.");
    }
}
