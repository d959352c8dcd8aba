package dev.baton.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.baton.sandbox.Faults.Detour;
import dev.baton.sandbox.Faults.Way;
import dev.baton.sandbox.RecordingApp.Reply;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What Slack sends reaches the app twice, late, elsewhere, in another order, or again. */
final class DetoursTest {
    private Bench bench;
    private RecordingApp other;

    @BeforeEach
    void start() {
        bench = new Bench();
        other = new RecordingApp(Bench.SECRET);
    }

    @AfterEach
    void stop() {
        bench.close();
        other.close();
    }

    private JsonObject type(String text) {
        return bench.page("command", "as", "U0SAM", "channel", "C0GENERAL", "text", text);
    }

    private void plan(String type, Way way) {
        bench.sandbox.faults().deliver(type, Moment.next(1), Detour.of(way));
    }

    private List<String> texts(RecordingApp app) {
        return app.sent("command").stream()
                .map(sent -> Json.text(sent.payload(), "text"))
                .toList();
    }

    @Test
    void the_addresses_of_an_app_are_called_in_turn() {
        bench.sandbox.connect(bench.app.url(), other.url());
        type("/ask 1");
        type("/ask 2");
        type("/ask 3");
        List<String> here = texts(bench.app);
        assertThat(here.size() + texts(other).size()).isEqualTo(3);
        assertThat(here).isIn(List.of("1", "3"), List.of("2"));
    }

    @Test
    void a_duplicate_arrives_with_the_same_words_at_the_same_time() {
        CyclicBarrier both = new CyclicBarrier(2);
        bench.app.on("command", payload -> {
            try {
                both.await(2, TimeUnit.SECONDS);
                return Reply.ok();
            } catch (Exception alone) {
                return new Reply(500, "");
            }
        });
        plan("command", Way.DUPLICATE);
        assertThat(type("/ask").has("trouble")).isFalse();
        List<RecordingApp.Sent> sent = bench.app.sent("command");
        assertThat(sent).hasSize(2);
        assertThat(sent.get(0).payload()).isEqualTo(sent.get(1).payload());
    }

    @Test
    void two_instances_get_the_same_gesture() {
        bench.sandbox.connect(bench.app.url(), other.url());
        plan("*", Way.TWICE_TO_DIFFERENT_INSTANCES);
        type("/ask");
        assertThat(bench.app.await("command", 1).payload())
                .isEqualTo(other.await("command", 1).payload());
    }

    @Test
    void what_comes_late_or_is_overtaken_comes_all_the_same() {
        bench.page("detours", "type", "command", "way", "LATE", "millis", 100);
        long start = System.nanoTime();
        type("/ask late");
        assertThat(System.nanoTime() - start).isGreaterThan(90_000_000L);

        bench.page("detours", "type", "command", "way", "REORDERED", "millis", 5_000);
        CompletableFuture<JsonObject> first = CompletableFuture.supplyAsync(() -> type("/ask first"));
        RecordingApp.until(() -> Json.objects(bench.look("faults"), "detours").isEmpty(), "the first is held back");
        type("/ask second");
        assertThat(first.join().has("error")).isFalse();
        assertThat(texts(bench.app)).containsExactly("late", "second", "first");
    }

    @Test
    void an_event_whose_answer_nobody_hears_comes_again_with_its_number_and_reason() {
        bench.sandbox.retryMinute(Duration.ofSeconds(1));
        bench.sandbox.faults().deliver("message", Moment.next(3), Detour.of(Way.UNHEARD));
        bench.page("message", "as", "U0SAM", "channel", "D0SAM", "text", "hello");
        bench.app.await("message", 2);
        bench.machinePasses(Duration.ofSeconds(1));
        bench.app.await("message", 3);
        bench.machinePasses(Duration.ofSeconds(5));
        RecordingApp.Sent last = bench.app.await("message", 4);
        assertThat(last.retry()).isEqualTo("3");
        assertThat(last.retryReason()).isEqualTo("http_timeout");
        assertThat(bench.app.sent("message"))
                .extracting(sent -> Json.text(sent.payload(), "event_id"))
                .containsOnly(Json.text(last.payload(), "event_id"));
    }
}
