package dev.baton.card;

import com.slack.api.bolt.App;
import com.slack.api.bolt.context.builtin.ActionContext;
import com.slack.api.bolt.context.builtin.ViewSubmissionContext;
import com.slack.api.bolt.request.builtin.BlockActionRequest;
import com.slack.api.bolt.request.builtin.ViewSubmissionRequest;
import com.slack.api.bolt.response.Response;
import com.slack.api.model.view.View;
import dev.baton.account.Information;
import dev.baton.account.Roster;
import dev.baton.account.SalesforceId;
import dev.baton.handbook.Handbook;
import dev.baton.handbook.Role;
import dev.baton.slack.Courier;
import dev.baton.slack.Courier.Channel;
import dev.baton.slack.Form;
import dev.baton.slack.Gestures;
import dev.baton.slack.Pressed;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/** Slack's gestures of somebody who sets an account right or adds one. */
final class EditListener {
    private final EditDesk desk;
    private final EditScreens forms;
    private final BiFunction<String, SalesforceId, View> card;
    private final Roster roster;
    private final Handbook handbook;
    private final Courier courier;

    EditListener(
            EditDesk desk,
            EditScreens forms,
            BiFunction<String, SalesforceId, View> card,
            Roster roster,
            Handbook handbook,
            Courier courier) {
        this.desk = desk;
        this.forms = forms;
        this.card = card;
        this.roster = roster;
        this.handbook = handbook;
        this.courier = courier;
    }

    void register(App app) {
        app.blockAction(CardScreens.EDIT, this::edit);
        app.blockAction(FinderScreens.ADD, this::add);
        app.viewSubmission(EditScreens.EDIT, this::save);
        app.viewSubmission(EditScreens.ADD, this::saveNew);
    }

    private Response edit(BlockActionRequest request, ActionContext context) {
        String person = request.getPayload().getUser().getId();
        SalesforceId account = CardListener.account(Pressed.value(request));
        courier.pushView(request.getPayload().getTriggerId(), forms.form(desk.editing(person, account)));
        return context.ack();
    }

    private Response add(BlockActionRequest request, ActionContext context) {
        String person = request.getPayload().getUser().getId();
        String name = Pressed.value(request).strip();
        courier.pushView(request.getPayload().getTriggerId(), forms.form(desk.adding(person, name)));
        return context.ack();
    }

    private Response save(ViewSubmissionRequest request, ViewSubmissionContext context) {
        String person = request.getPayload().getUser().getId();
        View view = request.getPayload().getView();
        Form form = Form.of(view);
        boolean amounts = form.has(Sheet.LAM);
        Filled filled = Filled.edit(typed(form, amounts), roster, handbook);
        EditForm submitted = EditForm.submitted(String.valueOf(view.getPrivateMetadata()), filled.sheet());
        refuseWrong(form, filled, submitted.stamp());
        try {
            SalesforceId account = desk.save(person, Gestures.of(request), submitted);
            if (view.getPreviousViewId() != null) {
                courier.redraw(view.getPreviousViewId(), card.apply(person, account));
            }
            return context.ack();
        } catch (Contradicted contradicted) {
            return context.ackWithUpdate(forms.form(contradicted.again()));
        }
    }

    private Response saveNew(ViewSubmissionRequest request, ViewSubmissionContext context) {
        String person = request.getPayload().getUser().getId();
        Form form = Form.of(request.getPayload().getView());
        Filled filled = Filled.add(typed(form, false), roster, handbook);
        refuseWrong(form, filled, new Stamp(Map.of()));
        SalesforceId account =
                desk.add(person, Gestures.of(request), filled.account().orElseThrow(), filled.sheet());
        return context.ackWithUpdate(card.apply(person, account));
    }

    private void refuseWrong(Form form, Filled filled, Stamp stamp) {
        filled.errors().forEach(form::error);
        filled.sheet()
                .said(Sheet.CHANNEL)
                .filter(channel -> !stamp.showed(Sheet.CHANNEL, channel))
                .flatMap(this::wrongChannel)
                .ifPresent(words -> form.error(Sheet.CHANNEL, words));
        form.orRefuse();
    }

    /** Only a channel where Baton can speak, and where nobody of another company listens. */
    private Optional<String> wrongChannel(String id) {
        Optional<Channel> channel = courier.channel(id);
        if (channel.isEmpty() || !channel.get().member()) {
            return Optional.of("I am not in that channel. Type /invite @Baton there, then save again.");
        }
        if (channel.get().shared()) {
            return Optional.of(
                    "That channel is shared with another company, or about to be. Choose one that is yours alone.");
        }
        return channel.get().archived()
                ? Optional.of("That channel is archived. Choose one that is in use.")
                : Optional.empty();
    }

    /** Every field as it was typed or picked, blank where nothing was. */
    private static Map<String, String> typed(Form form, boolean amounts) {
        Map<String, String> typed = new LinkedHashMap<>();
        for (String field : List.of(Sheet.NAME, Filled.LINK, Sheet.CODENAME)) {
            typed.put(field, form.text(field).orElse(""));
        }
        for (String field : List.of(Sheet.SEGMENT, Sheet.REGION, Sheet.DEPLOYMENT, Sheet.TIER)) {
            typed.put(field, form.choice(field).orElse(""));
        }
        typed.put(Sheet.CHANNEL, form.channel(Sheet.CHANNEL).orElse(""));
        for (Information place : Information.values()) {
            typed.put(Sheet.field(place), form.text(Sheet.field(place)).orElse(""));
        }
        for (Role role : Sheet.ROLES) {
            typed.put(Sheet.field(role), form.user(Sheet.field(role)).orElse(""));
        }
        if (amounts) {
            typed.put(Sheet.ARR, form.text(Sheet.ARR).orElse(""));
            typed.put(Sheet.LAM, form.text(Sheet.LAM).orElse(""));
        }
        return typed;
    }
}
