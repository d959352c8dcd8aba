package dev.baton.store;

import java.sql.SQLException;
import java.util.Set;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** A transaction for each change, run again when PostgreSQL says that it collided with another. */
final class PostgresWriter implements Writer {
    /** Serialization failure, deadlock detected. */
    private static final Set<String> AGAIN = Set.of("40001", "40P01");

    private static final int ATTEMPTS = 5;

    private final Jdbi jdbi;

    PostgresWriter(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public <T> T write(Function<Handle, T> body) {
        for (int attempt = 1; ; attempt++) {
            try {
                return jdbi.inTransaction(body::apply);
            } catch (RuntimeException e) {
                if (attempt == ATTEMPTS || !collided(e)) {
                    throw e;
                }
            }
        }
    }

    private static boolean collided(Throwable thrown) {
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            if (t instanceof SQLException sql && sql.getSQLState() != null && AGAIN.contains(sql.getSQLState())) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void close() {
        // The pool belongs to the Database.
    }
}
