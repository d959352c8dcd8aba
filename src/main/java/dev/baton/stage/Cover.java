package dev.baton.stage;

import dev.baton.account.Account;
import dev.baton.account.Money;
import dev.baton.account.Opportunity;
import dev.baton.handbook.Handbook;
import dev.baton.handbook.Qualification;
import java.util.OptionalLong;

/** Whether a customer is served, and if not, whether they should be. */
enum Cover {
    /** A CSM of their own. */
    CSM,
    /** The pool. */
    POOL,
    /** Nobody, though they qualify for a CSM. */
    MISSING,
    /** Nobody, and a person has to decide whether they qualify. */
    UNDECIDED,
    /** Nobody, and rightly so. */
    BELOW;

    static Cover of(Account account, Opportunity deal, Handbook handbook) {
        if (account.csm().isPresent()) {
            return account.csmPerson().isPresent() ? CSM : POOL;
        }
        return switch (qualification(account, deal, handbook)) {
            case CSM -> MISSING;
            case UNKNOWN -> UNDECIDED;
            case SCALE_CSE, NONE -> BELOW;
        };
    }

    /** By ARR and segment (handbook 001:21). */
    static Qualification qualification(Account account, Opportunity deal, Handbook handbook) {
        OptionalLong cents = deal.arr().map(Money::cents).map(OptionalLong::of).orElseGet(OptionalLong::empty);
        return handbook.thresholds(account.segment()).qualify(cents);
    }

    /** Whether the manager has to do something about it. */
    boolean lacking() {
        return this == MISSING || this == UNDECIDED;
    }

    /** Whether a CSM meets the customer in a kickoff; others are served in other ways. */
    boolean kickoff() {
        return this == CSM || lacking();
    }
}
