package dev.baton.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/** A damaged file is refused at start and never re-created: what it owes people may still be saved from a backup. */
final class SqliteHealth {
    private static final String OF_BATON = "SELECT COUNT(*) FROM sqlite_schema WHERE name = 'flyway_schema_history'";

    private SqliteHealth() {}

    /**
     * Refuses what is there and cannot be used.
     *
     * @param backups named in the refusal, with what to do about it
     */
    static void check(Path file, Optional<Backups> backups) {
        if (Files.exists(file)) {
            finding(file).ifPresent(finding -> {
                throw new UnableToOpenDatabase(
                        "The SQLite file " + file + " cannot be used (" + finding + "). It was left as it is: "
                                + backups.map(Backups::advice)
                                        .orElse("put a backup in its place, or move it away to begin anew."));
            });
        }
    }

    /** Refuses a copy that nobody could restore. */
    static void ofCopy(Path copy) {
        if (!Files.isRegularFile(copy)) {
            throw new UnableToOpenDatabase("There is no file " + copy + ".");
        }
        finding(copy).ifPresent(finding -> {
            throw new UnableToOpenDatabase(copy + " is no healthy database of Baton's (" + finding + ").");
        });
    }

    /** What is wrong with it; a new database that was left before its first table is one as well. */
    static Optional<String> finding(Path file) {
        if (isEmpty(file)) {
            return Optional.of("it is empty");
        }
        try (Connection connection = SqliteFile.readOnly(SqliteFile.url(file)).getConnection();
                Statement statement = connection.createStatement()) {
            String said = first(statement, "PRAGMA quick_check(1)");
            if (!said.equals("ok")) {
                return Optional.of(said);
            }
            boolean strangers = first(statement, OF_BATON).equals("0")
                    && !first(statement, "SELECT COUNT(*) FROM sqlite_schema").equals("0");
            return strangers ? Optional.of("it is a database, but none of Baton's") : Optional.empty();
        } catch (SQLException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    /** SQLite takes an empty file for a new database, and Baton's is never empty; what was in it has been lost. */
    private static boolean isEmpty(Path file) {
        try {
            return Files.size(file) == 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String first(Statement statement, String query) throws SQLException {
        try (ResultSet result = statement.executeQuery(query)) {
            return result.next() ? result.getString(1) : "no answer";
        }
    }
}
