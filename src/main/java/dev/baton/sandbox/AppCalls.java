package dev.baton.sandbox;

import com.google.gson.JsonObject;
import dev.baton.sandbox.Ledger.Direction;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Calls the app: signed as Slack signs, and given three seconds to answer. An app of several instances is called at one
 * address after the other, and where that one does not answer no other is asked.
 */
final class AppCalls implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(3);
    private static final Duration PROBE = Duration.ofMillis(500);

    private final String signingSecret;
    private final InstantSource machine;
    private final Ledger ledger;
    private final Detours detours;
    private final Sockets sockets;
    private final ExecutorService threads = Executors.newFixedThreadPool(8, Daemons.named("sandbox-app-calls"));
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(LIMIT)
            .executor(threads)
            .build();
    private final AtomicInteger turn = new AtomicInteger();
    private volatile List<URI> addresses = List.of();
    private final CompletableFuture<Boolean> connected = new CompletableFuture<>();
    private volatile @Nullable CompletableFuture<Optional<Boolean>> probe;

    AppCalls(String signingSecret, InstantSource machine, Ledger ledger, Faults faults, Sockets sockets) {
        this.sockets = sockets;
        this.signingSecret = signingSecret;
        this.machine = machine;
        this.ledger = ledger;
        this.detours = new Detours(faults, threads);
    }

    /** What came back: an HTTP answer, or Slack's name for why none came. */
    record Answer(int status, String body, String failure, boolean mayRetry) {
        boolean ok() {
            return failure.isEmpty();
        }

        static Answer failed(String failure) {
            return new Answer(0, "", failure, true);
        }
    }

    void connect(List<URI> appEventsUrls) {
        sockets.unused();
        addresses = List.copyOf(appEventsUrls);
        probe = null;
        connected.complete(true);
    }

    /** A slash command: its fields as a form. */
    CompletableFuture<Answer> command(JsonObject fields) {
        return send("command", form(fields), "application/x-www-form-urlencoded", Map.of(), fields);
    }

    /** An interaction: JSON in the form field {@code payload}. */
    CompletableFuture<Answer> interaction(JsonObject payload) {
        String body = form(Json.object("payload", payload.toString()));
        return send(Json.text(payload, "type"), body, "application/x-www-form-urlencoded", Map.of(), payload);
    }

    /** An event: JSON as it is. */
    CompletableFuture<Answer> event(JsonObject envelope, Map<String, String> headers) {
        String type = Json.text(Json.child(envelope, "event"), "type");
        return send(type, envelope.toString(), "application/json", headers, envelope);
    }

    private static String form(JsonObject fields) {
        return fields.keySet().stream()
                .map(key -> encoded(key) + "=" + encoded(Json.text(fields, key)))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String plain) {
        return URLEncoder.encode(plain, StandardCharsets.UTF_8);
    }

    /** An app that is only just starting gets as long as any answer may take. */
    private CompletableFuture<Answer> send(
            String kind, String body, String contentType, Map<String, String> headers, JsonObject told) {
        if (connected.isDone() || sockets.used()) {
            return dispatched(kind, body, contentType, headers, told);
        }
        return connected
                .copy()
                .completeOnTimeout(false, LIMIT.toMillis(), TimeUnit.MILLISECONDS)
                .thenCompose(known -> dispatched(kind, body, contentType, headers, told));
    }

    private CompletableFuture<Answer> dispatched(
            String kind, String body, String contentType, Map<String, String> headers, JsonObject told) {
        int first = turn.getAndIncrement();
        if (sockets.used()) {
            String other = contentType.equals("application/json") ? "events_api" : "interactive";
            String type = kind.equals("command") ? "slash_commands" : other;
            return detours.send(kind, next -> sockets.deliver(first + next, kind, type, told, headers));
        }
        return detours.send(kind, other -> sendNow(address(first + other), kind, body, contentType, headers, told));
    }

    private CompletableFuture<Answer> sendNow(
            @Nullable URI to,
            String kind,
            String body,
            String contentType,
            Map<String, String> headers,
            JsonObject told) {
        Signed signed = signed(body);
        long began = machine.millis();
        CompletableFuture<Answer> answering = to == null
                ? CompletableFuture.completedFuture(Answer.failed("connection_failed"))
                : posted(to, body, contentType, signed, headers);
        return answering.thenApply(answer -> {
            JsonObject back = Json.object("status", answer.status(), "body", answer.body(), "to", to);
            JsonObject signature = Json.object(
                    "value", signed.value(),
                    "timestamp", Long.parseLong(signed.timestamp()),
                    "retry", headers.get("X-Slack-Retry-Num"));
            JsonObject about = Json.object("millis", machine.millis() - began, "signature", signature);
            ledger.add(Direction.TO_APP, kind, answer.ok(), answer.failure(), told, back, about);
            return answer;
        });
    }

    private CompletableFuture<Answer> posted(
            URI to, String body, String contentType, Signed signed, Map<String, String> headers) {
        return client.sendAsync(request(to, body, contentType, signed, headers), HttpResponse.BodyHandlers.ofString())
                .orTimeout(LIMIT.toMillis(), TimeUnit.MILLISECONDS)
                .handle((response, failure) -> answer(response, failure));
    }

    /** A signature as Slack makes it, and the seconds it speaks of. */
    private record Signed(String timestamp, String value) {}

    private Signed signed(String body) {
        String timestamp = Long.toString(machine.instant().getEpochSecond());
        return new Signed(timestamp, signature(timestamp, body));
    }

    /**
     * Whether the app refuses what is wrongly signed; found out once for each app that is connected, by a harmless request
     * with a false signature. Empty while nobody answers.
     */
    Optional<Boolean> refusesForgery() {
        CompletableFuture<Optional<Boolean>> asking = probe;
        if (asking == null) {
            asking = forgery();
            probe = asking;
        }
        return asking.completeOnTimeout(Optional.empty(), PROBE.toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }

    private CompletableFuture<Optional<Boolean>> forgery() {
        URI to = address(0);
        if (to == null) {
            return CompletableFuture.completedFuture(Optional.empty());
        }
        String body = Json.object("type", "url_verification", "token", Payloads.TOKEN, "challenge", "forged")
                .toString();
        Signed forged = new Signed(Long.toString(machine.instant().getEpochSecond()), "v0=" + "0".repeat(64));
        return posted(to, body, "application/json", forged, Map.of())
                .thenApply(answer -> answer.status() == 0 ? Optional.empty() : Optional.of(!answer.ok()));
    }

    private @Nullable URI address(int number) {
        List<URI> known = addresses;
        return known.isEmpty() ? null : known.get(Math.floorMod(number, known.size()));
    }

    private static HttpRequest request(
            URI to, String body, String contentType, Signed signed, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(to)
                .timeout(LIMIT)
                .header("Content-Type", contentType)
                .header("User-Agent", "Slackbot 1.0 (+https://api.slack.com/robots)")
                .header("X-Slack-Request-Timestamp", signed.timestamp())
                .header("X-Slack-Signature", signed.value());
        headers.forEach(request::header);
        return request.POST(HttpRequest.BodyPublishers.ofString(body)).build();
    }

    private String signature(String timestamp, String body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(signingSecret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            byte[] signed = mac.doFinal(("v0:" + timestamp + ":" + body).getBytes(StandardCharsets.UTF_8));
            return "v0=" + HexFormat.of().formatHex(signed);
        } catch (GeneralSecurityException noHmac) {
            throw new IllegalStateException("every JDK has HmacSHA256", noHmac);
        }
    }

    private static Answer answer(@Nullable HttpResponse<String> response, @Nullable Throwable failure) {
        if (response == null) {
            Throwable cause = failure instanceof CompletionException wrapped ? wrapped.getCause() : failure;
            boolean late = cause instanceof TimeoutException || cause instanceof HttpTimeoutException;
            return Answer.failed(late ? "operation_timeout" : "connection_failed");
        }
        boolean mayRetry = response.headers().firstValue("X-Slack-No-Retry").isEmpty();
        boolean ok = response.statusCode() / 100 == 2;
        return new Answer(response.statusCode(), response.body(), ok ? "" : "http_error", mayRetry);
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
