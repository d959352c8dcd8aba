package dev.baton.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
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
    private static final int POSTGRES_CONNECTIONS = 8;

    private final Dialect dialect;
    private final Jdbi reads;
    private final Writer writer;
    private final HikariDataSource pool;
    private final @Nullable FileClaim claim;

    private Database(Dialect dialect, Jdbi reads, Writer writer, HikariDataSource pool, @Nullable FileClaim claim) {
        this.dialect = dialect;
        this.reads = reads;
        this.writer = writer;
        this.pool = pool;
        this.claim = claim;
    }

    /**
     * Opens and migrates. A SQLite file is claimed for this process alone until it is closed.
     *
     * @param url {@code jdbc:sqlite:FILE} or {@code jdbc:postgresql://…}
     * @throws UnableToOpenDatabase with what an operator should do about it
     */
    public static Database open(String url) {
        return url.startsWith("jdbc:sqlite:") ? sqlite(url) : postgresql(url);
    }

    private static Database sqlite(String url) {
        Path file = Path.of(url.substring("jdbc:sqlite:".length()));
        FileClaim claim = FileClaim.of(file);
        try {
            DataSource writing = sqliteSource(url, false);
            SqliteHealth.check(writing, file);
            Migrations.run(writing, Dialect.SQLITE);
            HikariDataSource pool = pool(sqliteSource(url, true), READERS, "baton-read");
            return new Database(
                    Dialect.SQLITE, JdbiSetup.of(pool), new SqliteWriter(JdbiSetup.of(writing)), pool, claim);
        } catch (RuntimeException e) {
            claim.close();
            throw UnableToOpenDatabase.because(e, "the SQLite file " + file);
        }
    }

    private static Database postgresql(String url) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(POSTGRES_CONNECTIONS);
        config.setPoolName("baton");
        config.setConnectionTimeout(Duration.ofSeconds(5).toMillis());
        try {
            HikariDataSource pool = new HikariDataSource(config);
            try {
                Migrations.run(pool, Dialect.POSTGRESQL);
            } catch (RuntimeException e) {
                pool.close();
                throw e;
            }
            Jdbi jdbi = JdbiSetup.of(pool);
            return new Database(Dialect.POSTGRESQL, jdbi, new PostgresWriter(jdbi), pool, null);
        } catch (RuntimeException e) {
            throw UnableToOpenDatabase.because(e, "PostgreSQL");
        }
    }

    /** Reads a consistent state. */
    public <T> T read(Function<Handle, T> body) {
        return reads.inTransaction(body::apply);
    }

    /**
     * Changes something: all of it or, when the body throws, nothing. Returns when the change is durable.
     *
     * @param body may run again in a fresh transaction when the database asks for it
     */
    public <T> T write(Function<Handle, T> body) {
        return writer.write(body);
    }

    /**
     * Changes something once per gesture. The gesture and its answer are kept in the same transaction as the effect, so a
     * repeat gets the same answer and has none; a body that throws leaves no trace.
     *
     * @param at UTC milliseconds
     */
    public String once(String gesture, long at, Function<Handle, String> body) {
        return writer.write(tx -> Once.run(tx, gesture, at, body));
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
        writer.close();
        pool.close();
        if (claim != null) {
            claim.close();
        }
    }

    private static DataSource sqliteSource(String url, boolean readOnly) {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.enforceForeignKeys(true);
        config.setBusyTimeout(5_000);
        if (!readOnly) {
            config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
        }
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl(url);
        return source;
    }

    private static HikariDataSource pool(DataSource source, int size, String name) {
        HikariConfig config = new HikariConfig();
        config.setDataSource(source);
        config.setMaximumPoolSize(size);
        config.setPoolName(name);
        config.setConnectionInitSql("PRAGMA query_only = on");
        return new HikariDataSource(config);
    }
}
