package dev.baton.stage;

import dev.baton.handbook.Stage;

/** Which way a deal goes. Owners only take it forward; back is the manager's word. */
enum Direction {
    STAYS,
    FORWARD,
    BACK;

    /** From an end, and from the sale, every way leads back; to an end without a sale leads forward from any open stage. */
    static Direction of(Stage from, Stage to) {
        if (from == to) {
            return STAYS;
        }
        if (!from.open()) {
            return BACK;
        }
        return to.terminal() || to.compareTo(from) > 0 ? FORWARD : BACK;
    }

    /** Once a deal is qualified, it is neither unaccepted nor unqualified any more. */
    static boolean unqualifies(Stage from, Stage to) {
        boolean qualified = from != Stage.PENDING_ACCEPTANCE && from != Stage.UNQUALIFIED && from != Stage.DUPLICATE;
        return qualified && from != to && (to == Stage.PENDING_ACCEPTANCE || to == Stage.UNQUALIFIED);
    }
}
