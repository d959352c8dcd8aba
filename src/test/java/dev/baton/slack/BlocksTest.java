package dev.baton.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.view.View;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BlocksTest {

    @Test
    void a_card_is_drawn_as_slack_reads_it() {
        List<LayoutBlock> card = List.of(
                Blocks.title("REQ-1"),
                Blocks.text("*Sam* asks"),
                Blocks.note("by Friday"),
                Blocks.divider(),
                Blocks.actions(
                        "request:1",
                        Blocks.button("assign", "Assign", "1").primary(),
                        Blocks.button("decline", "Decline", "1")
                                .danger()
                                .confirm("Decline?", "Sam is told.", "Decline", "Back"),
                        Blocks.link("open", "Salesforce", "https://acme.my.salesforce.com/1")));

        assertThat(JsonParser.parseString(Blocks.json(card))).isEqualTo(JsonParser.parseString("""
                [{"type":"header","text":{"type":"plain_text","text":"REQ-1","emoji":true}},
                 {"type":"section","text":{"type":"mrkdwn","text":"*Sam* asks"}},
                 {"type":"context","elements":[{"type":"mrkdwn","text":"by Friday"}]},
                 {"type":"divider"},
                 {"type":"actions","block_id":"request:1","elements":[
                  {"type":"button","text":{"type":"plain_text","text":"Assign","emoji":true},"action_id":"assign",
                   "value":"1","style":"primary"},
                  {"type":"button","text":{"type":"plain_text","text":"Decline","emoji":true},"action_id":"decline",
                   "value":"1","style":"danger","confirm":{
                    "title":{"type":"plain_text","text":"Decline?","emoji":true},
                    "text":{"type":"mrkdwn","text":"Sam is told."},
                    "confirm":{"type":"plain_text","text":"Decline","emoji":true},
                    "deny":{"type":"plain_text","text":"Back","emoji":true}}},
                  {"type":"button","text":{"type":"plain_text","text":"Salesforce","emoji":true},"action_id":"open",
                   "url":"https://acme.my.salesforce.com/1"}]}]"""));
    }

    @Test
    void a_form_is_drawn_as_slack_reads_it() {
        List<Option> stages = List.of(Option.of("1", "1-Discovery"), new Option("2", "2-Scoping", "not yet"));
        View form = Blocks.modal(
                "csm",
                "Request a CSM",
                "Send",
                List.of(
                        Blocks.input("name", "Account name", Blocks.line("Heron", "Acme"), "As in Salesforce", false),
                        Blocks.dispatching("stage", "Stage", Blocks.choice(stages, "2"), "", false),
                        Blocks.input("close", "Close", Blocks.date(Optional.of(LocalDate.of(2024, 4, 15))), "", true),
                        Blocks.input("pov", "POV", Blocks.boxes(stages, Set.of("1")), "", true),
                        Blocks.input("ae", "AE", Blocks.user("U0ADA"), "", true)),
                "REQ-1");

        JsonObject drawn = json(form);
        assertThat(drawn.get("callback_id").getAsString()).isEqualTo("csm");
        assertThat(drawn.get("private_metadata").getAsString()).isEqualTo("REQ-1");
        JsonArray blocks = drawn.getAsJsonArray("blocks");
        assertThat(element(blocks, 0).get("initial_value").getAsString()).isEqualTo("Heron");
        assertThat(element(blocks, 0).get("action_id").getAsString()).isEqualTo("name");
        assertThat(blocks.get(1).getAsJsonObject().get("dispatch_action").getAsBoolean())
                .isTrue();
        assertThat(element(blocks, 1).get("initial_option"))
                .isEqualTo(element(blocks, 1).getAsJsonArray("options").get(1));
        assertThat(element(blocks, 2).get("initial_date").getAsString()).isEqualTo("2024-04-15");
        assertThat(element(blocks, 3).getAsJsonArray("initial_options")).hasSize(1);
        assertThat(element(blocks, 4).get("initial_user").getAsString()).isEqualTo("U0ADA");
        assertThat(blocks.get(4).getAsJsonObject().get("optional").getAsBoolean())
                .isTrue();
    }

    @Test
    void whatever_a_person_typed_fits() {
        String novel = "€ & < > 🎉".repeat(1_000);

        assertThat(length(Blocks.title(novel), "text")).isLessThanOrEqualTo(150);
        assertThat(length(Blocks.text(Blocks.esc(novel)), "text")).isLessThanOrEqualTo(3000);
        assertThat(length(Blocks.verbatim(novel), "text")).isLessThanOrEqualTo(3000);
        JsonObject facts = JsonParser.parseString(Blocks.json(Blocks.facts(novel, novel)))
                .getAsJsonArray()
                .get(0)
                .getAsJsonObject();
        assertThat(facts.getAsJsonArray("fields")
                        .get(0)
                        .getAsJsonObject()
                        .get("text")
                        .getAsString()
                        .length())
                .isLessThanOrEqualTo(2000);
        JsonObject view = json(Blocks.modal(
                "c", novel, novel, List.of(Blocks.input("b", novel, Blocks.paragraph(novel, novel), novel, true)), ""));
        assertThat(view.getAsJsonObject("title").get("text").getAsString()).hasSizeLessThanOrEqualTo(24);
        assertThat(view.getAsJsonObject("submit").get("text").getAsString()).hasSizeLessThanOrEqualTo(24);
        JsonObject element = element(view.getAsJsonArray("blocks"), 0);
        assertThat(element.get("initial_value").getAsString()).hasSizeLessThanOrEqualTo(3000);
        assertThat(element.getAsJsonObject("placeholder").get("text").getAsString())
                .hasSizeLessThanOrEqualTo(150);
    }

    @Test
    void nothing_typed_is_drawn_as_a_dash_since_slack_takes_no_empty_text() {
        assertThat(Blocks.json(List.of(Blocks.title(" ")))).contains("\"–\"");
        assertThat(Blocks.json(Blocks.facts("ARR", ""))).contains("*ARR*\\n–");
    }

    @Test
    void facts_stand_ten_to_a_block() {
        List<String> many = IntStream.range(0, 23)
                .boxed()
                .flatMap(i -> List.of("L" + i, "v").stream())
                .toList();

        assertThat(Blocks.facts(many)).hasSize(3);
        assertThat(Blocks.facts(List.of())).isEmpty();
        assertThatThrownBy(() -> Blocks.facts("alone")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void exactly_three_characters_are_escaped() {
        assertThat(Blocks.esc("<!channel> R&D \"x\" 'y' > é")).isEqualTo("&lt;!channel&gt; R&amp;D \"x\" 'y' &gt; é");
    }

    @Test
    void more_than_a_hundred_options_stand_in_groups() {
        JsonObject element = drawn(Blocks.choice(options(250), "199"));

        assertThat(element.has("options")).isFalse();
        JsonArray groups = element.getAsJsonArray("option_groups");
        assertThat(groups).hasSize(3);
        assertThat(groups.get(2).getAsJsonObject().getAsJsonArray("options")).hasSize(50);
        assertThat(groups.get(0)
                        .getAsJsonObject()
                        .getAsJsonObject("label")
                        .get("text")
                        .getAsString())
                .isEqualTo("Option 0 – Option 99");
        assertThat(element.getAsJsonObject("initial_option").get("value").getAsString())
                .isEqualTo("199");
    }

    @Test
    void an_initial_value_that_is_no_option_stands_for_none() {
        assertThat(drawn(Blocks.choice(options(3), "gone")).has("initial_option"))
                .isFalse();
        assertThat(drawn(Blocks.boxes(options(3), Set.of("gone"))).has("initial_options"))
                .isFalse();
    }

    @Test
    void what_we_wrote_wrong_ourselves_is_refused() {
        List<Runnable> wrong = List.of(
                () -> Blocks.choice(List.of(), ""),
                () -> Blocks.choice(List.of(Option.of("1", "a"), Option.of("1", "b")), ""),
                () -> Blocks.boxes(options(11), Set.of()),
                () -> Option.of("v".repeat(76), "label"),
                () -> Option.of("", "label"),
                () -> Blocks.button("id", "label", "v".repeat(2001)),
                () -> Blocks.button("i".repeat(256), "label", "v"),
                () -> Blocks.actions("row", List.of()),
                () -> Blocks.actions("row", Collections.nCopies(26, Blocks.button("id", "label", "v"))),
                () -> Blocks.modal("c", "t", "", List.of(Blocks.input("b", "l", Blocks.line("", ""), "", true)), ""),
                () -> Blocks.modal("c", "t", "", List.of(), "m".repeat(3001)),
                () -> Blocks.home(Collections.nCopies(101, Blocks.divider())));

        for (Runnable one : wrong) assertThatThrownBy(one::run).isInstanceOf(IllegalArgumentException.class);
    }

    private static List<Option> options(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> Option.of(String.valueOf(i), "Option " + i))
                .toList();
    }

    private static JsonObject drawn(Element element) {
        LayoutBlock block = Blocks.input("b", "l", element, "", true);
        return element(JsonParser.parseString(Blocks.json(List.of(block))).getAsJsonArray(), 0);
    }

    private static JsonObject element(JsonArray blocks, int at) {
        return blocks.get(at).getAsJsonObject().getAsJsonObject("element");
    }

    private static JsonObject json(View view) {
        return com.slack.api.util.json.GsonFactory.createSnakeCase()
                .toJsonTree(view)
                .getAsJsonObject();
    }

    private static int length(LayoutBlock block, String of) {
        return JsonParser.parseString(Blocks.json(List.of(block)))
                .getAsJsonArray()
                .get(0)
                .getAsJsonObject()
                .getAsJsonObject(of)
                .get("text")
                .getAsString()
                .length();
    }
}
