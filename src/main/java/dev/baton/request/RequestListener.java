package dev.baton.request;

import com.slack.api.bolt.App;
import com.slack.api.bolt.context.builtin.ActionContext;
import com.slack.api.bolt.context.builtin.SlashCommandContext;
import com.slack.api.bolt.context.builtin.ViewSubmissionContext;
import com.slack.api.bolt.request.builtin.BlockActionRequest;
import com.slack.api.bolt.request.builtin.SlashCommandRequest;
import com.slack.api.bolt.request.builtin.ViewSubmissionRequest;
import com.slack.api.bolt.response.Response;
import com.slack.api.model.view.View;
import dev.baton.account.Roster;
import dev.baton.handbook.Handbook;
import dev.baton.handbook.Stage;
import dev.baton.request.RequestDesk.BelowThreshold;
import dev.baton.slack.Blocks;
import dev.baton.slack.Courier;
import dev.baton.slack.Form;
import dev.baton.slack.Gestures;
import dev.baton.slack.Pressed;
import java.util.Optional;

/** The requester's gestures: each becomes typed input, one call of a desk, and an answer. */
final class RequestListener {
    private final RequestDesk desk;
    private final CorrectionDesk corrections;
    private final FormScreens forms;
    private final AnswerScreens answers = new AnswerScreens();
    private final Handbook handbook;
    private final Roster roster;
    private final Courier courier;

    RequestListener(RequestDesk desk, CorrectionDesk corrections, Handbook handbook, Roster roster, Courier courier) {
        this.desk = desk;
        this.corrections = corrections;
        this.handbook = handbook;
        this.roster = roster;
        this.courier = courier;
        forms = new FormScreens(handbook, roster);
    }

    void register(App app) {
        app.command("/request-csm", this::open);
        app.blockAction(CardScreens.ASK_FOR_ONE, this::ask);
        app.blockAction(Intake.STAGE, this::grow);
        app.viewSubmission(FormScreens.NEW, this::submit);
        app.viewSubmission(AnswerScreens.ANYWAY, this::submitAnyway);
        app.blockAction(RequesterScreens.EDIT, this::edit);
        app.viewSubmission(FormScreens.EDIT, this::saveEdit);
        app.blockAction(RequesterScreens.SEND_AGAIN, this::again);
        app.blockAction(RequesterScreens.WITHDRAW, this::withdraw);
        app.blockAction(RequesterScreens.ANSWER, this::question);
        app.viewSubmission(AnswerScreens.ANSWER, this::answer);
    }

    Response open(SlashCommandRequest request, SlashCommandContext context) {
        String person = request.getPayload().getUserId();
        desk.mayAsk(person);
        String typed = Intake.named(
                Blocks.unesc(Optional.ofNullable(request.getPayload().getText()).orElse("")));
        Prefill prefill = desk.prefill(person, typed, true);
        courier.openView(request.getPayload().getTriggerId(), forms.form(prefill, Optional.empty(), typed));
        return context.ack();
    }

    /** The same form, laid over the account's card, or by itself where a message was pressed. */
    private Response ask(BlockActionRequest request, ActionContext context) {
        String person = Pressed.by(request);
        desk.mayAsk(person);
        String account = Pressed.value(request);
        Prefill prefill = desk.prefill(person, account, true);
        View form = forms.form(prefill, Optional.empty(), account);
        String trigger = request.getPayload().getTriggerId();
        if (request.getPayload().getView() == null) {
            courier.openView(trigger, form);
        } else {
            courier.pushView(trigger, form);
        }
        return context.ack();
    }

    /** The stage decides whether evidence is asked for. */
    private Response grow(BlockActionRequest request, ActionContext context) {
        View view = request.getPayload().getView();
        if (view == null) {
            return context.ack();
        }
        String person = request.getPayload().getUser().getId();
        Optional<Stage> stage = Form.of(view).choice(Intake.STAGE).flatMap(RequestListener::stage);
        String carried = Optional.ofNullable(view.getPrivateMetadata()).orElse("");
        courier.updateView(view.getId(), view.getHash(), redrawn(view, person, stage, carried));
        return context.ack();
    }

    private View redrawn(View view, String person, Optional<Stage> stage, String carried) {
        if (!FormScreens.EDIT.equals(view.getCallbackId())) {
            return forms.form(desk.prefill(person, carried, false), stage, carried);
        }
        RequestView editing = corrections.editing(person, Pressed.number(carried));
        return forms.edit(editing.request(), desk.prefill(person, editing), stage);
    }

    private Response submit(ViewSubmissionRequest request, ViewSubmissionContext context) {
        String person = request.getPayload().getUser().getId();
        Form form = Form.of(request.getPayload().getView());
        Intake intake = Intake.read(form, roster, handbook, desk.today(person));
        try {
            desk.submit(person, Gestures.of(request), intake);
            return context.ack();
        } catch (BelowThreshold below) {
            long draft = desk.keepDraft(person, form.json());
            return context.ackWithPush(answers.anyway(handbook, below.qualified(), draft));
        }
    }

    private Response submitAnyway(ViewSubmissionRequest request, ViewSubmissionContext context) {
        String person = request.getPayload().getUser().getId();
        View view = request.getPayload().getView();
        String reason = Form.of(view).required(AnswerScreens.WORDS, "Say why, in a sentence: the manager reads it.");
        desk.submitAnyway(
                person,
                Gestures.of(request),
                Pressed.number(view.getPrivateMetadata()),
                kept -> Intake.read(Form.parse(kept), roster, handbook, desk.today(person)),
                reason);
        return context.ack(answer -> answer.responseAction("clear"));
    }

    private Response edit(BlockActionRequest request, ActionContext context) {
        RequestView view = corrections.editing(Pressed.by(request), Pressed.number(request));
        View form = forms.edit(view.request(), desk.prefill(Pressed.by(request), view), Optional.empty());
        courier.openView(request.getPayload().getTriggerId(), form);
        return context.ack();
    }

    private Response saveEdit(ViewSubmissionRequest request, ViewSubmissionContext context) {
        String person = request.getPayload().getUser().getId();
        View view = request.getPayload().getView();
        long number = Pressed.number(view.getPrivateMetadata());
        Intake.Kept kept = corrections.kept(person, number);
        Intake intake = Intake.read(Form.of(view), roster, handbook, desk.today(person), Optional.of(kept));
        corrections.edit(person, Gestures.of(request), number, intake);
        return context.ack();
    }

    private Response again(BlockActionRequest request, ActionContext context) {
        String person = Pressed.by(request);
        desk.mayAsk(person);
        RequestView view = corrections.again(person, Pressed.number(request));
        View form = forms.form(desk.prefill(Pressed.by(request), view), Optional.empty(), view.customer());
        courier.openView(request.getPayload().getTriggerId(), form);
        return context.ack();
    }

    private Response withdraw(BlockActionRequest request, ActionContext context) {
        corrections.withdraw(Pressed.by(request), Gestures.of(request), Pressed.number(request));
        return context.ack();
    }

    private Response question(BlockActionRequest request, ActionContext context) {
        Remark question = corrections.question(Pressed.by(request), Pressed.number(request));
        RequestView view = corrections.view(question);
        courier.openView(request.getPayload().getTriggerId(), answers.answer(view, question));
        return context.ack();
    }

    private Response answer(ViewSubmissionRequest request, ViewSubmissionContext context) {
        View view = request.getPayload().getView();
        String reply = Form.of(view).required(AnswerScreens.WORDS, "Type your answer.");
        corrections.answer(
                request.getPayload().getUser().getId(),
                Gestures.of(request),
                Pressed.number(view.getPrivateMetadata()),
                reply);
        return context.ack();
    }

    private static Optional<Stage> stage(String name) {
        try {
            return Optional.of(Stage.valueOf(name));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
