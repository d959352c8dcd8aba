package dev.baton.sandbox;

import com.google.gson.JsonObject;
import dev.baton.sandbox.AppCalls.Answer;
import dev.baton.sandbox.Ledger.Direction;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.java_websocket.WebSocket;
import org.java_websocket.exceptions.WebsocketNotConnectedException;
import org.jspecify.annotations.Nullable;

/**
 * Socket Mode, Slack's end. As soon as the app has asked for a connection everything goes over its sockets, to any one of
 * them, and nothing over HTTP any more. An envelope is acknowledged once, within three seconds, on any socket of the app;
 * what is said about any other envelope stands in the ledger as refused.
 */
public final class Sockets implements AutoCloseable {
    /** Slack's limit for one app. */
    static final int MOST = 10;

    private static final Duration LIMIT = Duration.ofSeconds(3);
    /** How long a connection that is to be replaced is kept. */
    private static final Duration LEAVE = Duration.ofSeconds(10);

    private static final Set<String> ANSWERABLE = Set.of("command", "view_submission", "block_suggestion");

    private final String appId;
    private final Ledger ledger;
    private final Set<String> tickets = ConcurrentHashMap.newKeySet();
    private final Map<String, Waiting> waiting = new ConcurrentHashMap<>();
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private final ExecutorService timer = Executors.newSingleThreadExecutor(Daemons.named("sandbox-sockets"));
    private @Nullable SocketServer server;
    private int count;
    private volatile boolean used;

    /** One connection. A leaving one gets nothing new. */
    private static final class Socket {
        private final WebSocket to;
        private final int number;
        private volatile boolean leaving;

        Socket(WebSocket to, int number) {
            this.to = to;
            this.number = number;
        }
    }

    private record Waiting(CompletableFuture<Answer> answer, boolean answerable) {}

    Sockets(String appId, Ledger ledger) {
        this.appId = appId;
        this.ledger = ledger;
    }

    /** Why Slack wants a connection replaced. */
    public enum Reason {
        /** In ten seconds it will be closed. */
        WARNING,
        /** It has lasted long enough. */
        REFRESH_REQUESTED,
        /** Somebody switched Socket Mode off: every connection is closed. */
        LINK_DISABLED
    }

    /** How many connections the app has. */
    public int connected() {
        return open.size();
    }

    /** Asks the app to replace each connection it has now. */
    public void disconnect(Reason reason) {
        for (Socket each : open) {
            each.leaving = true;
            say(
                    each,
                    Json.object(
                            "type",
                            "disconnect",
                            "reason",
                            reason.name().toLowerCase(Locale.ROOT),
                            "debug_info",
                            debug(each)));
            long stays = reason == Reason.LINK_DISABLED ? 0 : LEAVE.toMillis();
            after(stays).execute(each.to::close);
        }
    }

    /** Every connection breaks without a word. */
    public void drop() {
        open.forEach(each -> each.to.closeConnection(1006, ""));
    }

    /**
     * Sends what nobody did on the page, such as a press that comes a second time.
     *
     * @return what the app answers, empty where it only acknowledged; it fails where the app did not in time
     */
    public CompletableFuture<String> interaction(JsonObject payload) {
        return deliver(0, Json.text(payload, "type"), "interactive", payload, Map.of())
                .thenApply(answer -> {
                    if (!answer.ok()) {
                        throw new IllegalStateException(answer.failure());
                    }
                    return answer.body();
                });
    }

    /** From now on the app is called over HTTP again, until it asks for a connection. */
    void unused() {
        used = false;
    }

    boolean used() {
        return used;
    }

    /** An address for one connection, to be used once. */
    synchronized URI address() {
        used = true;
        SocketServer running = server;
        if (running == null) {
            running = SocketServer.started(this);
            server = running;
        }
        String ticket = UUID.randomUUID().toString();
        tickets.add(ticket);
        return URI.create("ws://127.0.0.1:" + running.getPort() + "/link/?ticket=" + ticket + "&app_id=" + appId);
    }

    /** Sends it to the socket whose turn it is by this number. */
    CompletableFuture<Answer> deliver(
            int number, String kind, String envelopeType, JsonObject payload, Map<String, String> headers) {
        List<Socket> able = open.stream().filter(each -> !each.leaving).toList();
        String id = UUID.randomUUID().toString();
        boolean answerable = ANSWERABLE.contains(kind);
        JsonObject envelope = Json.object(
                "envelope_id", id,
                "payload", payload,
                "type", envelopeType,
                "accepts_response_payload", answerable);
        if (envelopeType.equals("events_api")) {
            envelope.addProperty("retry_attempt", Integer.parseInt(headers.getOrDefault("X-Slack-Retry-Num", "0")));
            envelope.addProperty("retry_reason", headers.getOrDefault("X-Slack-Retry-Reason", ""));
        }
        CompletableFuture<Answer> answering = new CompletableFuture<>();
        waiting.put(id, new Waiting(answering, answerable));
        Socket to = able.isEmpty() ? null : able.get(Math.floorMod(number, able.size()));
        if (to == null || !say(to, envelope)) {
            answering.complete(Answer.failed("connection_failed"));
        }
        after(LIMIT.toMillis()).execute(() -> answering.complete(Answer.failed("operation_timeout")));
        return answering.thenApply(answer -> {
            waiting.remove(id);
            JsonObject back = Json.object(
                    "status", answer.status(), "body", answer.body(), "to", to == null ? null : "socket " + to.number);
            ledger.add(Direction.TO_APP, kind, answer.ok(), answer.failure(), payload, back);
            return answer;
        });
    }

    private Executor after(long millis) {
        return CompletableFuture.delayedExecutor(millis, TimeUnit.MILLISECONDS, timer);
    }

    private static boolean say(Socket to, JsonObject message) {
        try {
            to.to.send(message.toString());
            return true;
        } catch (WebsocketNotConnectedException gone) {
            return false;
        }
    }

    // What the server hears

    boolean admits(@Nullable String ticket) {
        return ticket != null && tickets.remove(ticket);
    }

    synchronized void opened(WebSocket connection) {
        Socket socket = new Socket(connection, ++count);
        if (open.size() >= MOST) {
            say(
                    socket,
                    Json.object("type", "disconnect", "reason", "too_many_websockets", "debug_info", debug(socket)));
            connection.close();
            return;
        }
        open.add(socket);
        say(
                socket,
                Json.object(
                        "type", "hello",
                        "num_connections", open.size(),
                        "debug_info", debug(socket),
                        "connection_info", Json.object("app_id", appId)));
    }

    private static JsonObject debug(Socket socket) {
        return Json.object("host", "sandbox-" + socket.number, "approximate_connection_time", 18_060);
    }

    void closed(WebSocket connection) {
        open.removeIf(each -> each.to == connection);
    }

    void heard(String message) {
        JsonObject said = Json.parseObject(message);
        String id = said == null ? "" : Json.text(said, "envelope_id");
        Waiting envelope = waiting.remove(id);
        if (said == null || envelope == null) {
            JsonObject kept = said == null ? Json.object("text", message) : said;
            String why = said == null ? "invalid_json" : "unknown_envelope";
            ledger.add(Direction.TO_SLACK, "acknowledgement", false, why, kept, new JsonObject());
            return;
        }
        boolean says = envelope.answerable() && said.has("payload");
        envelope.answer().complete(new Answer(200, says ? said.get("payload").toString() : "", "", true));
    }

    @Override
    public synchronized void close() {
        timer.shutdownNow();
        if (server != null) {
            server.end();
        }
    }
}
