package dev.baton.sandbox;

import static dev.baton.sandbox.Bench.button;
import static dev.baton.sandbox.Bench.input;
import static dev.baton.sandbox.Bench.modal;
import static dev.baton.sandbox.Bench.plain;
import static dev.baton.sandbox.Bench.textInput;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.baton.sandbox.RecordingApp.Reply;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ModalTest {
    private Bench bench;

    @BeforeEach
    void start() {
        bench = new Bench();
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    @Test
    void a_command_opens_a_form_whose_errors_keep_what_was_typed_until_it_is_right() {
        bench.app.on("command", command -> {
            open(Json.text(command, "trigger_id"), modal(input("name", textInput())));
            return Reply.ok();
        });
        bench.app.on(
                "view_submission",
                submission -> typed(submission).equals("right")
                        ? Reply.ok()
                        : new Reply(200, "{\"response_action\":\"errors\",\"errors\":{\"name\":\"not this\"}}"));

        bench.page("command", "as", "U0SAM", "channel", "C0GENERAL", "text", "/ask");
        String view = topView();
        JsonObject empty = bench.page("submit", "as", "U0SAM", "viewId", view);
        assertThat(Json.text(Json.child(empty, "errors"), "name")).isEqualTo("Please complete this required field.");
        assertThat(bench.app.sent("view_submission")).isEmpty();

        JsonObject wrong = submit(view, "wrong");
        assertThat(Json.text(Json.child(wrong, "errors"), "name")).isEqualTo("not this");
        assertThat(bench.views("U0SAM").get(0).toString())
                .contains("\"value\":\"wrong\"")
                .contains("not this");

        assertThat(Json.flag(submit(view, "right"), "closed")).isTrue();
        assertThat(bench.views("U0SAM")).isEmpty();
        assertThat(bench.app.sent("view_submission")).hasSize(2).allMatch(RecordingApp.Sent::signed);
    }

    private static String typed(JsonObject submission) {
        JsonObject values = Json.child(Json.child(Json.child(submission, "view"), "state"), "values");
        return Json.text(Json.child(Json.child(values, "name"), "in"), "value");
    }

    private JsonObject submit(String view, String name) {
        JsonObject values = Json.object("name", Json.object("in", Json.object("value", name)));
        return bench.page("submit", "as", "U0SAM", "viewId", view, "values", values);
    }

    private String topView() {
        List<JsonObject> stack = bench.views("U0SAM");
        return Json.text(stack.get(stack.size() - 1), "id");
    }

    private JsonObject open(String trigger, JsonObject view) {
        return bench.api("views.open", "trigger_id", trigger, "view", view);
    }

    @Test
    void a_trigger_opens_one_view_within_three_seconds() {
        String trigger = bench.trigger();
        bench.machinePasses(Duration.ofSeconds(3));
        assertThat(Json.text(open(trigger, modal(input("a", Bench.button("b")))), "error"))
                .isEqualTo("invalid_arguments");
        assertThat(Json.flag(open(trigger, modal(input("a", textInput()))), "ok"))
                .isTrue();
        assertThat(Json.text(open(trigger, modal(input("a", textInput()))), "error"))
                .isEqualTo("exchanged_trigger_id");

        String late = bench.trigger();
        bench.machinePasses(Duration.ofMillis(3001));
        assertThat(Json.text(open(late, modal(input("a", textInput()))), "error"))
                .isEqualTo("expired_trigger_id");
        assertThat(Json.text(open("1.1.nonsense", modal(input("a", textInput()))), "error"))
                .isEqualTo("invalid_trigger_id");
    }

    @Test
    void views_lie_three_deep_and_no_deeper() {
        open(bench.trigger(), deeper());
        assertThat(Json.text(push(), "error")).isEmpty();
        assertThat(Json.text(push(), "error")).isEmpty();
        assertThat(bench.views("U0SAM")).hasSize(3);
        assertThat(Json.text(push(), "error")).isEqualTo("push_limit_reached");
        bench.page("close", "as", "U0SAM", "viewId", topView());
        assertThat(bench.views("U0SAM")).hasSize(2);
    }

    private static JsonObject deeper() {
        return modal(Json.object("type", "actions", "block_id", "row", "elements", List.of(button("deeper"))));
    }

    private JsonObject push() {
        int before = bench.app.sent("block_actions").size();
        bench.page(
                "action",
                "as",
                "U0SAM",
                "viewId",
                topView(),
                "blockId",
                "row",
                "actionId",
                "deeper",
                "value",
                new JsonObject());
        JsonObject pressed = bench.app.await("block_actions", before + 1).payload();
        return bench.api("views.push", "trigger_id", Json.text(pressed, "trigger_id"), "view", deeper());
    }

    @Test
    void an_update_with_an_old_hash_conflicts() {
        JsonObject opened = Json.child(open(bench.trigger(), modal(input("a", textInput()))), "view");
        String id = Json.text(opened, "id");
        String hash = Json.text(opened, "hash");
        assertThat(update(id, hash, modal(input("b", textInput())))).isEmpty();
        assertThat(update(id, hash, modal(input("c", textInput())))).isEqualTo("hash_conflict");
        assertThat(update("V0NOWHERE", "", modal(input("c", textInput())))).isEqualTo("not_found");
    }

    private String update(String id, String hash, JsonObject view) {
        return Json.text(bench.api("views.update", "view_id", id, "hash", hash, "view", view), "error");
    }

    @Test
    void a_redrawn_field_keeps_what_was_typed_and_a_renamed_one_takes_its_initial_value() {
        open(bench.trigger(), modal(input("a", textInput())));
        String view = topView();
        JsonObject value = Json.object("type", "plain_text_input", "value", "typed");
        bench.page("action", "as", "U0SAM", "viewId", view, "blockId", "a", "actionId", "in", "value", value);
        assertThat(bench.app.sent("block_actions")).isEmpty();

        JsonObject prefilled = textInput();
        prefilled.addProperty("initial_value", "given");
        update(view, "", modal(input("a", prefilled), input("b", prefilled.deepCopy())));
        JsonObject values = Json.child(bench.views("U0SAM").get(0), "values");
        assertThat(values.getAsJsonObject("a").toString()).contains("typed");
        assertThat(values.getAsJsonObject("b").toString()).contains("given");
    }

    @Test
    void a_field_that_dispatches_tells_the_app_at_once() {
        JsonObject field = input("stage", textInput());
        field.addProperty("dispatch_action", true);
        open(bench.trigger(), modal(field));
        bench.page(
                "action",
                "as",
                "U0SAM",
                "viewId",
                topView(),
                "blockId",
                "stage",
                "actionId",
                "in",
                "value",
                Json.object("value", "3"));
        JsonObject payload = bench.app.await("block_actions", 1).payload();
        assertThat(Json.text(Json.objects(payload, "actions").get(0), "value")).isEqualTo("3");
        assertThat(Json.child(payload, "view").toString()).contains("\"value\":\"3\"");
    }

    @Test
    void a_modal_holds_a_hundred_blocks_short_labels_and_250_kilobytes() {
        JsonObject hundred = modal(many(100));
        assertThat(Json.text(open(bench.trigger(), hundred), "error")).isEmpty();
        assertThat(Json.text(open(bench.trigger(), modal(many(101))), "error")).isEqualTo("invalid_arguments");

        JsonObject longTitle = modal(many(1));
        longTitle.add("title", plain("x".repeat(25)));
        assertThat(open(bench.trigger(), longTitle).toString()).contains("must be less than 25 characters");

        JsonObject noSubmit = modal(input("a", textInput()));
        noSubmit.remove("submit");
        assertThat(open(bench.trigger(), noSubmit).toString()).contains("missing required field: submit");

        JsonObject[] large = IntStream.range(0, 90)
                .mapToObj(i -> Bench.section("x".repeat(3000)))
                .toArray(JsonObject[]::new);
        assertThat(Json.text(open(bench.trigger(), modal(large)), "error")).isEqualTo("view_too_large");
    }

    private static JsonObject[] many(int count) {
        return IntStream.range(0, count).mapToObj(i -> Bench.section("s")).toArray(JsonObject[]::new);
    }

    @ParameterizedTest(name = "{0} of {1} characters")
    @CsvSource({"private_metadata, 3000", "callback_id, 255", "external_id, 255"})
    void what_a_modal_carries_unseen_is_limited(String key, int limit) {
        JsonObject view = modal(many(1));
        view.addProperty(key, "x".repeat(limit));
        assertThat(Json.text(open(bench.trigger(), view), "error")).isEmpty();
        view.addProperty(key, "x".repeat(limit + 1));
        assertThat(Json.text(open(bench.trigger(), view), "error")).isEqualTo("invalid_arguments");
    }

    @ParameterizedTest
    @ValueSource(strings = {"title", "submit", "close"})
    void the_labels_of_a_modal_have_24_characters(String key) {
        JsonObject view = modal(many(1));
        view.add(key, plain("x".repeat(24)));
        assertThat(Json.text(open(bench.trigger(), view), "error")).isEmpty();
        view.add(key, plain("x".repeat(25)));
        assertThat(open(bench.trigger(), view).toString()).contains("must be less than 25 characters");
    }

    @Test
    void an_answer_that_slack_would_not_take_shows_trouble_and_keeps_the_form() {
        open(bench.trigger(), modal(input("name", textInput())));
        bench.app.on("view_submission", 200, "{\"response_action\":\"errors\",\"errors\":{\"elsewhere\":\"no\"}}");
        assertThat(Json.flag(submit(topView(), "x"), "ok")).isFalse();
        assertThat(Json.text(bench.views("U0SAM").get(0), "trouble")).isEqualTo(Presses.TROUBLE);
        bench.app.on("view_submission", 500, "");
        assertThat(Json.text(submit(topView(), "x"), "error")).isEqualTo(Presses.TROUBLE);
        assertThat(bench.sandbox.ledger().refusals())
                .singleElement()
                .satisfies(line -> assertThat(line.error()).isEqualTo("invalid_errors"));
    }

    @Test
    void a_submission_may_update_push_or_clear() {
        open(bench.trigger(), modal(input("name", textInput())));
        bench.app.on("view_submission", answering("push"));
        submit(topView(), "x");
        assertThat(bench.views("U0SAM")).hasSize(2);
        bench.app.on("view_submission", answering("update"));
        assertThat(Json.flag(submit(topView(), "x"), "closed")).isFalse();
        assertThat(bench.views("U0SAM")).hasSize(2);
        bench.app.on("view_submission", answering("clear"));
        assertThat(Json.flag(submit(topView(), "x"), "closed")).isTrue();
        assertThat(bench.views("U0SAM")).isEmpty();
    }

    private static Function<JsonObject, Reply> answering(String action) {
        JsonObject answer = Json.object("response_action", action, "view", modal(input("name", textInput())));
        return submission -> new Reply(200, answer.toString());
    }

    @Test
    void the_app_hears_of_a_closed_modal_where_it_asked_to() {
        JsonObject view = modal(input("name", textInput()));
        view.addProperty("notify_on_close", true);
        open(bench.trigger(), view);
        bench.page("close", "as", "U0SAM", "viewId", topView());
        assertThat(bench.app.await("view_closed", 1).payload().get("is_cleared").getAsBoolean())
                .isFalse();
    }
}
