package dev.baton.sandbox;

import com.google.gson.JsonObject;
import dev.baton.sandbox.Triggers.Trigger;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** {@code views.*}: modals and Home tabs. A view that is refused leaves its trigger id unspent. */
final class ViewsApi {
    private final Live live;

    ViewsApi(Live live) {
        this.live = live;
    }

    Map<String, Function<Args, JsonObject>> methods() {
        return Map.of(
                "views.open", this::open,
                "views.push", this::push,
                "views.update", this::update,
                "views.publish", this::publish);
    }

    private JsonObject open(Args args) {
        JsonObject view = ViewRules.modal(view(args));
        Trigger trigger = trigger(args);
        boolean inModal = trigger.viewId() != null
                && live.views.stack(trigger.user()).stream().anyMatch(open -> open.id.equals(trigger.viewId()));
        OpenView opened = inModal
                ? live.views.push(trigger.user(), view, trigger.channel())
                : live.views.open(trigger.user(), view, trigger.channel());
        live.triggers.spend(args.text("trigger_id"));
        return told(opened);
    }

    private JsonObject push(Args args) {
        JsonObject view = ViewRules.modal(view(args));
        Trigger trigger = trigger(args);
        OpenView pushed = live.views.push(trigger.user(), view, trigger.channel());
        live.triggers.spend(args.text("trigger_id"));
        return told(pushed);
    }

    private JsonObject update(Args args) {
        JsonObject view = view(args);
        OpenView target = args.has("view_id")
                ? live.views.find(args.text("view_id"))
                : live.views.findExternal(required(args, "external_id"));
        if (target == null) {
            throw new Refused("not_found");
        }
        if (Json.text(target.view, "type").equals("home")) {
            ViewRules.home(view);
        } else {
            ViewRules.modal(view);
        }
        live.views.checkHash(target, Json.optional(args.json(), "hash"));
        return told(live.views.update(target, view));
    }

    private JsonObject publish(Args args) {
        if (!live.opening.manifest().homeTab()) {
            throw new Refused("not_enabled");
        }
        JsonObject view = ViewRules.home(view(args));
        String user = live.someone(required(args, "user_id")).id();
        return told(live.views.publish(user, view, Json.optional(args.json(), "hash")));
    }

    private static JsonObject view(Args args) {
        JsonObject view = args.object("view", "invalid_arguments");
        if (view == null) {
            throw missing("view");
        }
        return view;
    }

    private Trigger trigger(Args args) {
        return live.triggers.check(required(args, "trigger_id"));
    }

    private static String required(Args args, String key) {
        @Nullable String value = Json.optional(args.json(), key);
        if (value == null || value.isEmpty()) {
            throw missing(key);
        }
        return value;
    }

    private static Refused missing(String key) {
        return new Refused("invalid_arguments", "missing required field: " + key);
    }

    private JsonObject told(OpenView view) {
        return Json.object("ok", true, "view", live.views.told(view));
    }
}
