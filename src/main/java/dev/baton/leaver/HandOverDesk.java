package dev.baton.leaver;

import dev.baton.account.Account;
import dev.baton.account.AccountStore;
import dev.baton.account.Accounts;
import dev.baton.account.Act;
import dev.baton.account.Acts;
import dev.baton.account.HistoryStore;
import dev.baton.account.Load;
import dev.baton.account.Money;
import dev.baton.account.Names;
import dev.baton.account.People;
import dev.baton.account.Permissions;
import dev.baton.account.Person;
import dev.baton.account.Refusal;
import dev.baton.account.Roster;
import dev.baton.account.Routing;
import dev.baton.handbook.Role;
import dev.baton.leaver.Estate.Line;
import dev.baton.leaver.Estate.Past;
import dev.baton.leaver.LeaverDesk.Hands;
import dev.baton.notice.Notices;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Gives what somebody left behind to successors. Everybody concerned is told once, whatever was handed over in one go. */
final class HandOverDesk {
    static final String HAND_OVER = "leaver.handover";

    private final Acts acts;
    private final People people;
    private final Roster roster;
    private final Permissions permissions;
    private final LeaverDesk leavers;
    private final LeaverStore store;
    private final Accounts accounts;
    private final AccountStore accountStore;
    private final HistoryStore history;
    private final Notices notices;
    private final Hands hands;

    HandOverDesk(
            Acts acts,
            People people,
            Permissions permissions,
            LeaverDesk leavers,
            LeaverStore store,
            Accounts accounts,
            AccountStore accountStore,
            HistoryStore history,
            Notices notices,
            Hands hands) {
        this.acts = acts;
        this.people = people;
        roster = people.roster();
        this.permissions = permissions;
        this.leavers = leavers;
        this.store = store;
        this.accounts = accounts;
        this.accountStore = accountStore;
        this.history = history;
        this.notices = notices;
        this.hands = hands;
    }

    /** To hand over one thing. */
    Opening one(String by, long leaver, String subject) {
        return acts.read(read -> {
            Estate estate = known(read, leaver);
            Line line = line(estate, subject);
            require(read, by, line.account());
            Choice choice = choice(read, estate, line.item().roles(), List.of(line));
            if (choice.successors().candidates().isEmpty()) {
                throw new Refusal(nobody(estate, line.item().roles()));
            }
            return new Opening(estate, List.of(choice));
        });
    }

    /** To hand over all; what nobody can take over is among it too, so that it is not overlooked. */
    Opening all(String by, long leaver) {
        return acts.read(read -> {
            Estate estate = known(read, leaver);
            refuseNothing(estate);
            estate.open().forEach(line -> require(read, by, line.account()));
            List<Choice> choices = new ArrayList<>();
            estate.shares().forEach((roles, lines) -> choices.add(choice(read, estate, roles, lines)));
            if (choices.stream()
                    .allMatch(choice -> choice.successors().candidates().isEmpty())) {
                throw new Refusal(nobody(estate, choices.get(0).successors().roles()));
            }
            return new Opening(estate, choices);
        });
    }

    /** The answer is how many things were handed over. */
    String handOver(String by, String gesture, long leaver, String subject, String to) {
        return acts.once(by, gesture, "modal", act -> {
            store.hold(act, leaver);
            Estate estate = known(act.handle(), leaver);
            Line line = line(estate, subject);
            require(act.handle(), by, line.account());
            refuseUnfit(act.handle(), estate, line.item().roles(), Choice.SUCCESSOR, to);
            List<Handed> handed = give(act, estate, List.of(line), to, store.nextBatch(act));
            if (handed.isEmpty()) {
                throw gone(estate);
            }
            tell(act, estate, handed);
            return String.valueOf(handed.size());
        });
    }

    /**
     * The same for all; what goes along with something else, as a meeting with its account, is not handed over twice.
     *
     * @param successors by {@link Choice#key}; what has none stays open
     */
    String handOverAll(String by, String gesture, long leaver, Map<String, String> successors) {
        return acts.once(by, gesture, "modal", act -> {
            store.hold(act, leaver);
            Estate estate = known(act.handle(), leaver);
            refuseNothing(estate);
            long batch = store.nextBatch(act);
            List<Handed> handed = new ArrayList<>();
            estate.shares()
                    .forEach((roles, lines) -> Optional.ofNullable(successors.get(Choice.key(roles)))
                            .ifPresent(to -> {
                                lines.forEach(line -> require(act.handle(), by, line.account()));
                                refuseUnfit(act.handle(), estate, roles, Choice.key(roles), to);
                                handed.addAll(give(act, estate, lines, to, batch));
                            }));
            if (handed.isEmpty()) {
                throw gone(estate);
            }
            tell(act, estate, handed);
            return String.valueOf(handed.size());
        });
    }

    private List<Handed> give(Act act, Estate estate, List<Line> lines, String to, long batch) {
        List<Handed> handed = new ArrayList<>();
        leavers.atOnce(act, () -> handed.addAll(given(act, estate, lines, to, batch)));
        return handed;
    }

    private List<Handed> given(Act act, Estate estate, List<Line> lines, String to, long batch) {
        String from = estate.leaver().person();
        List<Handed> handed = new ArrayList<>();
        for (Line line : lines) {
            // Whoever changes the account's team in this moment waits, or has been faster and is not overwritten.
            accountStore.hold(
                    act, accounts.existing(act.handle(), line.account().id()));
            if (hands.handOver(act, line.item().subject(), from, to)) {
                Handed each = new Handed(
                        batch,
                        estate.leaver().id(),
                        line.account().id(),
                        line.item().subject(),
                        line.item().words(),
                        from,
                        to,
                        act.actor(),
                        act.now());
                store.add(act, each);
                history.add(act, each.account(), estate.leaver().subject(), "leaver.handed", each.detail());
                handed.add(each);
            }
        }
        return handed;
    }

    private void tell(Act act, Estate estate, List<Handed> handed) {
        long batch = handed.get(0).batch();
        handed.stream().map(Handed::to).distinct().forEach(to -> notices.owe(act, Handed.yours(batch, to, act.now())));
        handed.stream()
                .flatMap(each -> accounts.existing(act.handle(), each.account()).channel().stream())
                .distinct()
                .forEach(channel -> notices.owe(act, Handed.line(batch, channel, act.now())));
        leavers.review(act, estate.leaver().person());
    }

    private Estate known(Handle read, long leaver) {
        Estate estate = leavers.estate(read, leaver);
        if (!people.left(read, estate.leaver().person())) {
            throw new Refusal(Names.of(estate.leaver().person(), roster)
                    + " works here again and keeps what is open. Nothing was changed.");
        }
        return estate;
    }

    private Line line(Estate estate, String subject) {
        return estate.open().stream()
                .filter(line -> line.item().subject().equals(subject))
                .findFirst()
                .orElseThrow(() -> estate.handed().stream()
                        .filter(past -> past.handed().subject().equals(subject))
                        .reduce((earlier, later) -> later)
                        .map(this::handedAlready)
                        .orElseGet(() -> gone(estate)));
    }

    private Refusal handedAlready(Past past) {
        return new Refusal(Names.of(past.handed().by(), roster) + " has handed this over already, to "
                + Names.of(past.handed().to(), roster) + ". Nothing was changed.");
    }

    private Refusal gone(Estate estate) {
        return new Refusal("This is not in the hands of "
                + Names.of(estate.leaver().person(), roster) + " any more. Nothing was changed.");
    }

    private void refuseNothing(Estate estate) {
        if (estate.open().isEmpty()) {
            throw new Refusal("Everything is in other hands already. Nothing was changed.");
        }
    }

    private String nobody(Estate estate, List<Role> roles) {
        return "There is nobody to take this over: the people file has no other "
                + String.join(
                        " or ", roles.stream().map(estate.handbook()::label).toList()) + ". "
                + Names.admins(roster) + " can add one.";
    }

    private void refuseUnfit(Handle read, Estate estate, List<Role> roles, String field, String to) {
        if (people.left(read, to) || to.equals(estate.leaver().person())) {
            throw Refusal.at(
                    field, Names.of(to, roster) + " does not work here any more either. Choose somebody else.");
        }
        if (roster.person(to)
                .filter(person -> roles.stream().anyMatch(person::has))
                .isEmpty()) {
            throw Refusal.at(field, Names.of(to, roster) + " cannot take this over. Choose one of the list.");
        }
    }

    private void require(Handle read, String by, Account account) {
        Routing routing = Routing.of(roster, account.region(), account.segment());
        permissions.require(HAND_OVER, accounts.who(read, by, account, roster, Optional.empty()), roster, routing);
    }

    private Choice choice(Handle read, Estate estate, List<Role> roles, List<Line> lines) {
        String leaver = estate.leaver().person();
        List<Load> carried = accountStore.loads(read);
        return new Choice(
                lines,
                Successors.of(
                        roles,
                        lines.stream().map(line -> line.account().region()).toList(),
                        roster,
                        person -> !person.equals(leaver) && people.active(read, person),
                        role -> roster.person(leaver)
                                .filter(person -> person.has(role))
                                .isPresent(),
                        person -> people.awayUntil(read, person, acts.now()),
                        person -> load(person, roles, carried)));
    }

    /** What a CSM carries; of others nobody counts it. */
    private static Optional<Load> load(Person person, List<Role> roles, List<Load> carried) {
        if (!roles.contains(Role.CSM)) {
            return Optional.empty();
        }
        return carried.stream()
                .filter(load -> load.csm().equals(person.slackId()))
                .findFirst()
                .or(() -> Optional.of(new Load(person.slackId(), 0, new Money(0))));
    }
}
