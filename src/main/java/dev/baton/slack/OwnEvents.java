package dev.baton.slack;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.slack.api.bolt.middleware.Middleware;
import com.slack.api.bolt.middleware.MiddlewareChain;
import com.slack.api.bolt.request.Request;
import com.slack.api.bolt.request.RequestType;
import com.slack.api.bolt.request.builtin.EventRequest;
import com.slack.api.bolt.response.Response;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Drops the events of what Baton itself wrote. Bolt's own middleware for this asks Slack about every other bot it meets,
 * while Slack waits for our answer, and fails on events whose {@code user} is an object, such as {@code user_change}.
 */
final class OwnEvents implements Middleware {
    /** Baton wants to know where it was added and removed. */
    private static final Set<String> ABOUT_US = Set.of("member_joined_channel", "member_left_channel");

    private final Identity identity;

    OwnEvents(Identity identity) {
        this.identity = identity;
    }

    @Override
    @SuppressWarnings("rawtypes") // Bolt's interface
    public Response apply(Request req, Response resp, MiddlewareChain chain) throws Exception {
        return req.getRequestType() == RequestType.Event && own((EventRequest) req) ? resp : chain.next(req);
    }

    private boolean own(EventRequest request) {
        if (ABOUT_US.contains(request.getEventType())) return false;
        JsonObject payload =
                JsonParser.parseString(request.getRequestBodyAsString()).getAsJsonObject();
        if (!(payload.get("event") instanceof JsonObject event)) return false;
        return identity.bot()
                .map(us -> says(event.get("bot_id"), us.botId()) || says(event.get("user"), us.userId()))
                .orElse(false);
    }

    private static boolean says(@Nullable JsonElement element, String id) {
        return element != null
                && element.isJsonPrimitive()
                && element.getAsString().equals(id);
    }
}
