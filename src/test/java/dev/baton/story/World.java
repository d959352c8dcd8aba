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

    private final String database;
    private final Handbook handbook;
    private final Sandbox sandbox;
    private final SandboxClock clock;
    private final SlackPage page;
    private Wiring baton;
    private URI door;

    private World(String database, Handbook handbook, Roster roster) {
        this.database = database;
        this.handbook = handbook;
        InstantSource machine = InstantSource.system();
        Workspace workspace =
                Workspace.parse(OperatorFile.builtIn("sandbox/cast.yml"), OperatorFile.builtIn("manifest.yml"));
        clock = new SandboxClock(machine, workspace.start());
        sandbox = Sandbox.start(new SandboxOptions(0, workspace, clock, machine, SECRET, TOKEN));
        page = new SlackPage(sandbox.pageUrl());
        baton = wired(roster);
        baton.open(AccountsYaml.cast(RosterYaml.cast()));
        door = begin();
    }

    /** Monday 2024-03-04, 09:00 UTC; the cast, and the built-in handbook. */
    public static World open(String database) {
        return open(database, Handbook.builtIn(), RosterYaml.cast());
    }

    static World open(String database, Handbook handbook, Roster roster) {
        return new World(database, handbook, roster);
    }

    /** Baton stops and starts again, with this people file. Slack and the database stay as they are. */
    void restart(Roster roster) {
        whileStopped(roster, () -> {});
    }

    /** The same, and meanwhile something is done to the database. */
    void whileStopped(Roster roster, Runnable deed) {
        baton.close();
        deed.run();
        baton = wired(roster);
        door = begin();
    }

    private Wiring wired(Roster roster) {
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
        return new Wiring(settings, handbook, roster, FAST, clock, InstantSource.system());
    }

    private URI begin() {
        baton.start();
        URI address = URI.create("http://127.0.0.1:" + baton.port() + "/slack/events");
        sandbox.connect(address);
        return address;
    }

    /** What Slack would post to Baton by itself: truly signed, and not bound to what somebody's page offers. */
    SignedPost post() {
        return new SignedPost(door, SECRET);
    }

    /** Waits until everything that is owed by now has been said, and everything posted is up to date. */
    void untilAllIsSaid() {
        Eventually.that("that all is said", () -> Outstanding.in(database, clock.millis()) == 0);
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
