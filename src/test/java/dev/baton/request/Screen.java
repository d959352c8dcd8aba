package dev.baton.request;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.slack.api.model.view.View;
import com.slack.api.util.json.GsonFactory;
import dev.baton.SlackLimits;
import dev.baton.notice.Message;
import java.util.List;

/**
 * A screen as Slack gets it.
 *
 * @param view a modal; else a message
 */
record Screen(String name, JsonObject json, boolean view) {

    static Screen of(String name, View view) {
        String json = GsonFactory.createSnakeCase().toJson(view);
        return new Screen(name, JsonParser.parseString(json).getAsJsonObject(), true);
    }

    static Screen of(String name, Message message) {
        JsonObject json = new JsonObject();
        json.addProperty("text", message.text());
        json.add("blocks", JsonParser.parseString(message.blocks()));
        return new Screen(name, json, false);
    }

    /** What Slack would refuse. */
    List<String> findings() {
        return view ? SlackLimits.ofView(json) : SlackLimits.ofMessage(json);
    }

    @Override
    public String toString() {
        return name;
    }
}
