package dev.baton.request;

import dev.baton.account.Person;
import dev.baton.handbook.Role;
import dev.baton.handbook.Segment;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whom a request puts on the account's team. */
final class Staffing {
    private static final List<Role> SELLERS = List.of(Role.SAE, Role.AE, Role.SMB_ADVOCATE);

    private Staffing() {}

    /** Who sells to the account: its strategic seller, else its account executive, else its advocate. */
    static Optional<String> seller(Map<Role, String> team) {
        return SELLERS.stream()
                .flatMap(role -> Optional.ofNullable(team.get(role)).stream())
                .findFirst();
    }

    /**
     * The seller named in the form, and the asking SA where the team has none. Commercial SAs are pooled and never fixed
     * members (handbook 002:35), so there the asking SA joins no team.
     */
    static Map<Role, String> of(
            Segment segment, Map<Role, String> team, Optional<Person> seller, Optional<Person> requester) {
        Map<Role, String> joining = new EnumMap<>(Role.class);
        seller.ifPresent(person -> SELLERS.stream()
                .filter(person::has)
                .findFirst()
                .ifPresent(role -> joining.put(role, person.slackId())));
        boolean pooled = segment == Segment.MID_MARKET || segment == Segment.SMB;
        requester
                .filter(person -> person.has(Role.SA) && !pooled && !team.containsKey(Role.SA))
                .ifPresent(person -> joining.put(Role.SA, person.slackId()));
        return joining;
    }
}
