package dev.baton.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class BeginningTest {
    private Bench bench;

    @BeforeEach
    void start() {
        bench = new Bench();
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    private JsonObject say(String text) {
        return bench.page("message", "as", "U0SAM", "channel", "C0GENERAL", "text", text);
    }

    @Test
    void starting_over_ends_the_app_empties_the_workspace_and_begins_again() {
        Instant opening = bench.sandbox.clock().instant();
        bench.sandbox.restart(emptying -> {
            bench.api("chat.postMessage", "channel", "C0GENERAL", "text", "the last words of the old one");
            emptying.run();
        });
        bench.sandbox.clock().moveTo(opening.plus(Duration.ofDays(9)));
        say("old");
        assertThat(Json.flag(bench.page("reset"), "ok")).isTrue();
        assertThat(bench.sandbox.clock().instant()).isEqualTo(opening);
        assertThat(bench.messages("U0SAM", "C0GENERAL"))
                .extracting(message -> Json.text(message, "text"))
                .isEmpty();
        String ts = Json.text(say("new"), "ts");
        assertThat(Long.parseLong(ts.substring(0, 10))).isEqualTo(opening.getEpochSecond());
    }

    @Test
    void what_is_done_meanwhile_waits_and_is_done_once() throws InterruptedException {
        CountDownLatch leaving = new CountDownLatch(1);
        CountDownLatch left = new CountDownLatch(1);
        bench.sandbox.restart(emptying -> {
            leaving.countDown();
            awaits(left);
            emptying.run();
        });
        CompletableFuture<JsonObject> reset = CompletableFuture.supplyAsync(() -> bench.page("reset"));
        assertThat(leaving.await(5, TimeUnit.SECONDS)).isTrue();
        CompletableFuture<JsonObject> said = CompletableFuture.supplyAsync(() -> say("meanwhile"));
        assertThat(bench.look("state?as=U0SAM").has("conversations")).isTrue();
        assertThat(said).isNotDone();
        left.countDown();
        assertThat(Json.flag(reset.join(), "ok")).isTrue();
        assertThat(Json.flag(said.join(), "ok")).isTrue();
        assertThat(bench.messages("U0SAM", "C0GENERAL"))
                .extracting(message -> Json.text(message, "text"))
                .containsExactly("meanwhile");
    }

    private static void awaits(CountDownLatch latch) {
        try {
            assertThat(latch.await(5, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void an_event_for_the_app_that_has_ended_does_not_come_again() {
        bench.sandbox.restart(Runnable::run);
        bench.app.on("message", 500, "");
        bench.page("message", "as", "U0SAM", "channel", "D0SAM", "text", "hello");
        bench.app.await("message", 2);
        bench.page("reset");
        int before = bench.app.sent("message").size();
        bench.machinePasses(Duration.ofMinutes(10));
        bench.page("message", "as", "U0SAM", "channel", "D0SAM", "text", "again");
        bench.app.await("message", before + 2);
        assertThat(bench.app.sent("message").stream()
                        .skip(before)
                        .map(sent -> Json.text(Json.child(sent.payload(), "event"), "text")))
                .containsOnly("again");
    }
}
