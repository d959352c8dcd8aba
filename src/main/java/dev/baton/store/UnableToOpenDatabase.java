package dev.baton.store;

/** The database cannot be used as it is; the message says what an operator should do. */
public final class UnableToOpenDatabase extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnableToOpenDatabase(String message, Throwable cause) {
        super(message, cause);
    }

    UnableToOpenDatabase(String message) {
        super(message);
    }

    static UnableToOpenDatabase because(RuntimeException e, String what) {
        if (e instanceof UnableToOpenDatabase known) {
            return known;
        }
        Throwable deepest = e;
        while (deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        return new UnableToOpenDatabase("Cannot open " + what + ": " + deepest.getMessage(), e);
    }
}
