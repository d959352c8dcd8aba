package dev.baton.sandbox;

import com.google.gson.JsonObject;
import dev.baton.sandbox.Conversation.Kind;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The scopes the manifest asks for, held against what each call needs. A manifest without scopes may do everything. */
final class Scopes {
    private final Set<String> granted;

    Scopes(Set<String> granted) {
        this.granted = granted;
    }

    void need(String scope) {
        if (!granted.isEmpty() && !granted.contains(scope)) {
            JsonObject told = Json.object("needed", scope, "provided", String.join(",", new TreeSet<>(granted)));
            throw new Refused("missing_scope", List.of(), told);
        }
    }

    /** The scope of this right, such as {@code history}, for this kind of conversation. */
    void need(Conversation conversation, String right) {
        need(family(conversation) + ":" + right);
    }

    private static String family(Conversation conversation) {
        if (conversation.kind == Kind.DIRECT) {
            return "im";
        }
        if (conversation.kind == Kind.GROUP) {
            return "mpim";
        }
        return conversation.isPrivate ? "groups" : "channels";
    }
}
