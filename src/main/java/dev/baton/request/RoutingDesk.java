package dev.baton.request;

import dev.baton.account.Account;
import dev.baton.account.AccountStore;
import dev.baton.account.Accounts;
import dev.baton.account.Act;
import dev.baton.account.Acts;
import dev.baton.account.Opportunity;
import dev.baton.account.Roster;
import dev.baton.account.SalesforceId;
import dev.baton.handbook.Handbook;
import dev.baton.handbook.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Keeps open requests where they belong, and qualified as the facts are, when people or facts change. */
final class RoutingDesk implements Accounts.Listener {
    private static final String APPLIED = "roster";

    private final Acts acts;
    private final Handbook handbook;
    private final Roster roster;
    private final RequestStore requests;
    private final Accounts accounts;
    private final AccountStore known;
    private final FilingDesk filing;
    private final RequestSteps steps;
    private final List<Consumer<Act>> onRoster = new ArrayList<>();

    RoutingDesk(
            Acts acts,
            Handbook handbook,
            Roster roster,
            RequestStore requests,
            Accounts accounts,
            AccountStore known,
            FilingDesk filing) {
        this.acts = acts;
        this.handbook = handbook;
        this.roster = roster;
        this.requests = requests;
        this.accounts = accounts;
        this.known = known;
        this.filing = filing;
        steps = new RequestSteps(handbook, roster);
    }

    void onRoster(Consumer<Act> reaction) {
        onRoster.add(reaction);
    }

    /** Applies a people file whose content is new: each open request moves once, in the same transaction. */
    int applyRoster() {
        return acts.own("roster", act -> {
            if (known.known(act.handle(), APPLIED).equals(Optional.of(roster.fingerprint()))) {
                return 0;
            }
            known.learn(act, APPLIED, roster.fingerprint());
            int moved = 0;
            for (CsmRequest request : requests.open(act.handle())) {
                moved += reroute(act, request, accounts.existing(act.handle(), request.account())) ? 1 : 0;
            }
            onRoster.forEach(reaction -> reaction.accept(act));
            return moved;
        });
    }

    @Override
    public void accountChanged(Act act, Optional<Account> before, Account after) {
        review(act, after.id());
    }

    @Override
    public void opportunityChanged(Act act, Optional<Opportunity> before, Opportunity after) {
        if (after.stage().terminal()) {
            requests.openFor(act.handle(), after.id())
                    .ifPresent(request -> filing.advance(act, steps.dealLost(request, act.actor(), after, act.now())));
        }
        review(act, after.account());
    }

    @Override
    public void teamChanged(Act act, SalesforceId account, Role role, Optional<String> before, Optional<String> after) {
        filing.touchAll(act, account);
    }

    /** What is shown of the account's requests, also of settled ones, stays true; a codename takes effect everywhere. */
    private void review(Act act, SalesforceId id) {
        Account account = accounts.existing(act.handle(), id);
        for (Opportunity opportunity : accounts.opportunities(act.handle(), id)) {
            requests.openFor(act.handle(), opportunity.id()).ifPresent(request -> {
                Qualified anew = request.qualified().again(handbook, account.segment(), opportunity.arr());
                steps.requalify(request, anew).ifPresent(step -> filing.advance(act, step));
                reroute(act, filing.existing(act.handle(), request.number()), account);
            });
        }
        filing.touchAll(act, id);
    }

    private boolean reroute(Act act, CsmRequest request, Account account) {
        Optional<RequestSteps.Step> step = steps.reroute(request, filing.routing(account), act.now());
        step.ifPresent(each -> filing.advance(act, each));
        return step.isPresent();
    }
}
