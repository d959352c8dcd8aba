package dev.baton.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.Goldens;
import dev.baton.sandbox.Faults;
import dev.baton.sandbox.Faults.Fault;
import dev.baton.store.OnBothDatabases;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

/** What monitoring reads after a story is what happened in it. */
class MetricsStoryTest {
    private final HttpClient http = HttpClient.newHttpClient();

    @OnBothDatabases
    void a_scrape_tells_what_happened(Asked story) throws Exception {
        World world = story.slack.world();
        world.untilAllIsSaid();
        world.sandbox().faults().next("chat.postMessage", 1, Fault.refused("channel_not_found"));
        story.card.press("Decline").fill("Reason", "The amount looks wrong.").submit();
        story.card.until("Declined by Maya");
        world.untilAllIsSaid();
        knock(world);

        Scrape scrape = scrape(world);
        assertThat(scrape.value("baton_notices", Map.of("state", "dead"))).isEqualTo(1);
        assertThat(scrape.value("baton_notices", Map.of("state", "due"))).isZero();
        assertThat(scrape.value("baton_notices", Map.of("state", "claimed"))).isZero();
        assertThat(scrape.value("baton_notices", Map.of("state", "later"))).isPositive();
        assertThat(scrape.value("baton_notices_oldest_due_seconds", Map.of())).isZero();
        assertThat(scrape.value("baton_sending_paused", Map.of())).isZero();
        assertThat(scrape.value("baton_notices_ended_total", Map.of("verb", "post", "state", "dead")))
                .isEqualTo(1);
        assertThat(scrape.value("baton_notices_ended_total", Map.of("verb", "post", "state", "sent")))
                .isEqualTo(scrape.value("baton_slack_call_seconds_count", posted("ok")));
        assertThat(scrape.value("baton_slack_call_seconds_count", posted("channel_not_found")))
                .isEqualTo(1);
        assertThat(scrape.value("baton_inbound_turned_away_total", Map.of("reason", "signature")))
                .isEqualTo(1);
        assertThat(scrape.value("baton_inbound_seconds_count", Map.of("kind", "command", "status", "2xx")))
                .isEqualTo(1);
        assertThat(scrape.value("baton_inbound_seconds_count", Map.of("kind", "view_submission", "status", "2xx")))
                .isEqualTo(2);
        assertThat(scrape.value(
                        "baton_inbound_seconds_bucket", Map.of("kind", "command", "status", "2xx", "le", "3.0")))
                .as("answered within the three seconds that Slack waits")
                .isEqualTo(1);
        assertThat(scrape.value("baton_store_seconds_count", Map.of("operation", "write", "outcome", "ok")))
                .isGreaterThan(5);
    }

    @OnBothDatabases
    void no_label_names_anybody_and_the_names_are_those_agreed_on(Asked story) throws Exception {
        World world = story.slack.world();
        world.untilAllIsSaid();
        world.sandbox().faults().next("chat.postMessage", 1, Fault.of(Faults.Kind.DROPPED));
        story.card.press("Decline").fill("Reason", "The amount looks wrong.").submit();
        story.as("U0SAM").dm("Maya declined REQ-1");
        knock(world);
        Scrape scrape = scrape(world);
        assertThat(scrape.text()).doesNotContain("U0", "C0", "Northwind", "Maya", "xoxb", "story-secret", "REQ-");
        String names = scrape.types().entrySet().stream()
                .filter(each -> each.getKey().startsWith("baton_"))
                .filter(each -> !each.getKey().equals("baton_store_writer_waiting"))
                .map(each -> each.getValue() + " " + each.getKey() + " {" + scrape.labels(each.getKey()) + "}\n")
                .collect(Collectors.joining());
        Goldens.check("metrics.txt", names);
    }

    @OnBothDatabases
    void the_public_door_tells_none_of_it(Asked story) throws Exception {
        URI door = story.slack.world().door();
        assertThat(get(door.resolve("/metrics")).statusCode()).isEqualTo(404);
    }

    /** Somebody who is not Slack. */
    private void knock(World world) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(world.door())
                .timeout(Duration.ofSeconds(5))
                .POST(HttpRequest.BodyPublishers.ofString("payload=%7B%7D"))
                .build();
        assertThat(http.send(request, HttpResponse.BodyHandlers.ofString()).statusCode())
                .isEqualTo(401);
    }

    private static Map<String, String> posted(String outcome) {
        return Map.of("method", "chat.postMessage", "outcome", outcome);
    }

    private Scrape scrape(World world) throws IOException, InterruptedException {
        HttpResponse<String> answer = get(world.admin().resolve("/metrics"));
        assertThat(answer.headers().firstValue("Content-Type")).contains("text/plain; version=0.0.4; charset=utf-8");
        return Scrape.parse(answer.body());
    }

    private HttpResponse<String> get(URI address) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(5)).build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
