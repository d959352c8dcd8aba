package dev.baton.people;

import com.slack.api.app_backend.events.payload.EventsApiPayload;
import com.slack.api.bolt.App;
import com.slack.api.bolt.context.builtin.ActionContext;
import com.slack.api.bolt.context.builtin.EventContext;
import com.slack.api.bolt.context.builtin.SlashCommandContext;
import com.slack.api.bolt.context.builtin.ViewSubmissionContext;
import com.slack.api.bolt.request.builtin.BlockActionRequest;
import com.slack.api.bolt.request.builtin.SlashCommandRequest;
import com.slack.api.bolt.request.builtin.ViewSubmissionRequest;
import com.slack.api.bolt.response.Response;
import com.slack.api.model.event.UserChangeEvent;
import com.slack.api.model.view.View;
import dev.baton.account.Leave.Answer;
import dev.baton.slack.Courier;
import dev.baton.slack.Form;
import dev.baton.slack.Gestures;
import dev.baton.slack.Pressed;
import dev.baton.slack.Profiles.Profile;

/** Slack's gestures about somebody's own settings, and what it tells of profiles. */
final class PeopleListener {
    private final SettingsDesk settings;
    private final LeaveDesk leaves;
    private final ProfileDesk profiles;
    private final SettingsScreens screens;
    private final Courier courier;

    PeopleListener(
            SettingsDesk settings, LeaveDesk leaves, ProfileDesk profiles, SettingsScreens screens, Courier courier) {
        this.settings = settings;
        this.leaves = leaves;
        this.profiles = profiles;
        this.screens = screens;
        this.courier = courier;
    }

    void register(App app) {
        app.viewSubmission(SettingsScreens.SETTINGS, this::save);
        app.blockAction(SettingsScreens.ADD, this::openLeave);
        app.viewSubmission(SettingsScreens.LEAVE, this::addLeave);
        app.blockAction(SettingsScreens.REMOVE, this::removeLeave);
        app.blockAction(StandInScreens.ACCEPT, (request, context) -> answer(request, context, Answer.ACCEPTED));
        app.blockAction(StandInScreens.DECLINE, (request, context) -> answer(request, context, Answer.DECLINED));
        app.event(UserChangeEvent.class, this::changed);
    }

    Response open(SlashCommandRequest request, SlashCommandContext context) {
        String person = request.getPayload().getUserId();
        courier.openView(request.getPayload().getTriggerId(), screens.settings(settings.settings(person)));
        return context.ack();
    }

    private Response save(ViewSubmissionRequest request, ViewSubmissionContext context) {
        String person = request.getPayload().getUser().getId();
        Form form = Form.of(request.getPayload().getView());
        settings.save(
                person, Gestures.of(request), Intake.settings(form, settings.usual(person), settings.today(person)));
        return context.ackWithUpdate(screens.saved(settings.settings(person)));
    }

    private Response openLeave(BlockActionRequest request, ActionContext context) {
        View form = screens.leave(settings.settings(Pressed.by(request)));
        courier.pushView(request.getPayload().getTriggerId(), form);
        return context.ack();
    }

    private Response addLeave(ViewSubmissionRequest request, ViewSubmissionContext context) {
        String person = request.getPayload().getUser().getId();
        View view = request.getPayload().getView();
        leaves.add(person, Gestures.of(request), Intake.leave(Form.of(view), person, settings.today(person)));
        if (view.getPreviousViewId() != null) {
            courier.redraw(view.getPreviousViewId(), screens.settings(settings.settings(person)));
        }
        return context.ack();
    }

    private Response removeLeave(BlockActionRequest request, ActionContext context) {
        String person = Pressed.by(request);
        leaves.remove(person, Gestures.of(request), Pressed.number(request));
        View view = request.getPayload().getView();
        if (view != null) {
            courier.redraw(view.getId(), screens.settings(settings.settings(person)));
        }
        return context.ack();
    }

    private Response answer(BlockActionRequest request, ActionContext context, Answer answer) {
        leaves.answer(Pressed.by(request), Gestures.of(request), Pressed.number(request), answer);
        return context.ack();
    }

    private Response changed(EventsApiPayload<UserChangeEvent> payload, EventContext context) {
        Profile now = Profile.of(payload.getEvent().getUser());
        profiles.keep(now.person(), now.zone(), now.deactivated());
        return context.ack();
    }
}
