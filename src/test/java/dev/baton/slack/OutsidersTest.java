package dev.baton.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.bolt.App;
import dev.baton.Eventually;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who is of another company is told so, before any process hears of it. */
class OutsidersTest {
    private final AtomicInteger handled = new AtomicInteger();
    private SlackDouble slack;
    private SlackApi api;
    private Identity identity;
    private Refusals refusals;
    private HttpDoor door;
    private Knock knock;

    @BeforeEach
    void open() {
        slack = SlackDouble.open();
        api = new SlackApi(slack.apiUrl(), SlackDouble.TOKEN, Duration.ofSeconds(5));
        identity = new Identity(api, Duration.ofMillis(20));
        refusals = new Refusals(new Courier(api, identity));
        App app = BoltApp.build(api, identity, refusals);
        app.command("/baton", (request, context) -> {
            handled.incrementAndGet();
            return context.ack();
        });
        door = new HttpDoor("127.0.0.1", 0, Knock.SECRET, app, InstantSource.system(), Optional::empty);
        door.start();
        knock = new Knock(door.port());
        identity.start();
        Eventually.that("Slack has told who we are", () -> identity.bot().isPresent());
    }

    @AfterEach
    void close() {
        door.close();
        refusals.close();
        identity.close();
        api.close();
        slack.close();
    }

    @Test
    void a_colleague_is_heard() {
        knock.command("/baton", "help");
        assertThat(handled).hasValue(1);
    }

    @Test
    void somebody_of_another_company_is_refused() {
        String answer = knock.form("command=%2Fbaton&text=help&user_id=U0EVE&team_id=T0OTHER&channel_id=C0GENERAL"
                        + "&trigger_id=1.2.trigger&response_url=")
                .body();
        assertThat(answer).contains("people of its own workspace only");
        assertThat(handled).hasValue(0);
    }
}
