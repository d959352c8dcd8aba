package dev.baton.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import dev.baton.sandbox.Faults.Fault;
import dev.baton.sandbox.Faults.Kind;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
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
}
