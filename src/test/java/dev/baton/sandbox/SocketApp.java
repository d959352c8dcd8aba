package dev.baton.sandbox;

import com.google.gson.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** An app that has one socket, and reads and answers when a test says so. */
final class SocketApp implements WebSocket.Listener, AutoCloseable {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final BlockingQueue<JsonObject> heard = new LinkedBlockingQueue<>();
    private final StringBuilder arriving = new StringBuilder();
    private final WebSocket socket;

    private SocketApp(URI address) {
        socket = HTTP.newWebSocketBuilder().buildAsync(address, this).join();
    }

    static SocketApp at(URI address) {
        return new SocketApp(address);
    }

    /** The greeting, which comes first. */
    JsonObject hello() {
        JsonObject hello = next();
        if (!Json.text(hello, "type").equals("hello")) {
            throw new AssertionError("no hello but " + hello);
        }
        return hello;
    }

    JsonObject next() {
        try {
            return Objects.requireNonNull(heard.poll(10, TimeUnit.SECONDS), "nothing came");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    int waiting() {
        return heard.size();
    }

    void acknowledge(JsonObject envelope, @Nullable JsonObject payload) {
        socket.sendText(
                        Json.object("envelope_id", Json.text(envelope, "envelope_id"), "payload", payload)
                                .toString(),
                        true)
                .join();
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
        arriving.append(part);
        if (last) {
            heard.add(Objects.requireNonNull(Json.parseObject(arriving.toString())));
            arriving.setLength(0);
        }
        from.request(1);
        return null;
    }

    @Override
    public void close() {
        socket.abort();
    }
}
