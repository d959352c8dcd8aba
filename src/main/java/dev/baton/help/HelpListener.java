package dev.baton.help;

import com.slack.api.app_backend.events.payload.EventsApiPayload;
import com.slack.api.bolt.App;
import com.slack.api.bolt.context.builtin.EventContext;
import com.slack.api.bolt.context.builtin.SlashCommandContext;
import com.slack.api.bolt.request.builtin.SlashCommandRequest;
import com.slack.api.bolt.response.Response;
import com.slack.api.model.event.AppMentionEvent;
import com.slack.api.model.event.MessageEvent;
import dev.baton.help.HelpScreens.Answer;
import dev.baton.slack.Command;
import dev.baton.slack.Feature.Help;
import dev.baton.slack.Gestures;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** {@code /baton}, and messages to Baton. */
final class HelpListener {
    private final HelpDesk desk;
    private final HelpScreens screens;
    private final Map<String, Command.Handler> commands;
    private final Set<String> topics;
    private final Supplier<List<Help>> lines;

    HelpListener(
            HelpDesk desk,
            HelpScreens screens,
            Map<String, Command.Handler> commands,
            Set<String> topics,
            Supplier<List<Help>> lines) {
        this.desk = desk;
        this.screens = screens;
        this.commands = commands;
        this.topics = topics;
        this.lines = lines;
    }

    void register(App app) {
        app.command("/baton", this::ask);
        app.event(MessageEvent.class, this::message);
        app.event(AppMentionEvent.class, this::mention);
    }

    private Response ask(SlashCommandRequest request, SlashCommandContext context) {
        Question question = Question.typed(Command.typed(request), commands.keySet(), topics);
        Command.Handler command = commands.get(question.word());
        if (question.kind() == Question.Kind.COMMAND && command != null) {
            return command.answer(Command.withoutFirstWord(request), context);
        }
        desk.requireReader(request.getPayload().getUserId());
        Answer answer = screens.answer(question, lines.get());
        return context.ack(
                reply -> reply.responseType("ephemeral").text(answer.text()).blocks(answer.blocks()));
    }

    private Response message(EventsApiPayload<MessageEvent> payload, EventContext context) {
        MessageEvent event = payload.getEvent();
        if ("im".equals(event.getChannelType())) {
            answer(payload, event.getUser(), event.getBotId(), event.getText());
        }
        return context.ack();
    }

    private Response mention(EventsApiPayload<AppMentionEvent> payload, EventContext context) {
        AppMentionEvent event = payload.getEvent();
        answer(payload, event.getUser(), event.getBotId(), event.getText());
        return context.ack();
    }

    /** Another program is not answered: two that answer each other never end. */
    private void answer(
            EventsApiPayload<?> payload, @Nullable String person, @Nullable String bot, @Nullable String text) {
        if (person != null && bot == null) {
            desk.answer(person, Gestures.of(payload), Question.said(text == null ? "" : text, topics));
        }
    }
}
