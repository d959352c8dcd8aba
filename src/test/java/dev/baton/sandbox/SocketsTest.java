package dev.baton.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import dev.baton.sandbox.Faults.Detour;
import dev.baton.sandbox.Faults.Way;
import dev.baton.sandbox.Sockets.Reason;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SocketsTest {
    private static final String APP_TOKEN = "xapp-sandbox";

    private final Bench bench = new Bench();
    private final List<SocketApp> apps = new ArrayList<>();

    @AfterEach
    void close() {
        apps.forEach(SocketApp::close);
        bench.close();
    }

    @Test
    void only_the_apps_own_token_opens_a_socket_and_it_is_good_for_nothing_else() {
        assertThat(Json.text(ask(APP_TOKEN), "url")).matches("ws://127\\.0\\.0\\.1:\\d+/link/\\?ticket=.+");
        assertThat(Json.text(ask("xapp-other"), "error")).isEqualTo("invalid_auth");
        assertThat(Json.text(ask(Bench.TOKEN), "error")).isEqualTo("not_allowed_token_type");
        assertThat(Json.text(ask(""), "error")).isEqualTo("not_authed");
        assertThat(Json.text(call("auth.test", APP_TOKEN), "error")).isEqualTo("not_allowed_token_type");
        assertThat(bench.sandbox.ledger().lines().toString()).doesNotContain("ticket");
    }

    @Test
    void a_ticket_lets_in_once() {
        URI address = address();
        connect(address).hello();

        assertThatThrownBy(() -> connect(address)).isInstanceOf(CompletionException.class);
        URI guessed = URI.create(address.toString().replaceAll("ticket=.*", "ticket=0"));
        assertThatThrownBy(() -> connect(guessed)).isInstanceOf(CompletionException.class);
    }

    @Test
    void the_eleventh_socket_is_told_that_it_is_one_too_many() {
        for (int each = 1; each <= Sockets.MOST; each++) {
            assertThat(Json.text(connect(address()).hello(), "num_connections")).isEqualTo(String.valueOf(each));
        }
        JsonObject told = connect(address()).next();

        assertThat(Json.text(told, "type")).isEqualTo("disconnect");
        assertThat(Json.text(told, "reason")).isEqualTo("too_many_websockets");
        assertThat(bench.sandbox.sockets().connected()).isEqualTo(Sockets.MOST);
    }

    @Test
    void a_command_is_an_envelope_and_what_its_acknowledgement_says_is_the_answer() {
        SocketApp app = connected();
        CompletableFuture<JsonObject> typed = typing("/ask what");
        JsonObject envelope = app.next();
        app.acknowledge(envelope, Json.object("text", "An answer"));

        assertThat(Json.text(typed.join(), "ok")).isEqualTo("true");
        assertThat(Json.text(envelope, "type")).isEqualTo("slash_commands");
        assertThat(Json.flag(envelope, "accepts_response_payload")).isTrue();
        assertThat(Json.text(Json.child(envelope, "payload"), "text")).isEqualTo("what");
        assertThat(bench.messages("U0SAM", "C0GENERAL").toString()).contains("An answer");
        assertThat(bench.app.sent("command"))
                .as("nothing goes over HTTP any more")
                .isEmpty();
    }

    @Test
    void a_second_acknowledgement_and_one_of_nothing_stand_in_the_ledger() {
        SocketApp app = connected();
        CompletableFuture<JsonObject> typed = typing("/ask");
        JsonObject envelope = app.next();
        app.acknowledge(envelope, null);
        typed.join();
        app.acknowledge(envelope, null);
        app.acknowledge(Json.object("envelope_id", "none"), null);

        RecordingApp.until(() -> bench.sandbox.ledger().refusals().size() == 2, "both were refused");
        assertThat(bench.sandbox.ledger().refusals())
                .allMatch(line -> line.error().equals("unknown_envelope"));
    }

    @Test
    void without_an_acknowledgement_a_command_fails_after_three_seconds_and_without_a_socket_at_once() {
        SocketApp app = connected();
        assertThat(Json.text(typing("/ask").join(), "trouble")).contains("operation_timeout");
        app.close();
        RecordingApp.until(() -> bench.sandbox.sockets().connected() == 0, "it is closed");

        assertThat(Json.text(typing("/ask").join(), "trouble")).contains("dispatch_failed");
    }

    @Test
    void an_event_that_is_not_acknowledged_comes_again_and_says_how_often_it_was_sent() {
        SocketApp app = connected();
        bench.sandbox.faults().deliver("message", Moment.next(1), Detour.of(Way.UNHEARD));
        bench.page("message", "as", "U0SAM", "channel", "D0SAM", "text", "hello");
        JsonObject first = app.next();
        app.acknowledge(first, null);
        JsonObject again = app.next();

        assertThat(Json.text(first, "type")).isEqualTo("events_api");
        assertThat(Json.text(first, "retry_attempt")).isEqualTo("0");
        assertThat(Json.text(again, "retry_attempt")).isEqualTo("1");
        assertThat(Json.text(again, "retry_reason")).isEqualTo("http_timeout");
        assertThat(again.get("envelope_id")).isNotEqualTo(first.get("envelope_id"));
        assertThat(Json.child(again, "payload").get("event_id"))
                .isEqualTo(Json.child(first, "payload").get("event_id"));
    }

    @Test
    void a_socket_that_is_to_be_replaced_gets_nothing_new() {
        SocketApp old = connected();
        bench.sandbox.sockets().disconnect(Reason.WARNING);
        assertThat(Json.text(old.next(), "reason")).isEqualTo("warning");
        SocketApp fresh = connected();
        for (int each = 0; each < 3; each++) {
            CompletableFuture<JsonObject> typed = typing("/ask");
            fresh.acknowledge(fresh.next(), null);
            typed.join();
        }
        assertThat(old.waiting()).isZero();
    }

    private SocketApp connected() {
        SocketApp app = connect(address());
        app.hello();
        return app;
    }

    private SocketApp connect(URI address) {
        SocketApp app = SocketApp.at(address);
        apps.add(app);
        return app;
    }

    private URI address() {
        return URI.create(Json.text(ask(APP_TOKEN), "url"));
    }

    private CompletableFuture<JsonObject> typing(String text) {
        return CompletableFuture.supplyAsync(
                () -> bench.page("command", "as", "U0SAM", "channel", "C0GENERAL", "text", text));
    }

    private JsonObject ask(String token) {
        return call("apps.connections.open", token);
    }

    private JsonObject call(String method, String token) {
        HttpRequest.Builder request = Bench.request(bench.sandbox.apiUrl().resolve(method))
                .timeout(Duration.ofSeconds(5))
                .POST(HttpRequest.BodyPublishers.noBody());
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        return Objects.requireNonNull(Json.parseObject(Bench.send(request).body()));
    }
}
