package dev.baton.sandbox;

import com.google.gson.JsonObject;
import dev.baton.sandbox.AppCalls.Answer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Somebody presses or chooses something in a message, a modal or a Home tab. */
final class Presses {
    static final String TROUBLE = "We had some trouble connecting. Try again?";

    private final Live live;
    private final AppCalls app;
    private final Payloads payloads;
    private final FieldValues fields;

    Presses(Live live, AppCalls app, Payloads payloads) {
        this.live = live;
        this.app = app;
        this.payloads = payloads;
        this.fields = new FieldValues(live);
    }

    /** Records the choice; tells the app, unless it is a field that waits for the form to be submitted. */
    CompletableFuture<JsonObject> press(JsonObject ask) {
        JsonObject payload = live.look(() -> pressed(ask, Place.of(live, ask)));
        if (payload == null) {
            return CompletableFuture.completedFuture(Json.object("ok", true));
        }
        if (!live.opening.manifest().interactive()) {
            throw new Refused("This app is not configured to handle interactive responses.");
        }
        return app.interaction(payload)
                .thenApply(answer -> live.change(() -> answered(live.views.find(Json.text(ask, "viewId")), answer)));
    }

    /** The payload for the app, or {@code null} where it need not be told. */
    private @Nullable JsonObject pressed(JsonObject ask, Place place) {
        JsonObject block = place.block(Json.text(ask, "blockId"));
        JsonObject element = place.element(Json.text(ask, "blockId"), Json.text(ask, "actionId"));
        JsonObject action = Json.object(
                "type", Json.text(element, "type"),
                "action_id", Json.text(element, "action_id"),
                "block_id", Json.text(block, "block_id"));
        if (Json.text(element, "type").equals("button")) {
            copy(element, action, List.of("text", "value", "style", "url"));
        } else {
            JsonObject chosen = fields.shaped(element, Json.child(ask, "value"));
            if (InputState.holdsState(element)) {
                place.state().put(Json.text(block, "block_id"), Json.text(element, "action_id"), chosen);
                place.changed();
            }
            chosen.entrySet()
                    .forEach(
                            entry -> action.add(entry.getKey(), entry.getValue().deepCopy()));
            copy(element, action, List.of("placeholder"));
        }
        if (Json.text(block, "type").equals("input") && !Json.flag(block, "dispatch_action")) {
            return null;
        }
        action.addProperty("action_ts", live.conversations.stamps.next());
        return payload(Json.text(ask, "as"), place, action);
    }

    private static void copy(JsonObject from, JsonObject to, List<String> keys) {
        for (String key : keys) {
            if (from.has(key)) {
                to.add(key, from.get(key).deepCopy());
            }
        }
    }

    private JsonObject payload(String user, Place place, JsonObject action) {
        JsonObject payload = payloads.interaction("block_actions", user);
        place.tell(payload, payloads, live);
        OpenView view = place.view();
        Conversation in = place.conversation();
        payload.addProperty("trigger_id", trigger(user, view, in));
        if (in != null) {
            payload.addProperty("response_url", payloads.responseUrl(user, in, place.message()));
        }
        payload.add("actions", Json.array(List.of(action)));
        return payload;
    }

    private String trigger(String user, @Nullable OpenView view, @Nullable Conversation in) {
        return view == null
                ? payloads.trigger(user, null, in == null ? null : in.id)
                : payloads.trigger(user, view.id, view.channel);
    }

    private static JsonObject answered(@Nullable OpenView view, Answer answer) {
        if (view != null) {
            view.trouble = answer.ok() ? null : TROUBLE;
        }
        return answer.ok() ? Json.object("ok", true) : Json.object("ok", false, "error", TROUBLE);
    }

    /** Asks the app what an external select has to offer for what was typed so far. */
    CompletableFuture<JsonObject> options(JsonObject ask) {
        String user = Json.text(ask, "as");
        String query = Json.text(ask, "query");
        JsonObject payload = live.look(() -> suggestion(ask, Place.of(live, ask), user, query));
        if (payload == null) {
            return CompletableFuture.completedFuture(Json.object("ok", true, "options", List.of()));
        }
        return app.interaction(payload).thenApply(Presses::offered);
    }

    private @Nullable JsonObject suggestion(JsonObject ask, Place place, String user, String query) {
        JsonObject element = place.element(Json.text(ask, "blockId"), Json.text(ask, "actionId"));
        int least = element.has("min_query_length")
                ? element.get("min_query_length").getAsInt()
                : 3;
        if (query.length() < least) {
            return null;
        }
        JsonObject payload = payloads.interaction("block_suggestion", user);
        place.tell(payload, payloads, live);
        Map.of("block_id", Json.text(ask, "blockId"), "action_id", Json.text(ask, "actionId"), "value", query)
                .forEach(payload::addProperty);
        return payload;
    }

    private static JsonObject offered(Answer answer) {
        JsonObject json = answer.ok() ? Json.parseObject(answer.body()) : null;
        if (json == null) {
            return Json.object("ok", false, "error", TROUBLE, "options", List.of());
        }
        Problems problems = new Problems();
        Node node = new Node(json, "", problems);
        List<JsonObject> options = json.has("option_groups")
                ? OptionRules.groups(node)
                : json.getAsJsonArray("options") == null
                                || json.getAsJsonArray("options").isEmpty()
                        ? List.of()
                        : OptionRules.options(node, 100, OptionRules.Holder.SELECT);
        if (!problems.found().isEmpty()) {
            return Json.object("ok", false, "error", String.join("; ", problems.found()), "options", List.of());
        }
        return Json.object("ok", true, "options", options, "option_groups", json.get("option_groups"));
    }
}
