package dev.baton.leaver;

import com.slack.api.bolt.App;
import com.slack.api.bolt.context.builtin.ActionContext;
import com.slack.api.bolt.context.builtin.ViewSubmissionContext;
import com.slack.api.bolt.request.builtin.BlockActionRequest;
import com.slack.api.bolt.request.builtin.ViewSubmissionRequest;
import com.slack.api.bolt.response.Response;
import com.slack.api.model.view.View;
import dev.baton.slack.Courier;
import dev.baton.slack.Form;
import dev.baton.slack.Gestures;
import dev.baton.slack.Pressed;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Slack's gestures about what a leaver left behind. */
final class LeaverListener {
    private static final String CHOOSE = "Choose who takes this over.";

    private final HandOverDesk desk;
    private final LeaverScreens screens;
    private final Courier courier;

    LeaverListener(HandOverDesk desk, LeaverScreens screens, Courier courier) {
        this.desk = desk;
        this.screens = screens;
        this.courier = courier;
    }

    void register(App app) {
        app.blockAction(LeaverScreens.HAND, this::openOne);
        app.viewSubmission(LeaverScreens.ONE, this::handOver);
        app.blockAction(LeaverScreens.HAND_ALL, this::openAll);
        app.viewSubmission(LeaverScreens.ALL, this::handOverAll);
    }

    private Response openOne(BlockActionRequest request, ActionContext context) {
        Thing thing = Thing.carried(Pressed.value(request));
        View form = screens.one(desk.one(Pressed.by(request), thing.leaver(), thing.subject()));
        courier.openView(request.getPayload().getTriggerId(), form);
        return context.ack();
    }

    private Response handOver(ViewSubmissionRequest request, ViewSubmissionContext context) {
        View view = request.getPayload().getView();
        Thing thing = Thing.carried(view.getPrivateMetadata());
        String to = Form.of(view).requiredChoice(Choice.SUCCESSOR, CHOOSE);
        desk.handOver(by(request), Gestures.of(request), thing.leaver(), thing.subject(), to);
        return context.ack();
    }

    private Response openAll(BlockActionRequest request, ActionContext context) {
        View form = screens.all(desk.all(Pressed.by(request), Pressed.number(request)));
        courier.openView(request.getPayload().getTriggerId(), form);
        return context.ack();
    }

    private Response handOverAll(ViewSubmissionRequest request, ViewSubmissionContext context) {
        View view = request.getPayload().getView();
        Thing all = Thing.carried(view.getPrivateMetadata());
        Form form = Form.of(view);
        List<String> fields =
                Stream.of(all.subject().split(" ", -1)).filter(form::has).toList();
        Map<String, String> successors = new LinkedHashMap<>();
        fields.forEach(field -> form.choice(field).ifPresent(to -> successors.put(field, to)));
        if (successors.isEmpty()) {
            fields.stream().limit(1).forEach(field -> form.error(field, CHOOSE));
            form.orRefuse();
        }
        desk.handOverAll(by(request), Gestures.of(request), all.leaver(), successors);
        return context.ack();
    }

    private static String by(ViewSubmissionRequest request) {
        return request.getPayload().getUser().getId();
    }

    /** What a button or a form carries: whose, and what; the form for all carries its fields. */
    private record Thing(long leaver, String subject) {
        static Thing carried(@Nullable String value) {
            String[] parts = (value == null ? "" : value).split(" ", 2);
            return new Thing(Pressed.number(parts[0]), parts.length == 2 ? parts[1] : "");
        }
    }
}
