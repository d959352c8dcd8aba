package dev.baton.account;

import dev.baton.handbook.Role;
import dev.baton.handbook.Segment;
import java.util.Optional;

/**
 * Whose an account is by region and segment (handbook 001:25): exactly one manager, and who stands in.
 *
 * @param region the region's key
 * @param manager a Slack id
 * @param byDefault nobody keeps the region, so the default manager does
 */
public record Routing(String region, String manager, Optional<String> backup, boolean byDefault) {

    /**
     * The region's manager, refined by segment; where nobody keeps it, or the people file no longer has the region, the default
     * manager, else the first manager there is.
     *
     * @throws IllegalStateException when the people file has no manager at all
     */
    public static Routing of(Roster roster, String region, Segment segment) {
        Optional<Region.Keepers> keepers =
                Optional.ofNullable(roster.regions().get(region)).map(found -> found.keepers(segment));
        Optional<String> manager = keepers.flatMap(Region.Keepers::manager);
        Optional<String> backup = keepers.flatMap(Region.Keepers::backup);
        if (manager.isPresent()) {
            return new Routing(region, manager.get(), backup, false);
        }
        String fallback = roster.defaultManager()
                .or(() -> roster.with(Role.CSM_MANAGER).stream()
                        .map(Person::slackId)
                        .findFirst())
                .orElseThrow(() -> new IllegalStateException("the people file has no manager at all"));
        return new Routing(region, fallback, backup, true);
    }

    /** Of no account yet. */
    public static Routing nobody() {
        return new Routing("", "", Optional.empty(), false);
    }

    /** Whether this person answers for the accounts routed so. */
    public boolean keptBy(String person) {
        return manager.equals(person) || backup.equals(Optional.of(person));
    }
}
