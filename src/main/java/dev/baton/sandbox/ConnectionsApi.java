package dev.baton.sandbox;

import com.google.gson.JsonObject;
import dev.baton.sandbox.Ledger.Direction;
import java.net.URI;

/** {@code apps.connections.open}: the one method that takes the app's own token, and takes no other. */
final class ConnectionsApi {
    static final String OPEN = "apps.connections.open";

    private final String appToken;
    private final String botToken;
    private final Sockets sockets;
    private final Ledger ledger;

    /** @param appToken empty where the app has none */
    ConnectionsApi(String appToken, String botToken, Sockets sockets, Ledger ledger) {
        this.appToken = appToken;
        this.botToken = botToken;
        this.sockets = sockets;
        this.ledger = ledger;
    }

    /** Whether a token is the app's own, which no other method takes. */
    boolean knows(String token) {
        return !appToken.isEmpty() && token.equals(appToken);
    }

    JsonObject open(String contentType, String body, String bearer) {
        JsonObject asked = Args.asFarAsReadable(contentType, body).json();
        try {
            String given = bearer.startsWith("Bearer ") ? bearer.substring(7) : Json.text(asked, "token");
            authenticate(given);
            URI address = sockets.address();
            JsonObject told = Json.object("ok", true, "url", "ws://…");
            ledger.add(Direction.TO_SLACK, OPEN, true, "", asked, told);
            return Json.object("ok", true, "url", address);
        } catch (Refused refused) {
            ledger.add(Direction.TO_SLACK, OPEN, false, refused.error(), asked, refused.answer());
            return refused.answer();
        }
    }

    private void authenticate(String given) {
        if (given.isEmpty()) {
            throw new Refused("not_authed");
        }
        if (given.equals(botToken)) {
            throw new Refused("not_allowed_token_type");
        }
        if (!knows(given)) {
            throw new Refused("invalid_auth");
        }
    }
}
