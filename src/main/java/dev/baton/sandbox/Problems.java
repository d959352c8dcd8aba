package dev.baton.sandbox;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;

/** What is wrong with a payload, each with the place where it is wrong, in the words Slack uses. */
final class Problems {
    private final List<String> found = new ArrayList<>();

    void add(String pointer, String reason) {
        found.add(reason + " [json-pointer:" + pointer + "]");
    }

    /** Refuses under this name if anything was found. */
    void refuse(String error) {
        if (!found.isEmpty()) {
            throw new Refused(error, found, new JsonObject());
        }
    }

    List<String> found() {
        return List.copyOf(found);
    }
}
