package dev.baton.slack;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.app_backend.interactive_components.payload.BlockSuggestionPayload;
import com.slack.api.app_backend.interactive_components.payload.GlobalShortcutPayload;
import com.slack.api.app_backend.interactive_components.payload.MessageShortcutPayload;
import com.slack.api.app_backend.slash_commands.payload.SlashCommandPayload;
import com.slack.api.app_backend.views.payload.ViewClosedPayload;
import com.slack.api.app_backend.views.payload.ViewSubmissionPayload;
import com.slack.api.bolt.request.Request;
import com.slack.api.bolt.request.builtin.BlockActionRequest;
import com.slack.api.bolt.request.builtin.BlockSuggestionRequest;
import com.slack.api.bolt.request.builtin.EventRequest;
import com.slack.api.bolt.request.builtin.GlobalShortcutRequest;
import com.slack.api.bolt.request.builtin.MessageShortcutRequest;
import com.slack.api.bolt.request.builtin.SSLCheckRequest;
import com.slack.api.bolt.request.builtin.SlashCommandRequest;
import com.slack.api.bolt.request.builtin.UrlVerificationRequest;
import com.slack.api.bolt.request.builtin.ViewClosedRequest;
import com.slack.api.bolt.request.builtin.ViewSubmissionRequest;
import com.slack.api.model.view.View;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What every payload has that Slack wrote: somebody who made it, something to answer to, something to know it again by. It
 * is looked at once, so that no listener has to doubt it; and what reaches a log from a payload is such an id and no more.
 */
final class Shape {
    private static final Pattern PERSON = Pattern.compile("[A-Za-z0-9]{1,64}");
    private static final Pattern ID = Pattern.compile("[!-~]{1,255}");

    /** Events that tell of a person as a whole. */
    private static final Set<String> ABOUT_PEOPLE = Set.of("user_change", "team_join");

    private Shape() {}

    /** The first part that is missing or cannot be Slack's; empty when all are there. */
    static Optional<String> lacks(Request<?> request) {
        if (request instanceof SlashCommandRequest command) return command(command.getPayload());
        if (request instanceof BlockActionRequest press) return press(press.getPayload());
        if (request instanceof ViewSubmissionRequest sent) return submission(sent.getPayload());
        if (request instanceof ViewClosedRequest closed) return closed(closed.getPayload());
        if (request instanceof BlockSuggestionRequest asked) return suggestion(asked.getPayload());
        if (request instanceof GlobalShortcutRequest shortcut) return shortcut(shortcut.getPayload());
        if (request instanceof MessageShortcutRequest shortcut) return shortcut(shortcut.getPayload());
        if (request instanceof EventRequest event) return event(event);
        boolean check = request instanceof UrlVerificationRequest || request instanceof SSLCheckRequest;
        return unless("place in Baton", check);
    }

    private static Optional<String> command(SlashCommandPayload payload) {
        return made(payload.getUserId(), payload.getTriggerId());
    }

    private static Optional<String> press(BlockActionPayload payload) {
        Optional<String> made =
                made(payload.getUser() == null ? null : payload.getUser().getId(), payload.getTriggerId());
        if (made.isPresent()) return made;
        List<BlockActionPayload.Action> actions = payload.getActions();
        if (actions == null || actions.isEmpty() || actions.get(0) == null) return Optional.of("action");
        BlockActionPayload.Action action = actions.get(0);
        if (!id(action.getActionId()) || !id(action.getActionTs())) return Optional.of("action's id or moment");
        if (payload.getView() != null) return view(payload.getView());
        return unless(
                "message",
                payload.getContainer() != null && id(payload.getContainer().getMessageTs()));
    }

    private static Optional<String> submission(ViewSubmissionPayload payload) {
        boolean user = payload.getUser() != null && person(payload.getUser().getId());
        return user ? view(payload.getView()) : Optional.of("user");
    }

    private static Optional<String> closed(ViewClosedPayload payload) {
        boolean user = payload.getUser() != null && person(payload.getUser().getId());
        return user ? view(payload.getView()) : Optional.of("user");
    }

    private static Optional<String> suggestion(BlockSuggestionPayload payload) {
        return made(payload.getUser() == null ? null : payload.getUser().getId(), payload.getActionId());
    }

    private static Optional<String> shortcut(GlobalShortcutPayload payload) {
        return made(payload.getUser() == null ? null : payload.getUser().getId(), payload.getTriggerId());
    }

    private static Optional<String> shortcut(MessageShortcutPayload payload) {
        return made(payload.getUser() == null ? null : payload.getUser().getId(), payload.getTriggerId());
    }

    private static Optional<String> event(EventRequest request) {
        JsonElement payload = JsonParser.parseString(request.getRequestBodyAsString());
        if (!(payload instanceof JsonObject envelope)) return Optional.of("envelope");
        if (!id(text(envelope.get("event_id")))) return Optional.of("event's id");
        if (!(envelope.get("event") instanceof JsonObject event)) return Optional.of("event");
        JsonElement user = event.get("user");
        // Some events tell of a person as a whole, and many of nobody.
        if (user instanceof JsonObject whole) return unless("user", person(text(whole.get("id"))));
        boolean named = user != null && user.isJsonPrimitive();
        boolean ofSomebody = ABOUT_PEOPLE.contains(String.valueOf(text(event.get("type"))));
        return unless("user", named ? person(user.getAsString()) : !ofSomebody);
    }

    private static Optional<String> view(@Nullable View view) {
        return unless("view's id or hash", view != null && id(view.getId()) && id(view.getHash()));
    }

    /** @param by what it is answered or known by */
    private static Optional<String> made(@Nullable String user, @Nullable String by) {
        return person(user) ? unless("trigger", id(by)) : Optional.of("user");
    }

    private static @Nullable String text(@Nullable JsonElement element) {
        return element != null && element.isJsonPrimitive() ? element.getAsString() : null;
    }

    private static Optional<String> unless(String part, boolean there) {
        return there ? Optional.empty() : Optional.of(part);
    }

    private static boolean person(@Nullable String id) {
        return id != null && PERSON.matcher(id).matches();
    }

    private static boolean id(@Nullable String id) {
        return id != null && ID.matcher(id).matches();
    }
}
