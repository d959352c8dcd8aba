package dev.baton.request;

import dev.baton.account.Composition;
import dev.baton.account.Person;
import dev.baton.handbook.Role;
import dev.baton.handbook.Segment;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** Whom a request puts on the account's team. */
final class Staffing {
    private Staffing() {}

    /**
     * The seller named in the form, and the asking SA where the team has none. Commercial SAs are pooled and never fixed
     * members (handbook 002:35), so there the asking SA joins no team.
     */
    static Map<Role, String> of(
            Segment segment, Map<Role, String> team, Optional<Person> seller, Optional<Person> requester) {
        Map<Role, String> joining = new EnumMap<>(Role.class);
        seller.ifPresent(person -> Composition.SELLERS.stream()
                .filter(person::has)
                .findFirst()
                .ifPresent(role -> joining.put(role, person.slackId())));
        requester
                .filter(person -> person.has(Role.SA) && !segment.pooled() && !team.containsKey(Role.SA))
                .ifPresent(person -> joining.put(Role.SA, person.slackId()));
        return joining;
    }
}
