package dev.baton.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class InspectorTest {
    private Bench bench;

    @BeforeEach
    void start() {
        bench = new Bench();
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    private List<JsonObject> lines() {
        return Json.objects(bench.look("ledger?checked=1"), "ledger");
    }

    @Test
    void a_call_to_the_app_shows_its_signature_and_how_long_it_took() {
        bench.page("command", "as", "U0SAM", "channel", "C0GENERAL", "text", "/ask");
        JsonObject line = lines().get(0);
        assertThat(Json.text(Json.child(line, "signature"), "value")).startsWith("v0=");
        assertThat(Json.child(line, "signature").get("timestamp").getAsLong())
                .isEqualTo(Objects.requireNonNull(bench.machineNow.get()).getEpochSecond());
        assertThat(line.get("millis").getAsLong()).isNotNegative();
    }

    @Test
    void whether_the_app_looks_at_signatures_is_found_out_once() {
        bench.page("command", "as", "U0SAM", "channel", "C0GENERAL", "text", "/ask");
        assertThat(lines().get(0).get("checked").getAsBoolean()).isFalse();
        assertThat(lines()).hasSize(1);
        assertThat(bench.app.sent("url_verification")).hasSize(1).noneMatch(RecordingApp.Sent::signed);
        bench.app.on("url_verification", 401, "");
        bench.sandbox.connect(bench.app.url());
        assertThat(lines().get(0).get("checked").getAsBoolean()).isTrue();
    }

    @Test
    void a_call_of_the_app_shows_whether_its_token_was_known() {
        bench.api("auth.test");
        Bench.send(Bench.request(bench.sandbox.apiUrl().resolve("auth.test"))
                .header("Authorization", "Bearer xoxb-other")
                .POST(HttpRequest.BodyPublishers.noBody()));
        Bench.send(
                Bench.request(bench.sandbox.apiUrl().resolve("auth.test")).POST(HttpRequest.BodyPublishers.noBody()));
        assertThat(lines()).extracting(line -> Json.text(line, "token")).containsExactly("known", "wrong", "none");
    }

    @Test
    void what_was_asked_before_is_not_told_again() {
        bench.api("auth.test");
        bench.api("users.info", "user", "U0SAM");
        assertThat(Json.objects(bench.look("ledger?since=1"), "ledger"))
                .extracting(line -> Json.text(line, "method"))
                .containsExactly("users.info");
    }
}
