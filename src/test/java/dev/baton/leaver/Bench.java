package dev.baton.leaver;

import dev.baton.Cast;
import dev.baton.account.Account;
import dev.baton.account.AccountStore;
import dev.baton.account.Accounts;
import dev.baton.account.Act;
import dev.baton.account.Acts;
import dev.baton.account.HistoryStore;
import dev.baton.account.InHand;
import dev.baton.account.People;
import dev.baton.account.Permissions;
import dev.baton.account.PersonStore;
import dev.baton.account.PreferenceStore;
import dev.baton.account.Refusal;
import dev.baton.account.Roster;
import dev.baton.account.SalesforceId;
import dev.baton.handbook.Role;
import dev.baton.notice.NoticeStore;
import dev.baton.notice.Notices;
import dev.baton.store.Database;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** The cast's accounts in a real database, and what leavers leave behind: places on teams, and one errand of Cleo's. */
final class Bench {
    static final SalesforceId NORTHWIND = Cast.account(Cast.NORTHWIND).id();
    static final SalesforceId HERON = Cast.account(Cast.HERON).id();

    final List<String> assigned = new ArrayList<>();

    private final Acts acts;
    private final Accounts accounts;
    private final HistoryStore history = new HistoryStore();
    private final PersonStore persons = new PersonStore();
    private final AccountStore store = new AccountStore();
    private final LeaverStore leaverStore = new LeaverStore();
    private final NoticeStore noticeStore;
    private final Permissions permissions = new Permissions(Cast.HANDBOOK);
    private final AtomicLong gestures = new AtomicLong();
    private final List<InHand> errands = new ArrayList<>();
    private Notices notices;
    private LeaverDesk leavers;
    private HandOverDesk desk;

    Bench(Database database) {
        acts = new Acts(database, () -> Cast.NOW);
        accounts = new Accounts(store, history);
        noticeStore = new NoticeStore(database.dialect());
        permissions.add(LeaverFeature.rows());
        acts.own("start", act -> {
            Cast.open(act, accounts);
            return true;
        });
        employ(Cast.ROSTER);
    }

    /** Whoever reads the people file knows these people from now on. */
    private void employ(Roster roster) {
        People people = new People(roster, persons, new PreferenceStore(), Cast.HANDBOOK.timings());
        notices = new Notices(noticeStore, people);
        PlacesDesk places = new PlacesDesk(Cast.HANDBOOK, accounts);
        places.onAssigned((act, account, csm, sa) -> assigned.add(csm + " with " + sa.orElse("nobody")));
        LeaverDesk.Hands hands = hands(places);
        leavers = new LeaverDesk(acts, Cast.HANDBOOK, people, leaverStore, accounts, notices, hands);
        desk = new HandOverDesk(
                acts, people, permissions, leavers, leaverStore, accounts, store, history, notices, hands);
    }

    /** The next start, with another people file. */
    Bench startedWith(Roster roster) {
        employ(roster);
        start();
        return this;
    }

    private LeaverDesk.Hands hands(PlacesDesk places) {
        return new LeaverDesk.Hands() {
            @Override
            public List<InHand> of(String person, Handle read) {
                Stream<InHand> own = errands.stream().filter(each -> person.equals(Cast.CLEO));
                return Stream.concat(places.inHand(read, person).stream(), own).toList();
            }

            @Override
            public Set<String> holders(Handle read) {
                return new LinkedHashSet<>(places.holders(read));
            }

            @Override
            public boolean handOver(Act act, String subject, String from, String to) {
                return places.handOver(act, subject, from, to)
                        || errands.removeIf(each -> each.subject().equals(subject));
            }
        };
    }

    /** Cleo is the CSM of two accounts of Maya's and Milo's, and has an errand besides. */
    Bench withCleo() {
        act(act -> {
            for (SalesforceId id : List.of(NORTHWIND, HERON)) {
                Account account = accounts.existing(act.handle(), id);
                accounts.save(act, account.withCsm(Cast.CLEO));
                accounts.staff(act, id, Role.CSM, Cast.CLEO);
            }
        });
        errands.add(new InHand("errand:1", NORTHWIND, "errand", List.of(Role.SA)));
        return this;
    }

    void leaves(String person) {
        profile(person, true);
    }

    void comesBack(String person) {
        profile(person, false);
    }

    private void profile(String person, boolean closed) {
        act(act -> {
            persons.keepProfile(act.handle(), person, Optional.empty(), closed);
            leavers.review(act, person);
        });
    }

    /** The account belongs to another region from now on. */
    void moves(SalesforceId id, String region) {
        act(act -> {
            Account known = accounts.existing(act.handle(), id);
            accounts.save(act, known.with(known.segment(), region, known.deployment(), Optional.empty()));
            leavers.changed(act);
        });
    }

    void joins(String person, Role role, SalesforceId id) {
        act(act -> {
            accounts.staff(act, id, role, person);
            leavers.changed(act, Stream.of(person));
        });
    }

    void act(Consumer<Act> body) {
        acts.own("test", act -> {
            body.accept(act);
            return true;
        });
    }

    void start() {
        leavers.reviewAll();
    }

    Opening one(String by, long leaver, String subject) {
        return desk.one(by, leaver, subject);
    }

    Opening all(String by, long leaver) {
        return desk.all(by, leaver);
    }

    String handOver(String by, long leaver, String subject, String to) {
        return desk.handOver(by, "test:" + gestures.incrementAndGet(), leaver, subject, to);
    }

    String handOverAll(String by, long leaver, Map<String, String> to) {
        return desk.handOverAll(by, "test:" + gestures.incrementAndGet(), leaver, to);
    }

    static String refused(Runnable attempt) {
        try {
            attempt.run();
        } catch (Refusal refusal) {
            return refusal.words();
        }
        throw new AssertionError("nobody was refused");
    }

    Estate estate(long id) {
        return acts.read(read -> leavers.estate(read, id));
    }

    /** The card of the only leaver that this manager was told of. */
    long cardOf(String manager) {
        return acts.read(read -> leaverStore.open(read).stream()
                .filter(leaver -> leaver.manager().equals(manager))
                .findFirst()
                .map(Leaver::id)
                .orElseThrow());
    }

    List<String> open(long id) {
        return estate(id).open().stream().map(Estate.Line::words).toList();
    }

    Account account(SalesforceId id) {
        return acts.read(read -> accounts.existing(read, id));
    }

    Map<Role, String> team(SalesforceId id) {
        return acts.read(read -> accounts.team(read, id));
    }

    /** What of leavers is owed and to whom: "leaver.card to U0MAYA". */
    List<String> owed() {
        return acts.read(read -> notices.coming(read, 100)).stream()
                .map(each -> each.kind() + " to " + each.recipient())
                .filter(each -> each.startsWith("leaver."))
                .sorted()
                .toList();
    }

    List<String> events(SalesforceId account) {
        return acts.read(read -> history.of(read, account, 100)).stream()
                .filter(line -> line.event().startsWith("leaver."))
                .map(line -> line.actor() + " " + line.detail())
                .toList();
    }
}
