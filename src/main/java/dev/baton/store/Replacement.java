package dev.baton.store;

import dev.baton.store.Backups.Backup;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.function.Consumer;
import org.sqlite.SQLiteDataSource;

/**
 * Puts a backup in the place of a SQLite database. All that can be done beforehand is done to a copy beside it: verified,
 * migrated, reconciled. Then the database that was there is kept among the backups, its write-ahead log is folded into it,
 * and one renaming ends it. Whenever the process is killed, the file is either the old database or the new one, whole and
 * reconciled.
 */
public final class Replacement {
    private static final String IN_USE = "Somebody else has %s open. Close it and try again.";

    private final Path database;
    private final Backups backups;

    /** @param url of the database that is replaced; it need not exist */
    public Replacement(String url, Backups backups) {
        this.database = real(SqliteFile.of(url));
        this.backups = backups;
    }

    /**
     * Replaces it.
     *
     * @param reconcile makes the copy fit for a Slack that has gone on since
     * @return where the database that was there is kept; empty when there was none
     * @throws UnableToOpenDatabase with what is wrong, and then nothing has changed
     */
    public Optional<Backup> by(Path backup, Consumer<Database> reconcile) {
        FileClaim claim = FileClaim.of(database);
        try {
            Path copy = SqliteFile.sibling(database, ".restoring");
            prepare(backup, copy, reconcile);
            Optional<Backup> kept = keep();
            Step.RESTORING.reached();
            exchange(copy);
            Step.RESTORED.reached();
            return kept;
        } catch (IOException e) {
            throw new UncheckedIOException("not restored: " + e.getMessage(), e);
        } finally {
            claim.close();
        }
    }

    /** A link stays a link, and what it points to is replaced. */
    private static Path real(Path file) {
        try {
            return Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void prepare(Path backup, Path copy, Consumer<Database> reconcile) throws IOException {
        SqliteHealth.ofCopy(backup);
        Schema schema = Schema.of(SqliteFile.readOnly(SqliteFile.url(backup))).orRefuse(backup.toString());
        if (schema.has() == 0) {
            throw new UnableToOpenDatabase(backup + " is no healthy database of Baton's (it has no tables).");
        }
        remove(copy);
        SqliteCopy.unverified(backup, copy);
        try (Database opened = Database.open(SqliteFile.url(copy))) {
            reconcile.accept(opened);
        }
        foldIn(copy);
        SqliteHealth.ofCopy(copy);
    }

    private static void remove(Path copy) throws IOException {
        Files.deleteIfExists(copy);
        for (Path beside : SqliteFile.besides(copy)) {
            Files.deleteIfExists(beside);
        }
    }

    /** A damaged database is kept as it is: somebody may still read something out of it. */
    private Optional<Backup> keep() {
        if (!Files.exists(database)) {
            return Optional.empty();
        }
        if (SqliteHealth.finding(database).isPresent()) {
            return Optional.of(backups.keepAsItIs("restore"));
        }
        Backup kept = backups.before("restore");
        foldIn(database);
        return Optional.of(kept);
    }

    /** All that is in the write-ahead log comes into the file, and the log is gone: it would be taken for the copy's. */
    private static void foldIn(Path file) {
        SQLiteDataSource source = new SQLiteDataSource();
        source.setUrl(SqliteFile.url(file));
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet mode = statement.executeQuery("PRAGMA journal_mode = DELETE")) {
            if (!mode.next() || !mode.getString(1).equals("delete")) {
                throw new UnableToOpenDatabase(IN_USE.formatted(file));
            }
        } catch (SQLException e) {
            throw new UnableToOpenDatabase(IN_USE.formatted(file) + " (" + e.getMessage() + ")", e);
        }
    }

    private void exchange(Path copy) throws IOException {
        SqliteFile.likeOwnerOf(database, copy);
        for (Path beside : SqliteFile.besides(database)) {
            Files.deleteIfExists(beside);
        }
        SqliteFile.move(copy, database);
        Files.deleteIfExists(SqliteFile.sibling(copy, ".lock"));
    }
}
