package dev.baton.serving;

import dev.baton.FileClock;
import dev.baton.Settings;
import dev.baton.Wiring;
import dev.baton.account.AccountsYaml;
import dev.baton.account.RosterYaml;
import dev.baton.handbook.Handbook;
import dev.baton.handbook.OperatorFile;
import dev.baton.notice.Pacing;
import dev.baton.sandbox.Workspace;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

/** What a Baton finds when it starts: its environment, the cast's Slack, and a database that knows accounts. */
public final class Premises {
    private Premises() {}

    /** The cast's Slack, with Baton's manifest. */
    public static Workspace workspace() {
        return Workspace.parse(OperatorFile.builtIn("sandbox/cast.yml"), OperatorFile.builtIn("manifest.yml"));
    }

    /** What it takes to run on this machine, on any free ports; to be added to. */
    public static Map<String, String> environment(URI slackApi, String token, String secret, String database) {
        return new HashMap<>(Map.of(
                "SLACK_BOT_TOKEN",
                token,
                "SLACK_SIGNING_SECRET",
                secret,
                "SLACK_API_URL",
                slackApi.toString(),
                "HOST",
                "127.0.0.1",
                "PORT",
                "0",
                "BATON_DATABASE",
                database,
                "BATON_ADMIN",
                "127.0.0.1:0"));
    }

    /** Makes accounts known before anybody serves. A database without tables is given them. */
    public static void know(Map<String, String> environment, Path clock, AccountsYaml.Opening opening) {
        try (Wiring closed = new Wiring(
                Settings.from(environment, new Properties()),
                Handbook.builtIn(),
                RosterYaml.cast(),
                Pacing.Rates.SLACK,
                new FileClock(clock),
                InstantSource.system())) {
            closed.open(opening);
        }
    }
}
