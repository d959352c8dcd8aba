package dev.baton.sandbox;

import static dev.baton.sandbox.Bench.button;
import static dev.baton.sandbox.Bench.plain;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class InteractionTest {
    private Bench bench;

    @BeforeEach
    void start() {
        bench = new Bench();
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    private JsonObject type(String text) {
        return bench.page("command", "as", "U0SAM", "channel", "C0GENERAL", "text", text);
    }

    private List<JsonObject> seenBySam() {
        return bench.messages("U0SAM", "C0GENERAL");
    }

    @Test
    void a_command_arrives_signed_with_slacks_fields() {
        type("/ask AT&T  now");
        RecordingApp.Sent sent = bench.app.await("command", 1);
        assertThat(sent.signed()).isTrue();
        assertThat(Json.text(sent.payload(), "text")).isEqualTo("AT&amp;T  now");
        assertThat(sent.payload().keySet())
                .contains("user_id", "channel_id", "team_id", "trigger_id", "response_url", "api_app_id");
    }

    @Test
    void a_commands_answer_is_ephemeral_unless_it_says_otherwise() {
        bench.app.on("command", 200, "just text");
        type("/ask");
        bench.app.on("command", 200, "{\"response_type\":\"in_channel\",\"text\":\"for all\"}");
        type("/ask");
        assertThat(seenBySam())
                .extracting(message -> Json.text(message, "text"))
                .containsExactly("just text", "for all");
        assertThat(bench.messages("U0MAYA", "C0GENERAL")).hasSize(1);
    }

    @Test
    void a_failing_app_is_told_of_by_slackbot() {
        bench.app.on("command", 500, "");
        type("/ask");
        assertThat(seenBySam())
                .singleElement()
                .satisfies(message -> assertThat(Json.text(message, "text")).contains("dispatch_failed"))
                .satisfies(message -> assertThat(Json.text(message, "username")).isEqualTo("Slackbot"));
        assertThat(Json.text(type("/nonsense"), "error")).startsWith("/nonsense is not a valid command");
    }

    @Test
    void an_app_that_takes_longer_than_three_seconds_did_not_respond() throws Exception {
        try (ServerSocket silent = new ServerSocket(0)) {
            bench.sandbox.connect(URI.create("http://127.0.0.1:" + silent.getLocalPort() + "/slack/events"));
            type("/ask");
            assertThat(Json.text(seenBySam().get(0), "text")).contains("operation_timeout");
        }
    }

    @Test
    void a_button_in_a_message_tells_the_app_who_pressed_what_where() {
        JsonObject row = Json.object("type", "actions", "block_id", "row", "elements", List.of(button("go")));
        String ts = Json.text(
                bench.api("chat.postMessage", "channel", "U0MAYA", "text", "t", "blocks", List.of(row)), "ts");
        JsonObject pressed = press("U0MAYA", ts, "go", new JsonObject());
        assertThat(Json.flag(pressed, "ok")).isTrue();
        JsonObject payload = bench.app.await("block_actions", 1).payload();
        assertThat(Json.text(Json.child(payload, "user"), "id")).isEqualTo("U0MAYA");
        assertThat(Json.text(Json.child(payload, "container"), "message_ts")).isEqualTo(ts);
        assertThat(Json.text(Json.objects(payload, "actions").get(0), "value")).isEqualTo("v");
        assertThat(Json.text(Json.child(payload, "message"), "ts")).isEqualTo(ts);
        assertThat(Json.text(press("U0SAM", ts, "go", new JsonObject()), "error"))
                .contains("not there");
        assertThat(Json.text(press("U0MAYA", ts, "other", new JsonObject()), "error"))
                .contains("there is no element");
    }

    private JsonObject press(String user, String ts, String actionId, JsonObject value) {
        return bench.page(
                "action",
                "as",
                user,
                "channel",
                "D0MAYA",
                "ts",
                ts,
                "blockId",
                "row",
                "actionId",
                actionId,
                "value",
                value);
    }

    @Test
    void a_select_offers_its_options_and_no_others() {
        JsonObject option = Json.object("text", plain("One"), "value", "1");
        JsonObject select = Json.object("type", "static_select", "action_id", "pick", "options", List.of(option));
        JsonObject row = Json.object("type", "actions", "block_id", "row", "elements", List.of(select));
        String ts = Json.text(
                bench.api("chat.postMessage", "channel", "U0MAYA", "text", "t", "blocks", List.of(row)), "ts");
        press("U0MAYA", ts, "pick", Json.object("selected_option", Json.object("value", "1")));
        JsonObject payload = bench.app.await("block_actions", 1).payload();
        assertThat(Json.objects(payload, "actions").get(0).getAsJsonObject("selected_option"))
                .isEqualTo(option);
        assertThat(Json.child(payload, "state").toString()).contains("\"value\":\"1\"");
        JsonObject other = Json.object("selected_option", Json.object("value", "2"));
        assertThat(Json.text(press("U0MAYA", ts, "pick", other), "error")).contains("no option '2'");
    }

    @Test
    void an_external_select_asks_the_app_once_enough_was_typed() {
        JsonObject select = Json.object("type", "external_select", "action_id", "find", "min_query_length", 2);
        JsonObject row = Json.object("type", "actions", "block_id", "row", "elements", List.of(select));
        String ts = Json.text(
                bench.api("chat.postMessage", "channel", "U0MAYA", "text", "t", "blocks", List.of(row)), "ts");
        JsonObject found = Json.object("text", plain("North"), "value", "n");
        bench.app.on(
                "block_suggestion", 200, Json.object("options", List.of(found)).toString());
        assertThat(Json.objects(options(ts, "n"), "options")).isEmpty();
        assertThat(Json.objects(options(ts, "no"), "options")).containsExactly(found);
        assertThat(bench.app.sent("block_suggestion")).hasSize(1);
    }

    private JsonObject options(String ts, String query) {
        return bench.page(
                "options",
                "as",
                "U0MAYA",
                "channel",
                "D0MAYA",
                "ts",
                ts,
                "blockId",
                "row",
                "actionId",
                "find",
                "query",
                query);
    }

    @Test
    void a_response_url_works_five_times_in_thirty_minutes() {
        type("/ask");
        String url = Json.text(bench.app.await("command", 1).payload(), "response_url");
        for (int i = 0; i < 5; i++) {
            assertThat(respond(url, "{\"text\":\"later\"}").statusCode()).isEqualTo(200);
        }
        assertThat(respond(url, "{\"text\":\"later\"}").body()).contains("used_url");
        assertThat(seenBySam()).hasSize(5).allMatch(message -> Json.flag(message, "ephemeral"));

        type("/ask");
        String other = Json.text(bench.app.await("command", 2).payload(), "response_url");
        bench.machinePasses(Duration.ofMinutes(31));
        assertThat(respond(other, "{\"text\":\"later\"}").body()).contains("expired_url");
    }

    @Test
    void a_response_url_replaces_and_deletes_the_message_it_came_from() {
        JsonObject row = Json.object("type", "actions", "block_id", "row", "elements", List.of(button("go")));
        String ts = Json.text(
                bench.api("chat.postMessage", "channel", "U0MAYA", "text", "t", "blocks", List.of(row)), "ts");
        press("U0MAYA", ts, "go", new JsonObject());
        String url = Json.text(bench.app.await("block_actions", 1).payload(), "response_url");
        respond(url, "{\"replace_original\":true,\"text\":\"done\",\"blocks\":[]}");
        assertThat(bench.messages("U0MAYA", "D0MAYA"))
                .singleElement()
                .satisfies(message -> assertThat(Json.text(message, "text")).isEqualTo("done"));
        respond(url, "{\"delete_original\":true}");
        assertThat(bench.messages("U0MAYA", "D0MAYA")).isEmpty();
    }

    private static HttpResponse<String> respond(String url, String body) {
        return Bench.send(Bench.request(URI.create(url))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    @Test
    void a_message_to_the_app_and_a_mention_become_events_and_a_failed_one_comes_again() {
        bench.app.on("message", 500, "");
        bench.page("message", "as", "U0SAM", "channel", "D0SAM", "text", "hello");
        assertThat(Json.text(Json.child(bench.app.await("message", 1).payload(), "event"), "channel_type"))
                .isEqualTo("im");
        RecordingApp.Sent second = bench.app.await("message", 2);
        assertThat(second.retry()).isEqualTo("1");
        assertThat(second.retryReason()).isEqualTo("http_error");
        bench.machinePasses(Duration.ofMinutes(1));
        RecordingApp.Sent third = bench.app.await("message", 3);
        assertThat(Json.text(third.payload(), "event_id")).isEqualTo(Json.text(second.payload(), "event_id"));

        bench.page("message", "as", "U0SAM", "channel", "C0GENERAL", "text", "nobody is meant");
        bench.page("message", "as", "U0SAM", "channel", "C0GENERAL", "text", "<@U0BATON> help");
        bench.app.await("app_mention", 1);
        assertThat(bench.app.sent("app_mention")).hasSize(1);
    }

    @Test
    void home_is_published_when_it_is_opened() {
        bench.page("home", "as", "U0SAM");
        bench.app.await("app_home_opened", 1);
        JsonObject home = Json.object("type", "home", "blocks", List.of(Bench.section("welcome")));
        assertThat(Json.flag(bench.api("views.publish", "user_id", "U0SAM", "view", home), "ok"))
                .isTrue();
        assertThat(bench.look("state?as=U0SAM").getAsJsonObject("home").toString())
                .contains("welcome");
    }

    @Test
    void shortcuts_reach_the_app_with_a_trigger() {
        bench.page("shortcut", "as", "U0SAM", "callbackId", "ask");
        assertThat(Json.text(bench.app.await("shortcut", 1).payload(), "trigger_id"))
                .isNotEmpty();
        String ts = Json.text(bench.page("message", "as", "U0SAM", "channel", "C0GENERAL", "text", "look"), "ts");
        bench.page("shortcut", "as", "U0SAM", "callbackId", "ask_about", "channel", "C0GENERAL", "ts", ts);
        assertThat(Json.text(Json.child(bench.app.await("message_action", 1).payload(), "message"), "text"))
                .isEqualTo("look");
    }
}
