package dev.baton.stage;

import dev.baton.account.Account;
import dev.baton.account.Account.Audience;
import dev.baton.account.Names;
import dev.baton.account.Opportunity;
import dev.baton.account.Roster;
import dev.baton.account.Routing;
import dev.baton.handbook.Handbook;
import dev.baton.handbook.Role;
import java.util.Map;
import java.util.Optional;

/**
 * Everything a screen needs to know of a new customer, read in one go.
 *
 * @param deal the one that was won
 * @param request what is asked for it and waits for an answer
 */
record OnboardingView(
        Onboarding onboarding,
        Account account,
        Opportunity deal,
        Map<Role, String> team,
        Routing routing,
        Optional<String> request,
        Roster roster,
        Handbook handbook) {

    OnboardingView {
        team = Map.copyOf(team);
    }

    String customer() {
        return account.nameFor(Audience.TEAM);
    }

    String customerForAll() {
        return account.nameFor(Audience.OTHERS);
    }

    Cover cover() {
        return Cover.of(account, deal, handbook);
    }

    Primary primary() {
        return Primary.of(account, team, routing);
    }

    /** With whom renewal and commercial matters stay, where that is another than the primary contact. */
    Optional<Primary> seller() {
        return Primary.seller(team)
                .filter(seller -> !seller.person().equals(primary().person()));
    }

    /** "Cleo (CSM)". */
    String named(Primary person) {
        return name(person.person()) + " (" + handbook.label(person.role()) + ")";
    }

    String manager() {
        return name(routing.manager());
    }

    String name(String person) {
        return Names.of(person, roster);
    }

    /** What the manager is told where nobody serves the customer. */
    AlertView alert() {
        boolean due = onboarding.standing() && cover().lacking();
        return new AlertView(account, deal, due, Optional.of(this), request, roster, handbook);
    }
}
