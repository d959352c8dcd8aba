package dev.baton.sandbox;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

/** A sandbox with the cast in it, an app beside it, and both sides of the conversation in a test's hands. */
final class Bench implements AutoCloseable {
    static final String SECRET = "shh";
    static final String TOKEN = "xoxb-sandbox";
    static final String MANIFEST = """
            features:
              app_home: { home_tab_enabled: true }
              slash_commands:
                - { command: /ask, description: Ask for something, usage_hint: "[what]" }
              shortcuts:
                - { name: Ask about this, type: message, callback_id: ask_about, description: Ask }
                - { name: Ask, type: global, callback_id: ask, description: Ask }
            oauth_config:
              scopes:
                bot: [commands, chat:write, im:write, mpim:write, im:history, channels:history, channels:read, users:read, users:read.email, im:read]
            settings:
              interactivity: { is_enabled: true }
              event_subscriptions: { bot_events: [message.im, app_mention, app_home_opened] }
            """;

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    final AtomicReference<Instant> machineNow = new AtomicReference<>(Instant.parse("2026-11-20T10:00:00Z"));
    final RecordingApp app;
    final Sandbox sandbox;

    Bench() {
        this(resource("/sandbox/cast.yml"));
    }

    Bench(String workspaceYaml) {
        this(workspaceYaml, MANIFEST);
    }

    Bench(String workspaceYaml, String manifest) {
        app = new RecordingApp(SECRET);
        InstantSource machine = machineNow::get;
        Workspace opening = Workspace.parse(workspaceYaml, manifest);
        SandboxClock clock = new SandboxClock(machine, opening.start());
        sandbox = Sandbox.start(
                new SandboxOptions(0, opening, clock, machine, SECRET, TOKEN).withAppToken("xapp-sandbox"));
        sandbox.connect(app.url());
    }

    static String resource(String path) {
        try (InputStream file = Objects.requireNonNull(Bench.class.getResourceAsStream(path))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    void machinePasses(Duration time) {
        machineNow.updateAndGet(now -> now.plus(time));
    }

    /** The app calls a method with a JSON body. */
    JsonObject api(String method, Object... pairs) {
        return json(send(request(sandbox.apiUrl().resolve(method))
                .header("Authorization", "Bearer " + TOKEN)
                .header("Content-Type", "application/json; charset=utf-8")
                .POST(HttpRequest.BodyPublishers.ofString(Json.object(pairs).toString()))));
    }

    /** Somebody does something on the page. */
    JsonObject page(String what, Object... pairs) {
        return json(send(request(sandbox.pageUrl().resolve("/page/" + what))
                .POST(HttpRequest.BodyPublishers.ofString(Json.object(pairs).toString()))));
    }

    /** Somebody looks at the page. */
    JsonObject look(String what) {
        return json(send(request(sandbox.pageUrl().resolve("/page/" + what)).GET()));
    }

    List<JsonObject> messages(String user, String channel) {
        return Json.objects(look("messages?as=" + user + "&channel=" + channel), "messages");
    }

    List<JsonObject> views(String user) {
        return Json.objects(look("state?as=" + user), "views");
    }

    /** Types the command as Sam and gives the trigger id that the app got. */
    String trigger() {
        int before = app.sent("command").size();
        page("command", "as", "U0SAM", "channel", "C0GENERAL", "text", "/ask");
        return Json.text(app.await("command", before + 1).payload(), "trigger_id");
    }

    static HttpRequest.Builder request(URI url) {
        return HttpRequest.newBuilder(url);
    }

    static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.timeout(Duration.ofSeconds(20)).build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static JsonObject json(HttpResponse<String> response) {
        return Objects.requireNonNull(Json.parseObject(response.body()), response.body());
    }

    static JsonObject plain(String text) {
        return Json.object("type", "plain_text", "text", text);
    }

    static JsonObject section(String text) {
        return Json.object("type", "section", "text", Json.object("type", "mrkdwn", "text", text));
    }

    static JsonObject button(String actionId) {
        return Json.object("type", "button", "action_id", actionId, "text", plain("Press"), "value", "v");
    }

    static JsonObject input(String blockId, JsonObject element) {
        return Json.object("type", "input", "block_id", blockId, "label", plain("Label"), "element", element);
    }

    static JsonObject textInput() {
        return Json.object("type", "plain_text_input", "action_id", "in");
    }

    static JsonObject modal(JsonObject... blocks) {
        return Json.object(
                "type", "modal",
                "title", plain("A title"),
                "submit", plain("Send"),
                "callback_id", "form",
                "blocks", Json.array(List.of(blocks)));
    }

    @Override
    public void close() {
        sandbox.close();
        app.close();
    }
}
