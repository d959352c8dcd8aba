package dev.baton.leaver;

import static dev.baton.Cast.CLEO;
import static dev.baton.Cast.CYRUS;
import static dev.baton.Cast.HANDBOOK;
import static dev.baton.Cast.HELIO;
import static dev.baton.Cast.KESTREL;
import static dev.baton.Cast.MAYA;
import static dev.baton.Cast.MONA;
import static dev.baton.Cast.NORTHWIND;
import static dev.baton.Cast.PABLO;
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
import dev.baton.account.Account;
import dev.baton.account.InHand;
import dev.baton.account.Load;
import dev.baton.account.Money;
import dev.baton.account.Person;
import dev.baton.handbook.Role;
import dev.baton.leaver.Estate.Line;
import dev.baton.leaver.Estate.Past;
import dev.baton.leaver.Leaver.State;
import dev.baton.notice.Due;
import dev.baton.notice.Message;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every screen about leavers, as it was looked at and found good. */
class LeaverScreensTest {
    private static final String FOLDER = "screens/leaver";
    private static final LeaverScreens SCREENS = new LeaverScreens();
    private static final Line SERVED = line(NORTHWIND, "place:1:CSM", "CSM", Role.CSM);
    private static final Line ADVISED = line(KESTREL, "place:2:SERVICING_SA", "Servicing SA", Role.SA);
    private static final Line ASKED = line(HELIO, "request:1", "REQ-1", Role.SA, Role.SAE);

    static List<String> names() {
        return List.copyOf(screens().keySet());
    }

    @ParameterizedTest
    @MethodSource("names")
    void a_screen_is_as_it_was_found_good_and_within_the_limits_of_slack(String name) {
        JsonObject screen = Optional.ofNullable(screens().get(name)).orElseThrow();
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
    void more_than_a_message_holds_is_counted_and_the_rest_moves_up() {
        List<Line> many = IntStream.range(0, 60)
                .mapToObj(i -> line(NORTHWIND, "errand:" + i, "errand " + i, Role.SA))
                .toList();
        JsonObject card = message(SCREENS.card(estate(State.OPEN, CLEO, many, List.of()), due(Optional.empty())));
        assertThat(SlackLimits.ofMessage(card)).isEmpty();
        assertThat(card.toString())
                .contains("60 things are open", "And 20 more.", "errand 39")
                .doesNotContain("errand 40");
    }

    @Test
    void no_channel_reads_the_name_of_an_account_that_has_a_codename() {
        Given given = new Given(List.of(past(HELIO, "SA", PABLO)), ROSTER);
        assertThat(SCREENS.line(given).toString()).contains("Copper Finch").doesNotContain(HELIO);
        assertThat(SCREENS.yours(given).toString()).contains(HELIO);
    }

    private static Map<String, JsonObject> screens() {
        Map<String, JsonObject> screens = new TreeMap<>();
        List<Line> open = List.of(SERVED, ADVISED, ASKED);
        List<Past> gone = List.of(past(KESTREL, "Servicing SA", PABLO), past(NORTHWIND, "CSM", CYRUS));
        screens.put("card", card(estate(State.OPEN, CLEO, open, List.of()), Optional.empty()));
        screens.put("card-for-the-backup", card(estate(State.OPEN, CLEO, open, List.of()), Optional.of(MAYA)));
        screens.put("card-one-left", card(estate(State.OPEN, CLEO, List.of(ASKED), gone), Optional.empty()));
        screens.put("card-settled", card(estate(State.SETTLED, CLEO, List.of(), gone), Optional.empty()));
        screens.put("card-back", card(estate(State.BACK, CLEO, List.of(), gone), Optional.empty()));
        screens.put("card-of-somebody-unnamed", card(estate(State.OPEN, "U0GONE", open, List.of()), Optional.empty()));
        Choice csm = choice(List.of(SERVED), List.of(Role.CSM));
        screens.put("one", view(SCREENS.one(new Opening(estate(State.OPEN, SOL, open, List.of()), List.of(csm)))));
        Choice nobody = new Choice(List.of(ASKED), new Successors(List.of(Role.PSE), List.of(), Optional.empty()));
        Choice sa = choice(List.of(ADVISED, ASKED), List.of(Role.SA));
        screens.put(
                "all",
                view(SCREENS.all(new Opening(estate(State.OPEN, SOL, open, List.of()), List.of(csm, sa, nobody)))));
        screens.put("yours", message(SCREENS.yours(new Given(gone, ROSTER))));
        Given unnamed = new Given(List.of(past(NORTHWIND, "CSM", CYRUS, "U0GONE")), ROSTER);
        screens.put("yours-of-somebody-unnamed", message(SCREENS.yours(unnamed)));
        screens.put("line-of-somebody-unnamed", message(SCREENS.line(unnamed)));
        screens.put("line", message(SCREENS.line(new Given(gone, ROSTER))));
        return Collections.unmodifiableMap(screens);
    }

    private static JsonObject card(Estate estate, Optional<String> insteadOf) {
        return message(SCREENS.card(estate, due(insteadOf)));
    }

    private static Estate estate(State state, String person, List<Line> open, List<Past> handed) {
        return new Estate(new Leaver(1, person, MAYA, state, Cast.NOW), open, handed, ROSTER, HANDBOOK);
    }

    private static Choice choice(List<Line> lines, List<Role> roles) {
        return new Choice(
                lines,
                Successors.of(
                        roles,
                        lines.stream().map(each -> each.account().region()).toList(),
                        ROSTER,
                        person -> !person.equals(SAM),
                        role -> true,
                        person -> person.equals(PABLO) ? Optional.of(LocalDate.of(2024, 3, 8)) : Optional.empty(),
                        LeaverScreensTest::load));
    }

    private static Optional<Load> load(Person person) {
        return person.has(Role.CSM)
                ? Optional.of(new Load(person.slackId(), 3, Money.dollars(420_000)))
                : Optional.empty();
    }

    private static Line line(String account, String subject, String words, Role... roles) {
        Account known = Cast.account(account);
        return new Line(new InHand(subject, known.id(), words, List.of(roles)), known);
    }

    private static Past past(String account, String words, String to) {
        return past(account, words, to, CLEO);
    }

    private static Past past(String account, String words, String to, String from) {
        Account known = Cast.account(account);
        return new Past(new Handed(1, 1, known.id(), "x", words, from, to, MONA, Cast.NOW), known);
    }

    private static Due due(Optional<String> insteadOf) {
        return new Due("key", Leaver.CARD, "leaver:1", MAYA, insteadOf, false, Cast.NOW, Cast.NOW);
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
