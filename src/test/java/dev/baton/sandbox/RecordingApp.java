package dev.baton.sandbox;

import com.google.gson.JsonObject;
import dev.baton.Seal;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.component.LifeCycle;

/** An app as small as an app can be: it checks signatures, remembers what it was sent, and answers as a test says. */
final class RecordingApp extends Handler.Abstract implements AutoCloseable {
    private final String signingSecret;
    private final Server server = new Server();
    private final ServerConnector connector = new ServerConnector(server, 1, 1);
    private final List<Sent> sent = new CopyOnWriteArrayList<>();
    private final Map<String, Function<JsonObject, Reply>> replies = new ConcurrentHashMap<>();

    /** What the app was sent: its type, its payload, and two headers of a retry. */
    record Sent(String type, JsonObject payload, boolean signed, String retry, String retryReason) {}

    record Reply(int status, String body) {
        static Reply ok() {
            return new Reply(200, "");
        }
    }

    RecordingApp(String signingSecret) {
        this.signingSecret = signingSecret;
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        server.setHandler(this);
        LifeCycle.start(server);
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + connector.getLocalPort() + "/slack/events");
    }

    /** Answers everything of this type so; the rest gets an empty 200. */
    void on(String type, Function<JsonObject, Reply> reply) {
        replies.put(type, reply);
    }

    void on(String type, int status, String body) {
        on(type, payload -> new Reply(status, body));
    }

    List<Sent> sent(String type) {
        return sent.stream().filter(one -> one.type().equals(type)).toList();
    }

    /** The last of this type, once there are so many. */
    Sent await(String type, int count) {
        until(() -> sent(type).size() >= count, "the app was sent " + count + " of " + type);
        return sent(type).get(count - 1);
    }

    static void until(BooleanSupplier condition, String what) {
        long deadline = System.nanoTime() + Duration.ofSeconds(5).toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("after five seconds it is still not so that " + what);
            }
            Thread.onSpinWait();
        }
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        String body = Replies.body(request);
        String contentType = Replies.header(request, HttpHeader.CONTENT_TYPE);
        JsonObject payload = payload(contentType, body);
        String type = type(payload);
        sent.add(new Sent(
                type,
                payload,
                signed(request, body),
                header(request, "X-Slack-Retry-Num"),
                header(request, "X-Slack-Retry-Reason")));
        Reply reply = replies.getOrDefault(type, any -> Reply.ok()).apply(payload);
        Replies.text(response, callback, reply.status(), "application/json", reply.body());
        return true;
    }

    private static JsonObject payload(String contentType, String body) {
        if (contentType.startsWith("application/json")) {
            return Objects.requireNonNull(Json.parseObject(body));
        }
        JsonObject form = Args.form(body);
        JsonObject payload = Json.parseObject(Json.text(form, "payload"));
        return payload == null ? form : payload;
    }

    private static String type(JsonObject payload) {
        if (payload.has("command")) {
            return "command";
        }
        return payload.has("event") ? Json.text(Json.child(payload, "event"), "type") : Json.text(payload, "type");
    }

    private boolean signed(Request request, String body) {
        String expected = Seal.of(signingSecret, header(request, "X-Slack-Request-Timestamp"), body);
        return expected.equals(header(request, "X-Slack-Signature"));
    }

    private static String header(Request request, String name) {
        String value = request.getHeaders().get(name);
        return value == null ? "" : value;
    }

    @Override
    public void close() {
        LifeCycle.stop(server);
    }
}
