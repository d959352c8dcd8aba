package dev.baton.story;

import static dev.baton.story.SlackPage.objects;
import static dev.baton.story.SlackPage.string;
import static dev.baton.story.SlackPage.words;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.baton.Eventually;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A message as one person sees it. */
public final class Posted {
    private final SlackPage page;
    private final String reader;
    private final String channel;
    private final JsonObject message;

    Posted(SlackPage page, String reader, String channel, JsonObject message) {
        this.page = page;
        this.reader = reader;
        this.channel = channel;
        this.message = message;
    }

    public String ts() {
        return string(message, "ts");
    }

    public String text() {
        return string(message, "text");
    }

    public boolean edited() {
        return message.has("edited");
    }

    /** Whether these words stand in the text or in any block. */
    public boolean says(String words) {
        return text().contains(words) || String.valueOf(message.get("blocks")).contains(words);
    }

    boolean onlyForReader() {
        return message.has("ephemeral");
    }

    /** Written by Baton, and not by a person. */
    boolean ofBaton() {
        return message.has("botId") || string(message, "username").equals("Baton");
    }

    /** What is read: the words of the notification, and what stands in the message where that is more. */
    List<String> lines() {
        List<String> shown = Plain.lines(message.get("blocks"));
        String first = Plain.text(text());
        if (shown.isEmpty() || shown.get(0).equals(first)) {
            return shown.isEmpty() ? first.lines().toList() : shown;
        }
        return Stream.concat(Stream.of("<< " + first + " >>"), shown.stream()).toList();
    }

    public List<String> buttons() {
        return elements().stream().map(each -> words(each.get("text"))).toList();
    }

    /** Presses a button and waits for the form it opens. */
    public Modal press(String label) {
        pressOnly(label);
        return new Hand(page, reader).modal();
    }

    /** Presses a button that opens nothing. */
    public void pressOnly(String label) {
        JsonObject button = elements().stream()
                .filter(each -> words(each.get("text")).equals(label))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no button '" + label + "' among " + buttons() + " in " + this));
        page.post(
                "/page/action",
                Map.of(
                        "as",
                        reader,
                        "channel",
                        channel,
                        "ts",
                        ts(),
                        "blockId",
                        string(button, "in_block"),
                        "actionId",
                        string(button, "action_id"),
                        "value",
                        Map.of("type", "button", "value", string(button, "value"))));
    }

    /** Chooses in the first menu that stands below these words, or in the first of all. */
    public void choose(String option, String below) {
        JsonArray blocks = message.getAsJsonArray("blocks");
        JsonObject block = Menus.below(objects(blocks), below);
        page.post(
                "/page/action",
                Map.of(
                        "as",
                        reader,
                        "channel",
                        channel,
                        "ts",
                        ts(),
                        "blockId",
                        string(block, "block_id"),
                        "actionId",
                        string(Menus.in(block), "action_id"),
                        "value",
                        Menus.chosen(block, option)));
    }

    public void choose(String option) {
        choose(option, "");
    }

    /** The message as it is now. */
    public Posted again() {
        return new Hand(page, reader)
                .channel(channel).stream()
                        .filter(each -> each.ts().equals(ts()))
                        .findFirst()
                        .orElseThrow(() -> new AssertionError("gone: " + this));
    }

    /** Waits until the message shows these words. */
    public Posted until(String words) {
        return Eventually.get(
                "'" + words + "' in " + again(), () -> Optional.of(again()).filter(each -> each.says(words)));
    }

    private List<JsonObject> elements() {
        List<JsonObject> elements = new ArrayList<>();
        for (JsonObject block : objects(message.get("blocks"))) {
            List<JsonObject> inside = new ArrayList<>(objects(block.get("elements")));
            if (block.get("accessory") instanceof JsonObject accessory) {
                inside.add(accessory);
            }
            inside.stream()
                    .filter(each -> string(each, "type").equals("button"))
                    .forEach(each -> {
                        each.addProperty("in_block", string(block, "block_id"));
                        elements.add(each);
                    });
        }
        return elements;
    }

    @Override
    public String toString() {
        return "[" + text() + " | " + message.get("blocks") + "]";
    }
}
