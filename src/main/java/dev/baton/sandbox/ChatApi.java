package dev.baton.sandbox;

import com.google.gson.JsonObject;
import dev.baton.sandbox.Posts.Draft;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** {@code chat.*}: the bot writes. */
final class ChatApi {
    private static final int LONGEST_UPDATE = 4000;

    private final Live live;
    private final Posts posts;
    private final Scopes scopes;

    ChatApi(Live live, Scopes scopes) {
        this.live = live;
        this.posts = new Posts(live);
        this.scopes = scopes;
    }

    Map<String, Function<Args, JsonObject>> methods() {
        return Map.of(
                "chat.postMessage", this::postMessage,
                "chat.update", this::update,
                "chat.postEphemeral", this::postEphemeral);
    }

    private JsonObject postMessage(Args args) {
        scopes.need("chat:write");
        Conversation to = live.conversations.forPosting(args.text("channel"));
        Draft draft = Draft.read(args);
        Message posted = posts.byBot(to, draft, null);
        JsonObject answer =
                Json.object("ok", true, "channel", to.id, "ts", posted.ts, "message", to.told(posted, true));
        if (draft.tooLong()) {
            answer.addProperty("warning", "message_truncated");
            answer.add("response_metadata", Json.object("warnings", List.of("message_truncated")));
        }
        return answer;
    }

    private JsonObject update(Args args) {
        scopes.need("chat:write");
        Conversation in = live.conversations.forBot(args.text("channel"));
        Message message = in.find(args.text("ts"));
        if (message == null || message.ephemeral()) {
            throw new Refused("message_not_found");
        }
        if (!message.author().equals(live.app().user())) {
            throw new Refused("cant_update_message");
        }
        if (in.archived) {
            throw new Refused("is_archived");
        }
        Draft draft = Draft.read(args);
        if (draft.empty()) {
            throw new Refused("no_text");
        }
        if (draft.text().length() > LONGEST_UPDATE) {
            throw new Refused("msg_too_long");
        }
        posts.edit(in, message, draft);
        return Json.object(
                "ok",
                true,
                "channel",
                in.id,
                "ts",
                message.ts,
                "text",
                draft.text(),
                "message",
                in.told(message, true));
    }

    private JsonObject postEphemeral(Args args) {
        scopes.need("chat:write");
        Conversation to = live.conversations.forPosting(args.text("channel"));
        String reader = args.text("user");
        if (live.person(reader) == null || !to.members.contains(reader)) {
            throw new Refused("user_not_in_channel");
        }
        Message posted = posts.byBot(to, Draft.read(args), reader);
        return Json.object("ok", true, "message_ts", posted.ts);
    }
}
