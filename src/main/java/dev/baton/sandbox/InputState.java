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
    private static final Set<String> TEXTS =
            Set.of("plain_text_input", "email_text_input", "url_text_input", "number_input");

    private JsonObject values = new JsonObject();

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
        String type = Json.text(element, "type");
        return !type.equals("button") && !type.equals("overflow");
    }

    private static JsonObject initial(JsonObject element) {
        String type = Json.text(element, "type");
        if (TEXTS.contains(type)) {
            return one(type, "value", element.get("initial_value"));
        }
        return switch (type) {
            case "datepicker" -> one(type, "selected_date", element.get("initial_date"));
            case "users_select" -> one(type, "selected_user", element.get("initial_user"));
            case "conversations_select" -> one(type, "selected_conversation", element.get("initial_conversation"));
            case "checkboxes" -> {
                JsonElement chosen = element.get("initial_options");
                yield one(type, "selected_options", chosen == null ? new JsonArray() : chosen);
            }
            default -> one(type, "selected_option", element.get("initial_option"));
        };
    }

    private static JsonObject one(String type, String key, @Nullable JsonElement value) {
        return Json.object("type", type, key, value == null ? JsonNull.INSTANCE : value.deepCopy());
    }
}
