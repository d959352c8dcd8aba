package dev.baton.handbook;

import java.util.Optional;
import java.util.OptionalInt;

/** The stage of an opportunity, in the order of Salesforce and under the names used there. */
public enum Stage {
    PENDING_ACCEPTANCE("0-Pending Acceptance", 0),
    DISCOVERY("1-Discovery", 1),
    SCOPING("2-Scoping", 2),
    TECHNICAL_EVALUATION("3-Technical Evaluation", 3),
    PROPOSAL("4-Proposal", 4),
    NEGOTIATING("5-Negotiating", 5),
    AWAITING_SIGNATURE("6-Awaiting Signature", 6),
    CLOSING("7-Closing", 7),
    CLOSED_WON("Closed Won", 8),
    CLOSED_LOST("8-Closed Lost", Stage.NO_RANK),
    UNQUALIFIED("9-Unqualified", Stage.NO_RANK),
    DUPLICATE("10-Duplicate", Stage.NO_RANK);

    private static final int NO_RANK = -1;

    private final String label;
    private final int rank;

    Stage(String label, int rank) {
        this.label = label;
        this.rank = rank;
    }

    /** The stage of that name, spelled as Salesforce spells it; surrounding blanks do not matter. */
    public static Optional<Stage> parse(String label) {
        String wanted = label.strip();
        for (Stage stage : values()) {
            if (stage.label.equals(wanted)) {
                return Optional.of(stage);
            }
        }
        return Optional.empty();
    }

    public String label() {
        return label;
    }

    /** Ended without a sale: lost, unqualified or a duplicate. */
    public boolean terminal() {
        return rank == NO_RANK;
    }

    /** Still on its way, stages 0 to 7. */
    public boolean open() {
        return !terminal() && this != CLOSED_WON;
    }

    /** How far the opportunity has come: 0 to 7, and 8 when won. An opportunity that ended without a sale has no rank. */
    public OptionalInt rank() {
        return terminal() ? OptionalInt.empty() : OptionalInt.of(rank);
    }
}
