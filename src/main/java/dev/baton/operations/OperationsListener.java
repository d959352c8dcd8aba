package dev.baton.operations;

import com.slack.api.bolt.App;
import com.slack.api.bolt.context.builtin.ActionContext;
import com.slack.api.bolt.context.builtin.SlashCommandContext;
import com.slack.api.bolt.context.builtin.ViewSubmissionContext;
import com.slack.api.bolt.request.builtin.BlockActionRequest;
import com.slack.api.bolt.request.builtin.SlashCommandRequest;
import com.slack.api.bolt.request.builtin.ViewSubmissionRequest;
import com.slack.api.bolt.response.Response;
import com.slack.api.model.view.View;
import dev.baton.account.Refusal;
import dev.baton.account.Roster;
import dev.baton.operations.Trouble.Seen;
import dev.baton.slack.Courier;
import dev.baton.slack.Form;
import dev.baton.slack.Gestures;
import dev.baton.slack.Pressed;
import org.jspecify.annotations.Nullable;

/** {@code /baton admin}, and what is pressed in the list it opens. */
final class OperationsListener {
    private final OperationsDesk desk;
    private final OperationsScreens screens;
    private final Roster roster;
    private final Courier courier;

    OperationsListener(OperationsDesk desk, OperationsScreens screens, Roster roster, Courier courier) {
        this.desk = desk;
        this.screens = screens;
        this.roster = roster;
        this.courier = courier;
    }

    void register(App app) {
        app.blockAction(OperationsScreens.OPEN, this::open);
        app.blockAction(OperationsScreens.EARLIER, this::turn);
        app.blockAction(OperationsScreens.LATER, this::turn);
        app.blockAction(OperationsScreens.RETRY, this::retry);
        app.blockAction(OperationsScreens.SET_ASIDE, this::setAside);
        app.blockAction(OperationsScreens.HAND_OVER, this::askToWhom);
        app.viewSubmission(OperationsScreens.HAND_OVER, this::handOver);
    }

    Response ask(SlashCommandRequest request, SlashCommandContext context) {
        courier.openView(
                request.getPayload().getTriggerId(),
                screens.overview(desk.overview(request.getPayload().getUserId(), 0)));
        return context.ack();
    }

    private Response open(BlockActionRequest request, ActionContext context) {
        courier.openView(request.getPayload().getTriggerId(), screens.overview(desk.overview(Pressed.by(request), 0)));
        return context.ack();
    }

    private Response turn(BlockActionRequest request, ActionContext context) {
        int page = (int) Math.min(Pressed.number(request), Integer.MAX_VALUE);
        View view = request.getPayload().getView();
        if (view != null) {
            courier.updateView(view.getId(), "", screens.overview(desk.overview(Pressed.by(request), page)));
        }
        return context.ack();
    }

    private Response retry(BlockActionRequest request, ActionContext context) {
        Seen seen = seen(Pressed.value(request));
        desk.retry(Pressed.by(request), Gestures.of(request), seen);
        redraw(request, seen.page());
        return context.ack();
    }

    private Response setAside(BlockActionRequest request, ActionContext context) {
        Seen seen = seen(Pressed.value(request));
        desk.setAside(Pressed.by(request), Gestures.of(request), seen);
        redraw(request, seen.page());
        return context.ack();
    }

    private Response askToWhom(BlockActionRequest request, ActionContext context) {
        Trouble trouble = desk.handingOver(Pressed.by(request), seen(Pressed.value(request)));
        courier.pushView(request.getPayload().getTriggerId(), screens.handOver(trouble, roster));
        return context.ack();
    }

    private Response handOver(ViewSubmissionRequest request, ViewSubmissionContext context) {
        View view = request.getPayload().getView();
        String person = request.getPayload().getUser().getId();
        Form form = Form.of(view);
        String to = form.user(OperationsDesk.TO).orElse("");
        if (to.isEmpty()) {
            form.error(OperationsDesk.TO, "Choose who gets the message.");
        }
        form.orRefuse();
        Seen seen = seen(view.getPrivateMetadata());
        desk.handOver(person, Gestures.of(request), seen, to);
        if (view.getPreviousViewId() != null) {
            courier.redraw(view.getPreviousViewId(), screens.overview(desk.overview(person, seen.page())));
        }
        return context.ack();
    }

    private void redraw(BlockActionRequest request, int page) {
        View view = request.getPayload().getView();
        if (view != null) {
            courier.redraw(view.getId(), screens.overview(desk.overview(Pressed.by(request), page)));
        }
    }

    private static Seen seen(@Nullable String carried) {
        return Seen.parse(carried == null ? "" : carried)
                .orElseThrow(() -> new Refusal("This belongs to nothing I know. Open the list again."));
    }
}
