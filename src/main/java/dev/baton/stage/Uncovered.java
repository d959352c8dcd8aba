package dev.baton.stage;

import dev.baton.account.Opportunity;
import dev.baton.account.SalesforceId;
import dev.baton.handbook.Stage;
import dev.baton.notice.Owed;
import java.time.Instant;
import java.util.Optional;

/**
 * A deal that has come far without a CSM, as its manager was told: once, whatever becomes of it.
 *
 * @param manager who was told
 */
record Uncovered(SalesforceId opportunity, String manager, Instant at) {
    static final String ALERT = "stage.uncovered";

    private static final String PREFIX = "uncovered:";

    /** From negotiations on somebody should be there for the time after the sale: a net below the gate, not a gate. */
    static boolean due(Opportunity deal, Cover cover) {
        return deal.stage().open() && stands(deal, cover);
    }

    /** Whether what the manager was told is still so: a sale does not settle it. */
    static boolean stands(Opportunity deal, Cover cover) {
        return !deal.stage().terminal() && deal.stage().compareTo(Stage.NEGOTIATING) >= 0 && cover.lacking();
    }

    Owed owed() {
        return Owed.now(ALERT, subject(), manager, at);
    }

    String subject() {
        return subject(opportunity);
    }

    static String subject(SalesforceId opportunity) {
        return PREFIX + opportunity.value15();
    }

    static Optional<SalesforceId> opportunity(String subject) {
        return subject.startsWith(PREFIX) ? SalesforceId.parse(subject.substring(PREFIX.length())) : Optional.empty();
    }
}
