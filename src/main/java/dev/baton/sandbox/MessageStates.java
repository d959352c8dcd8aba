package dev.baton.sandbox;

import com.google.gson.JsonObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What each person has chosen in the fields of a message; everybody has their own. */
final class MessageStates {
    private final Map<String, InputState> states = new HashMap<>();

    InputState of(String user, String channel, String ts, List<JsonObject> blocks) {
        InputState state = states.computeIfAbsent(user + " " + channel + " " + ts, key -> new InputState(channel));
        state.draw(blocks);
        return state;
    }

    void clear() {
        states.clear();
    }
}
