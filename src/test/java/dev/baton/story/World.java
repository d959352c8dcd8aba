package dev.baton.story;

import dev.baton.Settings;
import dev.baton.Wiring;
import dev.baton.account.AccountsYaml;
import dev.baton.account.Roster;
import dev.baton.account.RosterYaml;
import dev.baton.handbook.Handbook;
import dev.baton.handbook.OperatorFile;
import dev.baton.notice.Pacing;
import dev.baton.sandbox.Sandbox;
import dev.baton.sandbox.SandboxClock;
import dev.baton.sandbox.SandboxOptions;
import dev.baton.sandbox.Workspace;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Properties;

/** The cast's workspace with Baton in it, all real: the sandbox as Slack, signed HTTP, Bolt, a database. */
public final class World implements AutoCloseable {
    /** A sandbox bears more than Slack does, and stories need not wait. */
    private static final Pacing.Rates FAST = new Pacing.Rates(60_000, 60_000, 60_000, Duration.ofMillis(300));

    static final String TOKEN = "xoxb-story";
    private static final String SECRET = "story-secret";

    private final Sandbox sandbox;
    private final SandboxClock clock;
    private final Wiring baton;
    private final SlackPage page;

    private World(Sandbox sandbox, SandboxClock clock, Wiring baton) {
        this.sandbox = sandbox;
        this.clock = clock;
        this.baton = baton;
        page = new SlackPage(sandbox.pageUrl());
    }

    /** Monday 2024-03-04, 09:00 UTC. */
    public static World open(String database) {
        InstantSource machine = InstantSource.system();
        Workspace workspace =
                Workspace.parse(OperatorFile.builtIn("sandbox/cast.yml"), OperatorFile.builtIn("manifest.yml"));
        SandboxClock clock = new SandboxClock(machine, workspace.start());
        Sandbox sandbox = Sandbox.start(new SandboxOptions(0, workspace, clock, machine, SECRET, TOKEN));
        Settings settings = Settings.from(
                Map.of(
                        "SLACK_BOT_TOKEN",
                        TOKEN,
                        "SLACK_SIGNING_SECRET",
                        SECRET,
                        "SLACK_API_URL",
                        sandbox.apiUrl().toString(),
                        "HOST",
                        "127.0.0.1",
                        "PORT",
                        "0",
                        "BATON_DATABASE",
                        database),
                new Properties());
        Roster roster = RosterYaml.cast();
        Wiring baton = new Wiring(settings, Handbook.builtIn(), roster, FAST, clock, machine);
        baton.open(AccountsYaml.cast(roster));
        baton.start();
        sandbox.connect(URI.create("http://127.0.0.1:" + baton.port() + "/slack/events"));
        return new World(sandbox, clock, baton);
    }

    public Hand as(String person) {
        return page.as(person);
    }

    /** Makes facts about accounts known, as if somebody had told Baton before. */
    public void know(AccountsYaml.Opening opening) {
        baton.open(opening);
    }

    public SandboxClock clock() {
        return clock;
    }

    public Sandbox sandbox() {
        return sandbox;
    }

    @Override
    public void close() {
        baton.close();
        sandbox.close();
    }
}
