package dev.baton.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class PageDoorTest {
    private Bench bench;

    @BeforeEach
    void start() {
        bench = new Bench();
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    private HttpResponse<String> get(String path) {
        return Bench.send(Bench.request(bench.sandbox.pageUrl().resolve(path)).GET());
    }

    @Test
    void the_page_comes_with_a_strict_policy_and_nothing_beside_it_can_be_read() {
        assertThat(get("/").statusCode()).isEqualTo(200);
        assertThat(get("/").headers().firstValue("Content-Security-Policy").orElse(""))
                .startsWith("default-src 'self'");
        for (String path : List.of("/assets/../cast.yml", "/assets/%2e%2e/cast.yml", "/cast.yml", "/assets/none.js")) {
            assertThat(get(path).statusCode()).as(path).isBetween(400, 404);
        }
    }

    @Test
    void another_site_cannot_post_and_another_host_name_is_not_ours() throws IOException {
        HttpResponse<String> foreign =
                Bench.send(Bench.request(bench.sandbox.pageUrl().resolve("/page/reset"))
                        .header("Origin", "http://elsewhere.example")
                        .POST(HttpRequest.BodyPublishers.ofString("{}")));
        assertThat(foreign.statusCode()).isEqualTo(403);
        assertThat(firstLine("GET /page/workspace HTTP/1.1\r\nHost: rebound.example\r\nConnection: close\r\n\r\n"))
                .contains("403");
    }

    private String firstLine(String request) throws IOException {
        try (Socket socket = new Socket(
                InetAddress.getLoopbackAddress(), bench.sandbox.pageUrl().getPort())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            return reader(socket).readLine();
        }
    }

    private static BufferedReader reader(Socket socket) throws IOException {
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    }

    @Test
    void an_open_page_hears_of_a_change() throws IOException {
        try (Socket socket = new Socket(
                InetAddress.getLoopbackAddress(), bench.sandbox.pageUrl().getPort())) {
            socket.setSoTimeout(5000);
            String ask = "GET /page/events?as=U0SAM HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n";
            socket.getOutputStream().write(ask.getBytes(StandardCharsets.UTF_8));
            BufferedReader lines = reader(socket);
            long first = version(lines);
            bench.api("chat.postMessage", "channel", "C0GENERAL", "text", "news");
            assertThat(version(lines)).isGreaterThan(first);
        }
    }

    private static long version(BufferedReader lines) throws IOException {
        String line = lines.readLine();
        while (line != null && !line.startsWith("data:")) {
            line = lines.readLine();
        }
        return Long.parseLong(String.valueOf(line).replaceAll("\\D", ""));
    }

    @Test
    void unread_messages_are_counted_for_each_person_until_read() {
        bench.api("chat.postMessage", "channel", "C0GENERAL", "text", "for <@U0SAM>");
        assertThat(general("U0SAM")).contains("\"unread\":1").contains("\"mentions\":1");
        assertThat(general("U0MAYA")).contains("\"unread\":1").contains("\"mentions\":0");
        bench.look("messages?as=U0SAM&channel=C0GENERAL&read=1");
        assertThat(general("U0SAM")).contains("\"unread\":0");
        assertThat(general("U0MAYA")).contains("\"unread\":1");
    }

    private String general(String user) {
        return Json.objects(bench.look("state?as=" + user), "conversations")
                .get(0)
                .toString();
    }

    @Test
    void the_clock_moves_by_hours_business_days_and_to_what_is_due() {
        Instant friday = Instant.parse("2024-03-08T09:00:00Z");
        bench.sandbox.clock().moveTo(friday);
        move("hour", "2024-03-08T10:00:00Z");
        move("business_day", "2024-03-11T10:00:00Z");
        assertThat(Json.text(bench.page("clock", "move", "next"), "error")).isEqualTo("nothing is due");
        Instant due = Instant.parse("2024-03-12T14:00:00Z");
        bench.sandbox.upcoming(
                () -> List.of(new Upcoming.Coming(friday, "Sam", "over"), new Upcoming.Coming(due, "Maya", "remind")));
        move("next", "2024-03-12T14:00:00Z");
        assertThat(bench.look("state?as=U0SAM").get("upcoming").toString()).contains("remind");
    }

    private void move(String how, String then) {
        assertThat(bench.page("clock", "move", how).get("now").getAsLong())
                .isEqualTo(Instant.parse(then).toEpochMilli());
        assertThat(bench.sandbox.clock().instant()).isEqualTo(then);
    }

    @Test
    void a_reset_brings_the_opening_state_back() {
        bench.api("chat.postMessage", "channel", "C0GENERAL", "text", "news");
        bench.page("reset");
        assertThat(bench.messages("U0SAM", "C0GENERAL")).isEmpty();
    }
}
