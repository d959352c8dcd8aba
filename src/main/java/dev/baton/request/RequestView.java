package dev.baton.request;

import dev.baton.account.Account;
import dev.baton.account.Account.Audience;
import dev.baton.account.Names;
import dev.baton.account.Opportunity;
import dev.baton.account.Region;
import dev.baton.account.Roster;
import dev.baton.handbook.Handbook;
import java.util.List;
import java.util.Optional;

/**
 * Everything a screen needs to know about a request, read in one go.
 *
 * @param seller who sells to the account
 * @param salesforce the host of the company's Salesforce, once a link has shown it
 */
record RequestView(
        CsmRequest request,
        Account account,
        Opportunity opportunity,
        List<Remark> remarks,
        Optional<String> seller,
        Optional<String> salesforce,
        Roster roster,
        Handbook handbook) {

    String name(String person) {
        return Names.of(person, roster);
    }

    /** The account's name for those concerned with the request. */
    String customer() {
        return account.nameFor(Audience.TEAM);
    }

    /** The account's name for a channel. */
    String customerForAll() {
        return account.nameFor(Audience.OTHERS);
    }

    String regionName() {
        return Optional.ofNullable(roster.regions().get(account.region()))
                .map(Region::name)
                .orElse(account.region());
    }

    String manager() {
        return name(request.manager());
    }

    /** How it ended, or with whom it is. */
    String outcome() {
        if (request.state() == RequestState.REDIRECTED_CSE) {
            return request.outcome(Optional.of(handbook.words().pool()), roster);
        }
        return request.state().open() ? "with " + manager() : request.outcome(roster);
    }
}
