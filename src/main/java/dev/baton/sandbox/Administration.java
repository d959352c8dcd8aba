package dev.baton.sandbox;

import com.google.gson.JsonObject;
import dev.baton.sandbox.Workspace.Person;
import java.time.DateTimeException;
import java.time.ZoneId;

/** What is changed about people and channels of the workspace, and the app hears of where it asked to. */
final class Administration {
    private final Live live;
    private final Events events;
    private final UsersApi users;

    Administration(Live live, Events events) {
        this.live = live;
        this.events = events;
        this.users = new UsersApi(live, new Scopes(live.opening.manifest().scopes()));
    }

    /** Archives a channel, or with {@code archived: false} opens it again. */
    JsonObject archive(JsonObject ask) {
        boolean archived = !Json.text(ask, "archived").equals("false");
        String type = archived ? "channel_archive" : "channel_unarchive";
        JsonObject event = live.change(() -> {
            String user = live.someone(Json.text(ask, "as")).id();
            Conversation channel = live.conversations.existing(Json.text(ask, "channel"));
            channel.archived = archived;
            return event(type, "channel", channel.id, "user", user);
        });
        events.send(type, event);
        return Json.object("ok", true);
    }

    /** Deactivates somebody's account, or with {@code deleted: false} lets them in again. */
    JsonObject deactivate(JsonObject ask) {
        boolean deleted = !Json.text(ask, "deleted").equals("false");
        JsonObject event = live.change(() -> {
            Person person = live.someone(Json.text(ask, "user")).deleted(deleted);
            live.replace(person);
            return event("user_change", "user", users.told(person));
        });
        events.send("user_change", event);
        return Json.object("ok", true);
    }

    /** Moves somebody to another time zone, as people do themselves on a journey. */
    JsonObject zone(JsonObject ask) {
        ZoneId zone = zone(Json.text(ask, "zone"));
        JsonObject event = live.change(() -> {
            Person person = live.someone(Json.text(ask, "user")).zone(zone);
            live.replace(person);
            return event("user_change", "user", users.told(person));
        });
        events.send("user_change", event);
        return Json.object("ok", true);
    }

    private static ZoneId zone(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException e) {
            throw new Refused("invalid_zone");
        }
    }

    private JsonObject event(String type, Object... pairs) {
        JsonObject event = Json.object(pairs);
        event.addProperty("type", type);
        event.addProperty("event_ts", live.conversations.stamps.next());
        return event;
    }
}
