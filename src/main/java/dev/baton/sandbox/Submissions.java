package dev.baton.sandbox;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.baton.sandbox.AppCalls.Answer;
import dev.baton.sandbox.Ledger.Direction;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Somebody submits or closes a modal. */
final class Submissions {
    private final Live live;
    private final AppCalls app;
    private final Payloads payloads;
    private final Ledger ledger;
    private final FieldValues fields;

    Submissions(Live live, AppCalls app, Payloads payloads, Ledger ledger) {
        this.live = live;
        this.app = app;
        this.payloads = payloads;
        this.ledger = ledger;
        this.fields = new FieldValues(live);
    }

    /** Takes over the values, lets Slack's client check them, and then asks the app. */
    CompletableFuture<JsonObject> submit(JsonObject ask) {
        String user = Json.text(ask, "as");
        JsonObject payload = live.change(() -> {
            OpenView view = open(ask);
            merge(view, Json.child(ask, "values"));
            view.errors = FieldChecks.check(view);
            view.trouble = null;
            return view.errors.size() > 0 ? null : payload(view);
        });
        if (payload == null) {
            JsonObject errors = live.look(() -> open(ask).errors.deepCopy());
            return CompletableFuture.completedFuture(Json.object("ok", false, "closed", false, "errors", errors));
        }
        return app.interaction(payload)
                .thenApply(answer -> live.change(() -> {
                    OpenView view = live.views.find(Json.text(ask, "viewId"));
                    return view == null ? Json.object("ok", true, "closed", true) : answered(user, view, answer);
                }));
    }

    private OpenView open(JsonObject ask) {
        OpenView view = live.views.find(Json.text(ask, "viewId"));
        if (view == null || !view.user.equals(Json.text(ask, "as"))) {
            throw new Refused("this view is not open any more");
        }
        return view;
    }

    private void merge(OpenView view, JsonObject values) {
        for (String blockId : values.keySet()) {
            JsonObject inBlock = Json.child(values, blockId);
            for (String actionId : inBlock.keySet()) {
                JsonObject element = Blocks.element(view.blocks(), blockId, actionId);
                if (element != null && InputState.holdsState(element)) {
                    view.state.put(blockId, actionId, fields.shaped(element, Json.child(inBlock, actionId)));
                }
            }
        }
    }

    private JsonObject payload(OpenView view) {
        JsonObject payload = payloads.interaction("view_submission", view.user);
        payload.addProperty("trigger_id", payloads.trigger(view.user, view.id, view.channel));
        payload.add("view", live.views.told(view));
        payload.add("response_urls", new JsonArray());
        return payload;
    }

    private JsonObject answered(String user, OpenView view, Answer answer) {
        if (!answer.ok()) {
            return trouble(view);
        }
        if (answer.body().isBlank()) {
            live.views.close(view);
            return told(view);
        }
        JsonObject json = Json.parseObject(answer.body());
        try {
            follow(user, view, json == null ? new JsonObject() : json);
            return told(view);
        } catch (Refused refused) {
            JsonObject said = json == null ? Json.object("body", answer.body()) : json;
            ledger.add(Direction.TO_SLACK, "view_submission answer", false, refused.error(), said, refused.answer());
            return trouble(view);
        }
    }

    private void follow(String user, OpenView view, JsonObject answer) {
        switch (Json.text(answer, "response_action")) {
            case "errors" -> view.errors = errors(view, Json.child(answer, "errors"));
            case "update" -> live.views.update(view, ViewRules.modal(Json.child(answer, "view")));
            case "push" -> live.views.push(user, ViewRules.modal(Json.child(answer, "view")), view.channel);
            case "clear" -> live.views.closeAll(user);
            default -> throw new Refused("invalid_response_action");
        }
    }

    private static JsonObject errors(OpenView view, JsonObject errors) {
        for (String blockId : errors.keySet()) {
            JsonObject block = Blocks.block(view.blocks(), blockId);
            if (block == null || !Json.text(block, "type").equals("input")) {
                throw new Refused("invalid_errors", "'" + blockId + "' is not the block_id of an input of this view");
            }
        }
        if (errors.size() == 0) {
            throw new Refused("invalid_errors", "no errors given");
        }
        return errors.deepCopy();
    }

    private static JsonObject trouble(OpenView view) {
        view.trouble = Presses.TROUBLE;
        return Json.object("ok", false, "closed", false, "error", Presses.TROUBLE);
    }

    private JsonObject told(OpenView view) {
        boolean closed = live.views.find(view.id) == null;
        @Nullable JsonObject errors = view.errors.size() == 0 ? null : view.errors.deepCopy();
        return Json.object("ok", errors == null, "closed", closed, "errors", errors);
    }

    /** Closes a modal, or with {@code all} the whole stack; the app hears of it where it asked to, and need not answer. */
    CompletableFuture<JsonObject> close(JsonObject ask) {
        List<JsonObject> notices = live.change(() -> {
            OpenView view = open(ask);
            boolean all = Json.flag(ask, "all") || view.flag("clear_on_close");
            List<OpenView> closing = all ? live.views.stack(view.user) : List.of(view);
            List<JsonObject> toTell = closing.stream()
                    .filter(closed -> closed.flag("notify_on_close"))
                    .map(closed -> closed(closed, all))
                    .toList();
            closing.forEach(live.views::close);
            return toTell;
        });
        CompletableFuture<?>[] telling = notices.stream().map(app::interaction).toArray(CompletableFuture<?>[]::new);
        return CompletableFuture.allOf(telling).thenApply(told -> Json.object("ok", true));
    }

    private JsonObject closed(OpenView view, boolean cleared) {
        JsonObject payload = payloads.interaction("view_closed", view.user);
        payload.add("view", live.views.told(view));
        payload.addProperty("is_cleared", cleared);
        return payload;
    }
}
