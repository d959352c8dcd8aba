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

    private static final Eligibility CLEAR = new Eligibility(Optional.empty(), Optional.empty());

    /** Who reads: amounts are for the account's own people. */
    record Reader(Audience audience, boolean amounts) {
        static final Reader INSIDER = new Reader(Audience.TEAM, true);
        static final Reader OUTSIDER = new Reader(Audience.OTHERS, false);
    }

    static Eligibility of(
            Account account, Optional<Opportunity> leading, Handbook handbook, Roster roster, Reader reader) {
        String name = account.nameFor(reader.audience());
        Optional<String> csm = account.csmPerson().map(id -> Names.of(id, roster));
        if (csm.isPresent()) {
            return blocked(csm.get() + " is the " + handbook.words().csm() + " of " + name + ": contact " + csm.get()
                    + " directly.");
        }
        Optional<Money> arr = leading.flatMap(Opportunity::arr);
        Threshold minimum = handbook.poolRequests().requestMin();
        if (arr.isPresent() && minimum.known() && !minimum.reachedBy(arr.get().cents())) {
            return blocked(below(name, arr.get(), minimum, handbook, reader) + ask(account, handbook, roster));
        }
        if (account.csm().equals(Optional.of(Account.SCALE))) {
            return new Eligibility(
                    Optional.empty(), Optional.of(unknown(handbook)).filter(words -> arr.isEmpty()));
        }
        OptionalLong cents = arr.map(Money::cents).map(OptionalLong::of).orElseGet(OptionalLong::empty);
        Qualification result = handbook.thresholds(account.segment()).qualify(cents);
        return switch (result) {
            case SCALE_CSE -> CLEAR;
            case UNKNOWN ->
                new Eligibility(Optional.empty(), Optional.of(arr.isEmpty() ? unknown(handbook) : unset(account)));
            case CSM -> blocked(above(name, arr, handbook, reader) + ask(account, handbook, roster));
            case NONE -> blocked(noneOf(name, handbook) + ask(account, handbook, roster));
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

    private static String unknown(Handbook handbook) {
        return "The " + handbook.words().dealValue() + " is not known: look at the account before you accept.";
    }

    private static String unset(Account account) {
        return "No threshold is set for " + account.segment().label() + ": look at the account before you accept.";
    }

    private static String below(String name, Money arr, Threshold minimum, Handbook handbook, Reader reader) {
        if (!reader.amounts() || minimum.cents().isEmpty()) {
            return noneOf(name, handbook);
        }
        String note = handbook.thresholdsNote().map(words -> " (" + words + ")").orElse("");
        return name + " has " + arr + " " + handbook.words().dealValue() + ", and "
                + handbook.words().thePool() + " can be asked from "
                + new Money(minimum.cents().getAsLong()) + " on" + note + ".";
    }

    private static String above(String name, Optional<Money> arr, Handbook handbook, Reader reader) {
        return reader.amounts()
                ? name + " qualifies for " + handbook.words().aCsm() + " of its own with "
                        + arr.map(Money::toString).orElse("") + " "
                        + handbook.words().dealValue()
                        + ": ask for one with /request-csm."
                : noneOf(name, handbook);
    }

    private static String noneOf(String name, Handbook handbook) {
        return name + " is not one of the accounts that " + handbook.words().thePool() + " serves.";
    }

    private static String ask(Account account, Handbook handbook, Roster roster) {
        String manager =
                Names.of(Routing.of(roster, account.region(), account.segment()).manager(), roster);
        return " With questions ask " + manager + ", the " + handbook.words().csmManager() + " of the region.";
    }
}
