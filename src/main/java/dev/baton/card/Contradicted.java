package dev.baton.card;

import java.io.Serial;

/** Somebody else has set the same field otherwise while this form was open. The form goes back with everything typed. */
final class Contradicted extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final transient EditForm again;

    Contradicted(EditForm again) {
        super("two people set the same field", null, false, false);
        this.again = again;
    }

    /** The form to show: what was typed, what it is now, and the word that it goes through next time. */
    EditForm again() {
        return again;
    }
}
