package dev.baton.story;

import com.google.gson.JsonObject;
import java.util.concurrent.CompletableFuture;

/** A way to Baton for what Slack sends by itself, or sends again. */
public interface Post {
    /** What Baton answers; empty when all is well. */
    CompletableFuture<String> sending(JsonObject payload);

    default String answerTo(JsonObject payload) {
        return sending(payload).join();
    }
}
