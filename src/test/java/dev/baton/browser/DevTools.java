package dev.baton.browser;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.Optional;

/** What the browser's own log of its doings says. */
final class DevTools {
    private DevTools() {}

    /** The address, where this line tells of a request. */
    static Optional<String> requested(String line) {
        JsonObject message = JsonParser.parseString(line).getAsJsonObject().getAsJsonObject("message");
        if (!message.get("method").getAsString().equals("Network.requestWillBeSent")) {
            return Optional.empty();
        }
        return Optional.of(message.getAsJsonObject("params")
                .getAsJsonObject("request")
                .get("url")
                .getAsString());
    }
}
