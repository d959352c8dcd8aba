package dev.baton.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.baton.watch.Instruments;
import dev.baton.watch.Reference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/**
 * The database, SQLite or PostgreSQL by its JDBC URL: migrated, and open for reads and writes.
 *
 * <p>On SQLite one thread owns the only writing connection and several changes share a commit; readers have a pool of their
 * own and never wait for it. On PostgreSQL each change is a transaction of its own, repeated when the database says that it
 * collided with another.
 */
public final class Database implements AutoCloseable {
    /** Which of the two; only lease statements and migrations ask. */
    public enum Dialect {
        SQLITE,
        POSTGRESQL
    }

    private static final int READERS = 4;
    private static final int POSTGRES_WRITERS = 8;
    /** A process that is cut off within a change holds its rows, and nobody else says what they owe. Operators may differ. */
    private static final String NOBODY_HOLDS_ON = """
            SELECT set_config('idle_in_transaction_session_timeout', '10000', false)
            WHERE current_setting('idle_in_transaction_session_timeout') = '0'
            """;

    /** What migrates holds its lock in a transaction that idles for as long as the longest migration takes. */
    private static final String MAY_IDLE = "SET idle_in_transaction_session_timeout = 0";

    private static final int MIGRATORS = 3;

    private final Dialect dialect;
    private final Jdbi reads;
    private final Writer writer;
    /** In the order of opening; closed from the last to the first. */
    private final List<AutoCloseable> parts;

    private volatile Instruments instruments = Instruments.silent();

    private Database(Dialect dialect, Jdbi reads, Writer writer, List<AutoCloseable> parts) {
        this.dialect = dialect;
        this.reads = reads;
        this.writer = writer;
        this.parts = parts;
    }

    /**
     * Opens and migrates. A SQLite file is claimed for this process alone until it is closed.
     *
     * @param url {@code jdbc:sqlite:FILE} or {@code jdbc:postgresql://…}
     * @throws UnableToOpenDatabase with what an operator should do about it
     */
    public static Database open(String url) {
        return open(url, Optional.empty());
    }

    /**
     * The same, and a SQLite file is copied before a migration changes it.
     *
     * @param backups where to; empty for a file that nobody would miss, and for PostgreSQL
     */
    public static Database open(String url, Optional<Backups> backups) {
        return SqliteFile.isMeantBy(url) ? sqlite(url, backups) : postgresql(url);
    }

    private static Database sqlite(String url, Optional<Backups> backups) {
        Path file = SqliteFile.of(url);
        FileClaim claim = FileClaim.of(file);
        try {
            SqliteHealth.check(file, backups);
            if (Files.exists(file) && !Files.isWritable(file)) {
                throw new UnableToOpenDatabase("Baton may not write to " + file + ". It needs to, and to its folder.");
            }
            DataSource writing = sqliteSource(url);
            Schema schema = Schema.of(writing).orRefuse("The SQLite file " + file);
            if (schema.isToBeMigrated()) {
                backups.ifPresent(folder -> folder.before("V" + schema.knows()));
            }
            Migrations.run(writing, Dialect.SQLITE);
            HikariDataSource readers = sqliteReaders(url);
            SqliteWriter writer = new SqliteWriter(JdbiSetup.of(writing));
            return new Database(Dialect.SQLITE, JdbiSetup.of(readers), writer, List.of(claim, readers, writer));
        } catch (RuntimeException e) {
            claim.close();
            throw UnableToOpenDatabase.because(e, "the SQLite file " + file);
        }
    }

    private static Database postgresql(String url) {
        if (!url.startsWith("jdbc:postgresql:")) {
            throw new UnableToOpenDatabase("The database's address begins with neither " + SqliteFile.URL
                    + " nor jdbc:postgresql: and so is none that Baton can use.");
        }
        try {
            migrate(url);
            HikariDataSource writers = new HikariDataSource(postgresConfig(url, POSTGRES_WRITERS, "baton-write"));
            try {
                HikariDataSource readers = postgresReaders(url);
                PostgresWriter writer = new PostgresWriter(JdbiSetup.of(writers));
                return new Database(
                        Dialect.POSTGRESQL, JdbiSetup.of(readers), writer, List.of(writers, readers, writer));
            } catch (RuntimeException e) {
                writers.close();
                throw e;
            }
        } catch (RuntimeException e) {
            throw UnableToOpenDatabase.because(e, "PostgreSQL");
        }
    }

    private static void migrate(String url) {
        HikariConfig config = postgresConfig(url, MIGRATORS, "baton-migrate");
        config.setConnectionInitSql(MAY_IDLE);
        try (HikariDataSource migrating = new HikariDataSource(config)) {
            Schema.of(migrating).orRefuse("The database");
            Migrations.run(migrating, Dialect.POSTGRESQL);
        }
    }

    /** Reads a consistent state: that of one moment, whatever is changed meanwhile. */
    public <T> T read(Function<Handle, T> body) {
        return timed("read", () -> reads.inTransaction(body::apply));
    }

    /**
     * Changes something: all of it or, when the body throws, nothing. Returns when the change is durable.
     *
     * @param body may run again in a fresh transaction when the database asks for it
     * @throws NotWritten when the database takes nothing at the moment
     */
    public <T> T write(Function<Handle, T> body) {
        try {
            return timed("write", () -> writer.write(Reference.carried(body)));
        } catch (RuntimeException e) {
            throw NotWritten.orItself(e);
        }
    }

    /**
     * Changes something once per gesture. The gesture and its answer are kept in the same transaction as the effect, so a
     * repeat gets the same answer and has none; a body that throws leaves no trace.
     *
     * @param at UTC milliseconds
     */
    public String once(String gesture, long at, Function<Handle, String> body) {
        String answer = write(tx -> {
            String given = Once.run(tx, gesture, at, body);
            Step.SUBMITTING.reached();
            return given;
        });
        Step.SUBMITTED.reached();
        return answer;
    }

    /** Times its work there from now on. */
    public Database measuredBy(Instruments measuring) {
        instruments = measuring;
        writer.waiting().ifPresent(measuring::watchLine);
        return this;
    }

    private <T> T timed(String operation, Supplier<T> work) {
        Instruments.Lap lap = instruments.begin();
        boolean ok = false;
        try {
            T result = work.get();
            ok = true;
            return result;
        } finally {
            instruments.stored(lap, operation, ok);
        }
    }

    public Dialect dialect() {
        return dialect;
    }

    /** Why nothing can be written now, in words for an operator; empty when it can. */
    public Optional<String> notWritable() {
        try {
            writer.write(Once::probe);
            return Optional.empty();
        } catch (RuntimeException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            return Optional.of("the store does not take writes: " + cause.getMessage());
        }
    }

    @Override
    public void close() {
        for (int i = parts.size() - 1; i >= 0; i--) {
            close(parts.get(i));
        }
    }

    private static void close(AutoCloseable part) {
        try {
            part.close();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static DataSource sqliteSource(String url) {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.enforceForeignKeys(true);
        config.setBusyTimeout(5_000);
        config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl(url);
        return source;
    }

    private static HikariDataSource sqliteReaders(String url) {
        SQLiteConfig reading = new SQLiteConfig();
        reading.setBusyTimeout(5_000);
        SQLiteDataSource source = new SQLiteDataSource(reading);
        source.setUrl(url);
        HikariConfig config = new HikariConfig();
        config.setDataSource(source);
        config.setMaximumPoolSize(READERS);
        config.setPoolName("baton-read");
        config.setConnectionInitSql("PRAGMA query_only = on");
        return new HikariDataSource(config);
    }

    /** Readers have connections of their own, so that a read inside a change never waits for the change itself. */
    private static HikariDataSource postgresReaders(String url) {
        HikariConfig config = postgresConfig(url, READERS, "baton-read");
        config.setReadOnly(true);
        config.setTransactionIsolation("TRANSACTION_REPEATABLE_READ");
        return new HikariDataSource(config);
    }

    private static HikariConfig postgresConfig(String url, int size, String name) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(1);
        config.setPoolName(name);
        config.setConnectionTimeout(Duration.ofSeconds(5).toMillis());
        config.setConnectionInitSql(NOBODY_HOLDS_ON);
        config.addDataSourceProperty(PostgresSessions.NAME_PROPERTY, PostgresSessions.NAME);
        // The details of an error repeat the row, and with it names that belong in no log.
        config.addDataSourceProperty("logServerErrorDetail", "false");
        return config;
    }
}
