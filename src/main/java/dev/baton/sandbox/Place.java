package dev.baton.sandbox;

import com.google.gson.JsonObject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where somebody pressed: in a message of a conversation, or in a view. */
record Place(
        String user,
        @Nullable OpenView view,
        @Nullable Conversation conversation,
        @Nullable Message message,
        InputState state) {

    /** Finds the place among what this person can see. */
    static Place of(Live live, JsonObject ask) {
        String user = live.someone(Json.text(ask, "as")).id();
        if (Json.has(ask, "viewId")) {
            OpenView view = live.views.find(Json.text(ask, "viewId"));
            if (view == null || !view.user.equals(user)) {
                throw new Refused("this view is not open any more");
            }
            return new Place(user, view, null, null, view.state);
        }
        Conversation in = live.conversations.visible(Json.text(ask, "channel"), user);
        Message message = in == null ? null : in.find(Json.text(ask, "ts"));
        if (in == null || message == null || !message.visibleTo(user)) {
            throw new Refused("this message is not there any more");
        }
        List<JsonObject> blocks = Json.objects(message.json, "blocks");
        return new Place(user, null, in, message, live.messageStates.of(user, in.id, message.ts, blocks));
    }

    private List<JsonObject> blocks() {
        if (view != null) {
            return view.blocks();
        }
        return message == null ? List.of() : Json.objects(message.json, "blocks");
    }

    JsonObject block(String blockId) {
        JsonObject found = Blocks.block(blocks(), blockId);
        if (found == null) {
            throw new Refused("there is no block '" + blockId + "' any more");
        }
        return found;
    }

    JsonObject element(String blockId, String actionId) {
        JsonObject found = Blocks.element(blocks(), blockId, actionId);
        if (found == null) {
            throw new Refused("there is no element '" + actionId + "' in block '" + blockId + "' any more");
        }
        return found;
    }

    /** What stands in the fields of this message is otherwise now. */
    void changed() {
        if (conversation != null) {
            conversation.changed(message);
        }
    }

    /** Adds to a payload where it happened, and what stands in the fields there. */
    void tell(JsonObject payload, Payloads payloads, Live live) {
        if (view != null) {
            payload.add("container", Json.object("type", "view", "view_id", view.id));
            payload.add("view", live.views.told(view));
        } else if (message != null && conversation != null) {
            JsonObject container = Json.object(
                    "type",
                    "message",
                    "message_ts",
                    message.ts,
                    "channel_id",
                    conversation.id,
                    "is_ephemeral",
                    message.ephemeral(),
                    "thread_ts",
                    message.thread());
            payload.add("container", container);
            payload.add("channel", payloads.channel(conversation));
            if (!message.ephemeral()) {
                payload.add("message", conversation.told(message, true));
            }
            payload.add("state", Json.object("values", state.values()));
        }
    }
}
