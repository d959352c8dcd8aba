package dev.baton.story;

import static dev.baton.story.SlackPage.objects;
import static dev.baton.story.SlackPage.string;
import static dev.baton.story.SlackPage.words;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Menus in rows of buttons, found by what stands above them. */
final class Menus {
    private Menus() {}

    /** The first row with a menu below these words. */
    static JsonObject below(List<JsonObject> blocks, String above) {
        return blocks.stream()
                .dropWhile(block -> !block.toString().contains(above))
                .filter(block -> all(block).findFirst().isPresent())
                .findFirst()
                .orElseThrow(() -> new AssertionError("no menu below '" + above + "' in " + blocks));
    }

    static JsonObject in(JsonObject block) {
        return all(block).findFirst().orElseThrow();
    }

    static Map<String, Object> chosen(JsonObject block, String label) {
        JsonObject option = objects(in(block).get("options")).stream()
                .filter(each -> words(each.get("text")).equals(label))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no option '" + label + "' in " + block));
        return Map.of("type", "static_select", "selected_option", option);
    }

    private static Stream<JsonObject> all(JsonObject block) {
        return objects(block.get("elements")).stream()
                .filter(each -> string(each, "type").equals("static_select"));
    }
}
