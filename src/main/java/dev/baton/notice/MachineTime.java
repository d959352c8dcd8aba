package dev.baton.notice;

import dev.baton.store.Database.Dialect;
import java.time.Instant;
import org.jdbi.v3.core.statement.SqlStatement;

/**
 * The machine's time within a statement, in UTC milliseconds. Where several machines share a database it is the database's
 * own: their clocks differ, and leases have to be held against one.
 */
final class MachineTime {
    private MachineTime() {}

    /** The expression; a statement that holds it goes through {@link #bind}. */
    static String sql(Dialect dialect) {
        return dialect == Dialect.SQLITE
                ? "CAST(:machineNow AS BIGINT)"
                : "CAST(EXTRACT(EPOCH FROM statement_timestamp()) * 1000 AS BIGINT)";
    }

    /** PostgreSQL has a clock of its own and takes none from us. */
    static <S extends SqlStatement<S>> S bind(Dialect dialect, Instant now, S statement) {
        return dialect == Dialect.SQLITE ? statement.bind("machineNow", now.toEpochMilli()) : statement;
    }
}
