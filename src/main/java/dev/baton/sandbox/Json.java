package dev.baton.sandbox;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** JSON built and read in one line. What is absent reads as empty, for most of what Slack sends is optional. */
final class Json {
    private Json() {}

    /** An object of keys and values in turn; a pair whose value is {@code null} is left out. */
    static JsonObject object(@Nullable Object... pairs) {
        JsonObject built = new JsonObject();
        for (int i = 0; i < pairs.length; i += 2) {
            Object value = pairs[i + 1];
            if (value != null) {
                built.add(String.valueOf(pairs[i]), element(value));
            }
        }
        return built;
    }

    static JsonArray array(Iterable<?> items) {
        JsonArray built = new JsonArray();
        items.forEach(item -> built.add(element(item)));
        return built;
    }

    static JsonElement element(@Nullable Object value) {
        if (value == null) {
            return JsonNull.INSTANCE;
        }
        if (value instanceof JsonElement json) {
            return json;
        }
        if (value instanceof Number number) {
            return new JsonPrimitive(number);
        }
        if (value instanceof Boolean flag) {
            return new JsonPrimitive(flag);
        }
        if (value instanceof Iterable<?> items) {
            return array(items);
        }
        return new JsonPrimitive(value.toString());
    }

    /** The value as text, or {@code ""} where there is none. */
    static String text(JsonObject json, String key) {
        String value = optional(json, key);
        return value == null ? "" : value;
    }

    /** The value as text, or {@code null} where it is absent, null, or not a scalar. */
    static @Nullable String optional(JsonObject json, String key) {
        JsonElement value = json.get(key);
        return value != null && value.isJsonPrimitive() ? value.getAsString() : null;
    }

    static boolean flag(JsonObject json, String key) {
        String value = text(json, key);
        return value.equals("true") || value.equals("1");
    }

    static boolean has(JsonObject json, String key) {
        JsonElement value = json.get(key);
        return value != null && !value.isJsonNull();
    }

    /** The object under the key, or an empty one. */
    static JsonObject child(JsonObject json, String key) {
        JsonElement value = json.get(key);
        return value != null && value.isJsonObject() ? value.getAsJsonObject() : new JsonObject();
    }

    /** The objects of the array under the key; anything else in it is passed over. */
    static List<JsonObject> objects(JsonObject json, String key) {
        List<JsonObject> found = new ArrayList<>();
        if (json.get(key) instanceof JsonArray items) {
            for (JsonElement item : items) {
                if (item.isJsonObject()) {
                    found.add(item.getAsJsonObject());
                }
            }
        }
        return found;
    }

    /** Reads strictly enough for us, or gives {@code null} where the text is no JSON. */
    static @Nullable JsonElement parse(String text) {
        try {
            return JsonParser.parseString(text);
        } catch (JsonParseException notJson) {
            return null;
        }
    }

    static @Nullable JsonObject parseObject(String text) {
        JsonElement parsed = parse(text);
        return parsed != null && parsed.isJsonObject() ? parsed.getAsJsonObject() : null;
    }
}
