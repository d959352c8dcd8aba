package dev.baton.slack;

import com.slack.api.app_backend.slash_commands.payload.SlashCommandPayload;
import com.slack.api.bolt.context.builtin.SlashCommandContext;
import com.slack.api.bolt.request.builtin.SlashCommandRequest;
import com.slack.api.bolt.response.Response;
import java.util.Optional;

/**
 * Something to be asked for by a slash command.
 *
 * @param name the word after {@code /baton}, such as {@code request-csm}
 * @param handler the same that answers the command of its own, if there is one; it reads what was typed by {@link #typed}
 */
public record Command(String name, Handler handler) {

    /** Answers within three seconds. */
    @FunctionalInterface
    public interface Handler {
        Response answer(SlashCommandRequest request, SlashCommandContext context);
    }

    /** What was typed behind the command. Slack hands over three characters escaped. */
    public static String typed(SlashCommandRequest request) {
        return Blocks.unesc(Optional.ofNullable(request.getPayload().getText()).orElse(""))
                .strip();
    }

    /** The same request without the first word, which named the command. */
    public static SlashCommandRequest withoutFirstWord(SlashCommandRequest request) {
        SlashCommandPayload payload = request.getPayload();
        String text = Optional.ofNullable(payload.getText()).orElse("").strip();
        String[] words = text.split("\\s+", 2);
        payload.setText(words.length < 2 ? "" : words[1]);
        return request;
    }
}
