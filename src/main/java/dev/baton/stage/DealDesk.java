package dev.baton.stage;

import dev.baton.account.Accounts;
import dev.baton.account.Act;
import dev.baton.account.Opportunity;
import dev.baton.handbook.Stage;
import java.time.LocalDate;
import java.util.Optional;

/** Puts a deal where it was decided to be. What follows from it is a reaction to the deal, not to the form. */
final class DealDesk {
    private final OnboardingStore store;
    private final Accounts accounts;
    private final OnboardingDesk onboardings;

    DealDesk(OnboardingStore store, Accounts accounts, OnboardingDesk onboardings) {
        this.store = store;
        this.accounts = accounts;
        this.onboardings = onboardings;
    }

    /** @param start from when on they are a customer; empty for the day the deal closed */
    void move(Act act, Opportunity moved, Optional<LocalDate> start) {
        if (moved.stage() == Stage.CLOSED_WON) {
            // Before the deal itself: whoever reacts to the sale counts from this day.
            start.ifPresentOrElse(
                    day -> store.startOn(act, moved.id(), day), () -> store.startWhenClosed(act, moved.id()));
        }
        accounts.save(act, moved);
        if (moved.stage() == Stage.CLOSED_WON) {
            onboardings.correct(act, moved);
        }
    }
}
