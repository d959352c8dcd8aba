package dev.baton.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** A copy of a database that others may be writing to: of one moment, whole, verified, and there or not there. */
final class SqliteCopy {
    /** What an unfinished copy is called; whoever finds one found what a killed process left. */
    static final String UNFINISHED = ".part";

    private SqliteCopy() {}

    /**
     * Copies under a temporary name and puts the copy in its place when it is known to be good. What was there under this
     * name is replaced in one step.
     */
    static void of(Path database, Path target) throws IOException {
        Path part = SqliteFile.sibling(target, UNFINISHED);
        try {
            unverified(database, part);
            Step.BACKING_UP.reached();
            verify(part);
            Step.BACKED_UP.reached();
            SqliteFile.move(part, target);
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(part);
            throw e;
        }
    }

    /** The copy alone, for whoever does more to it before it is of use. */
    static void unverified(Path database, Path target) throws IOException {
        Files.deleteIfExists(target);
        SqliteFile.createPrivate(target);
        try (Connection connection = reading(database).getConnection();
                PreparedStatement copy = connection.prepareStatement("VACUUM INTO ?")) {
            copy.setString(1, target.toString());
            copy.execute();
        } catch (SQLException e) {
            throw new IOException("cannot copy " + database + " to " + target + ": " + e.getMessage(), e);
        }
    }

    private static void verify(Path copy) {
        SqliteHealth.ofCopy(copy);
        if (Schema.of(SqliteFile.readOnly(SqliteFile.url(copy))).has() == 0) {
            throw new UnableToOpenDatabase("The copy " + copy + " has come out without Baton's tables.");
        }
    }

    /** A reader among others; the database is neither locked nor changed by it. */
    private static SQLiteDataSource reading(Path database) {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(5_000);
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl(SqliteFile.url(database));
        return source;
    }
}
