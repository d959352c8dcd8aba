package dev.baton.leaver;

import dev.baton.account.Load;
import dev.baton.account.Person;
import dev.baton.account.Roster;
import dev.baton.handbook.Role;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Who can take something over, the best suggestion first.
 *
 * @param roles of which they hold one
 * @param suggested empty when nobody serves the region, is here, and has room
 */
record Successors(List<Role> roles, List<Candidate> candidates, Optional<Candidate> suggested) {

    /**
     * Somebody who could.
     *
     * @param alike holds a role that the leaver held
     * @param near of how many of the accounts this person serves the region
     * @param load what a CSM carries now; empty for everybody else
     */
    record Candidate(Person person, boolean alike, long near, Optional<LocalDate> awayUntil, Optional<Load> load) {

        boolean suitable() {
            return near > 0 && awayUntil.isEmpty() && !full();
        }

        boolean full() {
            return load.isPresent()
                    && person.capacity().isPresent()
                    && load.get().accounts() >= person.capacity().getAsInt();
        }

        /** How much of the capacity is used. */
        double share() {
            return load.map(each -> (double) each.accounts()
                            / Math.max(1, person.capacity().orElse(10)))
                    .orElse(0.0);
        }
    }

    Successors {
        roles = List.copyOf(roles);
        candidates = List.copyOf(candidates);
    }

    /**
     * Everybody who may, those who serve the region first, then those who are here, then whoever carries least.
     *
     * @param may whether this person works here and is not the leaver
     * @param asked the leaver's own roles
     */
    static Successors of(
            List<Role> roles,
            List<String> regions,
            Roster roster,
            Predicate<String> may,
            Predicate<Role> asked,
            Function<String, Optional<LocalDate>> awayUntil,
            Function<Person, Optional<Load>> load) {
        List<Candidate> candidates = roster.people().stream()
                .filter(person -> person.reachable() && roles.stream().anyMatch(person::has))
                .filter(person -> may.test(person.slackId()))
                .map(person -> new Candidate(
                        person,
                        roles.stream().anyMatch(role -> person.has(role) && asked.test(role)),
                        regions.stream().filter(person.regions()::contains).count(),
                        awayUntil.apply(person.slackId()),
                        load.apply(person)))
                .sorted(Comparator.comparing((Candidate each) -> !each.suitable())
                        .thenComparing(each -> -each.near())
                        .thenComparing(each -> !each.alike())
                        .thenComparing(Candidate::share)
                        .thenComparing(each -> each.person().name()))
                .toList();
        return new Successors(
                roles,
                candidates,
                candidates.stream().filter(Candidate::suitable).findFirst());
    }
}
