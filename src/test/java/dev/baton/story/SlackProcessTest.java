package dev.baton.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.sandbox.Faults.Fault;
import dev.baton.sandbox.Moment;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Slack as a process can be told everything that a sandbox in the same program can. */
class SlackProcessTest {
    private static final String POST = "chat.postMessage";
    private static final Instant MONDAY = Instant.parse("2024-03-04T09:00:00Z");

    private final HttpClient http = HttpClient.newHttpClient();

    @TempDir
    private Path folder;

    private SlackProcess slack;

    @BeforeEach
    void start() throws IOException {
        Path clock = Files.writeString(folder.resolve("clock"), Long.toString(MONDAY.toEpochMilli()));
        slack = SlackProcess.start(folder, clock, "xoxb-process", "shh");
    }

    @AfterEach
    void stop() {
        slack.close();
    }

    private HttpResponse<String> post(String text) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(slack.apiUrl().resolve(POST))
                .header("Authorization", "Bearer xoxb-process")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"channel\":\"C0GENERAL\",\"text\":\"" + text + "\"}"))
                .build();
        return http.send(request, BodyHandlers.ofString());
    }

    @Test
    void its_faults_its_ledger_and_a_pause_are_at_hand() throws IOException, InterruptedException {
        slack.fault(POST, 1, Fault.rateLimited(7));
        slack.plan("*", Moment.next(1).after(1), Fault.refused("is_archived"));
        assertThat(post("early").headers().firstValue("Retry-After")).contains("7");
        assertThat(post("refused").body()).contains("is_archived");
        post("one");
        assertThat(slack.ledger().accepted(POST)).hasSize(1).allSatisfy(line -> {
            assertThat(line.request().get("text").getAsString()).isEqualTo("one");
            assertThat(line.answer().get("ts").getAsString()).startsWith("1709542800.");
        });
        assertThat(slack.ledger().refusals()).hasSize(2);
        assertThat(slack.ledger().since(2)).hasSize(1);

        slack.pause();
        assertThatThrownBy(() -> post("into the void")).isInstanceOf(IOException.class);
        assertThat(slack.reading("U0SAM").channel("C0GENERAL")).hasSize(1);
        slack.resume();
        post("two");
        assertThat(slack.as("U0SAM").channel("C0GENERAL")).hasSize(2);

        slack.fault(POST, 1, Fault.refused("never"));
        slack.reset();
        assertThat(slack.planned().getAsJsonArray("faults")).isEmpty();
        assertThat(slack.ledger().lines()).isEmpty();
        assertThat(slack.as("U0SAM").channel("C0GENERAL")).isEmpty();
    }

    @Test
    void calls_go_to_each_address_in_turn_and_nobody_else_is_asked_where_one_refuses() {
        slack.connect(URI.create("http://127.0.0.1:1/slack/events"), URI.create("http://127.0.0.1:2/slack/events"));
        slack.as("U0SAM").answerTo("/baton help");
        slack.as("U0SAM").answerTo("/baton help");
        assertThat(slack.ledger().lines())
                .hasSize(2)
                .allSatisfy(line -> assertThat(line.error()).isEqualTo("connection_failed"));
    }
}
