package dev.baton.handbook;

/** What the gate says of a request for a CSM at some stage. */
public enum GateRule {
    /** Refused, whatever else is true: the introduction comes later. */
    TOO_EARLY("too early"),
    /** Accepted with a finished proof of value, or near the end of the stage. */
    WITH_EVIDENCE("with evidence"),
    /** The right moment. */
    OPEN("open"),
    /** Accepted and flagged: the introduction should have happened before. */
    LATE("late"),
    /** Accepted and flagged: the customer meets the CSM only after the sale. */
    AFTER_SALE("after the sale"),
    /** Refused: there is no sale. */
    CLOSED("closed");

    private final String words;

    GateRule(String words) {
        this.words = words;
    }

    /** The words that stand for this rule in the handbook's file. */
    public String words() {
        return words;
    }
}
