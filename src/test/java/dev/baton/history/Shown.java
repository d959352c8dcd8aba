package dev.baton.history;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.baton.sandbox.Ledger.Direction;
import dev.baton.sandbox.Ledger.Line;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A message of Baton's as it stands in Slack.
 *
 * @param channel where
 * @param key what Baton says it is about
 * @param said all that is said in it, and nothing of how
 * @param buttons {@code *} where it stands among others, without buttons of its own
 */
record Shown(String channel, String key, String said, List<String> buttons) {
    /** Below every reminder, and told of none. */
    private static final String WHY = "Why this?";

    /** What stands, of all that Slack took in. Answers to single presses are no messages of that kind, and lack a key. */
    static List<Shown> in(List<Line> ledger) {
        Map<String, List<Shown>> standing = new LinkedHashMap<>();
        for (Line line : ledger) {
            if (line.direction() != Direction.TO_SLACK || !line.accepted()) {
                continue;
            }
            JsonObject call = line.request();
            if (line.method().equals("chat.postMessage") && call.has("metadata")) {
                String ts = line.answer().get("ts").getAsString();
                standing.put(text(call, "channel") + ts, of(call, key(call)));
            } else if (line.method().equals("chat.update")) {
                standing.computeIfPresent(
                        text(call, "channel") + text(call, "ts"),
                        (place, before) -> of(call, before.get(0).digest()));
            }
        }
        return standing.values().stream()
                .flatMap(List::stream)
                .filter(each -> !each.said.isEmpty())
                .toList();
    }

    /** The message's own key, where several stand in one. */
    private String digest() {
        return key.replaceFirst("/\\d+$", "");
    }

    /** A message that stands for several reminders is as many as it has paragraphs, and always at least an empty one. */
    private static List<Shown> of(JsonObject call, String key) {
        if (!key.startsWith("reminders:")) {
            return List.of(single(call, key));
        }
        String channel = text(call, "channel");
        List<Shown> parts = new ArrayList<>(List.of(new Shown(channel, key + "/0", "", List.of("*"))));
        for (JsonElement block : parsed(call.get("blocks")).getAsJsonArray()) {
            if (text(block.getAsJsonObject(), "type").equals("section")) {
                String said = text(block.getAsJsonObject().getAsJsonObject("text"), "text");
                parts.add(new Shown(channel, key + "/" + parts.size(), said, List.of("*")));
            }
        }
        return parts;
    }

    private static Shown single(JsonObject call, String key) {
        List<String> words = new ArrayList<>(List.of(text(call, "text")));
        List<String> buttons = new ArrayList<>();
        if (call.has("blocks")) {
            collect(parsed(call.get("blocks")), words, buttons);
        }
        buttons.remove(WHY);
        return new Shown(text(call, "channel"), key, String.join("\n", words), buttons);
    }

    private static String key(JsonObject call) {
        JsonObject payload = parsed(call.get("metadata")).getAsJsonObject().getAsJsonObject("event_payload");
        return text(payload, "key") + "#" + text(payload, "gen");
    }

    private static JsonElement parsed(JsonElement written) {
        return written.isJsonPrimitive() ? JsonParser.parseString(written.getAsString()) : written;
    }

    private static void collect(JsonElement part, List<String> words, List<String> buttons) {
        if (part instanceof JsonArray list) {
            list.forEach(each -> collect(each, words, buttons));
        } else if (part instanceof JsonObject object) {
            if (text(object, "type").equals("button")) {
                buttons.add(text(object.getAsJsonObject("text"), "text"));
                return;
            }
            if (object.has("text") && object.get("text").isJsonPrimitive()) {
                words.add(text(object, "text"));
            }
            object.entrySet().forEach(entry -> collect(entry.getValue(), words, buttons));
        }
    }

    private static String text(JsonObject object, String key) {
        return object.has(key) ? object.get(key).getAsString() : "";
    }
}
