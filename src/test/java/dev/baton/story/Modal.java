package dev.baton.story;

import static dev.baton.story.SlackPage.objects;
import static dev.baton.story.SlackPage.string;
import static dev.baton.story.SlackPage.words;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.baton.Eventually;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A form that is open. Fields are found by their labels, as people find them. */
public final class Modal {
    private final SlackPage page;
    private final String person;
    private final String id;

    Modal(SlackPage page, String person, String id) {
        this.page = page;
        this.person = person;
        this.id = id;
    }

    public String title() {
        return words(view().get("title"));
    }

    /** Everything the form says. */
    public String text() {
        return view().get("blocks").toString();
    }

    JsonElement blocks() {
        return view().get("blocks");
    }

    String submitLabel() {
        return words(view().get("submit"));
    }

    void close() {
        page.post("/page/close", Map.of("as", person, "viewId", id));
    }

    /** What a field offers: each option's label and, behind a dash, what is said of it. */
    List<String> offers(String label) {
        return objects(input(label).getAsJsonObject("element").get("options")).stream()
                .map(option -> words(option.get("text"))
                        + (option.has("description") ? " - " + words(option.get("description")) : ""))
                .toList();
    }

    /** What Slack would send if this person had this form open and submitted it as it stands. */
    JsonObject submission(String as) {
        JsonObject view = view().deepCopy();
        JsonObject state = new JsonObject();
        state.add("values", view.remove("values"));
        view.add("state", state);
        if (!as.equals(person)) {
            view.addProperty("id", id + as);
            view.addProperty("root_view_id", id + as);
        }
        JsonObject payload = new JsonObject();
        payload.addProperty("type", "view_submission");
        payload.add("user", named(as, string(view, "team_id")));
        payload.add("team", named(string(view, "team_id"), string(view, "team_id")));
        payload.addProperty("api_app_id", string(view, "app_id"));
        payload.addProperty("trigger_id", "1.2." + as);
        payload.add("view", view);
        return payload;
    }

    private static JsonObject named(String thing, String team) {
        JsonObject named = new JsonObject();
        named.addProperty("id", thing);
        named.addProperty("team_id", team);
        return named;
    }

    public List<String> labels() {
        return inputs().map(block -> words(block.get("label"))).toList();
    }

    /**
     * Fills a field.
     *
     * @param value as one would type or pick it: a text, an option's label, a day, a person's id; boxes divided by " + "
     */
    public Modal fill(String label, String value) {
        JsonObject block = input(label);
        JsonObject element = block.getAsJsonObject("element");
        page.post(
                "/page/action",
                Map.of(
                        "as",
                        person,
                        "viewId",
                        id,
                        "blockId",
                        string(block, "block_id"),
                        "actionId",
                        string(element, "action_id"),
                        "value",
                        value(element, value)));
        return this;
    }

    /** What stands in a field. */
    public String value(String label) {
        JsonObject block = input(label);
        JsonElement kept = Optional.ofNullable(view().getAsJsonObject("values"))
                .map(values -> values.get(string(block, "block_id")))
                .orElse(null);
        return kept == null ? "" : kept.toString();
    }

    /** Submits a form that is accepted. */
    public void submit() {
        Map<String, String> errors = submitWrong();
        if (!errors.isEmpty()) {
            throw new AssertionError(title() + " was refused: " + errors);
        }
    }

    /** Submits, and tells what stands under which label. */
    public Map<String, String> submitWrong() {
        JsonObject answer = page.post("/page/submit", Map.of("as", person, "viewId", id));
        Map<String, String> errors = new LinkedHashMap<>();
        if (answer.get("errors") instanceof JsonObject wrong) {
            inputs().forEach(block -> {
                if (wrong.has(string(block, "block_id"))) {
                    errors.put(words(block.get("label")), string(wrong, string(block, "block_id")));
                }
            });
        }
        if (!answer.get("ok").getAsBoolean() && errors.isEmpty()) {
            throw new AssertionError(title() + ": " + answer);
        }
        return errors;
    }

    /** The buttons, from top to bottom. */
    public List<String> buttons() {
        return pressable().stream().map(each -> words(each.get("text"))).toList();
    }

    /** Presses a button, the only one of that label. */
    public void press(String label) {
        press(label, "");
    }

    /** Presses the button of that label in the block that has these words. */
    public void press(String label, String beside) {
        JsonObject button = pressable().stream()
                .filter(each -> words(each.get("text")).equals(label))
                .filter(each -> string(each, "block_words").contains(beside))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no button '" + label + "' among " + buttons()));
        JsonObject answer = page.post(
                "/page/action",
                Map.of(
                        "as",
                        person,
                        "viewId",
                        id,
                        "blockId",
                        string(button, "in_block"),
                        "actionId",
                        string(button, "action_id"),
                        "value",
                        Map.of("type", "button", "value", string(button, "value"))));
        if (!answer.get("ok").getAsBoolean()) {
            throw new AssertionError(label + ": " + answer);
        }
    }

    /** Chooses in the first menu that stands below these words. */
    public void choose(String option, String below) {
        JsonObject block = Menus.below(objects(view().get("blocks")), below);
        JsonObject answer = page.post(
                "/page/action",
                Map.of(
                        "as",
                        person,
                        "viewId",
                        id,
                        "blockId",
                        string(block, "block_id"),
                        "actionId",
                        string(Menus.in(block), "action_id"),
                        "value",
                        Menus.chosen(block, option)));
        if (!answer.get("ok").getAsBoolean()) {
            throw new AssertionError(option + ": " + answer);
        }
    }

    /** Waits until the modal shows these words. */
    public Modal until(String words) {
        Eventually.that("'" + words + "' in " + title(), () -> text().contains(words));
        return this;
    }

    private List<JsonObject> pressable() {
        List<JsonObject> buttons = new ArrayList<>();
        for (JsonObject block : objects(view().get("blocks"))) {
            List<JsonObject> inside = new ArrayList<>(objects(block.get("elements")));
            if (block.get("accessory") instanceof JsonObject accessory) {
                inside.add(accessory);
            }
            inside.stream()
                    .filter(each -> string(each, "type").equals("button"))
                    .forEach(each -> {
                        each.addProperty("in_block", string(block, "block_id"));
                        each.addProperty("block_words", words(block.get("text")));
                        buttons.add(each);
                    });
        }
        return buttons;
    }

    /** Submits, and another form comes on top. */
    public Modal submitForAnother() {
        submitWrong();
        return new Hand(page, person)
                .openModal()
                .filter(top -> !top.id.equals(id))
                .orElseThrow(() -> new AssertionError(title() + " was not followed by another form"));
    }

    /** Submits what is refused as a whole: the form stays, the words stand in a view of their own or under a field. */
    public Map<String, String> submitRefused(String words) {
        Map<String, String> errors = submitWrong();
        String said = errors.isEmpty()
                ? new Hand(page, person).modal().text()
                : errors.values().toString();
        if (!said.contains(words)) {
            throw new AssertionError("not '" + words + "' but " + said);
        }
        return errors;
    }

    private static Object value(JsonObject element, String value) {
        String type = string(element, "type");
        return switch (type) {
            case "plain_text_input", "number_input", "url_text_input", "email_text_input" ->
                Map.of("type", type, "value", value);
            case "timepicker" -> Map.of("type", type, "selected_time", value);
            case "datepicker" -> Map.of("type", type, "selected_date", value);
            case "users_select" -> Map.of("type", type, "selected_user", value);
            case "conversations_select" -> Map.of("type", type, "selected_conversation", value);
            case "static_select", "radio_buttons" -> Map.of("type", type, "selected_option", option(element, value));
            case "checkboxes" ->
                Map.of(
                        "type",
                        type,
                        "selected_options",
                        Arrays.stream(value.split(" \\+ "))
                                .filter(each -> !each.isEmpty())
                                .map(each -> option(element, each))
                                .toList());
            default -> throw new AssertionError("this test hand cannot fill a " + type);
        };
    }

    private static JsonObject option(JsonObject element, String label) {
        return Stream.concat(
                        objects(element.get("options")).stream(),
                        objects(element.get("option_groups")).stream()
                                .flatMap(group -> objects(group.get("options")).stream()))
                .filter(each -> words(each.get("text")).equals(label))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no option '" + label + "' in " + element));
    }

    private JsonObject input(String label) {
        return inputs().filter(block -> words(block.get("label")).equals(label))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no field '" + label + "' among " + labels()));
    }

    private Stream<JsonObject> inputs() {
        return objects(view().get("blocks")).stream()
                .filter(block -> string(block, "type").equals("input"));
    }

    private JsonObject view() {
        return objects(page.get("/page/state", Map.of("as", person)).get("views")).stream()
                .filter(view -> string(view, "id").equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError("the form is closed"));
    }
}
