package dev.baton.scale;

import dev.baton.account.Account;
import dev.baton.account.Account.Audience;
import dev.baton.account.Money;
import dev.baton.account.Names;
import dev.baton.account.Opportunity;
import dev.baton.account.Refusal;
import dev.baton.account.Roster;
import dev.baton.account.Routing;
import dev.baton.handbook.Handbook;
import dev.baton.handbook.Qualification;
import dev.baton.handbook.Role;
import dev.baton.handbook.Threshold;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Whether the pool can be asked for an account (handbook 001:21-23): its CSM field says "TAM Scale", or by ARR it qualifies
 * for the pool and has no CSM. An unknown ARR never blocks: it goes along as a flag for the pool to look at.
 *
 * @param obstacle what stands in the way, and whom to turn to; empty when nothing does
 * @param flag what the pool should know, empty when all is clear
 */
record Eligibility(Optional<String> obstacle, Optional<String> flag) {

    /** Who reads: amounts are for the account's own people. */
    record Reader(Audience audience, boolean amounts) {
        static final Reader INSIDER = new Reader(Audience.TEAM, true);
        static final Reader OUTSIDER = new Reader(Audience.OTHERS, false);
    }

    static Eligibility of(Account account, Optional<Opportunity> leading, Pool pool, Roster roster, Reader reader) {
        String name = account.nameFor(reader.audience());
        Optional<String> csm = account.csmPerson().map(id -> Names.of(id, roster));
        if (csm.isPresent()) {
            return blocked(csm.get() + " is the " + pool.handbook().label(Role.CSM) + " of " + name + ": contact "
                    + csm.get() + " directly.");
        }
        Optional<Money> arr = leading.flatMap(Opportunity::arr);
        Threshold minimum = pool.minimum(account.segment());
        if (arr.isPresent() && minimum.known() && !minimum.reachedBy(arr.get().cents())) {
            return blocked(below(name, arr.get(), minimum, pool.handbook(), reader) + ask(account, pool, roster));
        }
        if (account.csm().equals(Optional.of(Account.SCALE))) {
            return flagged(arr, minimum, account);
        }
        OptionalLong cents = arr.map(Money::cents).map(OptionalLong::of).orElseGet(OptionalLong::empty);
        Qualification result = pool.handbook().thresholds(account.segment()).qualify(cents);
        return switch (result) {
            case SCALE_CSE, UNKNOWN -> flagged(arr, minimum, account);
            case CSM -> blocked(above(name, arr, pool.handbook(), reader) + ask(account, pool, roster));
            case NONE -> blocked(noneOf(name, pool.handbook()) + ask(account, pool, roster));
        };
    }

    void orRefuse() {
        obstacle.ifPresent(words -> {
            throw new Refusal(words);
        });
    }

    private static Eligibility blocked(String words) {
        return new Eligibility(Optional.of(words), Optional.empty());
    }

    private static Eligibility flagged(Optional<Money> arr, Threshold minimum, Account account) {
        if (arr.isEmpty()) {
            return new Eligibility(
                    Optional.empty(), Optional.of("The ARR is not known: look at it before you accept."));
        }
        Optional<String> flag = Optional.of("No threshold is set for "
                        + account.segment().label() + ": look at the account before you accept.")
                .filter(words -> !minimum.known());
        return new Eligibility(Optional.empty(), flag);
    }

    private static String below(String name, Money arr, Threshold minimum, Handbook handbook, Reader reader) {
        if (!reader.amounts() || minimum.cents().isEmpty()) {
            return noneOf(name, handbook);
        }
        String note = handbook.thresholdsNote().map(words -> " (" + words + ")").orElse("");
        return name + " has " + arr + " ARR, and the " + handbook.label(Role.CSE) + " pool can be asked from "
                + new Money(minimum.cents().getAsLong()) + " on" + note + ".";
    }

    private static String above(String name, Optional<Money> arr, Handbook handbook, Reader reader) {
        String csm = handbook.label(Role.CSM);
        return reader.amounts()
                ? name + " qualifies for a " + csm + " of its own with "
                        + arr.map(Money::toString).orElse("") + " ARR: ask for one with /request-csm."
                : noneOf(name, handbook);
    }

    private static String noneOf(String name, Handbook handbook) {
        return name + " is not one of the accounts that the " + handbook.label(Role.CSE) + " pool serves.";
    }

    private static String ask(Account account, Pool pool, Roster roster) {
        String manager =
                Names.of(Routing.of(roster, account.region(), account.segment()).manager(), roster);
        return " With questions ask " + manager + ", the " + pool.handbook().label(Role.CSM_MANAGER)
                + " of the region.";
    }
}
