package dev.baton.sandbox;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import dev.baton.sandbox.Uploads.Upload;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** Makes of what a person chose the shape in which Slack keeps it, if the element offers such a choice at all. */
final class FieldValues {
    private final Live live;

    FieldValues(Live live) {
        this.live = live;
    }

    /** @throws Refused where the element offers no such choice */
    JsonObject shaped(JsonObject element, JsonObject value) {
        String type = Json.text(element, "type");
        FieldKind kind = FieldKind.of(type);
        Function<JsonElement, JsonElement> each = item -> item(element, type, item);
        JsonElement given = value.get(kind.key());
        if (!kind.many()) {
            boolean nothing = given == null || given.isJsonNull();
            return Json.object("type", type, kind.key(), nothing ? JsonNull.INSTANCE : each.apply(given));
        }
        JsonArray all = new JsonArray();
        for (JsonElement item : given instanceof JsonArray several ? several : new JsonArray()) {
            all.add(each.apply(item));
        }
        return Json.object("type", type, kind.key(), all);
    }

    private JsonElement item(JsonObject element, String type, JsonElement given) {
        return switch (type) {
            case "static_select", "radio_buttons", "overflow", "checkboxes", "multi_static_select" ->
                chosen(element, given);
            case "external_select", "multi_external_select" -> offered(given);
            case "users_select", "multi_users_select" -> user(written(given));
            case "conversations_select", "multi_conversations_select", "channels_select", "multi_channels_select" ->
                conversation(written(given));
            case "datepicker" -> written(given, "\\d{4}-\\d{2}-\\d{2}", "a date such as 2024-03-04");
            case "timepicker" -> written(given, "([01]\\d|2[0-3]):[0-5]\\d", "a time such as 09:30");
            case "datetimepicker" -> moment(written(given));
            case "file_input" -> file(given);
            default -> text(written(given));
        };
    }

    private static String written(JsonElement given) {
        return given.isJsonPrimitive() ? given.getAsString() : "";
    }

    private static JsonElement written(JsonElement given, String pattern, String meaning) {
        String text = written(given);
        if (!text.isEmpty() && !text.matches(pattern)) {
            throw new Refused("'" + text + "' is not " + meaning);
        }
        return text(text);
    }

    private static JsonElement moment(String seconds) {
        if (!seconds.matches("\\d{10}")) {
            throw new Refused("'" + seconds + "' is not a time in ten digits of seconds");
        }
        return Json.element(Long.parseLong(seconds));
    }

    private JsonElement file(JsonElement given) {
        String id = given instanceof JsonObject file ? Json.text(file, "id") : written(given);
        Upload known = live.uploads.find(id);
        if (known == null) {
            throw new Refused("file_not_found");
        }
        return known.told();
    }

    private static JsonElement chosen(JsonObject element, JsonElement wanted) {
        if (!(wanted instanceof JsonObject option)) {
            return JsonNull.INSTANCE;
        }
        String value = Json.text(option, "value");
        return options(element).stream()
                .filter(offered -> Json.text(offered, "value").equals(value))
                .findFirst()
                .map(JsonObject::deepCopy)
                .orElseThrow(() -> new Refused("there is no option '" + value + "'"));
    }

    private static List<JsonObject> options(JsonObject element) {
        List<JsonObject> all = new ArrayList<>(Json.objects(element, "options"));
        Json.objects(element, "option_groups").forEach(group -> all.addAll(Json.objects(group, "options")));
        return all;
    }

    private static JsonElement offered(JsonElement wanted) {
        if (!(wanted instanceof JsonObject option)) {
            return JsonNull.INSTANCE;
        }
        if (!Json.has(option, "value") || !Json.has(Json.child(option, "text"), "text")) {
            throw new Refused("an option of an external select needs text and value");
        }
        return option.deepCopy();
    }

    private JsonElement user(String id) {
        return id.isEmpty() ? JsonNull.INSTANCE : Json.element(live.someone(id).id());
    }

    private JsonElement conversation(String id) {
        if (!id.isEmpty() && !live.conversations.exists(id)) {
            throw new Refused("channel_not_found");
        }
        return text(id);
    }

    private static JsonElement text(String text) {
        return text.isEmpty() ? JsonNull.INSTANCE : Json.element(text);
    }

    /** Whether somebody has filled in a field of this value. */
    static boolean filled(JsonObject value) {
        return value.entrySet().stream()
                .filter(entry -> !Objects.equals(entry.getKey(), "type"))
                .map(Map.Entry::getValue)
                .anyMatch(content -> !content.isJsonNull() && !(content instanceof JsonArray list && list.isEmpty()));
    }
}
