package dev.baton.sandbox;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import org.jspecify.annotations.Nullable;

/** Making and changing messages, whoever writes them. Callers hold the lock. */
final class Posts {
    private static final int LONGEST = 40_000;

    private final Live live;

    Posts(Live live) {
        this.live = live;
    }

    /** What a message says. Missing blocks or metadata mean none for a new message and the old ones for an edit. */
    record Draft(
            String text,
            @Nullable JsonArray blocks,
            @Nullable JsonObject metadata,
            @Nullable String thread) {
        /** Reads what the app sent, and refuses what Slack refuses. */
        static Draft read(Args args) {
            JsonArray blocks = args.array("blocks", "invalid_blocks_format");
            JsonObject metadata = args.object("metadata", "invalid_metadata_format");
            JsonArray attachments = args.array("attachments", "invalid_attachments");
            if (attachments != null && !attachments.isEmpty()) {
                throw new Refused("invalid_attachments", "attachments are not imitated");
            }
            String thread = args.text("thread_ts");
            return new Draft(
                    args.text("text"),
                    blocks == null ? null : MessageRules.blocks(blocks),
                    metadata == null || metadata.size() == 0 ? metadata : MessageRules.metadata(metadata),
                    thread.isEmpty() ? null : thread);
        }

        boolean empty() {
            return text.isEmpty() && (blocks == null || blocks.isEmpty());
        }

        boolean tooLong() {
            return text.length() > LONGEST;
        }

        String shown() {
            return tooLong() ? text.substring(0, LONGEST) : text;
        }
    }

    /** A message of the bot. With a reader it is ephemeral. */
    Message byBot(Conversation to, Draft draft, @Nullable String reader) {
        if (draft.empty()) {
            throw new Refused("no_text");
        }
        if (draft.thread() != null && to.find(draft.thread()) == null) {
            throw new Refused("thread_not_found");
        }
        Workspace.App app = live.app();
        JsonObject json = base(app.user(), draft.shown(), draft.thread());
        json.addProperty("bot_id", app.bot());
        json.addProperty("app_id", app.id());
        json.add("bot_profile", Json.object("id", app.bot(), "app_id", app.id(), "name", app.name(), "deleted", false));
        if (draft.blocks() != null && !draft.blocks().isEmpty()) {
            json.add("blocks", draft.blocks());
        }
        if (draft.metadata() != null && draft.metadata().size() > 0) {
            json.add("metadata", draft.metadata());
        }
        return add(to, json, reader);
    }

    /** Slack's own words, for one person's eyes. */
    Message bySlackbot(Conversation to, String text, String reader) {
        JsonObject json = base("USLACKBOT", text, null);
        return add(to, json, reader);
    }

    Message byPerson(Conversation to, String user, String text, @Nullable String thread) {
        return add(to, base(user, text, thread), null);
    }

    private JsonObject base(String user, String text, @Nullable String thread) {
        return Json.object(
                "type", "message", "user", user, "text", text, "team", live.opening.team(), "thread_ts", thread);
    }

    private Message add(Conversation to, JsonObject json, @Nullable String reader) {
        Message message = new Message(live.conversations.stamps.next(), json, reader);
        json.addProperty("ts", message.ts);
        to.add(message);
        return message;
    }

    /** Changes a message of the bot, keeping blocks and metadata that the draft does not speak of. */
    void edit(Conversation in, Message message, Draft draft) {
        JsonObject json = message.json.deepCopy();
        json.addProperty("text", draft.shown());
        replace(
                json,
                "blocks",
                draft.blocks(),
                draft.blocks() != null && draft.blocks().isEmpty());
        replace(
                json,
                "metadata",
                draft.metadata(),
                draft.metadata() != null && draft.metadata().size() == 0);
        json.add("edited", Json.object("user", live.app().user(), "ts", live.conversations.stamps.next()));
        message.json = json;
        in.changed(message);
    }

    private static void replace(JsonObject json, String key, @Nullable JsonElement value, boolean removed) {
        if (removed) {
            json.remove(key);
        } else if (value != null) {
            json.add(key, value);
        }
    }
}
