package dev.baton.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import dev.baton.sandbox.Faults.Fault;
import dev.baton.sandbox.Faults.Kind;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class FaultsTest {
    private static final String POST = "chat.postMessage";
    private Bench bench;

    @BeforeEach
    void start() {
        bench = new Bench();
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    private HttpResponse<String> post() {
        return Bench.send(Bench.request(bench.sandbox.apiUrl().resolve(POST))
                .header("Authorization", "Bearer " + Bench.TOKEN)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"channel\":\"C0GENERAL\",\"text\":\"hello\"}")));
    }

    private int arrived() {
        return bench.messages("U0SAM", "C0GENERAL").size();
    }

    @Test
    void a_rate_limit_says_when_to_come_back_and_then_is_over() {
        bench.sandbox.faults().next(POST, 1, Fault.rateLimited(7));
        assertThat(post().headers().firstValue("Retry-After")).contains("7");
        assertThat(arrived()).isZero();
        assertThat(post().statusCode()).isEqualTo(200);
        assertThat(arrived()).isEqualTo(1);
    }

    @Test
    void errors_and_garbage_take_no_effect() {
        bench.sandbox.faults().next(POST, 1, Fault.of(Kind.SERVER_ERROR));
        bench.sandbox.faults().next(POST, 1, Fault.of(Kind.GARBAGE));
        bench.sandbox.faults().next(POST, 1, Fault.refused("fatal_error"));
        assertThat(post().statusCode()).isEqualTo(500);
        assertThat(post().body()).startsWith("<html>");
        assertThat(post().body()).contains("fatal_error");
        assertThat(arrived()).isZero();
    }

    @Test
    void a_connection_breaks_before_or_after_the_message_was_taken() {
        bench.sandbox.faults().next(POST, 1, Fault.of(Kind.DROPPED));
        assertThatThrownBy(this::post).isInstanceOf(UncheckedIOException.class);
        assertThat(arrived()).isZero();
        bench.sandbox.faults().next(POST, 1, Fault.of(Kind.ACCEPTED_DROPPED));
        assertThatThrownBy(this::post).isInstanceOf(UncheckedIOException.class);
        assertThat(arrived()).isEqualTo(1);
        assertThat(bench.sandbox.ledger().accepted(POST)).hasSize(1);
    }

    @Test
    void a_slow_answer_comes_late_though_the_message_is_there() {
        JsonObject planned = bench.page("faults", "method", POST, "fault", "slow", "times", 1, "millis", 300);
        assertThat(Json.flag(planned, "ok")).isTrue();
        long start = System.nanoTime();
        assertThat(post().statusCode()).isEqualTo(200);
        assertThat(System.nanoTime() - start).isGreaterThan(290_000_000L);
        assertThat(arrived()).isEqualTo(1);
    }

    @Test
    void a_call_comes_late_and_is_then_carried_out() {
        bench.sandbox.faults().next(POST, 1, Fault.late(200));
        long start = System.nanoTime();
        assertThat(post().statusCode()).isEqualTo(200);
        assertThat(System.nanoTime() - start).isGreaterThan(190_000_000L);
        assertThat(arrived()).isEqualTo(1);
    }

    @Test
    void an_answer_breaks_off_in_the_middle_though_the_message_is_there() {
        bench.sandbox.faults().next(POST, 1, Fault.of(Kind.DROPPED_MIDWAY));
        assertThatThrownBy(this::post).isInstanceOf(UncheckedIOException.class);
        assertThat(arrived()).isEqualTo(1);
        assertThat(bench.sandbox.ledger().accepted(POST)).hasSize(1);
    }

    @Test
    void a_plan_waits_for_its_turn_its_time_and_its_chance() {
        Faults faults = bench.sandbox.faults();
        faults.plan(POST, Moment.next(2).after(1), Fault.of(Kind.SERVER_ERROR));
        assertThat(statuses(4)).containsExactly(200, 500, 500, 200);

        Instant now = Objects.requireNonNull(bench.machineNow.get());
        faults.plan("*", Moment.always().between(now.plusSeconds(5), now.plusSeconds(9)), Fault.of(Kind.SERVER_ERROR));
        assertThat(statuses(1)).containsExactly(200);
        bench.machinePasses(Duration.ofSeconds(5));
        assertThat(statuses(2)).containsExactly(500, 500);
        bench.machinePasses(Duration.ofSeconds(4));
        assertThat(statuses(1)).containsExactly(200);

        faults.plan(POST, Moment.always().by(0.5, 7), Fault.of(Kind.SERVER_ERROR));
        List<Integer> byChance = statuses(30);
        assertThat(byChance).contains(200, 500);
        faults.clear();
        faults.plan(POST, Moment.always().by(0.5, 7), Fault.of(Kind.SERVER_ERROR));
        assertThat(statuses(30)).as("with the same seed").isEqualTo(byChance);
        assertThat(Json.objects(bench.look("faults"), "faults"))
                .singleElement()
                .satisfies(plan -> assertThat(Json.text(plan, "kind")).isEqualTo("SERVER_ERROR"));
        bench.page("clear-faults");
        assertThat(statuses(1)).containsExactly(200);
    }

    private List<Integer> statuses(int calls) {
        return IntStream.range(0, calls).mapToObj(call -> post().statusCode()).toList();
    }

    @Test
    void with_rates_on_a_channel_takes_a_small_burst_and_then_a_message_a_second() {
        bench.sandbox.rateTiers(true);
        assertThat(statuses(4)).containsExactly(200, 200, 200, 429);
        assertThat(post().headers().firstValue("Retry-After")).contains("3");
        bench.machinePasses(Duration.ofSeconds(3));
        assertThat(statuses(1)).containsExactly(200);
        bench.page("tiers", "enforced", false);
        assertThat(statuses(5)).containsOnly(200);
    }

    @Test
    void with_rates_on_a_method_takes_no_more_in_a_minute_than_its_tier_says() {
        bench.sandbox.rateTiers(true);
        List<Boolean> taken = IntStream.range(0, 51)
                .mapToObj(call -> Json.flag(bench.api("conversations.open", "users", "U0SAM"), "ok"))
                .toList();
        assertThat(taken.subList(0, 50)).containsOnly(true);
        assertThat(taken.get(50)).isFalse();
        bench.machinePasses(Duration.ofMinutes(1));
        assertThat(Json.flag(bench.api("conversations.open", "users", "U0SAM"), "ok"))
                .isTrue();
    }

    @Test
    void paused_it_cannot_be_reached_and_resumed_it_has_forgotten_nothing() {
        post();
        bench.sandbox.pause();
        assertThatThrownBy(this::post).isInstanceOf(UncheckedIOException.class);
        bench.sandbox.resume();
        post();
        assertThat(arrived()).isEqualTo(2);
    }
}
