package dev.baton.stage;

import dev.baton.account.Account;
import dev.baton.account.Composition;
import dev.baton.account.Routing;
import dev.baton.handbook.Role;
import java.util.Map;
import java.util.Optional;

/**
 * The one person to turn to about a customer. It follows from who serves the account and is kept nowhere, so that there is no
 * moment in which nobody is it.
 *
 * @param role in which they answer
 */
record Primary(String person, Role role) {

    /** The CSM; until there is one, the seller; where nobody sells, the manager of the region. */
    static Primary of(Account account, Map<Role, String> team, Routing routing) {
        return account.csmPerson()
                .map(csm -> new Primary(csm, Role.CSM))
                .or(() -> seller(team))
                .orElseGet(() -> new Primary(routing.manager(), Role.CSM_MANAGER));
    }

    /** With whom renewal and commercial matters stay. */
    static Optional<Primary> seller(Map<Role, String> team) {
        return Composition.SELLERS.stream()
                .flatMap(role -> Optional.ofNullable(team.get(role)).map(person -> new Primary(person, role)).stream())
                .findFirst();
    }
}
