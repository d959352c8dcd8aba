package dev.baton.sandbox;

import com.google.gson.JsonObject;
import dev.baton.sandbox.AppCalls.Answer;
import dev.baton.sandbox.Workspace.Shortcut;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Somebody writes a message, opens the app's Home tab, or takes a shortcut. */
final class Speech {
    private final Live live;
    private final AppCalls app;
    private final Payloads payloads;
    private final Posts posts;
    private final Events events;

    Speech(Live live, AppCalls app, Payloads payloads, Posts posts, Events events) {
        this.live = live;
        this.app = app;
        this.payloads = payloads;
        this.posts = posts;
        this.events = events;
    }

    /** A person's message; the app hears of it in its direct messages and where it is mentioned. */
    JsonObject write(JsonObject ask) {
        String user = Json.text(ask, "as");
        String text = Json.text(ask, "text");
        if (text.isBlank()) {
            throw new Refused("no_text");
        }
        JsonObject event = live.change(() -> {
            live.someone(user);
            Conversation in = live.conversations.visible(Json.text(ask, "channel"), user);
            if (in == null) {
                throw new Refused("channel_not_found");
            }
            if (in.archived) {
                throw new Refused("is_archived");
            }
            return event(in, posts.byPerson(in, user, text, Json.optional(ask, "thread")));
        });
        tell(event);
        return Json.object("ok", true, "ts", Json.text(event, "ts"));
    }

    /** Begins a conversation with somebody, or finds the one there is. */
    JsonObject open(JsonObject ask) {
        Conversation opened = live.change(() -> {
            String user = live.someone(Json.text(ask, "as")).id();
            return live.conversations.between(
                    user, live.someone(Json.text(ask, "with")).id());
        });
        return Json.object("ok", true, "channel", opened.id);
    }

    private JsonObject event(Conversation in, Message message) {
        JsonObject event = message.json.deepCopy();
        event.addProperty("channel", in.id);
        event.addProperty("event_ts", message.ts);
        event.addProperty(
                "channel_type",
                switch (in.kind) {
                    case DIRECT -> "im";
                    case GROUP, BETWEEN -> "mpim";
                    case CHANNEL -> in.isPrivate ? "group" : "channel";
                });
        return event;
    }

    private void tell(JsonObject event) {
        String place = Json.text(event, "channel_type");
        boolean botIsThere = live.look(() -> {
            Conversation in = live.conversations.visible(
                    Json.text(event, "channel"), live.app().user());
            return in != null;
        });
        if (!botIsThere) {
            return;
        }
        String subscription = place.equals("channel") || place.equals("group") ? place + "s" : place;
        events.send("message." + subscription, event);
        if (Json.text(event, "text").contains("<@" + live.app().user() + ">") && !place.equals("im")) {
            JsonObject mention = event.deepCopy();
            mention.addProperty("type", "app_mention");
            mention.remove("channel_type");
            events.send("app_mention", mention);
        }
    }

    /** Opens the Home tab. */
    JsonObject home(JsonObject ask) {
        JsonObject event = live.look(() -> {
            String user = live.someone(Json.text(ask, "as")).id();
            OpenView home = live.views.home(user);
            return Json.object(
                    "type",
                    "app_home_opened",
                    "user",
                    user,
                    "channel",
                    live.conversations.direct(live.someone(user)).id,
                    "tab",
                    "home",
                    "event_ts",
                    live.conversations.stamps.next(),
                    "view",
                    home == null ? null : live.views.told(home));
        });
        events.send("app_home_opened", event);
        return Json.object("ok", true);
    }

    /** Takes a global shortcut, or one of a message. */
    CompletableFuture<JsonObject> shortcut(JsonObject ask) {
        String callbackId = Json.text(ask, "callbackId");
        Shortcut shortcut = live.opening.manifest().shortcuts().stream()
                .filter(known -> known.callbackId().equals(callbackId))
                .findFirst()
                .orElseThrow(() -> new Refused("there is no shortcut '" + callbackId + "'"));
        JsonObject payload = live.look(() -> {
            JsonObject begun = shortcut.type().equals("message") ? onMessage(ask) : global(Json.text(ask, "as"));
            begun.addProperty("callback_id", callbackId);
            begun.addProperty("action_ts", live.conversations.stamps.next());
            begun.addProperty(
                    "trigger_id", payloads.trigger(Json.text(ask, "as"), null, Json.optional(ask, "channel")));
            return begun;
        });
        return app.interaction(payload).thenApply(Speech::answered);
    }

    private JsonObject global(String user) {
        return payloads.interaction("shortcut", user);
    }

    private JsonObject onMessage(JsonObject ask) {
        Place place = Place.of(live, ask);
        @Nullable Conversation in = place.conversation();
        @Nullable Message message = place.message();
        if (in == null || message == null) {
            throw new Refused("this shortcut needs a message");
        }
        JsonObject payload = payloads.interaction("message_action", place.user());
        payload.addProperty("message_ts", message.ts);
        payload.add("message", in.told(message, false));
        payload.add("channel", payloads.channel(in));
        payload.addProperty("response_url", payloads.responseUrl(place.user(), in, message));
        return payload;
    }

    private static JsonObject answered(Answer answer) {
        return answer.ok() ? Json.object("ok", true) : Json.object("ok", false, "error", Presses.TROUBLE);
    }
}
