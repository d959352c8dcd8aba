package dev.baton.request;

import dev.baton.account.Load;
import dev.baton.account.Money;
import dev.baton.account.Names;
import dev.baton.account.Person;
import dev.baton.account.Refusal;
import dev.baton.handbook.Role;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Whom a manager can choose from, the best suggestion first.
 *
 * @param suggested empty when everybody is away or full
 */
record AssignPicker(RequestView view, List<Candidate> candidates, Optional<Candidate> suggested) {

    /**
     * A CSM and what they carry.
     *
     * @param arr US dollars
     * @param sameRegion serves the account's region
     * @param awayUntil the last day of the time off that this person has today
     */
    record Candidate(
            Person person,
            int accounts,
            Money arr,
            boolean sameRegion,
            boolean preferred,
            Optional<LocalDate> awayUntil) {

        boolean full() {
            return person.capacity().isPresent()
                    && accounts >= person.capacity().getAsInt();
        }

        boolean suitable() {
            return sameRegion && awayUntil.isEmpty() && !full();
        }

        /** How much of the capacity is used; comparing shares rather than counts does not punish who can carry less. */
        double share() {
            return person.capacity().isPresent()
                    ? (double) accounts / Math.max(1, person.capacity().getAsInt())
                    : accounts / 10.0;
        }
    }

    /**
     * The suggestion serves the account's region, is here, has room, and carries the least; a wish decides a tie.
     *
     * @param awayUntil of each person the last day of the time off that person has today
     * @param active whether a person still works here
     * @throws Refusal when the people file has no CSM
     */
    static AssignPicker of(
            RequestView view,
            List<Load> loads,
            Function<String, Optional<LocalDate>> awayUntil,
            Predicate<String> active) {
        List<Candidate> candidates = view.roster().with(Role.CSM).stream()
                .filter(person -> person.reachable() && active.test(person.slackId()))
                .map(person -> candidate(person, view, loads, awayUntil.apply(person.slackId())))
                .sorted(Comparator.comparing((Candidate each) -> !each.suitable())
                        .thenComparing(each -> !each.sameRegion())
                        .thenComparing(Candidate::share)
                        .thenComparing(each -> !each.preferred())
                        .thenComparing(Candidate::arr)
                        .thenComparing(each -> each.person().name()))
                .toList();
        if (candidates.isEmpty()) {
            throw new Refusal("There is nobody to assign: the people file has no "
                    + view.handbook().words().csm() + " yet. " + Names.admins(view.roster()) + " can add one.");
        }
        return new AssignPicker(
                view,
                candidates,
                candidates.stream().filter(Candidate::suitable).findFirst());
    }

    /**
     * To whom it can go from the one who has it now.
     *
     * @throws Refusal when nobody has it, or nobody else is there
     */
    List<Candidate> others() {
        String before = view.request()
                .csm()
                .orElseThrow(() -> new Refusal(view.request().label() + " is "
                        + view.request().state().words() + ", so there is nobody to take it from."));
        List<Candidate> others = candidates.stream()
                .filter(each -> !each.person().slackId().equals(before))
                .toList();
        if (others.isEmpty()) {
            throw new Refusal("There is nobody else: " + view.name(before) + " is the only "
                    + view.handbook().words().csm() + " in the people file. " + Names.admins(view.roster())
                    + " can add one.");
        }
        return others;
    }

    private static Candidate candidate(
            Person person, RequestView view, List<Load> loads, Optional<LocalDate> awayUntil) {
        Optional<Load> load = loads.stream()
                .filter(each -> each.csm().equals(person.slackId()))
                .findFirst();
        return new Candidate(
                person,
                load.map(Load::accounts).orElse(0),
                load.map(Load::arr).orElse(new Money(0)),
                person.regions().contains(view.account().region()),
                view.request().wish().preferredCsm().equals(Optional.of(person.slackId())),
                awayUntil);
    }
}
