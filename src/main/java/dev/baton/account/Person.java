package dev.baton.account;

import dev.baton.handbook.Role;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Somebody who works with Baton.
 *
 * @param slackId empty until known, for a person who was entered by e-mail address
 * @param roles at least one, in the order of the roster
 * @param regions keys of regions, the main one first; may be empty
 * @param zone the person's time zone, such as {@code Europe/Berlin}
 * @param capacity how many accounts a CSM carries at most; empty if nobody said
 * @param email only where the roster names the person by it
 */
public record Person(
        String slackId,
        String name,
        Set<Role> roles,
        List<String> regions,
        String zone,
        OptionalInt capacity,
        List<TimeOff> off,
        Optional<String> email) {

    public Person {
        roles = Collections.unmodifiableSet(new LinkedHashSet<>(roles));
        regions = List.copyOf(regions);
        off = List.copyOf(off);
    }

    public Person(
            String slackId,
            String name,
            Set<Role> roles,
            List<String> regions,
            String zone,
            OptionalInt capacity,
            List<TimeOff> off) {
        this(slackId, name, roles, regions, zone, capacity, off, Optional.empty());
    }

    public boolean has(Role role) {
        return roles.contains(role);
    }

    /** Whether this person is away on that day of the person's own calendar. */
    public boolean away(LocalDate day) {
        return off.stream().anyMatch(time -> time.covers(day));
    }

    /** False while only the e-mail address is known. */
    public boolean reachable() {
        return !slackId.isEmpty();
    }

    Person withSlackId(String id) {
        return new Person(id, name, roles, regions, zone, capacity, off, email);
    }
}
