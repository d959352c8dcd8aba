package dev.baton.evaluation;

import static dev.baton.Cast.ADA;
import static dev.baton.Cast.HANDBOOK;
import static dev.baton.Cast.INES;
import static dev.baton.Cast.KESTREL;
import static dev.baton.Cast.MAYA;
import static dev.baton.Cast.PABLO;
import static dev.baton.Cast.ROSTER;
import static dev.baton.Cast.SOL;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.slack.api.model.view.View;
import com.slack.api.util.json.GsonFactory;
import dev.baton.Cast;
import dev.baton.Goldens;
import dev.baton.SlackLimits;
import dev.baton.account.Opportunity;
import dev.baton.handbook.Stage;
import dev.baton.notice.Due;
import dev.baton.notice.Message;
import dev.baton.slack.Blocks;
import dev.baton.slack.Part;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every screen of leaving stage 3, as it was looked at and found good. */
class EvaluationScreensTest {
    private static final String FOLDER = "screens/evaluation";
    private static final EvaluationScreens SCREENS = new EvaluationScreens();
    private static final Evaluation MARKED = EvaluationTest.evaluation(EnumSet.noneOf(Check.class), false);
    private static final Evaluation TICKED = EvaluationTest.evaluation(EnumSet.of(Check.POV), false);
    private static final Evaluation SEEN_TO = EvaluationTest.evaluation(EnumSet.allOf(Check.class), false);
    private static final Evaluation MOVED = EvaluationTest.evaluation(EnumSet.of(Check.POV), true);
    private static final Evaluation LOST =
            MARKED.follow(Stage.CLOSED_LOST, Cast.NOW).orElseThrow().next();
    private static final Evaluation ALONE = handed(Optional.empty(), Optional.empty());
    private static final Evaluation HANDED = handed(Optional.of(INES), Optional.of(SOL));

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
    void nobody_is_asked_by_a_message_that_has_nothing_left_for_them() {
        for (Evaluation settled : List.of(LOST, HANDED)) {
            assertThat(message(SCREENS.move(seen(settled), due(ADA))).toString())
                    .doesNotContain("button");
            assertThat(message(SCREENS.checks(seen(settled), due(PABLO))).toString())
                    .doesNotContain("button");
        }
        assertThat(message(SCREENS.move(seen(MOVED), due(ADA))).toString()).doesNotContain("button");
    }

    private static Map<String, JsonObject> screens() {
        Map<String, JsonObject> screens = new TreeMap<>();
        screens.put("move", message(SCREENS.move(seen(MARKED), due(ADA))));
        screens.put("move-done", message(SCREENS.move(seen(MOVED), due(ADA))));
        screens.put("move-lost", message(SCREENS.move(seen(LOST), due(ADA))));
        screens.put("move-handed", message(SCREENS.move(seen(HANDED), due(ADA))));
        screens.put("move-overdue", message(SCREENS.moveOverdue(seen(MARKED), due(ADA))));
        screens.put("move-stand-in", message(SCREENS.moveOverdue(seen(MARKED), standIn(ADA))));
        screens.put("checks", message(SCREENS.checks(seen(MARKED), due(PABLO))));
        screens.put("checks-ticked", message(SCREENS.checks(seen(TICKED), due(PABLO))));
        screens.put("checks-moved", message(SCREENS.checks(seen(MOVED), due(PABLO))));
        screens.put("checks-done", message(SCREENS.checks(seen(SEEN_TO), due(PABLO))));
        screens.put("checks-lost", message(SCREENS.checks(seen(LOST), due(PABLO))));
        screens.put("checks-handed", message(SCREENS.checks(seen(HANDED), due(PABLO))));
        screens.put("checks-nobody-sells", message(SCREENS.checks(seen(ALONE), due(PABLO))));
        screens.put("checks-overdue", message(SCREENS.checksOverdue(seen(TICKED), due(PABLO))));
        screens.put("marked", view(SCREENS.marked(seen(MARKED))));
        screens.put("marked-nobody-sells", view(SCREENS.marked(seen(ALONE))));
        screens.put("card-stage-3", card(new Departure(List.of(Cast.opportunity(KESTREL)), List.of())));
        screens.put("card-open", card(new Departure(List.of(), List.of(seen(TICKED)))));
        screens.put("card-moved", card(new Departure(List.of(), List.of(seen(MOVED)))));
        screens.put("card-nobody-sells", card(new Departure(List.of(), List.of(seen(ALONE)))));
        return screens;
    }

    private static Evaluation handed(Optional<String> sa, Optional<String> seller) {
        Overdue overdue = new Overdue(HANDBOOK.timings().evaluationOverdue());
        return MARKED.handTo(sa, seller, overdue, Cast.NOW).orElseThrow().next();
    }

    private static EvaluationView seen(Evaluation evaluation) {
        Opportunity deal = Cast.opportunity(KESTREL);
        Stage stage = evaluation.movedAt().isPresent()
                ? Stage.PROPOSAL
                : evaluation.state() == EvaluationState.ENDED ? Stage.CLOSED_LOST : deal.stage();
        return new EvaluationView(
                evaluation,
                Cast.account(KESTREL),
                new Opportunity(
                        deal.id(), deal.account(), stage, deal.closeDate(), deal.lam(), deal.arr(), deal.version()),
                evaluation.seller().map(person -> Cast.TODAY.plusDays(3)),
                Cast.TODAY.plusDays(3),
                ROSTER,
                HANDBOOK);
    }

    private static Due due(String reader) {
        return new Due("key", Evaluation.MOVE, "evaluation:1", reader, Optional.empty(), true, Cast.NOW, Cast.NOW);
    }

    private static Due standIn(String away) {
        return new Due("key", Evaluation.MOVE, "evaluation:1", MAYA, Optional.of(away), true, Cast.NOW, Cast.NOW);
    }

    private static JsonObject card(Departure departure) {
        Part part = SCREENS.onAccount(departure).orElseThrow();
        return message(new Message("card", Blocks.json(part.blocks())));
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
