package dev.baton;

import dev.baton.notice.Pacing;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Properties;

/** Baton as {@code Main} puts it together, with nothing listening and nothing sent. */
final class Assembled {
    private Assembled() {}

    static Wiring in(Path folder) {
        Map<String, String> environment = Map.of(
                "SLACK_BOT_TOKEN", "xoxb-test",
                "SLACK_SIGNING_SECRET", "secret",
                "SLACK_API_URL", "http://127.0.0.1:1/api/",
                "PORT", "0",
                "BATON_ADMIN", "off",
                "BATON_DATABASE", "jdbc:sqlite:" + folder.resolve("baton.db"));
        InstantSource still = InstantSource.fixed(Cast.NOW);
        return new Wiring(
                Settings.from(environment, new Properties()),
                Cast.HANDBOOK,
                Cast.ROSTER,
                Pacing.Rates.SLACK,
                still,
                still);
    }
}
