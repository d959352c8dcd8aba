package dev.baton.sandbox;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What Slack's own client checks before the app is asked: a field that fails keeps the form from being sent. */
final class FieldChecks {
    private static final int MOST_FILES = 10;

    private FieldChecks() {}

    /** A message for each failing field by block_id; empty where all is well. */
    static JsonObject check(OpenView view) {
        JsonObject errors = new JsonObject();
        for (JsonObject block : view.blocks()) {
            if (Json.text(block, "type").equals("input")) {
                JsonObject element = Json.child(block, "element");
                String blockId = Json.text(block, "block_id");
                JsonObject value = view.state.value(blockId, Json.text(element, "action_id"));
                String wrong = wrong(element, value, Json.flag(block, "optional"));
                if (wrong != null) {
                    errors.addProperty(blockId, wrong);
                }
            }
        }
        return errors;
    }

    private static @Nullable String wrong(JsonObject element, JsonObject value, boolean optional) {
        if (!FieldValues.filled(value)) {
            return optional ? null : "Please complete this required field.";
        }
        String typed = Json.text(value, "value");
        return switch (Json.text(element, "type")) {
            case "plain_text_input" -> length(element, typed);
            case "number_input" -> number(element, typed);
            case "email_text_input" ->
                typed.matches("[^@\\s]+@[^@\\s]+\\.[^@\\s]+") ? null : "Please enter a valid email address.";
            case "url_text_input" -> typed.matches("https?://\\S+\\.\\S+") ? null : "Please enter a valid URL.";
            case "file_input" -> files(element, Json.objects(value, "files"));
            default -> most(element, value);
        };
    }

    private static @Nullable String files(JsonObject element, List<JsonObject> files) {
        int most = bound(element, "max_files", MOST_FILES);
        if (files.size() > most) {
            return most == 1 ? "Please choose only one file." : "Please choose at most " + most + " files.";
        }
        JsonElement allowed = element.get("filetypes");
        if (allowed == null) {
            return null;
        }
        return files.stream()
                .map(file -> Json.text(file, "filetype"))
                .filter(ending -> !allowed.getAsJsonArray().contains(Json.element(ending)))
                .findFirst()
                .map(ending -> "A file of type '" + ending + "' is not accepted here.")
                .orElse(null);
    }

    private static @Nullable String most(JsonObject element, JsonObject value) {
        JsonElement chosen = value.get(FieldKind.of(Json.text(element, "type")).key());
        int most = bound(element, "max_selected_items", Integer.MAX_VALUE);
        return chosen instanceof JsonArray several && several.size() > most
                ? "Please choose at most " + most + "."
                : null;
    }

    private static @Nullable String length(JsonObject element, String typed) {
        int min = bound(element, "min_length", 0);
        int max = bound(element, "max_length", TextRules.LONGEST);
        if (typed.length() < min) {
            return "Please enter at least " + min + " characters.";
        }
        return typed.length() > max ? "Please enter at most " + max + " characters." : null;
    }

    private static int bound(JsonObject element, String key, int otherwise) {
        return element.has(key) ? element.get(key).getAsInt() : otherwise;
    }

    private static @Nullable String number(JsonObject element, String typed) {
        String pattern = Json.flag(element, "is_decimal_allowed") ? "-?\\d{1,20}(\\.\\d{1,20})?" : "-?\\d{1,20}";
        if (!typed.matches(pattern)) {
            return Json.flag(element, "is_decimal_allowed") ? "Please enter a number." : "Please enter a whole number.";
        }
        BigDecimal number = new BigDecimal(typed);
        if (element.has("min_value") && number.compareTo(new BigDecimal(Json.text(element, "min_value"))) < 0) {
            return "Please enter a number of at least " + Json.text(element, "min_value") + ".";
        }
        if (element.has("max_value") && number.compareTo(new BigDecimal(Json.text(element, "max_value"))) > 0) {
            return "Please enter a number of at most " + Json.text(element, "max_value") + ".";
        }
        return null;
    }
}
