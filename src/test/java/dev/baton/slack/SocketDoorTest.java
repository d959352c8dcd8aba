package dev.baton.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.bolt.App;
import com.slack.api.bolt.response.Response;
import com.slack.api.model.event.MessageEvent;
import dev.baton.Eventually;
import dev.baton.sandbox.Ledger.Line;
import dev.baton.sandbox.Sandbox;
import dev.baton.sandbox.SandboxClock;
import dev.baton.sandbox.SandboxOptions;
import dev.baton.sandbox.Sockets.Reason;
import dev.baton.sandbox.Workspace;
import dev.baton.serving.Premises;
import dev.baton.story.Hand;
import dev.baton.story.SlackPage;
import dev.baton.watch.Instruments;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SocketDoorTest {
    private static final String BOT = "xoxb-socket";
    private static final String APP = "xapp-socket";
    private static final String WENT_WRONG = "Something went wrong on our side, reference ";
    private static final Duration SOON = Duration.ofMillis(20);

    private final CountDownLatch entered = new CountDownLatch(1);
    private final CountDownLatch letGo = new CountDownLatch(1);
    private final AtomicInteger events = new AtomicInteger();
    private Sandbox slack;
    private SlackApi api;
    private Identity identity;
    private Refusals refusals;
    private App app;
    private SocketDoor door;
    private Hand sam;

    @BeforeEach
    void open() {
        Workspace workspace = Premises.workspace();
        InstantSource machine = InstantSource.system();
        slack = Sandbox.start(
                new SandboxOptions(0, workspace, new SandboxClock(machine, workspace.start()), machine, "unused", BOT)
                        .withAppToken(APP));
        sam = new SlackPage(slack.pageUrl()).as("U0SAM");
        api = new SlackApi(slack.apiUrl().toString(), BOT, Duration.ofSeconds(5));
        identity = new Identity(api, SOON);
        refusals = new Refusals(new Courier(api, identity));
        app = BoltApp.build(api, identity, refusals);
        app.command("/baton", (asked, ctx) -> answer(asked.getPayload().getText()));
        app.event(MessageEvent.class, (event, ctx) -> {
            events.incrementAndGet();
            throw new IllegalStateException("no event is welcome here");
        });
        door = door(APP);
    }

    private SocketDoor door(String token) {
        return new SocketDoor(api, token, app, Instruments.silent(), SOON, Duration.ofSeconds(10));
    }

    private Response answer(String text) {
        switch (text) {
            case "fail" -> throw new IllegalStateException("it fails");
            case "fall" -> throw new StackOverflowError();
            case "wait" -> {
                entered.countDown();
                Eventually.that("let go", () -> letGo.getCount() == 0);
            }
            default -> {}
        }
        return Response.builder().statusCode(200).body("Heard: " + text).build();
    }

    @AfterEach
    void close() {
        letGo.countDown();
        door.close();
        refusals.close();
        identity.close();
        api.close();
        slack.close();
    }

    private void connected() {
        door.start();
        Eventually.that(
                "a socket is open",
                () -> door.notReady().isEmpty() && slack.sockets().connected() == 1);
    }

    @Test
    void a_command_comes_and_is_answered_without_any_address_of_ours() {
        assertThat(door.notReady()).contains("Slack cannot reach Baton, no socket is open: not asked yet");
        connected();

        assertThat(sam.answerTo("/baton hello")).isEqualTo("Heard: hello");
        assertThat(slack.ledger().refusals()).isEmpty();
    }

    @Test
    void a_handler_that_fails_is_acknowledged_once_and_sam_is_told() {
        connected();

        assertThat(sam.answerTo("/baton fail")).startsWith(WENT_WRONG);
        assertThat(sam.answerTo("/baton fall")).startsWith(WENT_WRONG);
        assertThat(slack.ledger().accepted("command")).hasSize(2);
        assertThat(slack.ledger().refusals()).isEmpty();
    }

    @Test
    void an_event_whose_handler_fails_is_acknowledged_once_too() {
        connected();
        sam.write("D0SAM", "hello");

        Eventually.that("acknowledged", () -> slack.ledger().accepted("message").size() == 1);
        assertThat(events).hasValue(1);
        assertThat(slack.ledger().refusals()).isEmpty();
    }

    @Test
    void a_socket_that_breaks_is_opened_again() {
        connected();
        slack.sockets().drop();

        Eventually.that(
                "another is open", () -> opened() == 2 && door.notReady().isEmpty());
        assertThat(sam.answerTo("/baton hello")).isEqualTo("Heard: hello");
    }

    @Test
    void while_slack_is_away_it_is_unready_and_says_why_and_then_it_is_back() {
        connected();
        slack.pause();
        Eventually.that("unready", () -> door.notReady().orElse("").contains("apps.connections.open: unreachable"));
        slack.resume();

        Eventually.that("ready", () -> door.notReady().isEmpty());
        assertThat(sam.answerTo("/baton hello")).isEqualTo("Heard: hello");
    }

    @Test
    void asked_for_a_new_socket_it_answers_on_the_old_one_first_and_then_lets_it_go() throws Exception {
        connected();
        CompletableFuture<String> answer = CompletableFuture.supplyAsync(() -> sam.answerTo("/baton wait"));
        assertThat(entered.await(10, TimeUnit.SECONDS)).isTrue();
        slack.sockets().disconnect(Reason.REFRESH_REQUESTED);

        Eventually.that("both are open", () -> slack.sockets().connected() == 2);
        assertThat(sam.answerTo("/baton meanwhile")).isEqualTo("Heard: meanwhile");
        letGo.countDown();
        assertThat(answer.get(10, TimeUnit.SECONDS)).isEqualTo("Heard: wait");
        Eventually.that("the old one is closed", () -> slack.sockets().connected() == 1);
        assertThat(line("wait").answer().get("to").getAsString()).isEqualTo("socket 1");
        assertThat(line("meanwhile").answer().get("to").getAsString()).isEqualTo("socket 2");
        assertThat(slack.ledger().refusals()).isEmpty();
    }

    @Test
    void what_came_on_a_socket_that_broke_meanwhile_is_answered_on_the_next() throws Exception {
        connected();
        CompletableFuture<String> answer = CompletableFuture.supplyAsync(() -> sam.answerTo("/baton wait"));
        assertThat(entered.await(10, TimeUnit.SECONDS)).isTrue();
        slack.sockets().drop();
        Eventually.that(
                "another is open", () -> opened() == 2 && door.notReady().isEmpty());
        letGo.countDown();

        assertThat(answer.get(10, TimeUnit.SECONDS)).isEqualTo("Heard: wait");
        assertThat(slack.ledger().refusals()).isEmpty();
    }

    @Test
    void a_wrong_token_is_told_and_tried_again() {
        try (SocketDoor wrong = door("xapp-wrong")) {
            wrong.start();
            Eventually.that("it was tried again", () -> asked("invalid_auth") > 1);
            assertThat(wrong.notReady())
                    .contains("Slack cannot reach Baton, no socket is open: apps.connections.open: invalid_auth");
        }
        try (SocketDoor bots = door(BOT)) {
            bots.start();
            Eventually.that("it was refused", () -> asked("not_allowed_token_type") > 0);
        }
    }

    @Test
    void closing_it_answers_what_is_in_flight() throws Exception {
        connected();
        CompletableFuture<String> answer = CompletableFuture.supplyAsync(() -> sam.answerTo("/baton wait"));
        assertThat(entered.await(10, TimeUnit.SECONDS)).isTrue();
        CompletableFuture<Void> closing = CompletableFuture.runAsync(door::close);
        letGo.countDown();

        assertThat(answer.get(10, TimeUnit.SECONDS)).isEqualTo("Heard: wait");
        closing.get(10, TimeUnit.SECONDS);
        Eventually.that("no socket is left", () -> slack.sockets().connected() == 0);
    }

    @Test
    void a_socket_that_the_network_forgot_is_given_up() {
        try (SlackDouble other = SlackDouble.open();
                MuteServer mute = MuteServer.started();
                SlackApi theirs = new SlackApi(other.apiUrl(), BOT, Duration.ofSeconds(5));
                SocketDoor onMute = new SocketDoor(theirs, APP, app, Instruments.silent(), SOON, SOON)) {
            String opened = "{\"ok\":true,\"url\":\"ws://127.0.0.1:" + mute.getPort() + "/link/?ticket=1\"}";
            other.next("apps.connections.open", SlackDouble.json(200, opened), SlackDouble.json(200, opened));
            onMute.start();
            Eventually.that("a second one was opened", () -> mute.opened() == 2);
        }
    }

    private long opened() {
        return slack.ledger().accepted("apps.connections.open").size();
    }

    private long asked(String error) {
        return slack.ledger().refusals().stream()
                .filter(line -> line.error().equals(error))
                .count();
    }

    private Line line(String text) {
        List<Line> lines = slack.ledger().accepted("command").stream()
                .filter(line -> line.request().get("text").getAsString().equals(text))
                .toList();
        assertThat(lines).hasSize(1);
        return lines.get(0);
    }
}
