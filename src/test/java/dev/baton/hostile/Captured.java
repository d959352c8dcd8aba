package dev.baton.hostile;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.baton.sandbox.Ledger.Direction;
import dev.baton.sandbox.Ledger.Line;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** Something Slack sent to Baton, as it was, and how it is put into a body. */
record Captured(Wrapping wrapping, JsonObject content) {
    private static final List<String> INTERACTIONS = List.of(
            "block_actions", "view_submission", "view_closed", "block_suggestion", "shortcut", "message_action");

    enum Wrapping {
        /** A command: its fields as a form. */
        FIELDS("application/x-www-form-urlencoded"),
        /** An interaction: JSON in the form field {@code payload}. */
        PAYLOAD("application/x-www-form-urlencoded"),
        /** An event: JSON as it is. */
        JSON("application/json");

        final String contentType;

        Wrapping(String contentType) {
            this.contentType = contentType;
        }
    }

    static Captured of(JsonObject content) {
        String type = content.has("type") ? content.get("type").getAsString() : "command";
        Wrapping wrapping = INTERACTIONS.contains(type)
                ? Wrapping.PAYLOAD
                : type.equals("command") ? Wrapping.FIELDS : Wrapping.JSON;
        return new Captured(wrapping, content);
    }

    /** All that went to the app so far, oldest first. */
    static List<Captured> in(List<Line> ledger) {
        return ledger.stream()
                .filter(line -> line.direction() == Direction.TO_APP)
                .map(line -> of(line.request()))
                .toList();
    }

    /** Where this payload says who made the gesture. */
    Captured by(String person) {
        JsonObject copy = content.deepCopy();
        switch (wrapping) {
            case FIELDS -> copy.addProperty("user_id", person);
            case PAYLOAD -> {
                if (copy.get("user") instanceof JsonObject user) {
                    user.addProperty("id", person);
                }
            }
            case JSON -> {
                if (copy.get("event") instanceof JsonObject event) {
                    event.addProperty("user", person);
                }
            }
        }
        return new Captured(wrapping, copy);
    }

    /** As Slack would write it. */
    String body() {
        return body(content);
    }

    /** The same wrapping around other content. */
    String body(JsonObject changed) {
        return switch (wrapping) {
            case FIELDS ->
                changed.entrySet().stream()
                        .map(field -> encoded(field.getKey()) + "=" + encoded(text(field.getValue())))
                        .collect(Collectors.joining("&"));
            case PAYLOAD -> "payload=" + encoded(Odd.spelledOut(changed.toString()));
            case JSON -> Odd.spelledOut(changed.toString());
        };
    }

    private static String text(JsonElement value) {
        return value.isJsonPrimitive() ? value.getAsString() : value.toString();
    }

    private static String encoded(String plain) {
        return URLEncoder.encode(plain, StandardCharsets.UTF_8);
    }
}
