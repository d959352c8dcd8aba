package dev.baton.people;

import static dev.baton.Cast.MAYA;
import static dev.baton.Cast.MILO;
import static dev.baton.Cast.MONA;
import static dev.baton.Cast.ROSTER;
import static dev.baton.Cast.SAM;
import static dev.baton.Cast.SOL;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.slack.api.model.view.View;
import com.slack.api.util.json.GsonFactory;
import dev.baton.Cast;
import dev.baton.Goldens;
import dev.baton.SlackLimits;
import dev.baton.account.Leave;
import dev.baton.account.Leave.Answer;
import dev.baton.account.People;
import dev.baton.account.Preferences;
import dev.baton.account.TimeOff;
import dev.baton.account.WorkTime.QuietHours;
import dev.baton.handbook.Span;
import dev.baton.notice.Message;
import dev.baton.slack.Blocks;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every screen of people's settings, as it was looked at and found good. */
class PeopleScreensTest {
    private static final String FOLDER = "screens/people";
    private static final SettingsScreens SETTINGS = new SettingsScreens();
    private static final StandInScreens STAND_IN = new StandInScreens();
    private static final TimeOff WEEK = new TimeOff(LocalDate.parse("2024-03-18"), LocalDate.parse("2024-03-22"));
    private static final TimeOff NEW_YEAR = new TimeOff(LocalDate.parse("2025-01-02"), LocalDate.parse("2025-01-02"));

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

    private static Map<String, JsonObject> screens() {
        Map<String, JsonObject> screens = new TreeMap<>();
        MySettings usual = settings(MAYA, Preferences.NONE, List.of(), List.of());
        MySettings chosen = settings(SAM, own(), leaves(), next());
        screens.put("settings-usual", view(SETTINGS.settings(usual)));
        screens.put("settings-chosen", view(SETTINGS.settings(chosen)));
        screens.put("settings-many-leaves", view(SETTINGS.settings(settings(SAM, own(), many(), next()))));
        screens.put("saved", view(SETTINGS.saved(chosen)));
        screens.put("leave-manager", view(SETTINGS.leave(usual)));
        screens.put("leave", view(SETTINGS.leave(chosen)));
        for (Answer answer : Answer.values()) {
            String name = answer.name().toLowerCase(Locale.ROOT);
            screens.put("question-" + name, message(STAND_IN.question(absence(MAYA, answer, false))));
        }
        screens.put("answer-accepted", message(STAND_IN.answer(absence(SAM, Answer.ACCEPTED, false))));
        screens.put("answer-declined", message(STAND_IN.answer(absence(SAM, Answer.DECLINED, false))));
        screens.put("question-removed", message(STAND_IN.question(absence(MAYA, Answer.ACCEPTED, true))));
        screens.put("answer-removed", message(STAND_IN.answer(absence(MAYA, Answer.ACCEPTED, true))));
        screens.put("answer-declined-manager", message(STAND_IN.answer(absence(MAYA, Answer.DECLINED, false))));
        Message plain = new Message("A card", Blocks.json(List.of(Blocks.text("A card"))));
        screens.put("read-for", message(STAND_IN.readFor(plain, "Maya", Optional.of(WEEK.last()), Cast.TODAY)));
        screens.put(
                "read-for-back",
                message(STAND_IN.readFor(new Message("Words alone", "[]"), "Maya", Optional.empty(), Cast.TODAY)));
        return screens;
    }

    private static Absence absence(String person, Answer answer, boolean removed) {
        return new Absence(
                new Leave(7, person, WEEK, Optional.of(MILO), Optional.of(answer), removed), Cast.TODAY, ROSTER);
    }

    private static MySettings settings(String person, Preferences chosen, List<Leave> leaves, List<Next> next) {
        Usual usual = new Usual(QuietHours.USUAL, "us", People.USUAL_LEAD);
        List<TimeOff> written = leaves.isEmpty() ? List.of() : List.of(NEW_YEAR);
        ZoneId zone = ZoneId.of("America/New_York");
        return new MySettings(person, zone, Cast.TODAY, chosen, usual, written, leaves, next, ROSTER);
    }

    private static Preferences own() {
        return new Preferences(
                Optional.of(new QuietHours(LocalTime.of(20, 0), LocalTime.of(11, 30), LocalTime.of(11, 30))),
                Optional.of(EnumSet.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.SUNDAY)),
                Optional.of(""),
                Optional.of(new Span(3, Span.Unit.HOURS)),
                true,
                Optional.of(LocalDate.parse("2024-03-11")));
    }

    private static List<Leave> leaves() {
        return List.of(
                leave(1, Optional.empty(), Optional.empty()),
                leave(2, Optional.of(SOL), Optional.of(Answer.ASKED)),
                leave(3, Optional.of(SOL), Optional.of(Answer.ACCEPTED)),
                leave(4, Optional.of("U0GONE"), Optional.of(Answer.DECLINED)));
    }

    private static List<Leave> many() {
        List<Leave> leaves = new ArrayList<>();
        for (int id = 1; id <= 70; id++) {
            leaves.add(leave(id, Optional.empty(), Optional.empty()));
        }
        return leaves;
    }

    private static Leave leave(long id, Optional<String> delegate, Optional<Answer> answer) {
        LocalDate first = WEEK.first().plusWeeks(id);
        return new Leave(id, SAM, new TimeOff(first, first.plusDays(4)), delegate, answer, false);
    }

    private static List<Next> next() {
        return List.of(
                new Next(
                        Instant.parse("2024-03-05T16:30:00Z"),
                        "REQ-1 still waits for you &amp; others.",
                        Optional.empty()),
                new Next(
                        Instant.parse("2024-03-18T15:30:00Z"), "A second, longer one. ".repeat(20), Optional.of(MONA)));
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
