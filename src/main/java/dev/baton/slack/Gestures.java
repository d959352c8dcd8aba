package dev.baton.slack;

import com.slack.api.app_backend.events.payload.EventsApiPayload;
import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.app_backend.views.payload.ViewSubmissionPayload;
import com.slack.api.bolt.request.builtin.BlockActionRequest;
import com.slack.api.bolt.request.builtin.GlobalShortcutRequest;
import com.slack.api.bolt.request.builtin.MessageShortcutRequest;
import com.slack.api.bolt.request.builtin.SlashCommandRequest;
import com.slack.api.bolt.request.builtin.ViewSubmissionRequest;
import org.jspecify.annotations.Nullable;

/**
 * The key of what somebody did: the same for every repetition that Slack sends, and another for everything else. It is
 * recorded with the effect, so that a repetition has none.
 */
public final class Gestures {
    private Gestures() {}

    public static String of(SlashCommandRequest command) {
        return "command:" + known(command.getPayload().getTriggerId());
    }

    public static String of(GlobalShortcutRequest shortcut) {
        return "shortcut:" + known(shortcut.getPayload().getTriggerId());
    }

    public static String of(MessageShortcutRequest shortcut) {
        return "shortcut:" + known(shortcut.getPayload().getTriggerId());
    }

    /** The view as it stood: its hash changes with each redrawing. What one form answered is no answer to another. */
    public static String of(ViewSubmissionRequest submission) {
        ViewSubmissionPayload payload = submission.getPayload();
        return "view:" + known(payload.getView().getId()) + ":"
                + known(payload.getView().getHash()) + ":"
                + known(payload.getView().getCallbackId());
    }

    /** In a view: the view and the moment. On a message: the message, the moment, and who, since many may press it. */
    public static String of(BlockActionRequest press) {
        BlockActionPayload payload = press.getPayload();
        BlockActionPayload.Action action = payload.getActions().get(0);
        String at = known(action.getActionTs()) + ":" + known(action.getActionId());
        if (payload.getView() != null)
            return "action:" + known(payload.getView().getId()) + ":" + at;
        String message = known(payload.getContainer().getMessageTs());
        return "action:" + message + ":" + at + ":" + known(payload.getUser().getId());
    }

    public static String of(EventsApiPayload<?> event) {
        return "event:" + known(event.getEventId());
    }

    private static String known(@Nullable String part) {
        if (part == null || part.isEmpty()) throw new IllegalArgumentException("The gesture has no key");
        return part;
    }
}
