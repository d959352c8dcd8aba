package dev.baton.sandbox;

import com.google.gson.JsonObject;
import dev.baton.sandbox.Faults.Fault;
import dev.baton.sandbox.FaultyAnswer.Said;
import dev.baton.sandbox.Ledger.Direction;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** The Web API: rates, planned trouble, token, the method itself, and a line in the ledger. */
final class WebApi {
    private static final Set<String> READING = Set.of(
            "auth.test",
            "users.info",
            "users.lookupByEmail",
            "conversations.info",
            "conversations.members",
            "conversations.history",
            "conversations.replies");

    private final Live live;
    private final String token;
    private final Ledger ledger;
    private final Faults faults;
    private final Tiers tiers;
    private final ConnectionsApi connections;
    private final Map<String, Function<Args, JsonObject>> methods = new HashMap<>();

    WebApi(Live live, String token, Ledger ledger, Faults faults, Tiers tiers, ConnectionsApi connections) {
        this.connections = connections;
        this.live = live;
        this.token = token;
        this.ledger = ledger;
        this.faults = faults;
        this.tiers = tiers;
        Scopes scopes = new Scopes(live.opening.manifest().scopes());
        methods.putAll(new UsersApi(live, scopes).methods());
        methods.putAll(new ConversationsApi(live, scopes).methods());
        methods.putAll(new ChatApi(live, scopes).methods());
        methods.putAll(new ViewsApi(live).methods());
    }

    void handle(String method, Request request, Response response, Callback callback) throws IOException {
        String contentType = Replies.header(request, HttpHeader.CONTENT_TYPE);
        String body = Replies.body(request);
        String bearer = Replies.header(request, HttpHeader.AUTHORIZATION);
        int pause = tiers.pause(method, Args.asFarAsReadable(contentType, body).text("channel"));
        @Nullable Fault fault = pause > 0 ? Fault.rateLimited(pause) : faults.take(method);
        FaultyAnswer answer = new FaultyAnswer(fault, request, response, callback);
        if (answer.instead()) {
            JsonObject asked = Args.asFarAsReadable(contentType, body).json();
            ledger.add(Direction.TO_SLACK, method, false, answer.name(), asked, new JsonObject());
            return;
        }
        answer.after(() -> Said.json(
                200,
                method.equals(ConnectionsApi.OPEN)
                        ? connections.open(contentType, body, bearer)
                        : call(method, contentType, body, bearer)));
    }

    private JsonObject call(String method, String contentType, String body, String bearer) {
        Args args = new Args(new JsonObject());
        long began = ledger.millis();
        try {
            args = Args.read(contentType, body);
            authenticate(bearer, args);
            JsonObject answer = run(method, args);
            ledger.add(Direction.TO_SLACK, method, true, "", args.json(), answer, about(bearer, args, began));
            return answer;
        } catch (Refused refused) {
            JsonObject answer = refused.answer();
            ledger.add(
                    Direction.TO_SLACK,
                    method,
                    false,
                    refused.error(),
                    args.json(),
                    answer,
                    about(bearer, args, began));
            return answer;
        }
    }

    private JsonObject about(String bearer, Args args, long began) {
        String given = given(bearer, args);
        String shown = given.isEmpty() ? "none" : given.equals(token) ? "known" : "wrong";
        return Json.object("millis", ledger.millis() - began, "token", shown);
    }

    private static String given(String bearer, Args args) {
        return bearer.startsWith("Bearer ") ? bearer.substring(7) : args.text("token");
    }

    private void authenticate(String bearer, Args args) {
        String given = given(bearer, args);
        if (given.isEmpty()) {
            throw new Refused("not_authed");
        }
        if (connections.knows(given)) {
            throw new Refused("not_allowed_token_type");
        }
        if (!given.equals(token)) {
            throw new Refused("invalid_auth");
        }
    }

    private JsonObject run(String method, Args args) {
        Function<Args, JsonObject> called = methods.get(method);
        if (called == null) {
            throw new Refused("unknown_method");
        }
        return READING.contains(method) ? live.look(() -> called.apply(args)) : live.change(() -> called.apply(args));
    }
}
