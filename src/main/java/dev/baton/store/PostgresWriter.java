package dev.baton.store;

import java.sql.SQLException;
import java.util.Set;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** A transaction for each change, run again when PostgreSQL or a store says that it collided with another. */
final class PostgresWriter implements Writer {
    /** Serialization failure, deadlock detected. */
    private static final Set<String> AGAIN = Set.of("40001", "40P01");

    private static final int ATTEMPTS = 5;

    private final Jdbi jdbi;
    private final ThreadLocal<Boolean> changing = ThreadLocal.withInitial(() -> false);

    PostgresWriter(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public <T> T write(Function<Handle, T> body) {
        if (changing.get()) {
            throw new IllegalStateException("a change inside a change: pass the Act on instead");
        }
        changing.set(true);
        try {
            return repeated(body);
        } finally {
            changing.remove();
        }
    }

    private <T> T repeated(Function<Handle, T> body) {
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
            if (t instanceof Overtaken) {
                return true;
            }
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
