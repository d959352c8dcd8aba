package dev.baton.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The door for monitoring: small, and nothing depends on it. */
class AdminDoorTest {
    private static final InetSocketAddress ANYWHERE = InetSocketAddress.createUnresolved("127.0.0.1", 0);

    private final Instruments instruments = Instruments.prometheus();
    private final HttpClient http = HttpClient.newHttpClient();
    private volatile Optional<String> notReady = Optional.empty();

    @AfterEach
    void close() {
        instruments.close();
    }

    @Test
    void it_tells_metrics_and_health_and_nothing_else() throws Exception {
        try (AdminDoor door = opened(ANYWHERE)) {
            assertThat(get(door, "/metrics").body())
                    .contains("baton_build_info", "process_uptime_seconds", "jvm_memory_used_bytes");
            assertThat(get(door, "/healthz").body()).isEqualTo("ok\n");
            assertThat(get(door, "/readyz").statusCode()).isEqualTo(200);
            notReady = Optional.of("the store does not take writes: disk full");
            assertThat(get(door, "/readyz"))
                    .returns(503, HttpResponse::statusCode)
                    .returns("the store does not take writes: disk full\n", HttpResponse::body);
            assertThat(get(door, "/slack/events").statusCode()).isEqualTo(404);
            assertThat(send(door, "/metrics", "POST").statusCode()).isEqualTo(405);
        }
    }

    @Test
    void a_port_that_is_taken_stops_nobody() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                AdminDoor door = opened(InetSocketAddress.createUnresolved("127.0.0.1", taken.getLocalPort()))) {
            assertThat(door.port()).isNegative();
        }
    }

    @Test
    void a_database_that_does_not_answer_hides_nothing_but_itself() throws Exception {
        instruments.watch(() -> {
            throw new IllegalStateException("database is locked");
        });
        instruments.turnedAway("signature");
        try (AdminDoor door = opened(ANYWHERE)) {
            assertThat(get(door, "/metrics").body())
                    .contains("baton_notices{state=\"due\"} NaN")
                    .contains("baton_inbound_turned_away_total{reason=\"signature\"} 1.0");
        }
    }

    @Test
    void whatever_slack_calls_its_errors_the_labels_stay_few_and_plain() {
        for (int i = 0; i < 5_000; i++) {
            instruments.called(instruments.begin(), "chat.postMessage", "error_" + i);
        }
        instruments.called(instruments.begin(), "chat.postMessage", "<html>\n\"Northwind\"");
        assertThat(instruments.scrape().lines().filter(line -> line.startsWith("baton_slack_call_seconds_count")))
                .hasSizeLessThan(70)
                .anyMatch(line -> line.contains("outcome=\"other\""))
                .noneMatch(line -> line.contains("Northwind"));
    }

    private AdminDoor opened(InetSocketAddress address) {
        AdminDoor door = new AdminDoor(address, instruments, () -> notReady);
        door.start();
        return door;
    }

    private HttpResponse<String> get(AdminDoor door, String path) throws Exception {
        return send(door, path, "GET");
    }

    private HttpResponse<String> send(AdminDoor door, String path, String method) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + door.port() + path))
                .timeout(Duration.ofSeconds(5))
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }
}
