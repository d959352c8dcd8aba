package dev.baton.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.proof.Proof;
import dev.baton.sandbox.Faults.Fault;
import dev.baton.sandbox.Faults.Kind;
import dev.baton.serving.ServeProcess;
import dev.baton.store.Database.Dialect;
import dev.baton.store.OnBothDatabases;
import dev.baton.store.Step;
import dev.baton.story.Modal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The process is lost at each step of a delivery in turn, and the next one says what is owed, once. */
@Execution(ExecutionMode.CONCURRENT)
class HaltTest {
    private static final Duration SOON = Duration.ofSeconds(90);
    private static final List<Step> LOOK = List.of(Step.LOOKING, Step.LOOKED);
    private static final List<Step> ALL = List.of(
            Step.SUBMITTING,
            Step.SUBMITTED,
            Step.CLAIMING,
            Step.CLAIMED,
            Step.LOOKING,
            Step.LOOKED,
            Step.SENDING,
            Step.SENT,
            Step.RECORDING,
            Step.RECORDED);
    /** Where PostgreSQL goes its own way: leases are by its clock, and rows are locked one by one. */
    private static final List<Step> ON_POSTGRESQL = List.of(Step.SUBMITTED, Step.CLAIMED, Step.LOOKED, Step.SENT);
    /** Where bringing a message up to date has ways of its own; the others it shares with posting. */
    private static final List<Step> OF_UPDATES = List.of(Step.SENT, Step.RECORDING);

    @OnBothDatabases
    void lost_at_any_step_it_says_everything_once_and_shows_the_last_state(Ground ground) {
        ServeProcess serve = ground.withAccounts().serve();
        int number = 0;
        boolean all = Proof.LONG || ground.database().dialect() == Dialect.SQLITE;
        for (Step step : all ? ALL : ON_POSTGRESQL) {
            serve = lostWhileAsking(ground, serve, step, ++number);
            boolean ofUpdates = Proof.LONG ? !LOOK.contains(step) : all && OF_UPDATES.contains(step);
            if (ofUpdates) {
                serve = lostWhileWithdrawing(ground, serve, step, number);
            }
        }
    }

    private static ServeProcess lostWhileAsking(Ground ground, ServeProcess serve, Step step, int number) {
        if (LOOK.contains(step)) {
            ground.fault(Books.POST, 3, Fault.of(Kind.ACCEPTED_DROPPED));
        }
        Modal form = ground.sam().form(number);
        serve.haltAt(step.name());
        boolean acknowledged = ground.sam().acknowledged(form);
        assertThat(serve.ended(SOON)).as("at %s: %s", step, serve.printed()).isEqualTo(ServeProcess.KILLED);
        assertThat(acknowledged && step == Step.SUBMITTING).isFalse();
        Instant again = Instant.now();
        ServeProcess next = ground.serve();
        if (!acknowledged) {
            ground.sam().untilAcknowledged(form);
        }
        ground.books().untilAllIsSaid();
        assertThat(ground.books().places(number))
                .as("after %s", step)
                .containsExactlyInAnyOrder("D0MAYA", "D0SAM", Ground.CHANNEL);
        ground.books().balance(1, again);
        return next;
    }

    private static ServeProcess lostWhileWithdrawing(Ground ground, ServeProcess serve, Step step, int account) {
        serve.haltAt(step.name());
        ground.sam().withdraw(account);
        assertThat(serve.ended(SOON)).as("at %s: %s", step, serve.printed()).isEqualTo(ServeProcess.KILLED);
        Instant again = Instant.now();
        ServeProcess next = ground.serve();
        if (step == Step.SUBMITTING) {
            ground.sam().withdraw(account);
        }
        ground.books().untilAllIsSaid();
        ground.sam().readsWithdrawnEverywhere(account);
        ground.books().balance(1, again);
        return next;
    }
}
