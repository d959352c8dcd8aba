package dev.baton.stage;

import dev.baton.account.Account;
import dev.baton.account.Accounts;
import dev.baton.account.Act;
import dev.baton.account.HistoryStore;
import dev.baton.account.Opportunity;
import dev.baton.account.Roster;
import dev.baton.account.Routing;
import dev.baton.account.SalesforceId;
import dev.baton.handbook.Handbook;
import dev.baton.notice.Notices;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Tells managers of deals that have come far without a CSM, once for each. */
final class UncoveredDesk {
    private final Handbook handbook;
    private final Roster roster;
    private final OnboardingStore store;
    private final Accounts accounts;
    private final HistoryStore history;
    private final Notices notices;
    private final StageFeature.Asked asked;

    UncoveredDesk(
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

    /** What Baton reads from a file at its start was so before, and stands in the managers' weekly lists: it is no news. */
    void dealChanged(Act act, Opportunity deal) {
        Account account = accounts.existing(act.handle(), deal.account());
        boolean due = Uncovered.due(deal, Cover.of(account, deal, handbook));
        if (due
                && !act.actor().equals(Act.BATON)
                && asked.waiting(act.handle(), deal.id()).isEmpty()) {
            Uncovered alert = new Uncovered(deal.id(), routing(account).manager(), act.now());
            if (store.tell(act, alert)) {
                notices.owe(act, alert.owed());
                history.add(act, account.id(), alert.subject(), "stage.uncovered", alert.manager());
            }
        }
        notices.touch(act, Uncovered.subject(deal.id()));
    }

    /** Another segment may have other thresholds; whatever else changed, such as the CSM, may settle what was told. */
    void accountChanged(Act act, Optional<Account> before, Account after) {
        boolean otherwise =
                before.filter(account -> account.segment() != after.segment()).isPresent();
        for (Opportunity deal : accounts.opportunities(act.handle(), after.id())) {
            if (otherwise) {
                dealChanged(act, deal);
            } else {
                notices.touch(act, Uncovered.subject(deal.id()));
            }
        }
    }

    /** Another people file: whoever keeps the account now hears of what its manager before was told. */
    void rerouted(Act act) {
        for (Uncovered told : store.told(act.handle())) {
            view(act.handle(), told.opportunity())
                    .filter(view -> view.due() && view.request().isEmpty())
                    .map(view -> new Uncovered(
                            told.opportunity(), routing(view.account()).manager(), act.now()))
                    .filter(now -> !now.manager().equals(told.manager()))
                    .ifPresent(now -> notices.oweOnce(act, now.owed()));
        }
    }

    /** While somebody asks, the manager has that to read; what was said before says so. */
    void requested(Act act, SalesforceId deal) {
        if (asked.waiting(act.handle(), deal).isPresent()) {
            store.told(act.handle(), deal)
                    .ifPresent(alert -> notices.withdraw(act, alert.owed().key()));
        }
        notices.touch(act, Uncovered.subject(deal));
    }

    Optional<AlertView> view(Handle read, SalesforceId id) {
        return store.told(read, id)
                .flatMap(alert -> accounts.opportunity(read, id))
                .map(deal -> {
                    Account account = accounts.existing(read, deal.account());
                    boolean due = Uncovered.stands(deal, Cover.of(account, deal, handbook));
                    return new AlertView(
                            account, deal, due, Optional.empty(), asked.waiting(read, id), roster, handbook);
                });
    }

    Optional<SalesforceId> about(Handle read, SalesforceId deal) {
        return accounts.opportunity(read, deal).map(Opportunity::account);
    }

    List<String> open(Handle read) {
        return store.told(read).stream()
                .filter(alert -> accounts.opportunity(read, alert.opportunity())
                        .filter(deal -> deal.stage().open())
                        .isPresent())
                .map(Uncovered::subject)
                .toList();
    }

    private Routing routing(Account account) {
        return Routing.of(roster, account.region(), account.segment());
    }
}
