package dev.baton.slack;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One message of Socket Mode, as Slack sends it.
 *
 * @param type such as {@code slash_commands}, or {@code hello}, {@code disconnect}
 * @param id under which it is acknowledged; empty for what is not to be acknowledged
 * @param answerable whether an acknowledgement may say something
 * @param reason of a disconnect; else empty
 * @param retry how often, and why, an event was sent before, under the names that HTTP has for it
 */
record Envelope(
        String type,
        String id,
        boolean answerable,
        JsonObject payload,
        String reason,
        Map<String, List<String>> retry) {

    /** Empty for what cannot be read. */
    static Optional<Envelope> read(String text) {
        try {
            return JsonParser.parseString(text) instanceof JsonObject json ? Optional.of(of(json)) : Optional.empty();
        } catch (JsonParseException | StackOverflowError e) {
            return Optional.empty();
        }
    }

    private static Envelope of(JsonObject json) {
        String attempt = text(json, "retry_attempt");
        Map<String, List<String>> retry = attempt.isEmpty() || attempt.equals("0")
                ? Map.of()
                : Map.of(
                        "X-Slack-Retry-Num",
                        List.of(attempt),
                        "X-Slack-Retry-Reason",
                        List.of(text(json, "retry_reason")));
        return new Envelope(
                text(json, "type"),
                text(json, "envelope_id"),
                text(json, "accepts_response_payload").equals("true"),
                json.get("payload") instanceof JsonObject payload ? payload : new JsonObject(),
                text(json, "reason"),
                retry);
    }

    /** The acknowledgement, with what is to be said where something may be. */
    String acknowledgement(String body) {
        JsonObject answer = new JsonObject();
        answer.addProperty("envelope_id", id);
        if (answerable && !body.isBlank()) answer.add("payload", said(body));
        return answer.toString();
    }

    /**
     * What a person reads where nothing could be done. Over HTTP a status says so; a bare acknowledgement would close a form
     * as if it had been taken.
     */
    String apology(String reference) {
        String words = "Something went wrong on our side, reference " + reference
                + ". Nothing was changed; please try again, and tell your administrator the reference if it stays.";
        if (type.equals("slash_commands")) return words;
        if (!text(payload, "type").equals("view_submission")) return "";
        return """
                {"response_action": "update", "view": {
                  "type": "modal",
                  "title": {"type": "plain_text", "text": "That did not work"},
                  "close": {"type": "plain_text", "text": "Close"},
                  "blocks": [{"type": "section", "text": {"type": "plain_text", "text": "%s"}}]}}
                """.formatted(words);
    }

    private static JsonObject said(String body) {
        if (body.stripLeading().startsWith("{") && JsonParser.parseString(body) instanceof JsonObject json) {
            return json;
        }
        JsonObject text = new JsonObject();
        text.addProperty("text", body);
        return text;
    }

    private static String text(JsonObject json, String key) {
        JsonElement value = json.get(key);
        return value != null && value.isJsonPrimitive() ? value.getAsString() : "";
    }
}
