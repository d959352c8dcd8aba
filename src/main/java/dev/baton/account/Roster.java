package dev.baton.account;

import dev.baton.handbook.Role;
import dev.baton.handbook.Segment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Everybody, and every region, as one file says. Whoever it names exists in it. Where people were entered by e-mail address,
 * managers are named by that address too, until {@link #resolved} puts Slack ids in their place.
 *
 * @param regions by key, in the order of the file
 * @param defaultManager the Slack id of the manager of every region without one; present if there is such a region
 * @param cseChannel the channel of the Scale CSE queue
 * @param people in the order of the file
 * @param fingerprint SHA-256 of the file's text in hexadecimal: a file with the same one need not be applied again
 */
public record Roster(
        Map<String, Region> regions,
        Optional<String> defaultManager,
        Optional<String> cseChannel,
        List<Person> people,
        String fingerprint) {

    public Roster {
        regions = Collections.unmodifiableMap(new LinkedHashMap<>(regions));
        people = List.copyOf(people);
    }

    public Optional<Person> person(String slackId) {
        return people.stream()
                .filter(person -> person.reachable() && person.slackId().equals(slackId))
                .findFirst();
    }

    /** Those who hold a role and can be told so: whoever is known by e-mail address alone is not among them yet. */
    public List<Person> with(Role role) {
        return people.stream()
                .filter(person -> person.has(role) && person.reachable())
                .toList();
    }

    /** Who stands in for a manager: the first backup of what that manager keeps. */
    public Optional<String> backupOf(String manager) {
        return regions.values().stream()
                .flatMap(region -> Arrays.stream(Segment.values()).map(region::keepers))
                .filter(keepers -> keepers.manager().equals(Optional.of(manager)))
                .flatMap(keepers -> keepers.backup().stream())
                .filter(backup -> !backup.equals(manager))
                .findFirst();
    }

    /** The e-mail addresses of those whose Slack id is still to be found out. */
    public List<String> unresolved() {
        return people.stream()
                .filter(person -> !person.reachable())
                .flatMap(person -> person.email().stream())
                .toList();
    }

    /** This roster with Slack ids for e-mail addresses, also where a region names a manager; unknown ones stay. */
    public Roster resolved(Map<String, String> slackIdByEmail) {
        UnaryOperator<String> rename = written -> slackIdByEmail.getOrDefault(written, written);
        Map<String, Region> renamed = new LinkedHashMap<>();
        regions.forEach((key, region) -> renamed.put(key, region.renamed(rename)));
        List<Person> known = people.stream()
                .map(person -> person.reachable()
                        ? person
                        : person.withSlackId(
                                person.email().map(slackIdByEmail::get).orElse("")))
                .toList();
        // With other ids the same file is another people file: what it routes has to be routed anew.
        String applied = slackIdByEmail.isEmpty() ? fingerprint : fingerprint + "+" + slackIdByEmail.size();
        return new Roster(renamed, defaultManager.map(rename), cseChannel, known, applied);
    }

    /** What an operator should know although it works: who gets the requests of a region that nobody keeps. */
    public List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        for (Region region : regions.values()) {
            boolean kept = Arrays.stream(Segment.values())
                    .allMatch(segment -> region.keepers(segment).manager().isPresent());
            if (!kept) {
                warnings.add(region.key() + " has no manager: requests go to the default manager "
                        + defaultManager.orElse("(none)"));
            }
        }
        if (with(Role.ADMIN).isEmpty()) {
            warnings.add("nobody has the role ADMIN: nobody is told when something needs repair");
        }
        return warnings;
    }
}
