package dev.baton.evaluation;

import dev.baton.handbook.Field;
import java.util.Locale;

/** What the SA sees to when an opportunity leaves stage 3 (handbook 004:51). */
enum Check {
    REASONS(Field.CHECK_REASONS),
    TIMELY(Field.CHECK_TIMELY),
    POV(Field.CHECK_POV);

    private final Field field;

    Check(Field field) {
        this.field = field;
    }

    /** The handbook words it. */
    Field field() {
        return field;
    }

    String column() {
        return name().toLowerCase(Locale.ROOT);
    }
}
