package dev.baton.sandbox;

import com.google.gson.JsonObject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A modal on somebody's screen, or somebody's Home tab. */
final class OpenView {
    final String id;
    final String user;
    final String rootId;
    final @Nullable String previousId;
    final InputState state;

    /** The conversation that the person looked at when it was opened. */
    final @Nullable String channel;

    JsonObject view;
    String hash;

    /** What the app found wrong, by block_id; shown under the fields until the next try. */
    JsonObject errors = new JsonObject();

    /** What the person reads when the app did not answer as it should. */
    @Nullable
    String trouble;

    OpenView(
            String id,
            String user,
            @Nullable String rootId,
            @Nullable String previousId,
            @Nullable String channel,
            JsonObject view,
            String hash) {
        this.id = id;
        this.user = user;
        this.rootId = rootId == null ? id : rootId;
        this.previousId = previousId;
        this.view = view;
        this.hash = hash;
        this.channel = channel;
        state = new InputState(channel);
        state.draw(blocks());
    }

    List<JsonObject> blocks() {
        return Json.objects(view, "blocks");
    }

    void redraw(JsonObject newView, String newHash) {
        view = newView;
        hash = newHash;
        errors = new JsonObject();
        trouble = null;
        state.draw(blocks());
    }

    boolean flag(String key) {
        return Json.flag(view, key);
    }
}
