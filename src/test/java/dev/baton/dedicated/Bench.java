package dev.baton.dedicated;

import dev.baton.Cast;
import dev.baton.account.Account;
import dev.baton.account.AccountStore;
import dev.baton.account.Accounts;
import dev.baton.account.Act;
import dev.baton.account.Acts;
import dev.baton.account.HistoryStore;
import dev.baton.account.Permissions;
import dev.baton.account.Roster;
import dev.baton.account.RosterYaml;
import dev.baton.account.SalesforceId;
import dev.baton.handbook.Deployment;
import dev.baton.handbook.Handbook;
import dev.baton.handbook.Role;
import dev.baton.notice.NoticeStore;
import dev.baton.notice.Notices;
import dev.baton.store.Database;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** The cast's accounts in a real database, and somebody who listens for Dedicated. */
final class Bench {
    static final SalesforceId HELIO = new SalesforceId("0015e00001HELIO");

    private final Acts acts;
    private final Accounts accounts;
    private final Notices notices;
    private final DedicatedDesk desk;
    private final HistoryStore history = new HistoryStore();
    private final AtomicLong gestures = new AtomicLong();

    Bench(Database database) {
        Handbook handbook = Handbook.builtIn();
        Roster roster = RosterYaml.cast();
        acts = new Acts(database, () -> Instant.parse("2024-03-04T15:00:00Z"));
        accounts = new Accounts(new AccountStore(), history);
        notices = new Notices(new NoticeStore(database.dialect()), Cast.people());
        Permissions permissions = new Permissions(handbook);
        DedicatedFeature feature =
                new DedicatedFeature(acts, handbook, Cast.people(), permissions, accounts, history, notices);
        permissions.add(feature.permits());
        accounts.onChange(feature);
        desk = new DedicatedDesk(acts, handbook, roster, permissions, new DedicatedStore(), accounts, history, notices);
        act(act -> Cast.open(act, accounts));
    }

    void helio(Deployment deployment, String region) {
        act(act -> {
            Account known = accounts.existing(act.handle(), HELIO);
            accounts.save(act, known.with(known.segment(), region, Optional.of(deployment), Optional.empty()));
        });
    }

    void staff(Role role, String person) {
        act(act -> accounts.staff(act, HELIO, role, person));
    }

    void read(String person) {
        desk.read(person, "test:" + gestures.incrementAndGet(), HELIO);
    }

    Reading reading() {
        return acts.read(read -> desk.reading(read, HELIO)).orElseThrow();
    }

    /** What is owed and to whom: "dedicated.manager to U0MAYA". */
    List<String> owed() {
        return acts.read(read -> notices.coming(read, 100)).stream()
                .map(each -> each.kind() + " to " + each.recipient())
                .sorted()
                .toList();
    }

    /** The newest first. */
    List<String> events() {
        return acts.read(read -> history.of(read, HELIO, 100)).stream()
                .map(HistoryStore.Line::event)
                .filter(event -> event.startsWith("dedicated."))
                .toList();
    }

    private void act(Consumer<Act> body) {
        acts.own("test", act -> {
            body.accept(act);
            return true;
        });
    }
}
