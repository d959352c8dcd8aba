package dev.baton.store;

import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * The database takes nothing at the moment, and the fault lies with its disk or its machine: nothing is wrong with the
 * change, and nothing of it was written. The message says why, in words for a person.
 */
public final class NotWritten extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private static final Set<SQLiteErrorCode> UNWRITABLE = Set.of(
            SQLiteErrorCode.SQLITE_READONLY,
            SQLiteErrorCode.SQLITE_IOERR,
            SQLiteErrorCode.SQLITE_CORRUPT,
            SQLiteErrorCode.SQLITE_CANTOPEN,
            SQLiteErrorCode.SQLITE_BUSY);

    /** The disk is full; a read-only transaction; the connection is lost, or the server shuts down. */
    private static final String DISK_FULL = "53100";

    private static final Set<String> UNREACHABLE = Set.of("25006", "08000", "08001", "08003", "08006", "57P01");

    private NotWritten(String why, Throwable cause) {
        super(why, cause);
    }

    /** What the database itself says. */
    public String because() {
        Throwable deepest = this;
        while (deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        return String.valueOf(deepest.getMessage());
    }

    /** What became of a change, if that is what it says; itself otherwise. */
    static RuntimeException orItself(RuntimeException thrown) {
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            Optional<String> why = t instanceof SQLiteException sqlite
                    ? why(sqlite)
                    : t instanceof SQLException sql ? why(sql) : Optional.empty();
            if (why.isPresent()) {
                return new NotWritten(why.get(), thrown);
            }
        }
        return thrown;
    }

    /** The first byte is the kind of the failure, and what stands above it a finer one. */
    private static Optional<String> why(SQLiteException e) {
        SQLiteErrorCode code = SQLiteErrorCode.getErrorCode(e.getResultCode().code & 0xff);
        if (code == SQLiteErrorCode.SQLITE_FULL) {
            return Optional.of("the disk is full");
        }
        return UNWRITABLE.contains(code) ? Optional.of("its database cannot be written") : Optional.empty();
    }

    private static Optional<String> why(SQLException e) {
        String state = String.valueOf(e.getSQLState());
        if (state.equals(DISK_FULL)) {
            return Optional.of("the disk is full");
        }
        return UNREACHABLE.contains(state) ? Optional.of("its database cannot be reached") : Optional.empty();
    }
}
