package dev.baton.evaluation;

import dev.baton.Cast;
import dev.baton.account.AccountStore;
import dev.baton.account.Accounts;
import dev.baton.account.Act;
import dev.baton.account.Acts;
import dev.baton.account.HistoryStore;
import dev.baton.account.Opportunity;
import dev.baton.account.Permissions;
import dev.baton.account.Refusal;
import dev.baton.account.SalesforceId;
import dev.baton.handbook.Role;
import dev.baton.handbook.Stage;
import dev.baton.notice.NoticeStore;
import dev.baton.notice.Notices;
import dev.baton.slack.Courier;
import dev.baton.slack.Identity;
import dev.baton.slack.SlackApi;
import dev.baton.store.Database;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;

/** The cast's accounts in a real database, Kestrel at stage 3 and served by Pablo, and the desk at work on it. */
final class Bench {
    static final SalesforceId KESTREL = Cast.account(Cast.KESTREL).id();
    static final SalesforceId DEAL = Cast.opportunity(Cast.KESTREL).id();

    final AtomicReference<Instant> clock = new AtomicReference<>(Cast.NOW);
    final Acts acts;
    final Accounts accounts;
    final EvaluationDesk desk;

    private final Notices notices;
    private final HistoryStore history = new HistoryStore();
    private final AtomicLong gestures = new AtomicLong();

    Bench(Database database) {
        acts = new Acts(database, clock::get);
        accounts = new Accounts(new AccountStore(), history);
        notices = new Notices(new NoticeStore(database.dialect()), Cast.people());
        Permissions permissions = new Permissions(Cast.HANDBOOK);
        permissions.add(EvaluationFeature.rows());
        desk = new EvaluationDesk(
                acts, Cast.HANDBOOK, Cast.people(), permissions, new EvaluationStore(), accounts, history, notices);
        act(act -> Cast.open(act, accounts));
        staff(Role.SERVICING_SA, Cast.PABLO);
        accounts.onChange(reacting());
    }

    /** As the whole house would have it react. */
    private Accounts.Listener reacting() {
        SlackApi nowhere = new SlackApi("http://127.0.0.1:1/api/", "xoxb-none", Duration.ofSeconds(1));
        return new EvaluationFeature(
                acts,
                Cast.HANDBOOK,
                Cast.people(),
                new Permissions(Cast.HANDBOOK),
                accounts,
                history,
                notices,
                new Courier(nowhere, new Identity(nowhere)));
    }

    void act(Consumer<Act> change) {
        acts.own("test", act -> {
            change.accept(act);
            return true;
        });
    }

    String gesture() {
        return "test:" + gestures.incrementAndGet();
    }

    Evaluation complete(String by) {
        return desk.complete(by, gesture(), DEAL).evaluation();
    }

    void toggle(String by, Check check) {
        desk.toggle(by, gesture(), latest().id(), check);
    }

    void staff(Role role, String person) {
        act(act -> accounts.staff(act, KESTREL, role, person));
    }

    void moveTo(Stage stage) {
        act(act -> {
            Opportunity now = accounts.opportunity(act.handle(), DEAL).orElseThrow();
            accounts.save(
                    act,
                    new Opportunity(
                            now.id(), now.account(), stage, now.closeDate(), now.lam(), now.arr(), now.version()));
        });
    }

    /** The last that was marked. */
    Evaluation latest() {
        long id = acts.read((Handle read) -> read.createQuery("SELECT MAX(id) FROM evaluation")
                .mapTo(long.class)
                .one());
        return acts.read(read -> desk.view(read, id)).evaluation();
    }

    void pass(Duration time) {
        clock.updateAndGet(now -> now.plus(time));
    }

    static String refused(Runnable attempt) {
        try {
            attempt.run();
        } catch (Refusal refusal) {
            return refusal.words();
        }
        throw new AssertionError("nobody was refused");
    }

    /** What is owed, to whom and when: "evaluation.move to U0ADA at 2024-03-04T15:00:00Z". */
    List<String> owed() {
        return acts.read(read -> notices.coming(read, 100)).stream()
                .map(each -> each.kind() + " to " + each.recipient() + " at " + each.at())
                .sorted()
                .toList();
    }

    List<String> events() {
        return acts.read(read -> history.of(read, KESTREL, 100)).stream()
                .filter(line -> line.event().startsWith("evaluation."))
                .map(line -> line.event() + " " + line.detail())
                .toList();
    }
}
