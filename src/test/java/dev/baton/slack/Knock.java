package dev.baton.slack;

import dev.baton.Seal;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;

/** Sends to a door what Slack would send, signed as Slack signs. */
record Knock(int port) {
    static final String SECRET = "8f742231b10e8888abcd99yyyzzz85a5";
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    HttpResponse<String> command(String command, String text) {
        return form("command=" + enc(command) + "&text=" + enc(text)
                + "&user_id=U0SAM&team_id=T0ACME&channel_id=C0GENERAL&trigger_id=1.2.trigger&response_url=");
    }

    HttpResponse<String> payload(String json) {
        return form("payload=" + enc(json));
    }

    HttpResponse<String> form(String body) {
        return signed(body, "application/x-www-form-urlencoded");
    }

    HttpResponse<String> event(String json) {
        return signed(json, "application/json");
    }

    HttpResponse<String> signed(String body, String contentType) {
        String at = String.valueOf(Instant.now().getEpochSecond());
        return post(body.getBytes(StandardCharsets.UTF_8), contentType, at, seal(at, body));
    }

    HttpResponse<String> post(byte[] body, String contentType, String timestamp, String seal) {
        return send(HttpRequest.newBuilder(uri("/slack/events"))
                .header("Content-Type", contentType)
                .header(Signature.TIMESTAMP, timestamp)
                .header(Signature.HEADER, seal)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body)));
    }

    int status(String form, String timestamp, String seal) {
        return post(form.getBytes(StandardCharsets.UTF_8), "application/x-www-form-urlencoded", timestamp, seal)
                .statusCode();
    }

    HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(uri(path)).GET());
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.timeout(Duration.ofSeconds(20)).build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    static String seal(String timestamp, String body) {
        return Seal.of(SECRET, timestamp, body);
    }

    private static String enc(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** A signed request whose body does not go on after its first byte. */
    Socket beginsToSpeak() throws IOException {
        String now = String.valueOf(Instant.now().getEpochSecond());
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        OutputStream out = socket.getOutputStream();
        out.write(("POST /slack/events HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n" + Signature.TIMESTAMP + ": "
                        + now + "\r\n" + Signature.HEADER + ": " + seal(now, "x") + "\r\n\r\nc")
                .getBytes(StandardCharsets.US_ASCII));
        out.flush();
        return socket;
    }
}
