package dev.baton.operations;

import static dev.baton.Cast.CORA;
import static dev.baton.Cast.ROSTER;
import static dev.baton.Cast.SAM;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.slack.api.model.view.View;
import com.slack.api.util.json.GsonFactory;
import dev.baton.Cast;
import dev.baton.Goldens;
import dev.baton.SlackLimits;
import dev.baton.notice.Message;
import dev.baton.operations.Trouble.Seen;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every screen of the administrators, as it was looked at and found good. */
class OperationsScreensTest {
    private static final String FOLDER = "screens/operations";
    private static final OperationsScreens SCREENS = new OperationsScreens();
    private static final Health WELL = new Health(
            Optional.empty(), Optional.empty(), Optional.empty(), 0, 12, 0, Optional.empty(), Optional.of(before(40)));
    private static final Health ILL = new Health(
            Optional.of("the store does not take writes: database or disk is full"),
            Optional.of("Slack's token is not known to work yet: auth.test: <token_revoked>"),
            Optional.of("chat.postMessage: token_revoked"),
            31,
            12,
            1,
            Optional.of(before(95)),
            Optional.empty());

    static List<String> names() {
        return List.copyOf(screens().keySet());
    }

    @ParameterizedTest
    @MethodSource("names")
    void a_screen_is_as_it_was_found_good_and_within_the_limits_of_slack(String name) {
        JsonObject screen = Optional.ofNullable(screens().get(name)).orElseThrow();
        assertThat(screen.has("type") ? SlackLimits.ofView(screen) : SlackLimits.ofMessage(screen))
                .isEmpty();
        assertThat(SlackLimits.markup(screen)).noneMatch(text -> text.contains("<!"));
        Goldens.check(FOLDER + "/" + name + ".json", Goldens.pretty(screen.toString()));
    }

    @Test
    void no_screen_is_kept_that_is_drawn_no_more() {
        assertThat(Goldens.names(FOLDER))
                .containsExactlyElementsOf(
                        names().stream().map(name -> name + ".json").sorted().toList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "chat.postMessage: is_archived",
                "chat.postMessage: missing_scope (needs chat:write)",
                "users.info: the account of U0SAM is deactivated",
                "chat.update: http_502",
                "chat.postMessage: some_new_error",
                "java.lang.IllegalStateException: no account",
                ""
            })
    void every_reason_is_a_part_of_a_sentence(String recorded) {
        assertThat(Reason.inWords(recorded)).isNotBlank().doesNotEndWith(".");
    }

    @Test
    void what_is_quoted_is_cut_beside_a_link_and_not_within() {
        String words = "a".repeat(190) + " <https://example.com/a-long-way|Northwind> &amp; Sons";
        Trouble trouble = trouble(1, SAM, true, words, "chat.postMessage: is_archived");
        assertThat(view(SCREENS.handOver(trouble, ROSTER)).toString())
                .contains("a".repeat(190) + " …")
                .doesNotContain("https");
    }

    @Test
    void a_value_that_was_tampered_with_is_no_message() {
        assertThat(Seen.parse("3:0:1")).contains(new Seen(3, 0, 1));
        for (String wrong : List.of("", "3", "3:0", "3:0:x", "-3:0:1", "3:0:1:2", "9999999999999999999:0:0")) {
            assertThat(Seen.parse(wrong)).as(wrong).isEmpty();
        }
    }

    private static Map<String, JsonObject> screens() {
        Map<String, JsonObject> screens = new TreeMap<>();
        Trouble dead = trouble(
                1,
                SAM,
                true,
                "Maya declined REQ-1 (Northwind &amp; Sons): too early.",
                "chat.postMessage: is_archived");
        Trouble failing =
                trouble(2, CORA, false, "CSE-1: your request", "chat.postMessage: timeout (SocketTimeoutException)");
        Trouble channel = trouble(3, "C0CSE", true, "Ada asks for help", "chat.postMessage: not_in_channel");
        Trouble settled = new Trouble(
                new Seen(4, 2, 0),
                Optional.empty(),
                false,
                true,
                SAM,
                true,
                before(70),
                1,
                "users.info: the account of U0SAM is deactivated");
        Trouble change = new Trouble(
                new Seen(5, 0, 0),
                Optional.of("REQ-1 was declined"),
                true,
                true,
                SAM,
                true,
                before(60),
                1,
                "chat.update: message_not_found");
        Trouble fault =
                trouble(6, SAM, false, "a".repeat(900), "java.lang.IllegalStateException: no account <!channel>");
        screens.put("well", view(SCREENS.overview(overview(WELL, List.of(), 0, 0))));
        screens.put("ill", view(SCREENS.overview(overview(ILL, List.of(dead), 1, 0))));
        screens.put(
                "troubles",
                view(SCREENS.overview(overview(WELL, List.of(dead, channel, settled, change, failing, fault), 6, 0))));
        screens.put("first-page", view(SCREENS.overview(overview(WELL, many(0), 25, 0))));
        screens.put("middle-page", view(SCREENS.overview(overview(WELL, many(10), 25, 1))));
        screens.put("hand-over", view(SCREENS.handOver(dead, ROSTER)));
        screens.put("hand-over-channel", view(SCREENS.handOver(channel, ROSTER)));
        screens.put("alert-one", message(SCREENS.alert(1)));
        screens.put("alert-many", message(SCREENS.alert(7)));
        screens.put("alert-over", message(SCREENS.alert(0)));
        return screens;
    }

    private static List<Trouble> many(int from) {
        return IntStream.range(from, from + Overview.PER_PAGE)
                .mapToObj(i -> trouble(i, SAM, true, "REQ-" + i, "chat.postMessage: is_archived"))
                .toList();
    }

    private static Trouble trouble(long id, String recipient, boolean dead, String words, String why) {
        return new Trouble(new Seen(id, 0, 0), Optional.of(words), false, true, recipient, dead, before(90), 4, why);
    }

    private static Overview overview(Health health, List<Trouble> troubles, long all, int page) {
        return new Overview(health, troubles, all, page, ZoneId.of("America/New_York"), ROSTER);
    }

    private static Instant before(long minutes) {
        return Cast.NOW.minus(Duration.ofMinutes(minutes));
    }

    private static JsonObject view(View view) {
        return JsonParser.parseString(GsonFactory.createSnakeCase().toJson(view))
                .getAsJsonObject();
    }

    private static JsonObject message(Message message) {
        JsonObject json = new JsonObject();
        json.addProperty("text", message.text());
        json.add("blocks", JsonParser.parseString(message.blocks()));
        return json;
    }
}
