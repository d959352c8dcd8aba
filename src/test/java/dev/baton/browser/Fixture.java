package dev.baton.browser;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.baton.Eventually;
import dev.baton.sandbox.Sandbox;
import dev.baton.sandbox.SandboxClock;
import dev.baton.sandbox.SandboxOptions;
import dev.baton.sandbox.Workspace;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A workspace with an app in it that shows every block and element, and remembers what people did with them. */
final class Fixture implements AutoCloseable {
    private static final String MANIFEST = """
            features:
              app_home: { home_tab_enabled: true }
              slash_commands: [ { command: /everything, description: Opens a form with every field } ]
              shortcuts: [ { name: Look closer, type: message, callback_id: closer, description: Looks at a message } ]
            settings: { interactivity: { is_enabled: true } }
            """;

    private final HttpClient http = HttpClient.newHttpClient();
    private final HttpServer app;
    private final ExecutorService threads = Executors.newFixedThreadPool(4);
    private final List<JsonObject> heard = new CopyOnWriteArrayList<>();
    final Sandbox sandbox;

    /** The cast's workspace, with these lines of YAML about what was said before. */
    Fixture(String messages) {
        InstantSource machine = InstantSource.system();
        Workspace opening = Workspace.parse(resource("/sandbox/cast.yml") + "\n" + messages, MANIFEST);
        SandboxClock clock = new SandboxClock(machine, opening.start());
        sandbox = Sandbox.start(new SandboxOptions(0, opening, clock, machine, "secret", "xoxb-fixture"));
        try {
            app = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        app.setExecutor(threads);
        app.createContext("/", this::hear);
        app.start();
        sandbox.connect(URI.create("http://127.0.0.1:" + app.getAddress().getPort() + "/slack/events"));
    }

    URI page() {
        return sandbox.pageUrl();
    }

    static String resource(String path) {
        try (InputStream file = Objects.requireNonNull(Fixture.class.getResourceAsStream(path), path)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void hear(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        JsonObject payload = payload(body);
        String answer = answer(payload);
        heard.add(payload);
        byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static JsonObject payload(String body) {
        if (body.startsWith("{")) {
            return JsonParser.parseString(body).getAsJsonObject();
        }
        JsonObject form = new JsonObject();
        for (String pair : body.split("&", -1)) {
            String[] both = pair.split("=", 2);
            form.addProperty(both[0], URLDecoder.decode(both[1], StandardCharsets.UTF_8));
        }
        return form.has("payload")
                ? JsonParser.parseString(form.get("payload").getAsString()).getAsJsonObject()
                : form;
    }

    private String answer(JsonObject payload) {
        if (payload.has("command")) {
            JsonObject ask = new JsonObject();
            ask.add("trigger_id", payload.get("trigger_id"));
            ask.add("view", JsonParser.parseString(resource("/browser/form.json")));
            api("views.open", ask);
            return "";
        }
        return type(payload).equals("block_suggestion") ? """
                {"options": [{"text": {"type": "plain_text", "text": "Oslo"}, "value": "oslo"},
                             {"text": {"type": "plain_text", "text": "Osaka"}, "value": "osaka"}]}
                """ : "";
    }

    private static String type(JsonObject payload) {
        JsonElement type = payload.get("type");
        return type == null ? "" : type.getAsString();
    }

    /** Posts into a channel, with blocks or without. */
    void post(String channel, String text, String blocks) {
        JsonObject ask = new JsonObject();
        ask.addProperty("channel", channel);
        ask.addProperty("text", text);
        ask.add("blocks", blocks.isEmpty() ? new JsonArray() : JsonParser.parseString(blocks));
        api("chat.postMessage", ask);
    }

    JsonObject api(String method, JsonObject ask) {
        try {
            HttpRequest request = HttpRequest.newBuilder(sandbox.apiUrl().resolve(method))
                    .header("Authorization", "Bearer xoxb-fixture")
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(ask.toString()))
                    .build();
            String answer =
                    http.send(request, HttpResponse.BodyHandlers.ofString()).body();
            return JsonParser.parseString(answer).getAsJsonObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Waits until the app has been sent something of this type, and gives the last of it. */
    JsonObject heard(String type) {
        return Eventually.get(
                "something of type " + type,
                () -> heard.stream().filter(each -> type(each).equals(type)).reduce((first, second) -> second));
    }

    /** Waits until the app has been sent something of this type in which these words stand. */
    void heardWith(String type, String words) {
        Eventually.that(
                type + " with " + words,
                () -> heard.stream()
                        .anyMatch(each ->
                                type(each).equals(type) && each.toString().contains(words)));
    }

    /** So many messages in #general, for the file of a workspace. */
    static String chatter(int messages) {
        StringBuilder lines = new StringBuilder("messages:\n");
        for (int i = 0; i < messages; i++) {
            lines.append("  - { before: PT%dM, in: C0GENERAL, by: %s, text: message %d }%n"
                    .formatted(2 * (messages - i), i % 3 == 0 ? "U0SAM" : "U0MAYA", i));
        }
        return lines.toString();
    }

    @Override
    public void close() {
        sandbox.close();
        app.stop(0);
        threads.shutdownNow();
    }
}
