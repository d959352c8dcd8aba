package dev.baton.sandbox;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Blocks as data: naming what has no name yet, and finding an element again. */
final class Blocks {
    private Blocks() {}

    /** Gives every block and element without an id one of its own, new each time it is drawn, as Slack does. */
    static void name(List<JsonObject> blocks) {
        for (JsonObject block : blocks) {
            if (!Json.has(block, "block_id")) {
                block.addProperty("block_id", fresh());
            }
            for (JsonObject element : elements(block)) {
                if (!Json.has(element, "action_id")) {
                    element.addProperty("action_id", fresh());
                }
            }
        }
    }

    /** The interactive elements of a block: an accessory, a row of actions, or the element of an input. */
    static List<JsonObject> elements(JsonObject block) {
        List<JsonObject> found = new ArrayList<>();
        switch (Json.text(block, "type")) {
            case "actions" -> found.addAll(Json.objects(block, "elements"));
            case "section" -> addChild(found, block, "accessory");
            case "input" -> addChild(found, block, "element");
            default -> {}
        }
        // A picture may stand beside a section; nobody presses it.
        found.removeIf(element -> Json.text(element, "type").equals("image"));
        return found;
    }

    static @Nullable JsonObject block(List<JsonObject> blocks, String blockId) {
        return blocks.stream()
                .filter(block -> Json.text(block, "block_id").equals(blockId))
                .findFirst()
                .orElse(null);
    }

    static @Nullable JsonObject element(List<JsonObject> blocks, String blockId, String actionId) {
        JsonObject block = block(blocks, blockId);
        return block == null
                ? null
                : elements(block).stream()
                        .filter(element -> Json.text(element, "action_id").equals(actionId))
                        .findFirst()
                        .orElse(null);
    }

    private static void addChild(List<JsonObject> found, JsonObject block, String key) {
        if (block.get(key) instanceof JsonObject child) {
            found.add(child);
        }
    }

    private static String fresh() {
        return UUID.randomUUID().toString().substring(0, 5);
    }
}
