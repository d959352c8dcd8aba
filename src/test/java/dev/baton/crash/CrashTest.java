package dev.baton.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.sandbox.Faults.Fault;
import dev.baton.sandbox.Faults.Kind;
import dev.baton.sandbox.Ledger.Line;
import dev.baton.story.Eventually;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real process is killed, told to stop, started twice and started without Slack. What it owes is said once. */
class CrashTest {
    private static final String POST = "chat.postMessage";
    private static final Duration STOP = Duration.ofSeconds(10);

    @TempDir
    private Path folder;

    @Test
    void killed_at_any_moment_it_says_everything_once_after_the_next_start() {
        try (Ground ground = Ground.prepare(folder)) {
            ServeProcess first = ground.serve();
            ground.ask('A');
            first.kill();

            ServeProcess second = ground.serve();
            awaitAll(ground, "REQ-1");
            ground.slack().faults().next(POST, 3, Fault.slow(5_000));
            ground.ask('B');
            awaitAny(ground, "REQ-2");
            second.kill();
            ground.slack().faults().clear();

            ServeProcess third = ground.serve();
            awaitAll(ground, "REQ-2");
            ground.slack().faults().next(POST, 1, Fault.of(Kind.ACCEPTED_DROPPED));
            ground.ask('C');
            awaitAny(ground, "REQ-3");
            third.kill();

            ground.serve();
            awaitAll(ground, "REQ-3");
            assertSaidOnce(ground, "REQ-1", "REQ-2", "REQ-3");
            assertNothingTold(ground);
        }
    }

    @Test
    void told_to_stop_it_finishes_and_started_while_slack_is_down_it_waits_and_then_says_what_it_owes() {
        try (Ground ground = Ground.prepare(folder)) {
            ServeProcess serve = ground.serve();
            refusesASecondProcess(ground);
            ground.slack().faults().next(POST, 3, Fault.slow(4_000));
            ground.ask('A');
            awaitAll(ground, "REQ-1");
            ground.slack().faults().next(POST, 1_000, Fault.rateLimited(5));
            ground.ask('B');
            Eventually.that(
                    "Slack is too busy for REQ-2",
                    () -> ground.slack().ledger().refusals().size() == 3);
            serve.tellToStop();
            assertThat(serve.ended(STOP)).isZero();
            assertThat(inState("claimed")).isZero();
            assertThat(inState("sent")).isEqualTo(3);

            ground.slackGoesDown();
            ServeProcess waiting = ground.begin();
            assertThat(waiting.probe("/healthz").statusCode()).isEqualTo(200);
            Eventually.that("the reason why it is not ready", () -> {
                var answer = waiting.probe("/readyz");
                return answer.statusCode() == 503 && answer.body().contains("auth.test: unreachable");
            });
            ground.slackComesUp();
            waiting.untilReady();
            awaitAll(ground, "REQ-2");
            assertSaidOnce(ground, "REQ-2");
            assertNothingTold(ground);
        }
    }

    @Test
    void a_taken_port_is_told_in_a_line_and_ends_with_1() throws IOException {
        try (Ground ground = Ground.prepare(folder);
                ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            ServeProcess serve = ground.begin(Map.of("PORT", String.valueOf(other.getLocalPort())));
            assertThat(serve.ended(STOP)).isEqualTo(1);
            assertThat(serve.printed())
                    .contains("127.0.0.1:" + other.getLocalPort())
                    .doesNotContain("\tat ");
        }
    }

    private static void refusesASecondProcess(Ground ground) {
        ServeProcess second = ground.begin();
        assertThat(second.ended(STOP)).isEqualTo(1);
        assertThat(second.printed())
                .contains("Another Baton is running on " + ground.database())
                .doesNotContain("\tat ");
    }

    /** The card, the receipt and the line. */
    private static void awaitAll(Ground ground, String request) {
        Eventually.that(
                "three messages about " + request, () -> said(ground, request).size() >= 3);
    }

    private static void awaitAny(Ground ground, String request) {
        Eventually.that(
                "a message about " + request, () -> !said(ground, request).isEmpty());
    }

    private static List<String> said(Ground ground, String request) {
        return ground.slack().ledger().accepted(POST).stream()
                .map(Line::request)
                .filter(call -> call.get("text").getAsString().contains(request))
                .map(call -> call.get("channel").getAsString())
                .toList();
    }

    private static void assertSaidOnce(Ground ground, String... requests) {
        Map<String, List<String>> channels =
                List.of(requests).stream().collect(Collectors.toMap(each -> each, each -> said(ground, each)));
        assertThat(channels.values())
                .allSatisfy(each -> assertThat(each).containsExactlyInAnyOrder("D0MAYA", "D0SAM", Ground.CHANNEL));
        assertThat(ground.slack().ledger().accepted(POST)).hasSize(3 * requests.length);
    }

    /** Neither a secret nor what somebody typed stands in what the processes print. */
    private static void assertNothingTold(Ground ground) {
        assertThat(ground.printed())
                .allSatisfy(printed -> assertThat(printed)
                        .isNotBlank()
                        .doesNotContain(
                                Ground.TOKEN, Ground.SECRET, Ground.NOTES, Ground.LAM, "salesforce", "Account A"));
    }

    private int inState(String state) {
        try (Connection database = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("baton.db"));
                ResultSet rows = database.createStatement()
                        .executeQuery("SELECT COUNT(*) FROM notice WHERE state = '" + state + "'")) {
            return rows.getInt(1);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
