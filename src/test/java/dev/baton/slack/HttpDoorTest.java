package dev.baton.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.slack.api.bolt.App;
import dev.baton.Eventually;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpDoorTest {
    private final AtomicInteger heard = new AtomicInteger();
    private final CountDownLatch release = new CountDownLatch(1);
    private volatile Optional<String> notReady = Optional.empty();
    private SlackApi api;
    private Refusals refusals;
    private HttpDoor door;
    private Knock knock;

    @BeforeEach
    void open() {
        // Nobody listens at this address: the door must not need Slack.
        api = new SlackApi("http://127.0.0.1:9/api/", SlackDouble.TOKEN);
        Identity identity = new Identity(api);
        refusals = new Refusals(new Courier(api, identity));
        App app = BoltApp.build(api, identity, refusals);
        app.command("/hello", (req, ctx) -> {
            heard.incrementAndGet();
            return ctx.ack("Hello " + req.getPayload().getText());
        });
        app.command("/slow", (req, ctx) -> {
            heard.incrementAndGet();
            awaitRelease();
            return ctx.ack("at last");
        });
        door = new HttpDoor("127.0.0.1", 0, Knock.SECRET, app, InstantSource.system(), () -> notReady);
        door.start();
        knock = new Knock(door.port());
    }

    @AfterEach
    void shut() {
        release.countDown();
        door.close();
        refusals.close();
        api.close();
    }

    @Test
    void a_signed_command_is_answered_and_the_server_does_not_tell_what_it_is() {
        HttpResponse<String> answer = knock.command("/hello", "Sam");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("Hello Sam");
        assertThat(answer.headers().map()).doesNotContainKeys("server", "x-powered-by");
    }

    @Test
    void unsigned_and_wrongly_signed_requests_are_never_heard() {
        String body = "command=/hello&user_id=U0SAM&trigger_id=1.2&text=x";
        String now = String.valueOf(Instant.now().getEpochSecond());
        HttpRequest.Builder bare =
                HttpRequest.newBuilder(knock.uri("/slack/events")).POST(HttpRequest.BodyPublishers.ofString(body));

        assertThat(knock.send(bare).statusCode()).isEqualTo(401);
        assertThat(knock.status(body, now, Knock.seal(now, body + "y"))).isEqualTo(401);
        assertThat(knock.status(body, now, "v0=")).isEqualTo(401);
        assertThat(knock.status(body, now, "v0=" + "zz".repeat(32))).isEqualTo(401);
        assertThat(knock.status(body, "soon", Knock.seal("soon", body))).isEqualTo(401);
        assertThat(knock.status(body, "99999999999999999999", Knock.seal("99999999999999999999", body)))
                .isEqualTo(401);
        assertThat(heard).hasValue(0);
    }

    @Test
    void a_signature_counts_for_five_minutes_before_and_after_its_moment() {
        String body = "command=/hello&user_id=U0SAM&trigger_id=1.2&text=x";
        long now = Instant.now().getEpochSecond();

        for (long off : List.of(-290L, 290L)) {
            String at = String.valueOf(now + off);
            assertThat(knock.status(body, at, Knock.seal(at, body)))
                    .as("%d s off", off)
                    .isEqualTo(200);
        }
        for (long off : List.of(-310L, 310L, 31_536_000L)) {
            String at = String.valueOf(now + off);
            assertThat(knock.status(body, at, Knock.seal(at, body)))
                    .as("%d s off", off)
                    .isEqualTo(401);
        }
    }

    @Test
    void the_bytes_count_as_they_came_down_to_a_trailing_newline() {
        assertThat(knock.form("command=%2Fhello&user_id=U0SAM&trigger_id=1.2&text=x\n")
                        .statusCode())
                .isEqualTo(200);
        assertThat(knock.form("command=%2Fhello&user_id=U0SAM&trigger_id=1.2&text=x\r\n\r\n")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void four_mebibytes_are_refused_with_and_without_a_length_signed_or_not() {
        String big = "command=%2Fhello&text=" + "x".repeat(4 << 20);
        String now = String.valueOf(Instant.now().getEpochSecond());

        assertThat(knock.status(big, now, Knock.seal(now, big))).isEqualTo(413);
        assertThat(knock.status(big, now, "v0=" + "0".repeat(64))).isEqualTo(413);
        byte[] bytes = big.getBytes(StandardCharsets.UTF_8);
        HttpRequest.Builder chunked = HttpRequest.newBuilder(knock.uri("/slack/events"))
                .header(Signature.TIMESTAMP, now)
                .header(Signature.HEADER, Knock.seal(now, big))
                .POST(HttpRequest.BodyPublishers.ofByteArrays(List.of(bytes)));
        assertThat(knock.send(chunked).statusCode()).isEqualTo(413);
        HttpRequest.Builder unsigned = HttpRequest.newBuilder(knock.uri("/slack/events"))
                .POST(HttpRequest.BodyPublishers.ofByteArrays(List.of(bytes)));
        assertThat(knock.send(unsigned).statusCode()).isEqualTo(401);
        assertThat(heard).hasValue(0);
    }

    @Test
    void a_body_of_exactly_one_mebibyte_is_heard() {
        String start = "command=%2Fhello&user_id=U0SAM&trigger_id=1.2&text=";
        String body = start + "x".repeat((1 << 20) - start.length());

        assertThat(knock.form(body).statusCode()).isEqualTo(200);
        assertThat(knock.form(body + "x").statusCode()).isEqualTo(413);
        assertThat(heard).hasValue(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "payload=",
                "payload=%7B",
                "payload=null",
                "payload=%5B%5D",
                "payload=%7B%22type%22%3A%7B%7D%7D",
                "payload=%7B%22type%22%3A%22block_actions%22%2C%22actions%22%3A7%7D",
                "payload=%zz",
                "{",
                "[]",
                "{\"type\":\"event_callback\"}",
                "{\"type\":\"event_callback\",\"event\":[]}",
                "{\"type\":\"no_such_type\"}",
                "\u0000\u0001",
            })
    void signed_rubbish_is_a_bad_request_and_leaves_no_trace_on_the_wire(String body) {
        HttpResponse<String> answer = knock.form(body);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).hasSizeLessThan(100).doesNotContain("Exception", "\tat");
    }

    /** Somewhere between them the door can still read what Bolt, deeper down the stack, cannot. */
    @Test
    void however_deep_an_event_is_nested_it_is_heard_or_refused() {
        for (int depth = 250; depth <= 8_000; depth += 250) {
            String event =
                    "{\"type\":\"event_callback\",\"event_id\":\"Ev1\",\"event\":{\"type\":\"message\",\"blocks\":"
                            + "[".repeat(depth) + "]".repeat(depth) + "}}";
            assertThat(knock.event(event).statusCode())
                    .as("nested %d deep", depth)
                    .isLessThan(500);
        }
    }

    @Test
    void deeply_nested_rubbish_does_not_exhaust_the_stack() {
        assertThat(knock.event("[".repeat(200_000)).statusCode()).isEqualTo(400);
        assertThat(knock.command("/hello", "still here").statusCode()).isEqualTo(200);
    }

    @Test
    void slack_can_verify_the_address_and_its_certificate() {
        HttpResponse<String> challenge =
                knock.event("{\"type\":\"url_verification\",\"token\":\"x\",\"challenge\":\"3eZbrw1a\"}");

        assertThat(challenge.statusCode()).isEqualTo(200);
        assertThat(challenge.body()).isEqualTo("3eZbrw1a");
        assertThat(knock.form("ssl_check=1&token=x").statusCode()).isEqualTo(200);
    }

    @Test
    void other_methods_and_places_are_refused_shortly() {
        assertThat(knock.get("/slack/events").statusCode()).isEqualTo(405);
        assertThat(knock.get("/slack/events").headers().firstValue("Allow")).hasValue("POST");
        assertThat(knock.get("/").statusCode()).isEqualTo(404);
        assertThat(knock.get("/slack/events/x").statusCode()).isEqualTo(404);
        assertThat(knock.get("/nowhere").body()).isEqualTo("Nothing here\n");
        HttpRequest.Builder posted =
                HttpRequest.newBuilder(knock.uri("/healthz")).POST(HttpRequest.BodyPublishers.ofString("x"));
        assertThat(knock.send(posted).statusCode()).isEqualTo(405);
    }

    @Test
    void it_tells_whether_it_lives_and_whether_it_is_ready() {
        assertThat(knock.get("/healthz").statusCode()).isEqualTo(200);
        assertThat(knock.get("/readyz").statusCode()).isEqualTo(200);

        notReady = Optional.of("The store does not write: disk full");

        assertThat(knock.get("/healthz").statusCode()).isEqualTo(200);
        assertThat(knock.get("/readyz").statusCode()).isEqualTo(503);
        assertThat(knock.get("/readyz").body()).isEqualTo("The store does not write: disk full\n");
    }

    @Test
    void malformed_http_gets_a_plain_word() throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), door.port())) {
            socket.setSoTimeout(5_000);
            socket.getOutputStream().write("GET / HTTP/9\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer)
                    .startsWith("HTTP/1.1 ")
                    .doesNotContainIgnoringCase("jetty")
                    .doesNotContain("<");
        }
    }

    @Test
    void many_slow_senders_hold_up_nobody() throws IOException {
        List<Socket> slow = new ArrayList<>();
        try {
            for (int i = 0; i < 150; i++) slow.add(knock.beginsToSpeak());

            assertThat(knock.command("/hello", "Sam").statusCode()).isEqualTo(200);
        } finally {
            for (Socket socket : slow) socket.close();
        }
    }

    @Test
    void what_is_in_flight_is_finished_when_the_door_closes() {
        CompletableFuture<HttpResponse<String>> asked =
                CompletableFuture.supplyAsync(() -> knock.command("/slow", "x"));
        Eventually.that("the command is heard", () -> heard.get() == 1);
        CompletableFuture<Void> closing = CompletableFuture.runAsync(door::close);
        Eventually.that("nobody else is let in", this::shutForOthers);
        // Longer than an idle connection is kept while stopping: this one is not idle.
        assertThatThrownBy(() -> closing.get(600, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);

        release.countDown();

        assertThat(asked.join().statusCode()).isEqualTo(200);
        assertThat(asked.join().body()).contains("at last");
        closing.join();
    }

    @Test
    void a_port_that_is_taken_is_said_so() {
        HttpDoor second = new HttpDoor(
                "127.0.0.1", door.port(), Knock.SECRET, new App(), InstantSource.system(), Optional::empty);

        assertThatThrownBy(second::start)
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining(String.valueOf(door.port()));
    }

    private boolean shutForOthers() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), door.port())) {
            return !socket.isConnected();
        } catch (IOException | IllegalArgumentException e) {
            return true;
        }
    }

    private void awaitRelease() {
        try {
            release.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
