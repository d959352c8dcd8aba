package dev.baton.sandbox;

import com.google.gson.JsonObject;
import org.jspecify.annotations.Nullable;

/** A message in a conversation, as Slack's JSON tells it; with a reader it is ephemeral and only that person sees it. */
final class Message {
    final String ts;
    final @Nullable String reader;
    JsonObject json;

    /** When it was last changed, in the count of {@link Conversations#revisions}. */
    long revision;

    Message(String ts, JsonObject json, @Nullable String reader) {
        this.ts = ts;
        this.json = json;
        this.reader = reader;
    }

    boolean ephemeral() {
        return reader != null;
    }

    boolean visibleTo(String user) {
        return reader == null || reader.equals(user);
    }

    String author() {
        return Json.text(json, "user");
    }

    /** The ts of the thread's first message, or {@code null} for a message that replies to none. */
    @Nullable
    String thread() {
        return Json.optional(json, "thread_ts");
    }
}
