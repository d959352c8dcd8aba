package dev.baton.story;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.baton.sandbox.Ledger.Line;
import java.util.List;

/** The press of a button as Slack told it to Baton, to be sent again, or by somebody else. */
final class Presses {
    private final World slack;
    private final JsonObject payload;

    private Presses(World slack, JsonObject payload) {
        this.slack = slack;
        this.payload = payload;
    }

    /** The last press of anybody. */
    static Presses last(World slack) {
        List<Line> lines = slack.sandbox().ledger().accepted("block_actions");
        return new Presses(slack, lines.get(lines.size() - 1).request().deepCopy());
    }

    /** Presses a button that opens a form, closes the form, and keeps what Slack told of it. */
    static Presses onMessage(World slack, String person, Posted message, String button) {
        message.press(button);
        slack.as(person).closeForm();
        return last(slack);
    }

    /** The same press, by this person and of this button. */
    Presses as(String person, String action) {
        JsonObject copy = payload.deepCopy();
        copy.getAsJsonObject("user").addProperty("id", person);
        JsonArray actions = copy.getAsJsonArray("actions");
        actions.get(0).getAsJsonObject().addProperty("action_id", action);
        return new Presses(slack, copy);
    }

    /** The same press, where no answer can be given beside the message any more. */
    Presses unanswerable() {
        JsonObject copy = payload.deepCopy();
        copy.addProperty(
                "response_url",
                slack.sandbox().pageUrl().resolve("/commands/gone").toString());
        return new Presses(slack, copy);
    }

    void post() {
        slack.post().answerTo(payload);
    }
}
