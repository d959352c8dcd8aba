package dev.baton.account;

import dev.baton.handbook.Role;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * A row of the permission table: an action, and who may take it. What no row allows is refused.
 *
 * @param action stable name, such as {@code request.assign}
 * @param title the action in words, to follow "may": {@code assign a CSM}
 * @param grants any one of them suffices
 */
public record Permit(String action, String title, List<Grant> grants) {

    public static Permit of(String action, String title, Grant... grants) {
        return new Permit(action, title, List.of(grants));
    }

    /** Whether somebody who stands so, with these roles, where these conditions hold, may do it. */
    public boolean allows(Set<Standing> standings, Set<Role> roles, Set<Condition> holding) {
        return grants.stream().anyMatch(grant -> grant.covers(standings, roles, holding));
    }

    /** A named circumstance a rule asks for. */
    public enum Condition {
        /** The account is post-sales, or it has no Solutions Architect, neither of its own nor a servicing one. */
        NO_SA_OR_POST_SALES("where the account is post-sales or has no SA");

        private final String words;

        Condition(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /**
     * One way of being allowed.
     *
     * @param standing the relation asked for
     * @param as the roles of which one must be held; empty: any
     * @param when the conditions that must hold
     */
    public record Grant(Standing standing, Set<Role> as, Set<Condition> when) {

        public static Grant to(Standing standing) {
            return new Grant(standing, EnumSet.noneOf(Role.class), EnumSet.noneOf(Condition.class));
        }

        public Grant as(Role first, Role... more) {
            return new Grant(standing, EnumSet.of(first, more), when);
        }

        public Grant when(Condition condition) {
            return new Grant(standing, as, EnumSet.of(condition));
        }

        boolean covers(Set<Standing> standings, Set<Role> roles, Set<Condition> holding) {
            return standings.contains(standing)
                    && (as.isEmpty() || as.stream().anyMatch(roles::contains))
                    && holding.containsAll(when);
        }
    }
}
