package dev.baton.store;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteConnection;

/**
 * The writing connection, with transactions in SQLite's own words. The driver's commit begins the next transaction at once,
 * and tells a beginning that fails, because somebody else holds the lock, as a commit that failed; the change would be
 * durable, and yet be tried again.
 */
final class SqliteSession implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(SqliteSession.class);

    private final Handle handle;

    private SqliteSession(Handle handle) {
        this.handle = handle;
    }

    static SqliteSession open(Jdbi jdbi) {
        SqliteSession session = new SqliteSession(jdbi.open());
        session.driverMinds(false);
        return session;
    }

    Handle handle() {
        return handle;
    }

    void begin() {
        handle.execute("BEGIN IMMEDIATE");
    }

    void commit() {
        handle.execute("COMMIT");
    }

    void rollBack() {
        handle.execute("ROLLBACK");
    }

    void mark() {
        handle.execute("SAVEPOINT change");
    }

    void keepSinceMark() {
        handle.execute("RELEASE change");
    }

    void forgetSinceMark() {
        handle.execute("ROLLBACK TO change");
        handle.execute("RELEASE change");
    }

    /** What is not committed is rolled back by SQLite. A failure here comes after another one, which has been told. */
    @Override
    public void close() {
        driverMinds(true);
        try {
            handle.close();
        } catch (RuntimeException e) {
            log.debug("The writing connection did not close in order.", e);
        }
    }

    /** Whether the driver begins and ends transactions as it thinks fit. */
    private void driverMinds(boolean so) {
        if (handle.getConnection() instanceof SQLiteConnection connection) {
            connection.getConnectionConfig().setAutoCommit(so);
        }
    }
}
