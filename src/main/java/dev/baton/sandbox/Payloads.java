package dev.baton.sandbox;

import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import dev.baton.sandbox.Conversation.Kind;
import dev.baton.sandbox.Workspace.Person;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** The parts that every payload to the app is made of. Callers hold the lock. */
final class Payloads {
    static final String TOKEN = "sandbox";

    private final Live live;
    private final URI base;

    Payloads(Live live, URI base) {
        this.live = live;
        this.base = base;
    }

    /** What every interaction begins with. */
    JsonObject interaction(String type, String user) {
        return Json.object(
                "type",
                type,
                "user",
                user(user),
                "api_app_id",
                live.app().id(),
                "token",
                TOKEN,
                "team",
                Json.object("id", live.opening.team(), "domain", live.opening.domain()),
                "enterprise",
                JsonNull.INSTANCE,
                "is_enterprise_install",
                false);
    }

    private JsonObject user(String id) {
        Person person = live.someone(id);
        return Json.object("id", id, "username", person.name(), "name", person.name(), "team_id", person.team());
    }

    JsonObject channel(Conversation conversation) {
        return Json.object("id", conversation.id, "name", channelName(conversation));
    }

    /** Slack does not tell the app the names of what is not a public channel. */
    static String channelName(Conversation conversation) {
        if (conversation.kind == Kind.DIRECT || conversation.kind == Kind.BETWEEN) {
            return "directmessage";
        }
        return conversation.isPrivate ? "privategroup" : conversation.name;
    }

    /** A trigger id for what was pressed in this view or conversation; neither, for the Home tab. */
    String trigger(String user, @Nullable String viewId, @Nullable String channel) {
        return live.triggers.give(user, viewId, channel);
    }

    String responseUrl(String user, Conversation channel, @Nullable Message about) {
        String thread = about == null ? null : about.thread();
        String path = live.responseUrls.give(user, channel.id, about == null ? null : about.ts, thread);
        return base.resolve(path).toString();
    }
}
