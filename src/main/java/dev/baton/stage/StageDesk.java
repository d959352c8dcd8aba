package dev.baton.stage;

import dev.baton.account.Account;
import dev.baton.account.Accounts;
import dev.baton.account.Act;
import dev.baton.account.Acts;
import dev.baton.account.HistoryStore;
import dev.baton.account.Names;
import dev.baton.account.Opportunity;
import dev.baton.account.People;
import dev.baton.account.Permissions;
import dev.baton.account.Refusal;
import dev.baton.account.Roster;
import dev.baton.account.Routing;
import dev.baton.account.SalesforceId;
import dev.baton.account.Who;
import dev.baton.handbook.Handbook;
import dev.baton.handbook.Stage;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Takes deals on, and asks where they are to go back. */
final class StageDesk {
    static final String UPDATE = "stage.update";

    private final Acts acts;
    private final Handbook handbook;
    private final People people;
    private final Roster roster;
    private final Permissions permissions;
    private final OnboardingStore starts;
    private final DealDesk deals;
    private final ReversalDesk reversals;
    private final Accounts accounts;
    private final HistoryStore history;

    StageDesk(
            Acts acts,
            Handbook handbook,
            People people,
            Permissions permissions,
            OnboardingStore starts,
            DealDesk deals,
            ReversalDesk reversals,
            Accounts accounts,
            HistoryStore history) {
        this.acts = acts;
        this.handbook = handbook;
        this.people = people;
        roster = people.roster();
        this.permissions = permissions;
        this.starts = starts;
        this.deals = deals;
        this.reversals = reversals;
        this.accounts = accounts;
        this.history = history;
    }

    /** The deal was moved by somebody else while the form was open. */
    static final class MovedOn extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient StageForm again;

        private MovedOn(StageForm again) {
            super("the deal has moved on", null, false, false);
            this.again = again;
        }

        /** The form anew, with what was filled in. */
        StageForm again() {
            return again;
        }
    }

    /** Whether this viewer may move deals of the account, and there are any. */
    boolean offered(Handle read, Account account, Who viewer) {
        return permissions.allows(UPDATE, viewer)
                && !accounts.opportunities(read, account.id()).isEmpty();
    }

    /**
     * The deals of an account, those on their way first.
     *
     * @throws Refusal for who may not move them, and when there are none
     */
    List<StageForm> choice(String person, SalesforceId id) {
        return acts.read(read -> {
            Account account =
                    accounts.account(read, id).orElseThrow(() -> new Refusal("This account is not here any more."));
            require(read, person, account);
            List<Opportunity> known = accounts.opportunities(read, id);
            if (known.isEmpty()) {
                throw new Refusal("No deal is known of this account yet. It comes with a request.");
            }
            return known.stream()
                    .sorted((one, other) ->
                            Boolean.compare(other.stage().open(), one.stage().open()))
                    .map(deal -> form(read, person, account, deal, blank(read, deal)))
                    .toList();
        });
    }

    StageForm editing(String person, SalesforceId deal) {
        return acts.read(read -> {
            Opportunity known = existing(read, deal);
            return form(read, person, permitted(read, person, known), known, blank(read, known));
        });
    }

    /** The form as it is being filled in: at some stages it asks for more. */
    StageForm growing(String person, SalesforceId deal, Wish wish) {
        return acts.read(read -> {
            Opportunity known = existing(read, deal);
            Optional<LocalDate> start =
                    wish.start().or(() -> starts.start(read, deal)).or(wish::close);
            Wish filled = new Wish(wish.to(), wish.close(), start, wish.reason());
            return form(read, person, permitted(read, person, known), known, filled);
        });
    }

    /**
     * What is wrong with what is filled in, by field.
     *
     * @param shown the stage the form was drawn for
     * @throws MovedOn when the deal is elsewhere by now
     */
    Map<String, String> complaints(String person, SalesforceId deal, Stage shown, Wish wish) {
        return acts.read(read -> complaints(read, person, existing(read, deal), shown, wish));
    }

    /**
     * Moves the deal, or asks the manager where it leads back.
     *
     * @return the account
     * @throws MovedOn when the deal is elsewhere by now
     */
    SalesforceId update(String person, String gesture, SalesforceId id, Stage shown, Wish wish) {
        String account = acts.once(person, gesture, "modal", act -> {
            Opportunity deal = existing(act.handle(), id);
            complaints(act.handle(), person, deal, shown, wish).entrySet().stream()
                    .findFirst()
                    .ifPresent(wrong -> {
                        throw Refusal.at(wrong.getKey(), wrong.getValue());
                    });
            decide(act, permitted(act.handle(), person, deal), deal, wish);
            return deal.account().value15();
        });
        return new SalesforceId(account);
    }

    private void decide(Act act, Account account, Opportunity deal, Wish wish) {
        boolean back = Direction.of(deal.stage(), wish.to().orElseThrow()) == Direction.BACK;
        boolean alone = permissions.allows(ReversalDesk.REVERT, who(act.handle(), act.actor(), account));
        if (back && !alone) {
            reversals.ask(act, account, deal, wish);
            return;
        }
        deals.move(act, wish.on(deal), wish.startOfItsOwn());
        wish.reason()
                .filter(words -> !wish.on(deal).equals(deal))
                .ifPresent(words -> history.add(
                        act,
                        account.id(),
                        "opportunity:" + deal.id().value15(),
                        back ? "stage.back" : "stage.reason",
                        words));
    }

    private Map<String, String> complaints(Handle read, String person, Opportunity deal, Stage shown, Wish wish) {
        Account account = permitted(read, person, deal);
        if (deal.stage() != shown && !wish.to().equals(Optional.of(deal.stage()))) {
            throw new MovedOn(form(read, person, account, deal, wish)
                    .noted("This deal was moved to " + deal.stage().label()
                            + " while you were typing. What you save now starts from there."));
        }
        boolean alone = permissions.allows(ReversalDesk.REVERT, who(read, person, account));
        String reader = alone ? "it stays in the history" : manager(account) + " reads it";
        return wish.complaints(deal, reader, people.today(read, person, acts.now()));
    }

    private StageForm form(Handle read, String person, Account account, Opportunity deal, Wish wish) {
        boolean alone = permissions.allows(ReversalDesk.REVERT, who(read, person, account));
        return new StageForm(account, deal, wish, manager(account), alone, Optional.empty(), handbook);
    }

    private Wish blank(Handle read, Opportunity deal) {
        Optional<LocalDate> start = Optional.of(starts.start(read, deal.id()).orElse(deal.closeDate()));
        return Wish.of(deal, start.filter(day -> deal.stage() == Stage.CLOSED_WON));
    }

    private Opportunity existing(Handle read, SalesforceId deal) {
        return accounts.opportunity(read, deal)
                .orElseThrow(() -> new Refusal("This deal is not here any more. Look at the account again."));
    }

    private Account permitted(Handle read, String person, Opportunity deal) {
        Account account = accounts.existing(read, deal.account());
        require(read, person, account);
        return account;
    }

    private void require(Handle read, String person, Account account) {
        permissions.require(UPDATE, who(read, person, account), roster, routing(account));
    }

    private Who who(Handle read, String person, Account account) {
        return accounts.who(read, person, account, roster, Optional.empty());
    }

    private String manager(Account account) {
        return Names.of(routing(account).manager(), roster);
    }

    private Routing routing(Account account) {
        return Routing.of(roster, account.region(), account.segment());
    }
}
