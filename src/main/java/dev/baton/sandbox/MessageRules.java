package dev.baton.sandbox;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

/** What Slack accepts as a message. */
final class MessageRules {
    /** Undocumented, and seen refused from here on. */
    private static final int ALL_TEXT = 11_300;

    private MessageRules() {}

    /** Checks the blocks of a message, and names what has no name. */
    static JsonArray blocks(JsonArray blocks) {
        JsonObject message = Json.object("blocks", blocks.deepCopy());
        Problems problems = new Problems();
        BlockRules.check(new Node(message, "", problems), 0, BlockRules.IN_MESSAGE);
        problems.refuse("invalid_blocks");
        if (textLength(message) > ALL_TEXT) {
            throw new Refused("msg_blocks_too_long");
        }
        Blocks.name(Json.objects(message, "blocks"));
        return message.getAsJsonArray("blocks");
    }

    private static int textLength(JsonElement json) {
        int length = 0;
        if (json instanceof JsonArray items) {
            for (JsonElement item : items) {
                length += textLength(item);
            }
        } else if (json instanceof JsonObject object) {
            for (String key : object.keySet()) {
                JsonElement value = object.get(key);
                length += key.equals("text") && value.isJsonPrimitive()
                        ? value.getAsString().length()
                        : textLength(value);
            }
        }
        return length;
    }

    /** Metadata is an event type and a payload object, or Slack does not take it. */
    static JsonObject metadata(JsonObject metadata) {
        boolean complete = !Json.text(metadata, "event_type").isEmpty()
                && metadata.get("event_payload") instanceof JsonObject
                && metadata.size() == 2;
        if (!complete) {
            throw new Refused(
                    "invalid_metadata_format",
                    "metadata must have an event_type and an event_payload that is an object");
        }
        return metadata.deepCopy();
    }
}
