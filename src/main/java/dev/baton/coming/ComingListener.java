package dev.baton.coming;

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
import dev.baton.slack.Courier;
import dev.baton.slack.Form;
import dev.baton.slack.Gestures;
import dev.baton.slack.Pressed;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code /baton coming}, and the row of buttons below every reminder. */
final class ComingListener {
    /** How a form remembers that it was opened from the message itself. */
    private static final String SAID = ":said";

    private final ComingDesk desk;
    private final ComingScreens screens;
    private final Courier courier;

    ComingListener(ComingDesk desk, ComingScreens screens, Courier courier) {
        this.desk = desk;
        this.screens = screens;
        this.courier = courier;
    }

    void register(App app) {
        app.blockAction(ComingScreens.SNOOZE, this::snooze);
        app.viewSubmission(ComingScreens.SNOOZE, this::snoozeTo);
        app.blockAction(ComingScreens.DONE, this::done);
        app.blockAction(ComingScreens.WHY, this::why);
        app.blockAction(ComingScreens.EARLIER, this::turn);
        app.blockAction(ComingScreens.LATER, this::turn);
    }

    Response ask(SlashCommandRequest request, SlashCommandContext context) {
        String person = request.getPayload().getUserId();
        courier.openView(request.getPayload().getTriggerId(), screens.list(desk.coming(person, 0)));
        return context.ack();
    }

    private Response snooze(BlockActionRequest request, ActionContext context) {
        String[] chosen = Pressed.chosen(request).split(":", 2);
        long id = Pressed.number(chosen.length == 2 ? chosen[1] : "");
        boolean said = request.getPayload().getView() == null;
        if (chosen[0].equals(ComingScreens.A_DATE)) {
            View form = screens.chooseDate(desk.proposed(Pressed.by(request), id), id + (said ? SAID : ""));
            show(request, form);
            return context.ack();
        }
        Snooze choice =
                Snooze.of(chosen[0]).orElseThrow(() -> new Refusal("This belongs to nothing I know. Open it again."));
        desk.snooze(Pressed.by(request), Gestures.of(request), id, choice, said);
        redraw(request);
        return context.ack();
    }

    private Response snoozeTo(ViewSubmissionRequest request, ViewSubmissionContext context) {
        View view = request.getPayload().getView();
        String person = request.getPayload().getUser().getId();
        String carried = Optional.ofNullable(view.getPrivateMetadata()).orElse("");
        Form form = Form.of(view);
        Optional<LocalDate> day = form.date(ComingDesk.DATE);
        Optional<LocalTime> hour = form.time(ComingDesk.TIME);
        if (day.isEmpty()) {
            form.error(ComingDesk.DATE, "Choose a day.");
        }
        if (hour.isEmpty()) {
            form.error(ComingDesk.TIME, "Choose a time.");
        }
        form.orRefuse();
        boolean said = carried.endsWith(SAID);
        long id = Pressed.number(carried.replace(SAID, ""));
        desk.snoozeTo(person, Gestures.of(request), id, day.orElseThrow(), hour.orElseThrow(), said);
        if (!said && view.getPreviousViewId() != null) {
            courier.redraw(view.getPreviousViewId(), screens.list(desk.coming(person, 0)));
        }
        return context.ack();
    }

    private Response done(BlockActionRequest request, ActionContext context) {
        desk.done(Pressed.by(request), Gestures.of(request), Pressed.number(request));
        redraw(request);
        return context.ack();
    }

    private Response why(BlockActionRequest request, ActionContext context) {
        show(request, screens.why(desk.why(Pressed.by(request), Pressed.number(request))));
        return context.ack();
    }

    private Response turn(BlockActionRequest request, ActionContext context) {
        View view = request.getPayload().getView();
        if (view != null) {
            int page = (int) Math.min(Pressed.number(request), Integer.MAX_VALUE);
            courier.updateView(view.getId(), "", screens.list(desk.coming(Pressed.by(request), page)));
        }
        return context.ack();
    }

    /** Over the list, or by itself where a message was pressed. */
    private void show(BlockActionRequest request, View view) {
        String trigger = request.getPayload().getTriggerId();
        View below = request.getPayload().getView();
        if (below != null && "modal".equals(below.getType())) {
            courier.pushView(trigger, view);
        } else {
            courier.openView(trigger, view);
        }
    }

    private void redraw(BlockActionRequest request) {
        View view = request.getPayload().getView();
        if (view != null && ComingScreens.LIST.equals(view.getCallbackId())) {
            int page = page(view.getPrivateMetadata());
            courier.redraw(view.getId(), screens.list(desk.coming(Pressed.by(request), page)));
        }
    }

    private static int page(@Nullable String carried) {
        return (int) Math.min(Pressed.number(carried), Integer.MAX_VALUE);
    }
}
