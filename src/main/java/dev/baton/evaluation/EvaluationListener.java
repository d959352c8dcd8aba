package dev.baton.evaluation;

import com.slack.api.bolt.App;
import com.slack.api.bolt.context.builtin.ActionContext;
import com.slack.api.bolt.request.builtin.BlockActionRequest;
import com.slack.api.bolt.response.Response;
import dev.baton.account.Refusal;
import dev.baton.account.SalesforceId;
import dev.baton.slack.Courier;
import dev.baton.slack.Gestures;
import dev.baton.slack.Pressed;
import java.util.Arrays;

/** Slack's gestures about a technical evaluation: that it is complete, and that something is seen to. */
final class EvaluationListener {
    private final EvaluationDesk desk;
    private final EvaluationScreens screens;
    private final Courier courier;

    EvaluationListener(EvaluationDesk desk, EvaluationScreens screens, Courier courier) {
        this.desk = desk;
        this.screens = screens;
        this.courier = courier;
    }

    void register(App app) {
        app.blockAction(EvaluationScreens.COMPLETE, this::complete);
        app.blockAction(EvaluationScreens.TICK, this::tick);
    }

    private Response complete(BlockActionRequest request, ActionContext context) {
        SalesforceId opportunity = SalesforceId.parse(Pressed.value(request))
                .orElseThrow(() -> new Refusal("This button belongs to no opportunity I know."));
        EvaluationView marked = desk.complete(Pressed.by(request), Gestures.of(request), opportunity);
        courier.pushView(request.getPayload().getTriggerId(), screens.marked(marked));
        return context.ack();
    }

    /** The value is {@code 1:TIMELY}. */
    private Response tick(BlockActionRequest request, ActionContext context) {
        String[] carried = (Pressed.value(request) + ":").split(":", -1);
        Check check = Arrays.stream(Check.values())
                .filter(each -> each.name().equals(carried[1]))
                .findFirst()
                .orElseThrow(() -> new Refusal("This button belongs to nothing I know."));
        desk.toggle(Pressed.by(request), Gestures.of(request), Pressed.number(carried[0]), check);
        return context.ack();
    }
}
