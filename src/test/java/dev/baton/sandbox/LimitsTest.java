package dev.baton.sandbox;

import static dev.baton.sandbox.Bench.modal;
import static dev.baton.sandbox.Bench.plain;
import static dev.baton.sandbox.Bench.section;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.google.gson.JsonObject;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Slack's documented limits of views, messages and conversations: so much is taken, and one more is refused by name. */
final class LimitsTest {
    private static final int MANY = 9;
    private static Bench bench;

    @BeforeAll
    static void start() {
        bench = new Bench();
    }

    @AfterAll
    static void stop() {
        bench.close();
    }

    /** What is done with so much, and Slack's answer to it: its error, or "ok". */
    @FunctionalInterface
    interface Trial {
        JsonObject with(int amount);
    }

    static Stream<Arguments> limits() {
        return Stream.of(
                limit("blocks of a modal", 100, "invalid_arguments", n -> open(modal(sections(n)))),
                limit("title of a modal", 24, "invalid_arguments", n -> open(labelled("title", n))),
                limit("submit of a modal", 24, "invalid_arguments", n -> open(labelled("submit", n))),
                limit("close of a modal", 24, "invalid_arguments", n -> open(labelled("close", n))),
                limit("private_metadata", 3000, "invalid_arguments", n -> open(keyed("private_metadata", n))),
                limit("callback_id", 255, "invalid_arguments", n -> open(keyed("callback_id", n))),
                limit("external_id", 255, "invalid_arguments", n -> open(keyed("external_id", n))),
                limit("views on top of each other", 3, "push_limit_reached", LimitsTest::stacked),
                limit("blocks of a Home tab", 100, "invalid_arguments", n -> publish(sections(n))),
                limit("fields with focus", 1, "invalid_arguments", n -> open(modal(focused(n)))),
                limit("blocks of a message", 50, "invalid_blocks", n -> post("blocks", List.of(sections(n)))),
                limit(
                        "text of an edited message",
                        4000,
                        "msg_too_long",
                        n -> bench.api("chat.update", "channel", "C0GENERAL", "ts", posted(), "text", "x".repeat(n))),
                limit("people of a conversation", 8, "too_many_users", LimitsTest::group),
                limit("uses of a response_url", 5, "used_url", LimitsTest::responses));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("limits")
    void so_much_is_taken_and_one_more_is_refused(String what, int limit, String error, Trial trial) {
        assertThat(outcome(trial.with(limit))).as(what).isEqualTo("ok");
        assertThat(outcome(trial.with(limit + 1))).as(what).isEqualTo(error);
    }

    private static String outcome(JsonObject answer) {
        return Json.flag(answer, "ok") ? "ok" : Json.text(answer, "error");
    }

    @Test
    void a_view_of_more_than_250_kilobytes_is_refused_as_a_whole() {
        JsonObject[] blocks =
                IntStream.range(0, 100).mapToObj(i -> section("x".repeat(2600))).toArray(JsonObject[]::new);
        assertThat(outcome(open(modal(blocks)))).isEqualTo("view_too_large");
    }

    @Test
    void a_new_message_that_is_too_long_is_cut_with_a_warning() {
        assertThat(post("text", "x".repeat(40_000)).has("warning")).isFalse();
        JsonObject cut = post("text", "x".repeat(40_001));
        assertThat(Json.text(cut, "warning")).isEqualTo("message_truncated");
        assertThat(Json.text(Json.child(cut, "message"), "text")).hasSize(40_000);
    }

    private static Arguments limit(String what, int limit, String error, Trial trial) {
        return arguments(what, limit, error, trial);
    }

    private static JsonObject open(JsonObject view) {
        return bench.api("views.open", "trigger_id", bench.trigger(), "view", view);
    }

    private static JsonObject[] sections(int count) {
        return IntStream.range(0, count).mapToObj(i -> section("s")).toArray(JsonObject[]::new);
    }

    private static JsonObject labelled(String key, int length) {
        JsonObject view = modal(section("s"));
        view.add(key, plain("x".repeat(length)));
        return view;
    }

    private static JsonObject keyed(String key, int length) {
        JsonObject view = modal(section("s"));
        view.addProperty(key, "x".repeat(length));
        return view;
    }

    private static JsonObject[] focused(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> {
                    JsonObject element = Bench.textInput();
                    element.addProperty("focus_on_load", true);
                    return Bench.input("in" + i, element);
                })
                .toArray(JsonObject[]::new);
    }

    private static JsonObject stacked(int depth) {
        JsonObject last = open(modal(section("s")));
        for (int i = 1; i < depth; i++) {
            last = bench.api("views.push", "trigger_id", bench.trigger(), "view", modal(section("s")));
        }
        return last;
    }

    private static JsonObject publish(JsonObject... blocks) {
        return bench.api(
                "views.publish",
                "user_id",
                "U0SAM",
                "view",
                Json.object("type", "home", "blocks", Json.array(List.of(blocks))));
    }

    private static JsonObject post(String key, Object value) {
        return bench.api("chat.postMessage", "channel", "C0GENERAL", key, value);
    }

    private static String posted() {
        return Json.text(post("text", "t"), "ts");
    }

    private static JsonObject group(int people) {
        List<String> ids = Json.objects(bench.look("workspace"), "people").stream()
                .map(person -> Json.text(person, "id"))
                .limit(people)
                .toList();
        assertThat(ids).hasSizeLessThanOrEqualTo(MANY);
        return bench.api("conversations.open", "users", String.join(",", ids));
    }

    private static JsonObject responses(int uses) {
        int before = bench.app.sent("command").size();
        bench.trigger();
        String url = Json.text(bench.app.await("command", before + 1).payload(), "response_url");
        String last = "";
        for (int i = 0; i < uses; i++) {
            last = Bench.send(Bench.request(URI.create(url))
                            .header("Content-Type", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofString("{\"text\":\"t\"}")))
                    .body();
        }
        JsonObject refused = Json.parseObject(last);
        return refused == null ? Json.object("ok", true) : refused;
    }
}
