package dev.baton.account;

import java.io.Serial;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A "no" for the person who asked. Its words are shown to that person as they stand, so they say what to do instead. It
 * is an answer and not a fault: it has no stack trace and is not logged as an error.
 */
public final class Refusal extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final String words;
    private final @Nullable String field;

    public Refusal(String message) {
        this(message, null);
    }

    private Refusal(String message, @Nullable String field) {
        super(message, null, false, false);
        this.words = message;
        this.field = field;
    }

    /** The same, about one field of a form, beneath which it will stand. */
    public static Refusal at(String field, String message) {
        return new Refusal(message, field);
    }

    public String words() {
        return words;
    }

    public Optional<String> field() {
        return Optional.ofNullable(field);
    }
}
