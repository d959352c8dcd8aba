package dev.baton.stage;

import dev.baton.account.Account;
import dev.baton.account.Accounts;
import dev.baton.account.Act;
import dev.baton.account.Acts;
import dev.baton.account.HistoryStore;
import dev.baton.account.InHand;
import dev.baton.account.Names;
import dev.baton.account.Opportunity;
import dev.baton.account.Permissions;
import dev.baton.account.Refusal;
import dev.baton.account.Roster;
import dev.baton.account.Routing;
import dev.baton.account.SalesforceId;
import dev.baton.handbook.Handbook;
import dev.baton.handbook.Role;
import dev.baton.notice.Notices;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Wishes to take a deal back: asked, answered, or overtaken by what happens to the deal. */
final class ReversalDesk {
    static final String REVERT = "stage.revert";

    private static final List<Role> MOVERS = List.of(Role.SAE, Role.AE, Role.SMB_ADVOCATE, Role.SA);

    private final Acts acts;
    private final Handbook handbook;
    private final Roster roster;
    private final Permissions permissions;
    private final ReversalStore store;
    private final DealDesk deals;
    private final Accounts accounts;
    private final HistoryStore history;
    private final Notices notices;

    ReversalDesk(
            Acts acts,
            Handbook handbook,
            Roster roster,
            Permissions permissions,
            ReversalStore store,
            DealDesk deals,
            Accounts accounts,
            HistoryStore history,
            Notices notices) {
        this.acts = acts;
        this.handbook = handbook;
        this.roster = roster;
        this.permissions = permissions;
        this.store = store;
        this.deals = deals;
        this.accounts = accounts;
        this.history = history;
        this.notices = notices;
    }

    /** Asks the manager; one wish for a deal at a time. */
    void ask(Act act, Account account, Opportunity deal, Wish wish) {
        Reversal asking = new Reversal(
                0,
                account.id(),
                deal.id(),
                deal.stage(),
                wish.to().orElseThrow(),
                wish.close().orElseThrow(),
                wish.startOfItsOwn(),
                wish.reason().orElseThrow(),
                act.actor(),
                routing(account).manager(),
                act.now(),
                Reversal.State.PENDING,
                Optional.empty(),
                Optional.empty(),
                0);
        Reversal asked = store.insert(act, asking).orElseThrow(() -> asked(store.pending(act.handle(), deal.id())));
        file(act, asked.asked());
    }

    /** The deal goes back at once. */
    String approve(String by, String gesture, long id) {
        return acts.once(by, gesture, "button", act -> {
            Reversal reversal = permitted(act.handle(), by, id);
            advance(act, reversal.approved(by, act.now(), roster));
            Opportunity deal = deal(act.handle(), reversal);
            deals.move(act, deal.moved(reversal.to(), reversal.close()), reversal.start());
            return reversal.way();
        });
    }

    String refuse(String by, String gesture, long id, String why) {
        return acts.once(by, gesture, "modal", act -> {
            Reversal reversal = permitted(act.handle(), by, id);
            advance(act, reversal.refused(by, why, act.now(), roster));
            return reversal.way();
        });
    }

    /** Nobody is asked for a reason that nobody will read. */
    ReversalView refusing(String by, long id) {
        return acts.read(read -> {
            permitted(read, by, id).refuseIfSettled(roster);
            return view(read, id);
        });
    }

    /** A deal that was moved otherwise goes back from there or not at all. */
    void dealChanged(Act act, Opportunity after) {
        store.pending(act.handle(), after.id())
                .filter(reversal -> reversal.from() != after.stage())
                .ifPresent(reversal -> advance(act, reversal.lapsed(act.actor(), after, act.now())));
    }

    /** Under another manager it is that one's to decide; a codename takes effect everywhere. */
    void accountChanged(Act act, Account after) {
        String manager = routing(after).manager();
        for (Reversal reversal : store.of(act.handle(), after.id())) {
            if (reversal.pending() && !reversal.manager().equals(manager)) {
                advance(act, reversal.handedTo(manager, act.now()));
            }
            notices.touch(act, reversal.subject());
        }
    }

    /** Another people file: what is to be decided goes to whoever keeps the account now. */
    void rerouted(Act act) {
        for (Reversal reversal : store.pending(act.handle())) {
            String manager =
                    routing(accounts.existing(act.handle(), reversal.account())).manager();
            if (!reversal.manager().equals(manager)) {
                advance(act, reversal.handedTo(manager, act.now()));
            }
        }
    }

    List<InHand> inHand(Handle read, String person) {
        return asked(read, person).stream()
                .map(reversal -> new InHand(
                        reversal.subject(), reversal.account(), "taking the deal back, " + reversal.way(), MOVERS))
                .toList();
    }

    List<String> holders(Handle read) {
        return store.pending(read).stream().map(Reversal::requester).distinct().toList();
    }

    boolean handOver(Act act, String subject, String from, String to) {
        Optional<Reversal> asked = asked(act.handle(), from).stream()
                .filter(reversal -> reversal.subject().equals(subject))
                .findFirst();
        asked.ifPresent(reversal -> advance(act, reversal.handedOn(to, act.now())));
        return asked.isPresent();
    }

    private List<Reversal> asked(Handle read, String person) {
        return store.pending(read).stream()
                .filter(reversal -> reversal.requester().equals(person))
                .toList();
    }

    /** @throws IllegalStateException when there is none */
    ReversalView view(Handle read, long id) {
        Reversal reversal = store.reversal(read, id).orElseThrow(() -> new IllegalStateException("no reversal " + id));
        return view(read, reversal);
    }

    /** What waits for the manager's word. */
    List<ReversalView> pending(Handle read, SalesforceId account) {
        return store.of(read, account).stream()
                .filter(Reversal::pending)
                .map(reversal -> view(read, reversal))
                .toList();
    }

    Optional<SalesforceId> about(Handle read, long id) {
        return store.reversal(read, id).map(Reversal::account);
    }

    List<String> open(Handle read) {
        return store.pending(read).stream().map(Reversal::subject).toList();
    }

    private Reversal permitted(Handle read, String by, long id) {
        Reversal reversal =
                store.reversal(read, id).orElseThrow(() -> new Refusal("This button belongs to nothing I know."));
        Account account = accounts.existing(read, reversal.account());
        permissions.require(
                REVERT, accounts.who(read, by, account, roster, Optional.empty()), roster, routing(account));
        return reversal;
    }

    private void advance(Act act, Reversal.Step step) {
        if (!store.save(act, step.next())) {
            store.reversal(act.handle(), step.next().id()).ifPresent(now -> now.refuseIfSettled(roster));
            throw new Refusal("This was changed by somebody else just now. Look at it again.");
        }
        file(act, step);
    }

    private void file(Act act, Reversal.Step step) {
        notices.oweAll(act, step.owed());
        notices.touch(act, step.next().subject());
        history.add(act, step.next().account(), step.next().subject(), step.event(), step.detail());
    }

    private Refusal asked(Optional<Reversal> pending) {
        return Refusal.at(
                Wish.STAGE,
                pending.map(reversal -> Names.of(reversal.requester(), roster) + " has asked already to go back ("
                                + reversal.way() + "), and " + Names.of(reversal.manager(), roster)
                                + " has not answered yet. Wait for the answer.")
                        .orElse("Somebody asked for the same in this very moment. Look at the account again."));
    }

    private Opportunity deal(Handle read, Reversal reversal) {
        return accounts.opportunity(read, reversal.opportunity())
                .orElseThrow(() -> new IllegalStateException("no opportunity " + reversal.opportunity()));
    }

    private ReversalView view(Handle read, Reversal reversal) {
        Account account = accounts.existing(read, reversal.account());
        return new ReversalView(reversal, account, deal(read, reversal), roster, handbook);
    }

    private Routing routing(Account account) {
        return Routing.of(roster, account.region(), account.segment());
    }
}
