package dev.baton.sandbox;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What stands in the fields of a view or a message: Slack's {@code state.values}.
 *
 * <p>A field is its block_id and action_id. Redrawn under the same ids it keeps what stood in it and ignores a new
 * initial value, as Slack does; under new ids it starts from the initial value.
 */
final class InputState {
    private static final Set<String> SILENT = Set.of("button", "overflow");

    private final @Nullable String here;
    private JsonObject values = new JsonObject();

    /** @param here the conversation that the person looks at, which a field may begin with */
    InputState(@Nullable String here) {
        this.here = here;
    }

    /** Draws the fields of these blocks, keeping what is kept. */
    void draw(List<JsonObject> blocks) {
        JsonObject before = values;
        values = new JsonObject();
        for (JsonObject block : blocks) {
            for (JsonObject element : Blocks.elements(block)) {
                if (holdsState(element)) {
                    String blockId = Json.text(block, "block_id");
                    String actionId = Json.text(element, "action_id");
                    JsonObject kept = Json.child(Json.child(before, blockId), actionId);
                    boolean same = Json.text(kept, "type").equals(Json.text(element, "type"));
                    put(blockId, actionId, same ? kept : initial(element));
                }
            }
        }
    }

    /** Puts a value into a field, after {@link FieldValues} has made Slack's shape of it. */
    void put(String blockId, String actionId, JsonObject value) {
        if (!values.has(blockId)) {
            values.add(blockId, new JsonObject());
        }
        values.getAsJsonObject(blockId).add(actionId, value);
    }

    JsonObject value(String blockId, String actionId) {
        return Json.child(Json.child(values, blockId), actionId);
    }

    JsonObject values() {
        return values.deepCopy();
    }

    static boolean holdsState(JsonObject element) {
        return !SILENT.contains(Json.text(element, "type"));
    }

    private JsonObject initial(JsonObject element) {
        String type = Json.text(element, "type");
        FieldKind kind = FieldKind.of(type);
        JsonElement value = element.get(kind.initial());
        if (value == null && here != null && Json.flag(element, "default_to_current_conversation")) {
            value = kind.many() ? Json.array(List.of(here)) : Json.element(here);
        }
        JsonElement empty = kind.many() ? new JsonArray() : JsonNull.INSTANCE;
        return Json.object("type", type, kind.key(), value == null ? empty : value.deepCopy());
    }
}
