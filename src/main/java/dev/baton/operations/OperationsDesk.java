package dev.baton.operations;

import dev.baton.account.Account;
import dev.baton.account.Accounts;
import dev.baton.account.Act;
import dev.baton.account.Acts;
import dev.baton.account.HistoryStore;
import dev.baton.account.Names;
import dev.baton.account.People;
import dev.baton.account.Permissions;
import dev.baton.account.Refusal;
import dev.baton.account.Roster;
import dev.baton.account.Routing;
import dev.baton.account.SalesforceId;
import dev.baton.account.When;
import dev.baton.account.Who;
import dev.baton.notice.Backlog;
import dev.baton.notice.Failed;
import dev.baton.notice.FailureStore;
import dev.baton.notice.Notices;
import dev.baton.notice.Verb;
import dev.baton.operations.OperationsFeature.Vitals;
import dev.baton.operations.Trouble.Seen;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Shows administrators how Baton does, and takes their decisions about what did not get through. */
final class OperationsDesk {
    private static final Logger log = LoggerFactory.getLogger(OperationsDesk.class);

    static final String SEE = "operations.see";
    static final String MEND = "operations.mend";
    static final String TO = "person";

    private static final String TAKEN_CARE_OF = "This has been taken care of already. Open the list again.";

    private final Acts acts;
    private final People people;
    private final Roster roster;
    private final Permissions permissions;
    private final Accounts accounts;
    private final HistoryStore history;
    private final Notices notices;
    private final FailureStore failures;
    private final Vitals vitals;
    private final Wording wording;

    /** What only the features know of their notices. */
    interface Wording {
        /** The message as it would be said now; empty when the matter is settled. */
        Optional<String> words(Failed failed, Handle read, Instant now);

        /** Empty where it is about none in particular, such as a digest. */
        Optional<SalesforceId> account(Failed failed, Handle read);

        /** When it is owed the next time, where it is owed again and again. */
        Optional<When> next(Failed failed, Instant now, Handle read);
    }

    OperationsDesk(
            Acts acts,
            People people,
            Permissions permissions,
            Accounts accounts,
            HistoryStore history,
            Notices notices,
            FailureStore failures,
            Vitals vitals,
            Wording wording) {
        this.acts = acts;
        this.people = people;
        roster = people.roster();
        this.permissions = permissions;
        this.accounts = accounts;
        this.history = history;
        this.notices = notices;
        this.failures = failures;
        this.vitals = vitals;
        this.wording = wording;
    }

    /** A page of it; one beyond the last is the last. */
    Overview overview(String person, int wanted) {
        require(SEE, person);
        Optional<String> store = vitals.store().get();
        Instant now = acts.now();
        return acts.read(read -> {
            Backlog owed = failures.backlog(read, now);
            Health health = new Health(
                    store,
                    vitals.slack().get(),
                    vitals.paused().get(),
                    owed.due(),
                    owed.later(),
                    owed.claimed(),
                    owed.oldestDue(),
                    vitals.backup().get());
            long all = owed.dead() + owed.failing();
            int last = (int) (Math.max(0, all - 1) / Overview.PER_PAGE);
            int page = Math.min(Math.max(0, wanted), last);
            List<Trouble> troubles = failures.page(read, page * Overview.PER_PAGE, Overview.PER_PAGE).stream()
                    .map(failed -> trouble(failed, read, now, page))
                    .toList();
            return new Overview(health, troubles, all, page, people.zone(read, person), roster);
        });
    }

    /** Nobody is asked for a person when there is nothing to hand over any more. */
    Trouble handingOver(String person, Seen seen) {
        require(MEND, person);
        return acts.read(read -> {
            Failed failed = existing(read, seen);
            account(read, failed);
            return trouble(failed, read, acts.now(), seen.page());
        });
    }

    void retry(String person, String gesture, Seen seen) {
        require(MEND, person);
        acts.once(person, gesture, "button", act -> {
            Failed failed = decide(act, seen, failures::retry);
            record(act, failed, "operations.retried", failed.recipient());
            return failed.recipient();
        });
    }

    void setAside(String person, String gesture, Seen seen) {
        require(MEND, person);
        acts.once(person, gesture, "button", act -> {
            Failed failed = decide(act, seen, failures::withdraw);
            wording.next(failed, act.now(), act.handle())
                    .ifPresent(next -> failures.repeat(act, failed, notices.counted(act.handle(), next)));
            record(act, failed, "operations.set-aside", failed.recipient());
            return failed.recipient();
        });
    }

    /** The same message is owed to somebody else, and to the one it was for no more. */
    void handOver(String person, String gesture, Seen seen, String to) {
        require(MEND, person);
        acts.once(person, gesture, "modal", act -> {
            Failed failed = existing(act.handle(), seen);
            refuseUnfit(act.handle(), failed, to);
            decide(act, seen, failures::withdraw);
            if (!failures.oweInstead(act, failed, to)) {
                throw Refusal.at(
                        TO,
                        Names.of(to, roster) + " has been told already, or could not be reached either. Choose somebody"
                                + " else.");
            }
            record(act, failed, "operations.handed-over", failed.recipient() + " to " + to);
            return to;
        });
    }

    /** How many are given up. */
    long dead(Handle read) {
        return failures.dead(read);
    }

    private Failed existing(Handle read, Seen seen) {
        return failures.failed(read, seen.id(), seen.gen()).orElseThrow(() -> new Refusal(TAKEN_CARE_OF));
    }

    private Failed decide(Act act, Seen seen, BiPredicate<Act, Failed> change) {
        Failed failed = existing(act.handle(), seen);
        if (!change.test(act, failed)) {
            throw new Refusal("This is being tried just now, or somebody else was faster. Open the list again.");
        }
        notices.touch(act, Alert.SUBJECT);
        return failed;
    }

    /** A message may hold names and amounts, so only those who may see them get it. */
    private void refuseUnfit(Handle read, Failed failed, String to) {
        if (failed.verb() != Verb.POST) {
            throw new Refusal("A change of a message cannot be handed over. Try it again, or set it aside.");
        }
        if (roster.person(to).isEmpty()) {
            throw Refusal.at(TO, "I do not know this person. Choose somebody of Baton's people file.");
        }
        if (to.equals(failed.recipient())) {
            throw Refusal.at(TO, "That is who could not be reached. Choose somebody else.");
        }
        Account account = account(read, failed);
        if (!accounts.who(read, to, account, roster, Optional.empty()).insider()) {
            throw Refusal.at(
                    TO,
                    Names.of(to, roster) + " is not concerned with this account. Choose somebody of its team, its"
                            + " manager or an administrator, or put the person on the team first.");
        }
    }

    private Account account(Handle read, Failed failed) {
        return wording.account(failed, read)
                .flatMap(id -> accounts.account(read, id))
                .orElseThrow(
                        () -> new Refusal("I do not know which account this message is about, so I cannot tell who may"
                                + " read it. Try it again, or set it aside."));
    }

    /** What belongs to no account has no history to stand in, so the log keeps it. */
    private void record(Act act, Failed failed, String event, String detail) {
        Optional<SalesforceId> account = wording.account(failed, act.handle());
        account.ifPresent(id -> history.add(act, id, failed.subject(), event, detail));
        if (account.isEmpty()) {
            log.info("{} decided {} about notice {} ({})", act.actor(), event, failed.key(), detail);
        }
    }

    private Trouble trouble(Failed failed, Handle read, Instant now, int page) {
        return new Trouble(
                new Seen(failed.id(), failed.gen(), page),
                wording.words(failed, read, now),
                failed.verb() == Verb.UPDATE,
                wording.account(failed, read).isPresent(),
                failed.recipient(),
                failed.dead(),
                failed.dueAt(),
                failed.attempts(),
                failed.why());
    }

    private void require(String action, String person) {
        Who who = Who.of(person, roster, Routing.nobody(), Map.of(), Optional.empty(), false);
        permissions.require(action, who, roster, Routing.nobody());
    }
}
