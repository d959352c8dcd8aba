package dev.baton.request;

import com.slack.api.bolt.App;
import com.slack.api.bolt.context.builtin.ActionContext;
import com.slack.api.bolt.context.builtin.ViewSubmissionContext;
import com.slack.api.bolt.request.builtin.BlockActionRequest;
import com.slack.api.bolt.request.builtin.ViewSubmissionRequest;
import com.slack.api.bolt.response.Response;
import com.slack.api.model.view.View;
import dev.baton.handbook.Qualification;
import dev.baton.slack.Courier;
import dev.baton.slack.Form;
import dev.baton.slack.Gestures;
import dev.baton.slack.Pressed;
import java.util.Arrays;
import java.util.function.Function;

/** The manager's gestures: a button opens a small form, the form is one call of the desk. */
final class AnswerListener {
    private final AnswerDesk desk;
    private final AnswerScreens screens = new AnswerScreens();
    private final AssignScreens assigning = new AssignScreens();
    private final Courier courier;

    AnswerListener(AnswerDesk desk, Courier courier) {
        this.desk = desk;
        this.courier = courier;
    }

    void register(App app) {
        app.blockAction(CardScreens.ASSIGN, this::pick);
        app.blockAction(CardScreens.REASSIGN, this::repick);
        opens(app, CardScreens.ASK, AnswerDesk.ASK, screens::ask);
        opens(app, CardScreens.DECLINE, AnswerDesk.DECLINE, screens::decline);
        opens(app, CardScreens.REDIRECT, AnswerDesk.REDIRECT, screens::redirect);
        opens(app, CardScreens.OVERRIDE, AnswerDesk.OVERRIDE, screens::override);
        app.viewSubmission(AssignScreens.ASSIGN, this::assign);
        app.viewSubmission(AssignScreens.REASSIGN, this::reassign);
        app.viewSubmission(AnswerScreens.ASK, this::ask);
        app.viewSubmission(AnswerScreens.DECLINE, this::decline);
        app.viewSubmission(AnswerScreens.REDIRECT, this::redirect);
        app.viewSubmission(AnswerScreens.OVERRIDE, this::override);
    }

    private void opens(App app, String button, String action, Function<RequestView, View> draw) {
        app.blockAction(button, (request, context) -> {
            RequestView view = desk.open(Pressed.by(request), action, Pressed.number(request));
            courier.openView(request.getPayload().getTriggerId(), draw.apply(view));
            return context.ack();
        });
    }

    private Response pick(BlockActionRequest request, ActionContext context) {
        String person = Pressed.by(request);
        AssignPicker picker = desk.picker(person, Pressed.number(request));
        courier.openView(request.getPayload().getTriggerId(), assigning.picker(picker));
        return context.ack();
    }

    private Response repick(BlockActionRequest request, ActionContext context) {
        String person = Pressed.by(request);
        AssignPicker picker = desk.repicker(person, Pressed.number(request));
        courier.openView(request.getPayload().getTriggerId(), assigning.repicker(picker));
        return context.ack();
    }

    private Response assign(ViewSubmissionRequest request, ViewSubmissionContext context) {
        Form form = form(request);
        String csm = form.requiredChoice(AssignScreens.CSM, "Choose one of the list.");
        desk.assign(by(request), Gestures.of(request), number(request), csm, form.text(AssignScreens.NOTE));
        return context.ack();
    }

    private Response reassign(ViewSubmissionRequest request, ViewSubmissionContext context) {
        Form form = form(request);
        String csm = form.requiredChoice(AssignScreens.CSM, "Choose one of the list.");
        String reason = form.required(AssignScreens.REASON, "Say why: the one before and the new one read it.");
        desk.reassign(by(request), Gestures.of(request), number(request), csm, reason);
        return context.ack();
    }

    private Response ask(ViewSubmissionRequest request, ViewSubmissionContext context) {
        String question = form(request).required(AnswerScreens.WORDS, "Type your question.");
        desk.ask(by(request), Gestures.of(request), number(request), question);
        return context.ack();
    }

    private Response decline(ViewSubmissionRequest request, ViewSubmissionContext context) {
        String reason = form(request).required(AnswerScreens.WORDS, "Say why: the requester reads it.");
        desk.decline(by(request), Gestures.of(request), number(request), reason);
        return context.ack();
    }

    private Response redirect(ViewSubmissionRequest request, ViewSubmissionContext context) {
        desk.redirect(
                by(request),
                Gestures.of(request),
                number(request),
                form(request).text(AnswerScreens.WORDS));
        return context.ack();
    }

    private Response override(ViewSubmissionRequest request, ViewSubmissionContext context) {
        Form form = form(request);
        Qualification result = form.choice(AnswerScreens.RESULT)
                .flatMap(name -> Arrays.stream(Qualification.values())
                        .filter(each -> each.name().equals(name))
                        .findFirst())
                .orElse(Qualification.UNKNOWN);
        String reason = form.required(AnswerScreens.WORDS, "Say why: it stays with the request.");
        desk.override(by(request), Gestures.of(request), number(request), result, reason);
        return context.ack();
    }

    private static Form form(ViewSubmissionRequest request) {
        return Form.of(request.getPayload().getView());
    }

    private static String by(ViewSubmissionRequest request) {
        return request.getPayload().getUser().getId();
    }

    private static long number(ViewSubmissionRequest request) {
        return Pressed.number(request.getPayload().getView().getPrivateMetadata());
    }
}
