package dev.baton.stage;

import dev.baton.Cast;
import dev.baton.account.Account;
import dev.baton.account.AccountStore;
import dev.baton.account.Accounts;
import dev.baton.account.Act;
import dev.baton.account.Acts;
import dev.baton.account.HistoryStore;
import dev.baton.account.Money;
import dev.baton.account.Opportunity;
import dev.baton.account.Permissions;
import dev.baton.account.Roster;
import dev.baton.account.RosterYaml;
import dev.baton.account.SalesforceId;
import dev.baton.handbook.Handbook;
import dev.baton.handbook.Role;
import dev.baton.handbook.Stage;
import dev.baton.notice.NoticeStore;
import dev.baton.notice.Notices;
import dev.baton.store.Database;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;

/** The cast's accounts in a real database, and the desks that move their deals. */
final class Bench {
    static final SalesforceId NORTHWIND = new SalesforceId("0015e00001NWBNK");
    static final SalesforceId DEAL = new SalesforceId("0065e00001NWOPP");
    static final LocalDate CLOSE = LocalDate.of(2024, 4, 15);

    final Accounts accounts;

    private final Acts acts;
    private final Notices notices;
    private final StageDesk desk;
    private final ReversalDesk reversals;
    private final ReversalStore wishes = new ReversalStore();
    private final OnboardingStore customers = new OnboardingStore();
    private final HistoryStore history = new HistoryStore();
    private final AtomicLong gestures = new AtomicLong();

    Bench(Database database) {
        Handbook handbook = Handbook.builtIn();
        Roster roster = RosterYaml.cast();
        acts = new Acts(database, () -> Instant.parse("2024-03-04T15:00:00Z"));
        accounts = new Accounts(new AccountStore(), history);
        notices = new Notices(new NoticeStore(database.dialect()), Cast.people());
        Permissions permissions = new Permissions(handbook);
        // What the face is made of, once more, so that single desks can be asked; the face itself is the one who
        // reacts.
        OnboardingDesk onboardings = new OnboardingDesk(
                handbook, roster, customers, accounts, history, notices, (read, deal) -> Optional.empty());
        DealDesk deals = new DealDesk(customers, accounts, onboardings);
        reversals = new ReversalDesk(acts, handbook, roster, permissions, wishes, deals, accounts, history, notices);
        desk = new StageDesk(
                acts, handbook, Cast.people(), permissions, customers, deals, reversals, accounts, history);
        UncoveredDesk uncovered = new UncoveredDesk(
                handbook, roster, customers, accounts, history, notices, (read, deal) -> Optional.empty());
        permissions.add(StageFeature.rows());
        accounts.onChange(new Accounts.Listener() {
            @Override
            public void opportunityChanged(Act act, Optional<Opportunity> before, Opportunity after) {
                reversals.dealChanged(act, after);
                onboardings.dealChanged(act, before, after);
                uncovered.dealChanged(act, after);
            }

            @Override
            public void accountChanged(Act act, Optional<Account> before, Account after) {
                reversals.accountChanged(act, after);
                onboardings.accountChanged(act, before, after);
                uncovered.accountChanged(act, before, after);
            }

            @Override
            public void teamChanged(
                    Act act, SalesforceId account, Role role, Optional<String> before, Optional<String> after) {
                onboardings.teamChanged(act, account, after);
            }
        });
        acts.own("start", act -> {
            Cast.open(act, accounts);
            return true;
        });
    }

    /** Somebody saves the form as it was shown at the stage the deal has now. */
    void update(String person, Stage to, LocalDate close, String reason) {
        update(person, deal().stage(), new Wish(Optional.of(to), Optional.of(close), Optional.empty(), said(reason)));
    }

    /** Somebody saves the form as it was shown at some stage. */
    void update(String person, Stage shown, Wish wish) {
        desk.update(person, "test:" + gestures.incrementAndGet(), DEAL, shown, wish);
    }

    void start(String person, LocalDate start) {
        Wish wish = new Wish(Optional.of(Stage.CLOSED_WON), Optional.of(CLOSE), Optional.of(start), Optional.empty());
        update(person, deal().stage(), wish);
    }

    void approve(String person, long id) {
        reversals.approve(person, "test:" + gestures.incrementAndGet(), id);
    }

    void refuse(String person, long id, String why) {
        reversals.refuse(person, "test:" + gestures.incrementAndGet(), id, why);
    }

    /** Somebody does something else, such as another form would. */
    void by(String person, Consumer<Act> deed) {
        acts.once(person, "test:" + gestures.incrementAndGet(), "modal", act -> {
            deed.accept(act);
            return "done";
        });
    }

    void serve(String csm) {
        by("U0MAYA", act -> {
            accounts.save(act, account().withCsm(csm));
            accounts.staff(act, NORTHWIND, Role.CSM, csm);
        });
    }

    /** Another deal of the same account. */
    void anotherDeal(Stage stage) {
        SalesforceId id = new SalesforceId("0065e00001NWOP2");
        by(
                "U0SOL",
                act -> accounts.save(
                        act,
                        Opportunity.create(
                                id, NORTHWIND, stage, CLOSE, Money.dollars(1), Optional.of(Money.dollars(400_000)))));
    }

    Account account() {
        return acts.read(read -> accounts.existing(read, NORTHWIND));
    }

    Opportunity deal() {
        return acts.read(read -> accounts.opportunity(read, DEAL)).orElseThrow();
    }

    Optional<Onboarding> onboarding() {
        return acts.read(read -> customers.onboarding(read, NORTHWIND));
    }

    /** All wishes to go back, the newest first. */
    List<Reversal> reversals() {
        return acts.read((Handle read) -> wishes.of(read, NORTHWIND));
    }

    /** What is owed and to whom, except what was there at the start: "stage.won to U0SOL". */
    List<String> owed() {
        return acts.read(read -> notices.coming(read, 100)).stream()
                .map(each -> each.kind() + " to " + each.recipient())
                .sorted()
                .toList();
    }

    /** Of the stages, the newest first. */
    List<String> events() {
        return acts.read(read -> history.of(read, NORTHWIND, 100)).stream()
                .map(HistoryStore.Line::event)
                .filter(event -> event.startsWith("stage.") || event.startsWith("onboarding."))
                .toList();
    }

    private static Optional<String> said(String words) {
        return Optional.of(words).filter(each -> !each.isEmpty());
    }
}
