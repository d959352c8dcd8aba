package dev.baton.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.Eventually;
import dev.baton.serving.ServeProcess;
import dev.baton.store.Database.Dialect;
import dev.baton.store.OnBothDatabases;
import dev.baton.store.Step;
import dev.baton.story.Modal;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** A real {@code serve} that has an app token and no signing secret: it calls Slack, and Slack cannot call it. */
@Execution(ExecutionMode.CONCURRENT)
class SocketTest {
    private static final Duration TEN_SECONDS = Duration.ofSeconds(10);

    @OnBothDatabases
    void told_to_stop_it_answers_what_is_in_flight_ends_with_0_and_the_next_one_goes_on(Ground ground) {
        onSqlite(ground);
        ServeProcess serve =
                ground.withAccounts().begin(withAppToken(Ground.APP_TOKEN), "").untilReady();
        assertThat(serve.probe("/slack/events").statusCode()).isEqualTo(404);
        Modal form = ground.sam().form(1);
        serve.holdAt(Step.SUBMITTED.name());
        CompletableFuture<Boolean> acknowledged =
                CompletableFuture.supplyAsync(() -> ground.sam().acknowledged(form));
        serve.untilHeld();
        serve.tellToStop();
        serve.letGo();

        assertThat(acknowledged.join()).as(serve.printed()).isTrue();
        assertThat(serve.ended(TEN_SECONDS)).isZero();
        ServeProcess next = ground.begin(withAppToken(Ground.APP_TOKEN), "").untilReady();
        ground.books().untilAllIsSaid();
        assertThat(ground.books().places(1)).containsExactlyInAnyOrder("D0MAYA", "D0SAM", Ground.CHANNEL);
        assertThat(ground.refusals()).isEmpty();
        tellsNothing(serve);
        tellsNothing(next);
    }

    @OnBothDatabases
    void a_wrong_app_token_keeps_it_unready_and_alive(Ground ground) {
        onSqlite(ground);
        ServeProcess serve = ground.withAccounts().begin(withAppToken(Ground.APP_TOKEN + "-of-old"), "");
        Eventually.that("it says why", () -> {
            HttpResponse<String> ready = serve.probe("/readyz");
            return ready.statusCode() == 503 && ready.body().contains("apps.connections.open: invalid_auth");
        });
        assertThat(serve.probe("/healthz").statusCode()).isEqualTo(200);
        tellsNothing(serve);
    }

    private static Map<String, String> withAppToken(String token) {
        return Map.of("SLACK_APP_TOKEN", token, "SLACK_SIGNING_SECRET", "");
    }

    private static void onSqlite(Ground ground) {
        Assumptions.assumeTrue(ground.database().dialect() == Dialect.SQLITE, "the door is the same on both");
    }

    private static void tellsNothing(ServeProcess serve) {
        assertThat(serve.printed()).doesNotContain(Ground.APP_TOKEN, Ground.TOKEN, "ticket=");
    }
}
