package dev.baton.handbook;

import java.util.Locale;

/** A rule by which Baton reminds somebody, which the handbook words for "Why this?". */
public enum Rule {
    REQUEST_NUDGE,
    REQUEST_ESCALATION,
    QUESTION_NUDGE,
    POOL_NUDGE,
    EVALUATION_OVERDUE,
    MANAGERS_DIGEST;

    /** Its name in the handbook's file: {@code request-nudge}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
