package dev.baton.scale;

import dev.baton.Cast;
import dev.baton.account.Account;
import dev.baton.account.AccountStore;
import dev.baton.account.Accounts;
import dev.baton.account.Acts;
import dev.baton.account.HistoryStore;
import dev.baton.account.Money;
import dev.baton.account.Opportunity;
import dev.baton.account.Permissions;
import dev.baton.account.Refusal;
import dev.baton.account.Roster;
import dev.baton.account.RosterYaml;
import dev.baton.account.SalesforceId;
import dev.baton.handbook.Handbook;
import dev.baton.handbook.Segment;
import dev.baton.notice.NoticeStore;
import dev.baton.notice.Notices;
import dev.baton.store.Database;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;

/** The cast's accounts in a real database, and the pool's desks at work on them. */
final class Bench {
    static final SalesforceId KESTREL = new SalesforceId("0015e00001KSTRL");
    static final Need NEED = new Need(
            "Jo Park, jo.park@example.com",
            "Onboarding",
            "Source code and CI",
            "Low usage",
            "SaaS",
            Optional.of("Nobody uses the pipelines."),
            true);

    final AtomicReference<Instant> clock = new AtomicReference<>(Instant.parse("2024-03-04T15:00:00Z"));
    final Acts acts;
    final Accounts accounts;
    final Notices notices;
    final ScaleDesk desk;
    final SuggestionDesk suggestions;

    private final HistoryStore history = new HistoryStore();
    private final AtomicLong gestures = new AtomicLong();

    Bench(Database database) {
        Roster roster = RosterYaml.cast();
        acts = new Acts(database, clock::get);
        accounts = new Accounts(new AccountStore(), history);
        notices = new Notices(new NoticeStore(database.dialect()), Cast.people());
        suggestions = new SuggestionDesk(Cast.people(), new SuggestionStore(), accounts, history, notices);
        desk = deskFor(roster);
        acts.own("start", act -> {
            Cast.open(act, accounts);
            return true;
        });
        worth(45_000);
    }

    ScaleDesk deskFor(Roster roster) {
        Handbook handbook = Handbook.builtIn();
        Permissions permissions = new Permissions(handbook);
        permissions.add(ScaleFeature.permits(handbook));
        return new ScaleDesk(
                acts,
                handbook,
                Cast.people(roster),
                permissions,
                new ScaleStore(),
                suggestions,
                accounts,
                history,
                notices);
    }

    String gesture() {
        return "test:" + gestures.incrementAndGet();
    }

    String file(String person) {
        return desk.file(person, gesture(), KESTREL, NEED);
    }

    /** Tries to open the form as somebody who is refused, and tells in which words. */
    String refusedTo(String person) {
        return refused(() -> desk.ask(person, gesture(), KESTREL));
    }

    static String refused(Runnable attempt) {
        try {
            attempt.run();
        } catch (Refusal refusal) {
            return refusal.words();
        }
        throw new AssertionError("nobody was refused");
    }

    void kestrel(UnaryOperator<Account> change) {
        acts.own("test", act -> {
            accounts.save(act, change.apply(accounts.existing(act.handle(), KESTREL)));
            return true;
        });
    }

    void worth(long dollars) {
        acts.own("test", act -> {
            Opportunity known = accounts.opportunities(act.handle(), KESTREL).get(0);
            accounts.save(
                    act,
                    new Opportunity(
                            known.id(),
                            known.account(),
                            known.stage(),
                            known.closeDate(),
                            known.lam(),
                            Optional.of(Money.dollars(dollars)),
                            known.version()));
            return true;
        });
    }

    /** An account on whose team nobody is yet. */
    SalesforceId unowned() {
        SalesforceId id = new SalesforceId("0015e00001LONER");
        acts.own("test", act -> {
            accounts.save(act, Account.create(id, "Loner", Segment.MID_MARKET, "AMER_WEST"));
            return true;
        });
        return id;
    }

    void pass(Duration time) {
        clock.updateAndGet(now -> now.plus(time));
    }

    Engagement engagement(long number) {
        return acts.read(read -> desk.view(read, number)).engagement();
    }

    /** What is owed and to whom: "scale.queue to C0CSE". */
    List<String> owed() {
        return acts.read(read -> notices.coming(read, 100)).stream()
                .map(each -> each.kind() + " to " + each.recipient())
                .sorted()
                .toList();
    }

    List<String> events() {
        return acts.read(read -> history.of(read, KESTREL, 100)).stream()
                .map(HistoryStore.Line::event)
                .filter(event -> event.startsWith("scale."))
                .toList();
    }
}
