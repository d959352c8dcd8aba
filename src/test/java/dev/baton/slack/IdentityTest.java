package dev.baton.slack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.Eventually;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class IdentityTest {

    @Test
    void it_asks_until_slack_answers_and_is_unready_until_then() {
        try (SlackDouble slack = SlackDouble.open();
                SlackApi api = new SlackApi(slack.apiUrl(), SlackDouble.TOKEN);
                Identity identity = new Identity(api, Duration.ofMillis(10))) {
            slack.next("auth.test", SlackDouble.json(503, ""), SlackDouble.hangsUp());
            slack.says("auth.test", "{\"ok\":false,\"error\":\"invalid_auth\"}");
            assertThat(identity.notReady()).hasValue("Slack's token is not known to work yet: not asked yet");

            identity.start();

            Eventually.that("Slack knows us", () -> identity.notReady().isEmpty());
            assertThat(identity.bot()).isEqualTo(Optional.of(new Identity.Bot("T0ACME", "U0BATON", "B0BATON")));
            assertThat(slack.asked("auth.test")).hasSize(4);
        }
    }

    @Test
    void it_tells_what_slack_said_of_the_token() {
        try (SlackDouble slack = SlackDouble.open();
                SlackApi api = new SlackApi(slack.apiUrl(), SlackDouble.TOKEN);
                Identity identity = new Identity(api, Duration.ofMinutes(1))) {
            slack.says("auth.test", "{\"ok\":false,\"error\":\"invalid_auth\"}");

            identity.start();

            Eventually.that(
                    "the reason is known",
                    () -> identity.notReady()
                            .equals(Optional.of("Slack's token is not known to work yet: auth.test: invalid_auth")));
        }
    }
}
