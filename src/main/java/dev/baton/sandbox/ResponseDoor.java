package dev.baton.sandbox;

import com.google.gson.JsonObject;
import dev.baton.sandbox.FaultyAnswer.Said;
import dev.baton.sandbox.Ledger.Direction;
import java.io.IOException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Where response urls lead. They need no token: the address is the secret. */
final class ResponseDoor {
    private static final String METHOD = "response_url";

    private final Live live;
    private final Responses responses;
    private final Ledger ledger;
    private final Faults faults;

    ResponseDoor(Live live, Responses responses, Ledger ledger, Faults faults) {
        this.live = live;
        this.responses = responses;
        this.ledger = ledger;
        this.faults = faults;
    }

    void handle(String token, Request request, Response response, Callback callback) throws IOException {
        String contentType = Replies.header(request, HttpHeader.CONTENT_TYPE);
        String body = Replies.body(request);
        FaultyAnswer answer = new FaultyAnswer(faults.take(METHOD), request, response, callback);
        if (answer.instead()) {
            ledger.add(Direction.TO_SLACK, METHOD, false, answer.name(), new JsonObject(), new JsonObject());
            return;
        }
        answer.after(() -> respond(token, contentType.isEmpty() ? "application/json" : contentType, body));
    }

    private Said respond(String token, String contentType, String body) {
        JsonObject said = new JsonObject();
        long began = ledger.millis();
        try {
            Args args = Args.read(contentType, body);
            JsonObject payload = Json.parseObject(args.text("payload"));
            JsonObject answer = payload == null ? args.json() : payload;
            said = answer;
            live.change(() -> {
                responses.respond(live.responseUrls.use(token), answer);
                return true;
            });
            ledger.add(Direction.TO_SLACK, METHOD, true, "", said, new JsonObject(), about(began));
            return new Said(200, "text/plain", "ok");
        } catch (Refused refused) {
            ledger.add(Direction.TO_SLACK, METHOD, false, refused.error(), said, refused.answer(), about(began));
            return Said.json(refused.error().endsWith("_url") ? 404 : 400, refused.answer());
        }
    }

    private JsonObject about(long began) {
        return Json.object("millis", ledger.millis() - began);
    }
}
