package dev.baton.account;

import dev.baton.account.Permit.Condition;
import dev.baton.handbook.Role;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Somebody in relation to an account: how they stand to it, in which roles, and which conditions hold there.
 *
 * @param id the Slack id
 */
public record Who(String id, Set<Standing> standings, Set<Role> roles, Set<Condition> holding) {

    private static final Set<Standing> INSIDERS =
            EnumSet.of(Standing.TEAM, Standing.KEY_MANAGER, Standing.BACKUP, Standing.SA_LEADER, Standing.ADMIN);

    /**
     * How this person stands to an account.
     *
     * @param routing who keeps the account
     * @param team by role
     * @param requester of the matter at hand, if there is one
     * @param postSales whether the account is a customer already
     */
    public static Who of(
            String id,
            Roster roster,
            Routing routing,
            Map<Role, String> team,
            Optional<String> requester,
            boolean postSales) {
        return of(id, List.of(), roster, routing, team, requester, postSales);
    }

    /**
     * The same for somebody who stands in for others.
     *
     * @param absent whose place on the team, or as manager, this person takes meanwhile; roles are not taken over
     */
    public static Who of(
            String id,
            List<String> absent,
            Roster roster,
            Routing routing,
            Map<Role, String> team,
            Optional<String> requester,
            boolean postSales) {
        EnumSet<Condition> holding = EnumSet.noneOf(Condition.class);
        if (postSales || Composition.sa(team).isEmpty()) {
            holding.add(Condition.NO_SA_OR_POST_SALES);
        }
        Optional<Person> person = roster.person(id);
        if (person.isEmpty()) {
            return new Who(id, EnumSet.of(Standing.STRANGER), EnumSet.noneOf(Role.class), holding);
        }
        EnumSet<Standing> standings = EnumSet.of(Standing.MEMBER);
        add(standings, Standing.REQUESTER, requester.filter(id::equals).isPresent());
        Predicate<String> self = other -> other.equals(id) || absent.contains(other);
        add(standings, Standing.TEAM, team.values().stream().anyMatch(self));
        add(standings, Standing.KEY_MANAGER, self.test(routing.manager()));
        add(standings, Standing.BACKUP, routing.backup().filter(self).isPresent());
        add(standings, Standing.ADMIN, person.get().has(Role.ADMIN));
        add(
                standings,
                Standing.SA_LEADER,
                person.get().has(Role.SA_LEADER) && person.get().regions().contains(routing.region()));
        return new Who(id, standings, EnumSet.copyOf(person.get().roles()), holding);
    }

    /** The account's team, its managers, the SA leaders of its region and administrators: who may see amounts and names. */
    public boolean insider() {
        return INSIDERS.stream().anyMatch(standings::contains);
    }

    private static void add(EnumSet<Standing> standings, Standing standing, boolean holds) {
        if (holds) {
            standings.add(standing);
        }
    }
}
