package dev.baton.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.Eventually;
import dev.baton.sandbox.Faults.Fault;
import dev.baton.sandbox.Faults.Kind;
import dev.baton.serving.ServeProcess;
import dev.baton.store.Database.Dialect;
import dev.baton.store.OnBothDatabases;
import dev.baton.store.Step;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** A process stands still for longer than its claims last, alone or with another one that goes on in its place. */
@Execution(ExecutionMode.CONCURRENT)
class PauseTest {
    private static final List<Step> STEPS =
            List.of(Step.CLAIMING, Step.CLAIMED, Step.LOOKING, Step.LOOKED, Step.SENT, Step.RECORDING, Step.RECORDED);
    private static final String IN_CLAIM = "SELECT key FROM notice WHERE state = 'claimed'";

    @OnBothDatabases
    void stopped_beyond_its_lease_in_the_middle_of_a_call_it_says_everything_once(Ground ground) {
        ServeProcess serve = ground.withAccounts().serve();
        ground.fault(Books.POST, 3, Fault.slow(400));
        ground.sam().ask(1);
        Eventually.that("Slack has heard of it", () -> !ground.books().places(1).isEmpty());
        serve.pause();
        ground.untilLeasesAreOver();
        Instant again = Instant.now();
        serve.goOn();
        ground.books().untilAllIsSaid();
        assertThat(ground.books().places(1)).containsExactlyInAnyOrder("D0MAYA", "D0SAM", Ground.CHANNEL);
        ground.books().balance(1, again);
    }

    /**
     * Wherever the first one stands still, the second one says what is owed, and the first one sends nothing when it wakes:
     * before it sends it looks at its lease. One that holds rows in a change is cut off by the database, after a while that
     * is made shorter here.
     */
    @OnBothDatabases
    void of_two_on_one_database_one_is_stopped_and_the_other_takes_over(Ground ground) {
        onPostgres(ground);
        ground.books().execute("""
                DO $$ BEGIN
                    EXECUTE format('ALTER DATABASE %I SET idle_in_transaction_session_timeout = 1500', current_database());
                END $$
                """);
        ServeProcess first = ground.withAccounts().serve();
        ServeProcess second = ground.begin().untilReady();
        second.pause();
        int account = 0;
        for (Step step : STEPS) {
            account++;
            if (step == Step.LOOKING || step == Step.LOOKED) {
                ground.fault(Books.POST, 3, Fault.of(Kind.ACCEPTED_DROPPED));
            }
            stoppedAt(ground, step, account, first, second);
            assertThat(ground.books().places(account))
                    .as("stopped at %s", step)
                    .containsExactlyInAnyOrder("D0MAYA", "D0SAM", Ground.CHANNEL);
        }
        ground.books().balance(account, Instant.now());
    }

    /**
     * The one admitted double: who is stopped after the last look at the lease, and before the first byte is on its way,
     * sends when it wakes. No more than that: what had not come so far by then is not sent, and the table tells one of both.
     */
    @OnBothDatabases
    void only_who_is_stopped_between_the_lease_and_the_wire_may_say_it_twice(Ground ground) {
        onPostgres(ground);
        ServeProcess first = ground.withAccounts().serve();
        ServeProcess second = ground.begin();
        second.pause();
        stoppedAt(ground, Step.SENDING, 1, first, second);
        Map<String, Integer> said = ground.books().said();
        assertThat(said).hasSize(3);
        assertThat(said.values()).allMatch(times -> times <= 2);
        assertThat(ground.books().owed()).containsExactlyInAnyOrderElementsOf(said.keySet());
    }

    private static void stoppedAt(Ground ground, Step step, int account, ServeProcess first, ServeProcess second) {
        first.holdAt(step.name());
        ground.sam().ask(account);
        first.untilHeld();
        first.pause();
        second.goOn();
        second.untilReady();
        ground.books().untilAllIsSaid();
        second.pause();
        first.letGo();
        first.goOn();
        first.untilReady();
        Eventually.that(
                "nobody has a claim", () -> ground.books().strings(IN_CLAIM).isEmpty());
        ground.books().untilAllIsSaid();
    }

    @OnBothDatabases
    void two_that_lose_their_connections_to_the_database_go_on_when_it_is_back(Ground ground) {
        onPostgres(ground);
        ground.withAccounts().serve();
        ServeProcess second = ground.serve();
        int cuts = 4;
        for (int account = 1; account <= cuts; account++) {
            ground.sam().ask(account);
            ground.books().execute("""
                    SELECT pg_terminate_backend(pid) FROM pg_stat_activity
                    WHERE datname = current_database() AND pid <> pg_backend_pid()
                    """);
            // Whoever made a gesture at this moment would have been told to try again.
            ground.books().untilAllIsSaid();
        }
        Instant again = Instant.now();
        second.untilReady();
        for (int account = 1; account <= cuts; account++) {
            assertThat(ground.books().places(account)).containsExactlyInAnyOrder("D0MAYA", "D0SAM", Ground.CHANNEL);
        }
        ground.books().balance(cuts, again);
    }

    private static void onPostgres(Ground ground) {
        Assumptions.assumeTrue(
                ground.database().dialect() == Dialect.POSTGRESQL, "a SQLite file serves one process alone");
    }
}
