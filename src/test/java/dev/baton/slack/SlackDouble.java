package dev.baton.slack;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;

/** Slack's Web API as far as the tests of the door need it: answers what it is told to, and remembers what it was asked. */
final class SlackDouble implements AutoCloseable {
    static final String TOKEN = "xoxb-test";

    private final Server server = new Server();
    private final ServerConnector connector = new ServerConnector(server, 1, 1);
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final Map<String, Queue<Answer>> answers = new HashMap<>();

    record Asked(String method, Map<String, String> parameters, String body) {
        JsonObject json(String parameter) {
            return JsonParser.parseString(parameters.get(parameter)).getAsJsonObject();
        }
    }

    /** How one call is answered. */
    interface Answer {
        void to(Request request, Response response, Callback callback);
    }

    static SlackDouble open() {
        SlackDouble slack = new SlackDouble();
        slack.connector.setHost("127.0.0.1");
        slack.server.addConnector(slack.connector);
        slack.server.setHandler(new Handler.Abstract() {
            @Override
            public boolean handle(Request request, Response response, Callback callback) throws Exception {
                return slack.handle(request, response, callback);
            }
        });
        try {
            slack.server.start();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        return slack;
    }

    String apiUrl() {
        return "http://127.0.0.1:" + connector.getLocalPort() + "/api/";
    }

    String responseUrl() {
        return "http://127.0.0.1:" + connector.getLocalPort() + "/api/response_url";
    }

    /** The next calls of the method are answered so, one each; after them with a plain ok. */
    synchronized SlackDouble next(String method, Answer... these) {
        answers.computeIfAbsent(method, m -> new ArrayDeque<>()).addAll(List.of(these));
        return this;
    }

    SlackDouble says(String method, String... bodies) {
        for (String body : bodies) next(method, json(200, body));
        return this;
    }

    List<Asked> asked(String method) {
        return asked.stream().filter(one -> one.method().equals(method)).toList();
    }

    static Answer json(int status, String body) {
        return (request, response, callback) -> {
            response.setStatus(status);
            response.getHeaders().put("Content-Type", "application/json");
            Content.Sink.write(response, true, body, callback);
        };
    }

    static Answer status(int status, String header, String value) {
        return (request, response, callback) -> {
            response.setStatus(status);
            response.getHeaders().put(header, value);
            Content.Sink.write(response, true, "", callback);
        };
    }

    /** The request was read to its end, and then the line goes dead. */
    static Answer hangsUp() {
        return (request, response, callback) -> {
            request.getConnectionMetaData().getConnection().getEndPoint().close();
            callback.failed(new IllegalStateException("hung up"));
        };
    }

    /** Never answers; the connection stays until the caller gives up. */
    static Answer silent() {
        return (request, response, callback) -> request.addFailureListener(why -> callback.failed(why));
    }

    private boolean handle(Request request, Response response, Callback callback) throws Exception {
        String path = Request.getPathInContext(request);
        String method = path.substring(path.lastIndexOf('/') + 1);
        String body = Content.Source.asString(request, StandardCharsets.UTF_8);
        asked.add(new Asked(method, parameters(body), body));
        answer(method).to(request, response, callback);
        return true;
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private synchronized Answer answer(String method) {
        Queue<Answer> waiting = answers.get(method);
        Answer next = waiting == null ? null : waiting.poll();
        return next == null ? json(200, plain(method)) : next;
    }

    private static String plain(String method) {
        return switch (method) {
            case "auth.test" -> """
                    {"ok":true,"team_id":"T0ACME","user_id":"U0BATON","bot_id":"B0BATON"}""";
            case "users.info" -> """
                    {"ok":true,"user":{"id":"U0SAM","deleted":false}}""";
            case "conversations.open" -> """
                    {"ok":true,"channel":{"id":"D0SAM"}}""";
            case "chat.postMessage", "chat.update" -> """
                    {"ok":true,"channel":"D0SAM","ts":"1709542800.000100"}""";
            case "views.open", "views.push", "views.update" -> """
                    {"ok":true,"view":{"id":"V0NEW","hash":"1.a"}}""";
            case "conversations.history", "conversations.replies" -> """
                    {"ok":true,"messages":[]}""";
            default -> "{\"ok\":true}";
        };
    }

    private static Map<String, String> parameters(String body) {
        Map<String, String> found = new HashMap<>();
        if (body.startsWith("{")) return found;
        for (String pair : body.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0)
                found.put(
                        pair.substring(0, equals),
                        URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
        }
        return found;
    }

    /** A page of a conversation; an empty cursor ends it. */
    static String page(String cursor, String... messages) {
        return """
                {"ok":true,"messages":[%s],"response_metadata":{"next_cursor":"%s"}}""".formatted(String.join(",", messages), cursor);
    }

    /** A message of ours, with the stamp it is known by. */
    static String message(String ts, String key, long gen) {
        return """
                {"ts":"%s","metadata":{"event_type":"baton_notice","event_payload":{"key":"%s","try_id":"t","gen":%d}}}""".formatted(ts, key, gen);
    }
}
