package dev.baton.request;

import dev.baton.account.Account;
import dev.baton.account.Names;
import dev.baton.account.Opportunity;
import dev.baton.account.Roster;

/** Everything a screen needs to know about a request, read in one go. */
record RequestView(CsmRequest request, Account account, Opportunity opportunity, Roster roster) {

    String name(String person) {
        return Names.of(person, roster);
    }
}
