package dev.baton.sandbox;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Makes of what a person chose the shape in which Slack keeps it, if the element offers such a choice at all. */
final class FieldValues {
    private final Live live;

    FieldValues(Live live) {
        this.live = live;
    }

    /** @throws Refused where the element offers no such choice */
    JsonObject shaped(JsonObject element, JsonObject value) {
        String type = Json.text(element, "type");
        return switch (type) {
            case "static_select", "radio_buttons", "overflow" ->
                shape(type, "selected_option", chosen(element, value.get("selected_option")));
            case "external_select" -> shape(type, "selected_option", offered(value.get("selected_option")));
            case "checkboxes" -> shape(type, "selected_options", manyChosen(element, value));
            case "users_select" -> shape(type, "selected_user", user(Json.text(value, "selected_user")));
            case "conversations_select" ->
                shape(type, "selected_conversation", conversation(Json.text(value, "selected_conversation")));
            case "datepicker" -> shape(type, "selected_date", date(Json.text(value, "selected_date")));
            default -> shape(type, "value", text(Json.text(value, "value")));
        };
    }

    private static JsonObject shape(String type, String key, JsonElement value) {
        return Json.object("type", type, key, value);
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

    private static JsonArray manyChosen(JsonObject element, JsonObject value) {
        JsonArray all = new JsonArray();
        Json.objects(value, "selected_options").forEach(option -> all.add(chosen(element, option)));
        return all;
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

    private static JsonElement date(String date) {
        if (!date.isEmpty() && !date.matches("\\d{4}-\\d{2}-\\d{2}")) {
            throw new Refused("'" + date + "' is not a date such as 2024-03-04");
        }
        return text(date);
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
