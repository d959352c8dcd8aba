package dev.baton.slack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.Eventually;
import dev.baton.slack.Profiles.Profile;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class ProfilesTest {
    private static final String SAM = "{\"ok\":true,\"user\":{\"id\":\"U0SAM\",\"tz\":\"Europe/Madrid\"}}";

    @Test
    void everybody_is_asked_for_until_slack_answers_and_who_is_unknown_is_passed_over() {
        List<Profile> kept = new CopyOnWriteArrayList<>();
        try (SlackDouble slack = SlackDouble.open();
                SlackApi api = new SlackApi(slack.apiUrl(), SlackDouble.TOKEN);
                Profiles profiles = new Profiles(api, Duration.ofMillis(1))) {
            slack.next("users.info", SlackDouble.hangsUp());
            slack.says(
                    "users.info",
                    SAM,
                    "{\"ok\":false,\"error\":\"user_not_found\"}",
                    "{\"ok\":true,\"user\":{\"id\":\"U0CLEO\",\"deleted\":true}}",
                    "{\"ok\":true,\"user\":{\"id\":\"U0MAYA\",\"tz\":\"Mars/Base\"}}");

            profiles.read(List.of("U0SAM", "U0NOBODY", "U0CLEO", "U0MAYA"), kept::add);

            Eventually.that("three profiles", () -> kept.size() == 3);
            assertThat(kept)
                    .containsExactly(
                            new Profile("U0SAM", Optional.of(ZoneId.of("Europe/Madrid")), false),
                            new Profile("U0CLEO", Optional.empty(), true),
                            new Profile("U0MAYA", Optional.empty(), false));
            assertThat(slack.asked("users.info")).hasSize(5);
        }
    }

    @Test
    void what_could_not_be_kept_is_asked_again() {
        List<Profile> kept = new CopyOnWriteArrayList<>();
        try (SlackDouble slack = SlackDouble.open();
                SlackApi api = new SlackApi(slack.apiUrl(), SlackDouble.TOKEN);
                Profiles profiles = new Profiles(api, Duration.ofMillis(1))) {
            slack.says("users.info", SAM, SAM);
            profiles.read(List.of("U0SAM"), profile -> {
                if (slack.asked("users.info").size() == 1) {
                    throw new IllegalStateException("the disk is full");
                }
                kept.add(profile);
            });
            Eventually.that("kept", () -> kept.size() == 1);
        }
    }

    @Test
    void closed_it_asks_no_more() {
        List<Profile> kept = new CopyOnWriteArrayList<>();
        try (SlackDouble slack = SlackDouble.open();
                SlackApi api = new SlackApi(slack.apiUrl(), SlackDouble.TOKEN)) {
            slack.says("users.info", SAM);
            try (Profiles profiles = new Profiles(api, Duration.ofHours(1))) {
                profiles.read(List.of("U0SAM", "U0MAYA"), kept::add);
                Eventually.that("the first", () -> kept.size() == 1);
            }
            assertThat(slack.asked("users.info")).hasSize(1);
        }
    }
}
