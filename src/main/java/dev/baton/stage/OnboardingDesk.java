package dev.baton.stage;

import dev.baton.account.Account;
import dev.baton.account.Account.Phase;
import dev.baton.account.Accounts;
import dev.baton.account.Act;
import dev.baton.account.HistoryStore;
import dev.baton.account.Opportunity;
import dev.baton.account.Roster;
import dev.baton.account.Routing;
import dev.baton.account.SalesforceId;
import dev.baton.handbook.Handbook;
import dev.baton.handbook.Role;
import dev.baton.handbook.Stage;
import dev.baton.handbook.Timings;
import dev.baton.notice.Notices;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** Turns an account into a customer when a deal is won, inside the transaction that wins it, by whichever form that was. */
final class OnboardingDesk {
    private final Handbook handbook;
    private final Roster roster;
    private final OnboardingStore store;
    private final Accounts accounts;
    private final HistoryStore history;
    private final Notices notices;
    private final StageFeature.Asked asked;

    OnboardingDesk(
            Handbook handbook,
            Roster roster,
            OnboardingStore store,
            Accounts accounts,
            HistoryStore history,
            Notices notices,
            StageFeature.Asked asked) {
        this.handbook = handbook;
        this.roster = roster;
        this.store = store;
        this.accounts = accounts;
        this.history = history;
        this.notices = notices;
        this.asked = asked;
    }

    void dealChanged(Act act, Optional<Opportunity> before, Opportunity after) {
        boolean was = before.filter(deal -> deal.stage() == Stage.CLOSED_WON).isPresent();
        boolean is = after.stage() == Stage.CLOSED_WON;
        if (is && !was) {
            begin(act, after);
        } else if (is) {
            correct(act, after);
        } else if (was) {
            undo(act, after);
        }
        notices.touch(act, Onboarding.subject(after.account()));
    }

    /** The customer's start may have been corrected, and with it all that counts from it. */
    void correct(Act act, Opportunity won) {
        store.onboarding(act.handle(), won.account())
                .filter(onboarding ->
                        onboarding.standing() && onboarding.opportunity().equals(won.id()))
                .flatMap(onboarding -> onboarding.startingOn(start(act.handle(), won), spans()))
                .ifPresent(next -> {
                    store.save(act, next);
                    history.add(act, next.account(), next.subject(), "onboarding.moved", next.dates());
                    notices.touch(act, next.subject());
                });
    }

    /** Whoever keeps the account now hears that nobody serves it, where that is so. */
    void accountChanged(Act act, Optional<Account> before, Account after) {
        boolean elsewhere = before.filter(
                        account -> !account.region().equals(after.region()) || account.segment() != after.segment())
                .isPresent();
        store.onboarding(act.handle(), after.id())
                .filter(onboarding -> elsewhere && onboarding.standing())
                .filter(onboarding -> Cover.of(after, deal(act.handle(), onboarding), handbook)
                        .lacking())
                .ifPresent(onboarding -> notices.oweAll(
                        act,
                        onboarding.owed(
                                Set.of(),
                                Optional.empty(),
                                Optional.of(routing(after).manager()),
                                act.now())));
        notices.touch(act, Onboarding.subject(after.id()));
    }

    /** Another people file: whoever keeps the account now hears that nobody serves it, where that was said. */
    void rerouted(Act act) {
        for (Onboarding onboarding : store.standing(act.handle())) {
            Account account = accounts.existing(act.handle(), onboarding.account());
            boolean lacking =
                    Cover.of(account, deal(act.handle(), onboarding), handbook).lacking();
            if (lacking && asked.waiting(act.handle(), onboarding.opportunity()).isEmpty()) {
                onboarding
                        .owed(
                                Set.of(),
                                Optional.empty(),
                                Optional.of(routing(account).manager()),
                                act.now())
                        .forEach(owed -> notices.oweOnce(act, owed));
            }
        }
    }

    /** Who joins while the customer is new hears of it too. */
    void teamChanged(Act act, SalesforceId account, Optional<String> joined) {
        store.onboarding(act.handle(), account)
                .filter(onboarding -> onboarding.recent(act.now()))
                .ifPresent(onboarding ->
                        joined.ifPresent(person -> notices.owe(act, onboarding.tell(person, act.now()))));
        notices.touch(act, Onboarding.subject(account));
    }

    /** While somebody asks, the manager has that to read; what was said before says so. */
    void requested(Act act, SalesforceId id, SalesforceId deal) {
        if (asked.waiting(act.handle(), deal).isPresent()) {
            String manager = routing(accounts.existing(act.handle(), id)).manager();
            store.onboarding(act.handle(), id)
                    .ifPresent(onboarding -> notices.withdraw(act, onboarding.unservedKey(manager)));
        }
        notices.touch(act, Onboarding.subject(id));
    }

    Optional<OnboardingView> view(Handle read, SalesforceId id) {
        return store.onboarding(read, id).map(onboarding -> {
            Account account = accounts.existing(read, id);
            return new OnboardingView(
                    onboarding,
                    account,
                    deal(read, onboarding),
                    accounts.team(read, id),
                    routing(account),
                    asked.waiting(read, onboarding.opportunity()),
                    roster,
                    handbook);
        });
    }

    /** The person to turn to about a customer; empty before the sale. */
    Optional<Primary> primary(Handle read, Account account) {
        return account.phase() == Phase.POST_SALES
                ? Optional.of(Primary.of(account, accounts.team(read, account.id()), routing(account)))
                : Optional.empty();
    }

    /** Who keeps an account. */
    Optional<Routing> routing(Handle read, SalesforceId account) {
        return accounts.account(read, account).map(this::routing);
    }

    List<String> open(Handle read) {
        return store.standing(read).stream().map(Onboarding::subject).toList();
    }

    /** A deal more of somebody who is a customer already begins nothing. */
    private void begin(Act act, Opportunity won) {
        Account account = accounts.existing(act.handle(), won.account());
        if (account.phase() == Phase.POST_SALES) {
            return;
        }
        accounts.save(act, account.in(Phase.POST_SALES));
        Onboarding onboarding = Onboarding.begin(
                store.onboarding(act.handle(), account.id()),
                account.id(),
                won.id(),
                start(act.handle(), won),
                spans());
        store.save(act, onboarding);
        history.add(act, account.id(), onboarding.subject(), "onboarding.begun", onboarding.dates());
        Map<Role, String> team = accounts.team(act.handle(), account.id());
        Routing routing = routing(account);
        Set<String> told = new LinkedHashSet<>(team.values());
        told.add(Primary.of(account, team, routing).person());
        boolean lacking = Cover.of(account, won, handbook).lacking();
        Optional<String> manager = lacking ? Optional.of(routing.manager()) : Optional.empty();
        notices.oweAll(act, onboarding.owed(told, account.channel(), manager, act.now()));
    }

    /** The sale was taken back: without another one they are no customer. */
    private void undo(Act act, Opportunity lost) {
        boolean customer = accounts.opportunities(act.handle(), lost.account()).stream()
                .anyMatch(deal -> deal.stage() == Stage.CLOSED_WON);
        if (customer) {
            return;
        }
        accounts.save(act, accounts.existing(act.handle(), lost.account()).in(Phase.PRE_SALES));
        store.onboarding(act.handle(), lost.account())
                .filter(Onboarding::standing)
                .map(Onboarding::undone)
                .ifPresent(next -> {
                    store.save(act, next);
                    history.add(act, next.account(), next.subject(), "onboarding.undone", "");
                });
    }

    private Opportunity deal(Handle read, Onboarding onboarding) {
        return accounts.opportunity(read, onboarding.opportunity())
                .orElseThrow(() -> new IllegalStateException("no opportunity " + onboarding.opportunity()));
    }

    private LocalDate start(Handle read, Opportunity won) {
        return store.start(read, won.id()).orElse(won.closeDate());
    }

    private Timings.Onboarding spans() {
        return handbook.timings().onboarding();
    }

    private Routing routing(Account account) {
        return Routing.of(roster, account.region(), account.segment());
    }
}
