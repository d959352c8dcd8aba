package dev.baton.story;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Two gestures in the same moment. */
final class Together {
    private Together() {}

    /** What Baton answers to each of two payloads that are under way at once. */
    static List<String> both(World slack, JsonObject one, JsonObject other) {
        CompletableFuture<String> first = slack.post().sending(one);
        CompletableFuture<String> second = slack.post().sending(other);
        return List.of(first.join(), second.join());
    }
}
