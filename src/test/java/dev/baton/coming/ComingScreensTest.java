package dev.baton.coming;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.slack.api.model.view.View;
import com.slack.api.util.json.GsonFactory;
import dev.baton.Cast;
import dev.baton.Goldens;
import dev.baton.SlackLimits;
import dev.baton.handbook.Rule;
import dev.baton.notice.Message;
import dev.baton.slack.Blocks;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What stands below reminders and in the windows about them, as it was looked at and found good. */
class ComingScreensTest {
    private static final String FOLDER = "screens/coming";
    private static final ComingScreens SCREENS = new ComingScreens();
    private static final Message REMINDER =
            new Message("REQ-1 waits for you.", Blocks.json(List.of(Blocks.text("REQ-1 waits for you."))));
    private static final Tools ALL = new Tools(7, List.of(Snooze.values()), true, true, "");
    private static final Tools LATE = new Tools(8, List.of(Snooze.HOUR), true, false, "Late: was due Mon 09:00");
    private static final Tools SNOOZED = new Tools(9, List.of(), false, false, "Snoozed until Tue 09:00");

    static List<String> names() {
        return List.copyOf(screens().keySet());
    }

    @ParameterizedTest
    @MethodSource("names")
    void a_screen_is_as_it_was_found_good_and_within_the_limits_of_slack(String name) {
        JsonObject screen = screens().getOrDefault(name, new JsonObject());
        assertThat(screen.has("type") ? SlackLimits.ofView(screen) : SlackLimits.ofMessage(screen))
                .isEmpty();
        Goldens.check(FOLDER + "/" + name + ".json", Goldens.pretty(screen.toString()));
    }

    @Test
    void no_screen_is_kept_that_is_drawn_no_more() {
        assertThat(Goldens.names(FOLDER))
                .containsExactlyElementsOf(
                        names().stream().map(name -> name + ".json").sorted().toList());
    }

    @Test
    void the_largest_digest_fits_into_a_message_and_the_longest_page_into_a_window() {
        List<Entry> entries = Stream.generate(() -> new Entry("REQ-1 waits for you. ".repeat(20), Optional.of(LATE)))
                .limit(20)
                .toList();
        assertThat(blocks(SCREENS.digest(entries))).isLessThanOrEqualTo(50);
        Agenda.Line line = new Agenda.Line("Mon 09:00", "REQ-1", "Maya", Optional.of(ALL));
        Agenda agenda = new Agenda(Stream.generate(() -> line).limit(10).toList(), 1, 3, "UTC");
        assertThat(SCREENS.list(agenda).getBlocks()).hasSizeLessThanOrEqualTo(100);
    }

    @Test
    void a_message_without_room_keeps_its_own_blocks() {
        Message full = new Message(
                "Full.",
                Blocks.json(
                        Stream.generate(() -> Blocks.text("Full.")).limit(50).toList()));
        assertThat(SCREENS.below(full, ALL).blocks()).isEqualTo(full.blocks());
    }

    private static int blocks(Message message) {
        return JsonParser.parseString(message.blocks()).getAsJsonArray().size();
    }

    private static Map<String, JsonObject> screens() {
        Map<String, JsonObject> screens = new TreeMap<>();
        screens.put("below", message(SCREENS.below(REMINDER, ALL)));
        screens.put("below-late", message(SCREENS.below(REMINDER, LATE)));
        screens.put("below-snoozed", message(SCREENS.below(REMINDER, SNOOZED)));
        screens.put(
                "digest",
                message(SCREENS.digest(List.of(
                        new Entry("REQ-1 waits for you.", Optional.of(ALL)),
                        new Entry("REQ-2 waits for you.", Optional.of(LATE)),
                        new Entry("REQ-3 waits for you.", Optional.of(SNOOZED)),
                        new Entry("REQ-4 is assigned.", Optional.empty())))));
        screens.put(
                "digest-settled", message(SCREENS.digest(List.of(new Entry("REQ-4 is assigned.", Optional.empty())))));
        screens.put("list-empty", view(SCREENS.list(new Agenda(List.of(), 0, 1, "America/New_York"))));
        screens.put(
                "list",
                view(SCREENS.list(new Agenda(
                        List.of(
                                new Agenda.Line("Tue 09:00", "REQ-1 waits for you.", "", Optional.of(ALL)),
                                new Agenda.Line("Wed 09:00", "REQ-2 waits for you.", "Maya", Optional.of(SNOOZED)),
                                new Agenda.Line("Thu 09:00", "Read the codename's rules.", "", Optional.empty())),
                        1,
                        3,
                        "America/New_York"))));
        screens.put("date", view(SCREENS.chooseDate(LocalDateTime.parse("2024-03-05T09:00"), "7:said")));
        screens.put(
                "why",
                view(SCREENS.why(new Why(
                        "REQ-1 waits for you.",
                        Cast.HANDBOOK.words(Rule.REQUEST_NUDGE),
                        List.of("Counted from", "Mon 4 Mar 2024, 04:00", "Comes", "1 business day later"),
                        List.of("Sat 9 Mar 2024: not worked on."),
                        List.of("Wed 6 Mar 2024, 09:00 to Mona")))));
        screens.put(
                "why-alone",
                view(SCREENS.why(new Why(
                        "REQ-1 waits for you.",
                        Cast.HANDBOOK.words(Rule.QUESTION_NUDGE),
                        List.of("Was due", "Mon 4 Mar 2024, 04:00"),
                        List.of(),
                        List.of()))));
        return screens;
    }

    private static JsonObject message(Message message) {
        JsonObject drawn = new JsonObject();
        drawn.addProperty("text", message.text());
        drawn.add("blocks", JsonParser.parseString(message.blocks()));
        return drawn;
    }

    private static JsonObject view(View view) {
        return GsonFactory.createSnakeCase().toJsonTree(view).getAsJsonObject();
    }
}
