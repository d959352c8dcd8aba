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
import dev.baton.account.Person;
import dev.baton.account.Refusal;
import dev.baton.account.Roster;
import dev.baton.handbook.Stage;
import dev.baton.request.FormScreens.Prefill;
import dev.baton.slack.Courier;
import dev.baton.slack.Form;
import dev.baton.slack.Gestures;
import java.util.Optional;

/** Slack's gestures about requests: each becomes typed input, one call of the desk, and an answer. */
final class RequestListener {
    private final RequestDesk desk;
    private final FormScreens forms;
    private final AssignScreens assigning;
    private final Gate gate;
    private final Roster roster;
    private final Courier courier;

    RequestListener(
            RequestDesk desk, FormScreens forms, AssignScreens assigning, Gate gate, Roster roster, Courier courier) {
        this.desk = desk;
        this.forms = forms;
        this.assigning = assigning;
        this.gate = gate;
        this.roster = roster;
        this.courier = courier;
    }

    void register(App app) {
        app.command("/request-csm", this::open);
        app.blockAction(RequestScreens.ASK, this::ask);
        app.blockAction(Intake.STAGE, this::grow);
        app.viewSubmission(FormScreens.CALLBACK, this::submit);
        app.blockAction(RequestScreens.ASSIGN, this::pick);
        app.viewSubmission(AssignScreens.CALLBACK, this::assign);
    }

    Response open(SlashCommandRequest request, SlashCommandContext context) {
        String person = request.getPayload().getUserId();
        desk.mayAsk(person);
        String typed =
                Optional.ofNullable(request.getPayload().getText()).orElse("").strip();
        courier.openView(
                request.getPayload().getTriggerId(), forms.form(prefill(person, typed), Optional.empty(), typed));
        return context.ack();
    }

    /** The same form, from the account's card. */
    private Response ask(BlockActionRequest request, ActionContext context) {
        String person = request.getPayload().getUser().getId();
        desk.mayAsk(person);
        String name = desk.openName(request.getPayload().getActions().get(0).getValue());
        courier.pushView(
                request.getPayload().getTriggerId(), forms.form(prefill(person, name), Optional.empty(), name));
        return context.ack();
    }

    private Response grow(BlockActionRequest request, ActionContext context) {
        View view = request.getPayload().getView();
        if (view == null) {
            return context.ack();
        }
        Optional<Stage> stage = Form.of(view).choice(Intake.STAGE).flatMap(RequestListener::stage);
        String typed = Optional.ofNullable(view.getPrivateMetadata()).orElse("");
        String person = request.getPayload().getUser().getId();
        courier.updateView(view.getId(), view.getHash(), forms.form(prefill(person, typed), stage, typed));
        return context.ack();
    }

    private Response submit(ViewSubmissionRequest request, ViewSubmissionContext context) {
        String person = request.getPayload().getUser().getId();
        View view = request.getPayload().getView();
        Intake intake = Intake.read(Form.of(view), roster, gate, desk.today(person));
        desk.submit(person, Gestures.of(request), intake);
        return context.ack();
    }

    private Response pick(BlockActionRequest request, ActionContext context) {
        long number = number(request.getPayload().getActions().get(0).getValue());
        AssignPicker picker = desk.picker(request.getPayload().getUser().getId(), number);
        courier.openView(request.getPayload().getTriggerId(), assigning.picker(picker));
        return context.ack();
    }

    private Response assign(ViewSubmissionRequest request, ViewSubmissionContext context) {
        View view = request.getPayload().getView();
        Form form = Form.of(view);
        Optional<String> csm = form.choice(AssignScreens.CSM);
        if (csm.isEmpty()) {
            form.error(AssignScreens.CSM, "Choose a CSM.");
        }
        form.orRefuse();
        desk.assign(
                request.getPayload().getUser().getId(),
                Gestures.of(request),
                number(view.getPrivateMetadata()),
                csm.orElseThrow(),
                form.text(AssignScreens.NOTE));
        return context.ack();
    }

    private Prefill prefill(String person, String accountName) {
        String region = roster.person(person)
                .map(Person::regions)
                .filter(regions -> regions.size() == 1)
                .map(regions -> regions.get(0))
                .orElse("");
        return new Prefill(accountName, region);
    }

    private static Optional<Stage> stage(String name) {
        try {
            return Optional.of(Stage.valueOf(name));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static long number(String value) {
        try {
            return Long.parseLong(value);
        } catch (NumberFormatException e) {
            throw new Refusal("This button belongs to no request I know.");
        }
    }
}
