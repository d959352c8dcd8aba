package dev.baton.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.Eventually;
import dev.baton.sandbox.Faults.Fault;
import dev.baton.sandbox.Faults.Kind;
import dev.baton.serving.ServeProcess;
import dev.baton.store.Database.Dialect;
import dev.baton.store.OnBothDatabases;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** A real process is killed, told to stop, started twice and started without Slack. What it owes is said once. */
@Execution(ExecutionMode.CONCURRENT)
class CrashTest {
    private static final Duration STOP = Duration.ofSeconds(10);
    private static final Duration REFUSE = Duration.ofSeconds(90);

    /** With the times of real life, and so on SQLite alone: a lease of a minute is too long for every build. */
    @OnBothDatabases
    void killed_at_any_moment_it_says_everything_once_after_the_next_start(Ground ground) {
        onSqlite(ground);
        ServeProcess first = ground.inRealTime().withAccounts().serve();
        ground.fault(Books.POST, 3, Fault.slow(5_000));
        ground.sam().ask(1);
        awaitAny(ground, 1);
        first.kill();
        ground.noMoreFaults();

        ServeProcess second = ground.serve();
        ground.books().untilAllIsSaid();
        ground.fault(Books.POST, 1, Fault.of(Kind.ACCEPTED_DROPPED));
        ground.sam().ask(2);
        awaitAny(ground, 2);
        second.kill();

        Instant again = Instant.now();
        ground.serve();
        ground.books().untilAllIsSaid();
        assertSaidOnce(ground, 1, 2);
        ground.books().balance(4, again);
        assertNothingTold(ground);
    }

    @OnBothDatabases
    void told_to_stop_it_finishes_and_started_while_slack_is_down_it_waits_and_then_says_what_it_owes(Ground ground) {
        ServeProcess serve = ground.inRealTime().withAccounts().serve();
        if (ground.database().dialect() == Dialect.SQLITE) {
            refusesASecondProcess(ground);
        }
        ground.fault(Books.POST, 3, Fault.slow(4_000));
        ground.sam().ask(1);
        Eventually.that("REQ-1 is on its way", () -> ground.books().places(1).size() == 3);
        ground.fault(Books.POST, 1_000, Fault.rateLimited(5));
        ground.sam().ask(2);
        Eventually.that("Slack is too busy for REQ-2", () -> ground.refusals().size() == 3);
        serve.tellToStop();
        assertThat(serve.ended(STOP)).isZero();
        assertThat(ground.books().owed()).hasSize(3);
        assertThat(ground.books().open()).hasSize(3).allMatch(each -> each.startsWith("pending"));

        ground.slackGoesDown();
        ServeProcess waiting = ground.begin();
        assertThat(waiting.probe("/healthz").statusCode()).isEqualTo(200);
        Eventually.that("the reason why it is not ready", () -> {
            var answer = waiting.probe("/readyz");
            return answer.statusCode() == 503 && answer.body().contains("auth.test: unreachable");
        });
        ground.slackComesUp();
        waiting.untilReady();
        ground.books().untilAllIsSaid();
        assertSaidOnce(ground, 2);
        assertNothingTold(ground);
    }

    @OnBothDatabases
    void a_taken_port_is_told_in_a_line_and_ends_with_1(Ground ground) throws IOException {
        onSqlite(ground);
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            ServeProcess serve = ground.begin(Map.of("PORT", String.valueOf(other.getLocalPort())), "");
            assertThat(serve.ended(REFUSE)).isEqualTo(1);
            assertThat(serve.printed())
                    .contains("127.0.0.1:" + other.getLocalPort())
                    .doesNotContain("\tat ");
        }
    }

    private static void onSqlite(Ground ground) {
        Assumptions.assumeTrue(ground.database().dialect() == Dialect.SQLITE, "once is enough");
    }

    private static void refusesASecondProcess(Ground ground) {
        ServeProcess second = ground.begin();
        assertThat(second.ended(REFUSE)).isEqualTo(1);
        assertThat(second.printed())
                .contains("Another Baton is running on " + ground.database().file())
                .doesNotContain("\tat ");
    }

    private static void awaitAny(Ground ground, int account) {
        Eventually.that(
                "a message about account " + account,
                () -> !ground.books().places(account).isEmpty());
    }

    private static void assertSaidOnce(Ground ground, int... accounts) {
        for (int account : accounts) {
            assertThat(ground.books().places(account))
                    .as(Ground.name(account))
                    .containsExactlyInAnyOrder("D0MAYA", "D0SAM", Ground.CHANNEL);
        }
        assertThat(ground.accepted(Books.POST)).hasSize(3 * accounts.length);
    }

    /** Neither a secret nor what somebody typed stands in what the processes print. */
    private static void assertNothingTold(Ground ground) {
        assertThat(ground.printed())
                .allSatisfy(printed -> assertThat(printed)
                        .isNotBlank()
                        .doesNotContain(
                                Ground.TOKEN,
                                Ground.SECRET,
                                Requester.NOTES,
                                Requester.LAM,
                                "salesforce",
                                "Account 0"));
    }
}
