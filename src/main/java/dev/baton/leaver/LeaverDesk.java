package dev.baton.leaver;

import dev.baton.account.Account;
import dev.baton.account.Accounts;
import dev.baton.account.Act;
import dev.baton.account.Acts;
import dev.baton.account.InHand;
import dev.baton.account.People;
import dev.baton.account.Refusal;
import dev.baton.account.Roster;
import dev.baton.account.Routing;
import dev.baton.account.SalesforceId;
import dev.baton.handbook.Handbook;
import dev.baton.leaver.Estate.Line;
import dev.baton.leaver.Estate.Past;
import dev.baton.leaver.Leaver.State;
import dev.baton.notice.Notices;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/**
 * Tells managers who left with work in hand. It is derived from what is in people's hands now, so nobody who left while Baton
 * was down is missed.
 */
final class LeaverDesk {
    private final Acts acts;
    private final Handbook handbook;
    private final People people;
    private final Roster roster;
    private final LeaverStore store;
    private final Accounts accounts;
    private final Notices notices;
    private final Hands hands;
    private final Set<Act> busy = ConcurrentHashMap.newKeySet();

    LeaverDesk(
            Acts acts,
            Handbook handbook,
            People people,
            LeaverStore store,
            Accounts accounts,
            Notices notices,
            Hands hands) {
        this.acts = acts;
        this.handbook = handbook;
        this.people = people;
        roster = people.roster();
        this.store = store;
        this.accounts = accounts;
        this.notices = notices;
        this.hands = hands;
    }

    /** What is in people's hands, in whatever process. */
    interface Hands {
        List<InHand> of(String person, Handle read);

        Set<String> holders(Handle read);

        /** False when it is in other hands by now. */
        boolean handOver(Act act, String subject, String from, String to);
    }

    /** Looks at everybody who has something in hand. */
    int reviewAll() {
        return acts.own("leavers", act -> {
            Set<String> concerned = new LinkedHashSet<>(hands.holders(act.handle()));
            store.open(act.handle()).forEach(leaver -> concerned.add(leaver.person()));
            concerned.forEach(person -> review(act, person));
            return concerned.size();
        });
    }

    /** Somebody may have left, or come back. */
    void review(Act act, String person) {
        if (people.left(act.handle(), person)) {
            hands.of(person, act.handle()).stream()
                    .map(item -> manager(accounts.existing(act.handle(), item.account())))
                    .distinct()
                    .forEach(manager -> store.insert(act, person, manager)
                            .ifPresent(leaver -> notices.owe(act, leaver.told(act.now()))));
        }
        store.open(act.handle()).stream()
                .filter(leaver -> leaver.person().equals(person))
                .forEach(leaver -> follow(act, leaver));
    }

    /** Something went into other hands, or was settled: what managers read about it stays true, also another manager. */
    void changed(Act act) {
        changed(act, Stream.empty());
    }

    /** @param holders who may have come by something, although they have left */
    void changed(Act act, Stream<String> holders) {
        if (!busy.contains(act)) {
            Stream.concat(holders, store.open(act.handle()).stream().map(Leaver::person))
                    .distinct()
                    .toList()
                    .forEach(person -> review(act, person));
        }
    }

    /** Much goes into other hands at once; whoever does this looks at the leaver afterwards. */
    void atOnce(Act act, Runnable deeds) {
        busy.add(act);
        try {
            deeds.run();
        } finally {
            busy.remove(act);
        }
    }

    /** A name channels read may have changed: what was told of a handover there stays true. */
    void accountChanged(Act act, SalesforceId account) {
        store.batches(act.handle(), account).forEach(batch -> notices.touch(act, Handed.subject(batch)));
    }

    private void follow(Act act, Leaver leaver) {
        if (!people.left(act.handle(), leaver.person())) {
            store.end(act, leaver, State.BACK);
        } else if (lines(act.handle(), leaver).isEmpty()) {
            store.end(act, leaver, State.SETTLED);
        }
        notices.touch(act, leaver.subject());
    }

    /** @throws Refusal when there is none */
    Estate estate(Handle read, long id) {
        Leaver leaver = store.leaver(read, id).orElseThrow(() -> new Refusal("This belongs to nobody I know."));
        List<Past> handed = store.handed(read, id).stream()
                .map(each -> new Past(each, accounts.existing(read, each.account())))
                .toList();
        return new Estate(leaver, lines(read, leaver), handed, roster, handbook);
    }

    private List<Line> lines(Handle read, Leaver leaver) {
        return leaver.state() != State.OPEN
                ? List.of()
                : hands.of(leaver.person(), read).stream()
                        .map(item -> new Line(item, accounts.existing(read, item.account())))
                        .filter(line -> manager(line.account()).equals(leaver.manager()))
                        .toList();
    }

    /** What was handed over in one go, with the accounts. */
    Given given(Handle read, long batch) {
        List<Past> past = store.batch(read, batch).stream()
                .map(each -> new Past(each, accounts.existing(read, each.account())))
                .toList();
        return new Given(past, roster);
    }

    List<String> open(Handle read) {
        return store.open(read).stream().map(Leaver::subject).toList();
    }

    private String manager(Account account) {
        return Routing.of(roster, account.region(), account.segment()).manager();
    }
}
