package dev.baton.scale;

import com.slack.api.bolt.App;
import com.slack.api.bolt.context.builtin.ActionContext;
import com.slack.api.bolt.context.builtin.ViewSubmissionContext;
import com.slack.api.bolt.request.builtin.BlockActionRequest;
import com.slack.api.bolt.request.builtin.ViewSubmissionRequest;
import com.slack.api.bolt.response.Response;
import com.slack.api.model.view.View;
import dev.baton.account.Refusal;
import dev.baton.account.SalesforceId;
import dev.baton.handbook.PoolRequests;
import dev.baton.slack.Courier;
import dev.baton.slack.Form;
import dev.baton.slack.Gestures;
import dev.baton.slack.Pressed;
import org.jspecify.annotations.Nullable;

/** Slack's gestures about the pool: each becomes typed input, one call of the desk, and an answer. */
final class ScaleListener {
    private final ScaleDesk desk;
    private final FormScreens forms;
    private final PoolRequests pool;
    private final Courier courier;

    ScaleListener(ScaleDesk desk, FormScreens forms, PoolRequests pool, Courier courier) {
        this.desk = desk;
        this.forms = forms;
        this.pool = pool;
        this.courier = courier;
    }

    void register(App app) {
        app.blockAction(ScaleScreens.ASK, this::ask);
        app.viewSubmission(FormScreens.ASK, this::file);
        app.blockAction(ScaleScreens.ACCEPT, this::accept);
        app.blockAction(ScaleScreens.DECLINE, this::openDecline);
        app.viewSubmission(FormScreens.DECLINE, this::decline);
        app.blockAction(ScaleScreens.DONE, this::finish);
    }

    private Response ask(BlockActionRequest request, ActionContext context) {
        Opening opening = desk.ask(person(request), Gestures.of(request), account(Pressed.value(request)));
        show(request, forms.ask(opening));
        return context.ack();
    }

    private Response file(ViewSubmissionRequest request, ViewSubmissionContext context) {
        View view = request.getPayload().getView();
        Need need = Intake.need(Form.of(view), pool);
        String owner = request.getPayload().getUser().getId();
        desk.file(owner, Gestures.of(request), account(view.getPrivateMetadata()), need);
        return context.ack();
    }

    private Response accept(BlockActionRequest request, ActionContext context) {
        desk.accept(person(request), Gestures.of(request), number(Pressed.value(request)));
        return context.ack();
    }

    private Response openDecline(BlockActionRequest request, ActionContext context) {
        show(request, forms.decline(desk.declining(person(request), number(Pressed.value(request)))));
        return context.ack();
    }

    private Response decline(ViewSubmissionRequest request, ViewSubmissionContext context) {
        View view = request.getPayload().getView();
        String reason = Intake.reason(Form.of(view));
        String by = request.getPayload().getUser().getId();
        desk.decline(by, Gestures.of(request), number(view.getPrivateMetadata()), reason);
        return context.ack();
    }

    private Response finish(BlockActionRequest request, ActionContext context) {
        desk.finish(person(request), Gestures.of(request), number(Pressed.value(request)));
        return context.ack();
    }

    /** Over the account's card, or by itself where a message was pressed. */
    private void show(BlockActionRequest request, View view) {
        String trigger = request.getPayload().getTriggerId();
        View below = request.getPayload().getView();
        if (below != null && "modal".equals(below.getType())) {
            courier.pushView(trigger, view);
        } else {
            courier.openView(trigger, view);
        }
    }

    private static String person(BlockActionRequest request) {
        return request.getPayload().getUser().getId();
    }

    private static SalesforceId account(@Nullable String value) {
        return SalesforceId.parse(value == null ? "" : value)
                .orElseThrow(() -> new Refusal("This button belongs to no account I know."));
    }

    private static long number(@Nullable String value) {
        if (value == null || !value.matches("[0-9]{1,9}")) {
            throw new Refusal("This button belongs to no request I know.");
        }
        return Long.parseLong(value);
    }
}
