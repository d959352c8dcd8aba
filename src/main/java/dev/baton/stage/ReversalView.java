package dev.baton.stage;

import dev.baton.account.Account;
import dev.baton.account.Account.Audience;
import dev.baton.account.Names;
import dev.baton.account.Opportunity;
import dev.baton.account.Roster;
import dev.baton.handbook.Handbook;

/**
 * A wish to take a deal back, with all that screens show of it.
 *
 * @param deal as it is now
 */
record ReversalView(Reversal reversal, Account account, Opportunity deal, Roster roster, Handbook handbook) {

    String customer() {
        return account.nameFor(Audience.TEAM);
    }

    String requester() {
        return name(reversal.requester());
    }

    String manager() {
        return name(reversal.manager());
    }

    /** Who settled it. */
    String settler() {
        return reversal.by().map(this::name).orElse("Somebody");
    }

    String name(String person) {
        return Names.of(person, roster);
    }
}
