package dev.baton.cli;

import dev.baton.Settings;
import dev.baton.Wiring;
import dev.baton.account.Names;
import dev.baton.handbook.Handbook;
import dev.baton.notice.Pacing;
import dev.baton.sandbox.Sandbox;
import dev.baton.sandbox.SandboxClock;
import dev.baton.sandbox.SandboxOptions;
import dev.baton.sandbox.Upcoming.Coming;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The demo while it runs: a workspace that stays, and a Baton that is put together anew, over an empty database, whenever
 * somebody starts over.
 */
final class Rehearsal implements AutoCloseable {
    private static final String TOKEN = "xoxb-demo";
    private static final String SECRET = "demo-signing-secret";
    private static final int COMING_SHOWN = 20;

    private final Scenario scenario;
    private final InstantSource wallClock;
    private final Path folder;
    private final Sandbox sandbox;
    private final ReentrantReadWriteLock coming = new ReentrantReadWriteLock();
    private @Nullable Wiring wiring;
    private int takes;
    private volatile boolean closed;

    /** Opens the workspace; Baton is not there yet. */
    Rehearsal(Scenario scenario, int port, InstantSource wallClock) throws IOException {
        this.scenario = scenario;
        this.wallClock = wallClock;
        folder = Files.createTempDirectory("baton-demo");
        SandboxClock clock = new SandboxClock(wallClock, scenario.workspace().start());
        sandbox = Sandbox.start(new SandboxOptions(port, scenario.workspace(), clock, wallClock, SECRET, TOKEN));
        sandbox.upcoming(this::coming);
    }

    /** Where a browser finds it. */
    URI page() {
        return sandbox.pageUrl();
    }

    /** Lets Baton begin, with what the scenario knows; from now on the page can start over. */
    void begin() {
        enter();
        sandbox.restart(this::again);
    }

    private void again(Runnable emptying) {
        leave();
        emptying.run();
        enter();
    }

    private void enter() {
        coming.writeLock().lock();
        try {
            if (!closed) {
                wiring = entered();
            }
        } finally {
            coming.writeLock().unlock();
        }
    }

    private Wiring entered() {
        Path database = folder.resolve("demo-" + ++takes + ".db");
        Wiring entering = new Wiring(
                settings(database),
                Handbook.builtIn(),
                scenario.roster(),
                Pacing.Rates.SLACK,
                sandbox.clock(),
                wallClock);
        entering.open(scenario.accounts());
        entering.start();
        sandbox.connect(URI.create("http://127.0.0.1:" + entering.port() + "/slack/events"));
        String channel = scenario.workspace().channels().get(0).id();
        scenario.requests()
                .forEach(each -> sandbox.submitAsItStands(each.by(), channel, "/request-csm " + each.account()));
        return entering;
    }

    private void leave() {
        coming.writeLock().lock();
        try {
            Wiring leaving = wiring;
            wiring = null;
            if (leaving != null) {
                leaving.close();
            }
        } finally {
            coming.writeLock().unlock();
        }
    }

    /** What lies ahead; nothing while Baton comes or goes, for the page shall not wait for that. */
    private List<Coming> coming() {
        if (!coming.readLock().tryLock()) {
            return List.of();
        }
        try {
            Wiring here = wiring;
            return here == null ? List.of() : told(here);
        } finally {
            coming.readLock().unlock();
        }
    }

    private List<Coming> told(Wiring here) {
        return here.coming(COMING_SHOWN).stream()
                .map(each -> new Coming(each.at(), Names.of(each.recipient(), scenario.roster()), each.words()))
                .toList();
    }

    private Settings settings(Path database) {
        return Settings.from(
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
                        "jdbc:sqlite:" + database,
                        "BATON_ADMIN",
                        "off"),
                new Properties());
    }

    @Override
    public void close() {
        closed = true;
        leave();
        sandbox.close();
        delete(folder);
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            System.err.println("Left behind: " + folder + " (" + e.getMessage() + ")");
        }
    }
}
