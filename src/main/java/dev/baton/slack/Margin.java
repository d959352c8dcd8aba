package dev.baton.slack;

import com.google.gson.JsonArray;
import com.google.gson.JsonParser;
import dev.baton.notice.Message;
import java.util.List;

/** What is said about a message, above it in small letters. */
public final class Margin {
    private static final int IN_MESSAGE = 50;

    private Margin() {}

    /** The same message under a line of mrkdwn. One that is full already stays as it is: its words are worth more. */
    public static Message above(Message message, String mrkdwn) {
        JsonArray blocks = JsonParser.parseString(Blocks.json(List.of(Blocks.note(mrkdwn))))
                .getAsJsonArray();
        JsonArray below = message.blocks().isBlank()
                ? new JsonArray()
                : JsonParser.parseString(message.blocks()).getAsJsonArray();
        if (below.isEmpty()) {
            below = JsonParser.parseString(Blocks.json(List.of(Blocks.text(message.text()))))
                    .getAsJsonArray();
        }
        blocks.addAll(below);
        return blocks.size() > IN_MESSAGE ? message : new Message(message.text(), blocks.toString());
    }
}
