package dev.baton.sandbox;

import static dev.baton.sandbox.Bench.button;
import static dev.baton.sandbox.Bench.plain;
import static dev.baton.sandbox.Bench.section;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class BlockLimitsTest {
    private static Bench bench;

    @BeforeAll
    static void start() {
        bench = new Bench();
    }

    @AfterAll
    static void stop() {
        bench.close();
    }

    static Stream<Arguments> limits() {
        return Stream.of(
                limit("section text", 3000, n -> section("x".repeat(n))),
                limit("section fields", 10, n -> Json.object("type", "section", "fields", many(n, i -> plain("f")))),
                limit("field text", 2000, n -> Json.object("type", "section", "fields", List.of(plain("x".repeat(n))))),
                limit("header text", 150, n -> Json.object("type", "header", "text", plain("x".repeat(n)))),
                limit(
                        "context elements",
                        10,
                        n -> Json.object("type", "context", "elements", many(n, i -> plain("c")))),
                limit(
                        "actions elements",
                        25,
                        n -> Json.object("type", "actions", "elements", many(n, i -> button("b" + i)))),
                limit("block_id", 255, n -> with(section("x"), "block_id", "x".repeat(n))),
                limit("action_id", 255, n -> actions(button("x".repeat(n)))),
                limit("button text", 75, n -> actions(with(button("b"), "text", plain("x".repeat(n))))),
                limit("button value", 2000, n -> actions(with(button("b"), "value", "x".repeat(n)))),
                limit("button url", 3000, n -> actions(with(button("b"), "url", "x".repeat(n)))),
                limit("confirm title", 100, n -> actions(with(button("b"), "confirm", confirm(n, 1, 1)))),
                limit("confirm text", 300, n -> actions(with(button("b"), "confirm", confirm(1, n, 1)))),
                limit("confirm button", 30, n -> actions(with(button("b"), "confirm", confirm(1, 1, n)))),
                limit("select options", 100, n -> actions(choice("static_select", n))),
                limit("option text", 75, n -> actions(one("static_select", plain("x".repeat(n)), "v"))),
                limit("option value", 150, n -> actions(one("static_select", plain("x"), "x".repeat(n)))),
                limit(
                        "placeholder",
                        150,
                        n -> actions(with(choice("static_select", 1), "placeholder", plain("x".repeat(n))))),
                limit("option groups", 100, n -> actions(groups(n, 1, "g"))),
                limit("options of a group", 100, n -> actions(groups(1, n, "g"))),
                limit("group label", 75, n -> actions(groups(1, 1, "x".repeat(n)))),
                limit("option description", 75, n -> actions(described(n))),
                limit("accessibility label", 75, n -> actions(with(button("b"), "accessibility_label", "x".repeat(n)))),
                limit("overflow options", 5, n -> actions(choice("overflow", n))),
                limit("checkboxes options", 10, n -> actions(choice("checkboxes", n))),
                limit("radio options", 10, n -> actions(choice("radio_buttons", n))),
                limit("input label", 2000, n -> with(typed("max_length", 1), "label", plain("x".repeat(n)))),
                limit("input hint", 2000, n -> with(typed("max_length", 1), "hint", plain("x".repeat(n)))),
                limit("min_length", 3000, n -> typed("min_length", n)),
                limit("max_length", 3000, n -> typed("max_length", n)),
                limit("alt text", 2000, n -> with(picture(), "alt_text", "x".repeat(n))),
                limit("image title", 2000, n -> with(picture(), "title", plain("x".repeat(n)))),
                limit("image address", 3000, n -> with(picture(), "image_url", address(n))),
                limit("address in an option", 3000, n -> actions(linked(n))),
                limit("options of a menu for several", 100, n -> actions(choice("multi_static_select", n))),
                limit("files of a field", 10, n -> input(Json.object("type", "file_input", "max_files", n))),
                limit("depth of a list", 8, BlockLimitsTest::list));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("limits")
    void at_the_limit_it_is_accepted_and_one_above_it_is_refused(
            String what, int limit, IntFunction<JsonObject> block) {
        assertThat(post(List.of(block.apply(limit)))).as(what).isEqualTo("accepted");
        assertThat(post(List.of(block.apply(limit + 1)))).as(what).isEqualTo("invalid_blocks");
    }

    @Test
    void a_message_holds_fifty_blocks() {
        assertThat(post(many(50, i -> section("s")))).isEqualTo("accepted");
        assertThat(post(many(51, i -> section("s")))).isEqualTo("invalid_blocks");
    }

    @Test
    void all_text_of_a_message_together_is_limited_too() {
        assertThat(post(many(4, i -> section("x".repeat(2825))))).isEqualTo("accepted");
        assertThat(post(many(4, i -> section("x".repeat(2826))))).isEqualTo("msg_blocks_too_long");
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                arguments("a picture without words", List.of(without(picture(), "alt_text"))),
                arguments(
                        "a picture from two places",
                        List.of(with(picture(), "slack_file", Json.object("id", "F0000001")))),
                arguments("a file sent as a block", List.of(Json.object("type", "file", "external_id", "f"))),
                arguments(
                        "a file field that is told of at once",
                        List.of(with(input(Json.object("type", "file_input")), "dispatch_action", true))),
                arguments("no file at all", List.of(input(Json.object("type", "file_input", "max_files", 0)))),
                arguments(
                        "nothing to choose",
                        List.of(actions(with(choice("multi_static_select", 1), "max_selected_items", 0)))),
                arguments(
                        "an hour that no day has",
                        List.of(actions(Json.object("type", "timepicker", "initial_time", "24:00")))),
                arguments(
                        "a moment in milliseconds",
                        List.of(actions(
                                Json.object("type", "datetimepicker", "initial_date_time", 1_709_542_800_000L)))),
                arguments("a list of a style that is none", List.of(with(list(0), "elements", List.of(dashes())))),
                arguments(
                        "a number field that does not say whether decimals are allowed",
                        List.of(input(Json.object("type", "number_input")))),
                arguments(
                        "a least number that is no string",
                        List.of(input(
                                Json.object("type", "number_input", "is_decimal_allowed", true, "min_value", "one")))),
                arguments(
                        "two blocks of one id",
                        List.of(with(section("a"), "block_id", "b"), with(section("b"), "block_id", "b"))),
                arguments("two elements of one id", List.of(actions(button("b"), button("b")))),
                arguments("a key that Slack does not know", List.of(actions(with(button("b"), "colour", "red")))),
                arguments("a style that Slack does not know", List.of(actions(with(button("b"), "style", "loud")))),
                arguments("a type that is not imitated", List.of(Json.object("type", "video"))),
                arguments("an empty text", List.of(section(""))),
                arguments(
                        "mrkdwn in a header",
                        List.of(Json.object("type", "header", "text", Json.object("type", "mrkdwn", "text", "h")))),
                arguments("a section of nothing", List.of(Json.object("type", "section"))),
                arguments("a text field among actions", List.of(actions(Bench.textInput()))),
                arguments(
                        "an initial option that is not offered",
                        List.of(actions(with(choice("static_select", 1), "initial_option", option("other", "other"))))),
                arguments(
                        "options and groups at once",
                        List.of(actions(with(choice("static_select", 1), "option_groups", List.of())))),
                arguments(
                        "a date in another order",
                        List.of(actions(Json.object("type", "datepicker", "initial_date", "04.03.2024")))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mistakes")
    void a_mistake_is_refused_with_its_place(String what, List<JsonObject> blocks) {
        JsonObject answer = bench.api("chat.postMessage", "channel", "C0GENERAL", "text", "t", "blocks", blocks);
        assertThat(Json.text(answer, "error")).as(what).isEqualTo("invalid_blocks");
        assertThat(Json.child(answer, "response_metadata").toString()).contains("json-pointer:/blocks");
    }

    private static String post(List<JsonObject> blocks) {
        JsonObject answer = bench.api("chat.postMessage", "channel", "C0GENERAL", "text", "t", "blocks", blocks);
        return Json.flag(answer, "ok") ? "accepted" : Json.text(answer, "error");
    }

    private static Arguments limit(String what, int limit, IntFunction<JsonObject> block) {
        return arguments(what, limit, block);
    }

    private static List<JsonObject> many(int count, IntFunction<JsonObject> each) {
        return IntStream.range(0, count).mapToObj(each).toList();
    }

    private static JsonObject with(JsonObject json, String key, Object value) {
        json.add(key, Json.element(value));
        return json;
    }

    private static JsonObject actions(JsonObject... elements) {
        return Json.object("type", "actions", "elements", List.of(elements));
    }

    private static JsonObject option(String text, String value) {
        return Json.object("text", plain(text), "value", value);
    }

    private static JsonObject choice(String type, int count) {
        return Json.object("type", type, "action_id", "c", "options", many(count, i -> option("o" + i, "v" + i)));
    }

    private static JsonObject one(String type, JsonObject text, String value) {
        return Json.object("type", type, "options", List.of(Json.object("text", text, "value", value)));
    }

    private static JsonObject groups(int count, int options, String label) {
        JsonObject group = Json.object("label", plain(label), "options", many(options, i -> option("o" + i, "v" + i)));
        return Json.object("type", "static_select", "option_groups", many(count, i -> group));
    }

    private static JsonObject described(int length) {
        JsonObject option = with(option("o", "v"), "description", plain("x".repeat(length)));
        return Json.object("type", "checkboxes", "options", List.of(option));
    }

    private static JsonObject typed(String key, int value) {
        return Bench.input("in", with(Bench.textInput(), key, value));
    }

    private static JsonObject confirm(int title, int text, int button) {
        return Json.object(
                "title", plain("x".repeat(title)),
                "text", plain("x".repeat(text)),
                "confirm", plain("x".repeat(button)),
                "deny", plain("No"));
    }

    private static JsonObject picture() {
        return Json.object("type", "image", "image_url", "https://acme.example/p.png", "alt_text", "A picture");
    }

    private static String address(int length) {
        String begins = "https://acme.example/";
        return begins + "x".repeat(length - begins.length());
    }

    private static JsonObject linked(int length) {
        JsonObject option = with(option("o", "v"), "url", address(length));
        return Json.object("type", "overflow", "options", List.of(option));
    }

    private static JsonObject input(JsonObject element) {
        return Bench.input("in", element);
    }

    private static JsonObject list(int indent) {
        return Json.object(
                "type", "rich_text", "elements", List.of(with(with(dashes(), "style", "bullet"), "indent", indent)));
    }

    private static JsonObject dashes() {
        JsonObject words = Json.object("type", "text", "text", "item");
        JsonObject item = Json.object("type", "rich_text_section", "elements", List.of(words));
        return Json.object("type", "rich_text_list", "style", "dash", "elements", List.of(item));
    }

    private static JsonObject without(JsonObject json, String key) {
        json.remove(key);
        return json;
    }
}
