package dev.baton.sandbox;

import com.google.gson.JsonObject;
import dev.baton.sandbox.Posts.Draft;
import dev.baton.sandbox.ResponseUrls.Spot;

/** What the app answers to a command, or sends to a response_url. Callers hold the lock. */
final class Responses {
    private final Live live;
    private final Posts posts;

    Responses(Live live, Posts posts) {
        this.live = live;
        this.posts = posts;
    }

    /** Posts, replaces or deletes, as the answer says. Ephemeral unless it says otherwise. */
    void respond(Spot spot, JsonObject answer) {
        Args args = new Args(answer);
        Conversation in = live.conversations.visible(spot.channel(), spot.user());
        if (in == null) {
            throw new Refused("channel_not_found");
        }
        Message original = spot.messageTs() == null ? null : in.find(spot.messageTs());
        if (args.flag("delete_original")) {
            if (original != null) {
                in.remove(original.ts);
            }
            return;
        }
        Draft draft = Draft.read(args);
        if (args.flag("replace_original") && original != null) {
            if (draft.empty()) {
                throw new Refused("no_text");
            }
            posts.edit(in, original, draft);
            return;
        }
        boolean forAll = args.text("response_type").equals("in_channel");
        posts.byBot(in, draft, forAll ? null : spot.user());
    }
}
