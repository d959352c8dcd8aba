package dev.baton.stage;

import dev.baton.account.Account;
import dev.baton.account.Account.Audience;
import dev.baton.account.Names;
import dev.baton.account.Opportunity;
import dev.baton.account.Region;
import dev.baton.account.Roster;
import dev.baton.handbook.Handbook;
import java.util.Optional;

/**
 * A deal that nobody will serve, or a customer whom nobody serves, as its manager was told; and as it is now.
 *
 * @param deal as it is now
 * @param due whether the manager still has to do something
 * @param onboarding of a customer
 * @param request what is asked for the deal and waits for an answer
 */
record AlertView(
        Account account,
        Opportunity deal,
        boolean due,
        Optional<OnboardingView> onboarding,
        Optional<String> request,
        Roster roster,
        Handbook handbook) {

    String customer() {
        return account.nameFor(Audience.TEAM);
    }

    Cover cover() {
        return Cover.of(account, deal, handbook);
    }

    String name(String person) {
        return Names.of(person, roster);
    }

    String regionName() {
        return Optional.ofNullable(roster.regions().get(account.region()))
                .map(Region::name)
                .orElse(account.region());
    }
}
