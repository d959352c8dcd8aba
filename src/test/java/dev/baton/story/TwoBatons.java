package dev.baton.story;

import dev.baton.Eventually;
import dev.baton.Wiring;
import dev.baton.account.AccountsYaml;
import dev.baton.account.RosterYaml;
import dev.baton.sandbox.Sandbox;
import dev.baton.sandbox.SandboxClock;
import dev.baton.sandbox.SandboxOptions;
import dev.baton.sandbox.Workspace;
import dev.baton.serving.ClassArchive;
import dev.baton.serving.Premises;
import dev.baton.serving.ServeProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Baton as two {@code serve} processes on one PostgreSQL; Slack calls now the one, now the other. They live as long as the
 * tests' process, for a start costs seconds: between two stories only the database and Slack begin anew, so that whatever
 * the processes remember by themselves is as wrong as it can get.
 */
final class TwoBatons implements Baton {
    private static @Nullable TwoBatons running;

    private final String database;
    private final Path folder;
    private final Workspace workspace;
    private final SandboxClock clock;
    private final Sandbox sandbox;
    private final AtomicInteger turn = new AtomicInteger();
    private Policy policy;
    private Wiring clerk;
    private List<ServeProcess> instances;
    private OpeningState opening;
    private int started;

    private TwoBatons(String database, Policy policy) {
        this.database = database;
        this.policy = policy;
        folder = folder();
        workspace = Premises.workspace();
        clock = SandboxClock.shared(folder.resolve("clock"));
        clock.moveTo(workspace.start());
        sandbox = Sandbox.start(
                new SandboxOptions(0, workspace, clock, InstantSource.system(), Baton.SECRET, Baton.TOKEN));
        clerk = OneBaton.wired(database, policy, sandbox, clock);
        clerk.open(AccountsYaml.cast(RosterYaml.cast()));
        instances = begun();
        opening = OpeningState.of(database);
    }

    private static Path folder() {
        try {
            Path folder = Files.createTempDirectory("baton-two");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> removed(folder)));
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void removed(Path folder) {
        TwoBatons last = running;
        if (last != null) {
            last.instances.forEach(ServeProcess::kill);
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
            Files.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As on the first morning, with this policy. */
    static synchronized TwoBatons on(String database, Policy policy) {
        TwoBatons known = running;
        if (known == null) {
            known = new TwoBatons(database, policy);
            running = known;
        } else {
            known.beginAnew(policy);
        }
        return known;
    }

    private void beginAnew(Policy wanted) {
        boolean other = !wanted.equals(policy);
        if (other) {
            instances.forEach(ServeProcess::kill);
        }
        opening.restore(() -> clock.moveTo(workspace.start()));
        new SlackPage(sandbox.pageUrl()).post("/page/reset", Map.of());
        sandbox.faults().clear();
        sandbox.ledger().clear();
        if (other) {
            policy = wanted;
            clerk.close();
            clerk = OneBaton.wired(database, policy, sandbox, clock);
            instances = begun();
            opening = OpeningState.of(database);
        }
    }

    private List<ServeProcess> begun() {
        Path people = written("people.yml", policy.people());
        Path handbook = written("handbook.yml", policy.rules());
        Map<String, String> environment = OneBaton.environment(database, sandbox);
        environment.put("BATON_ROSTER", people.toString());
        environment.put("BATON_HANDBOOK", handbook.toString());
        List<ServeProcess> both = Stream.of(1, 2)
                .map(number -> ServeProcess.start(
                        environment,
                        ClassArchive.options(
                                "-Xmx256m",
                                "-Dbaton.test.clock=" + folder.resolve("clock"),
                                "-Dbaton.test.faster=1000"),
                        folder.resolve("serve-" + ++started + ".log"),
                        ""))
                .toList();
        try {
            sandbox.connect(
                    both.stream().map(serve -> serve.untilReady().events()).toArray(URI[]::new));
            return both;
        } catch (AssertionError failed) {
            both.forEach(ServeProcess::kill);
            throw failed;
        }
    }

    private Path written(String name, String text) {
        try {
            return Files.writeString(folder.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Sandbox slack() {
        return sandbox;
    }

    @Override
    public SandboxClock clock() {
        return clock;
    }

    @Override
    public String database() {
        return database;
    }

    /** Each of the two counts for itself; this is the first one's. */
    @Override
    public URI admin() {
        return instances.get(0).metrics().resolve("/");
    }

    @Override
    public URI door() {
        return instances.get(turn.getAndIncrement() % 2).events();
    }

    @Override
    public void know(AccountsYaml.Opening known) {
        clerk.open(known);
    }

    @Override
    public void restart(String people, Runnable meanwhile) {
        instances.forEach(ServeProcess::kill);
        meanwhile.run();
        policy = policy.people(people);
        instances = begun();
    }

    /** The story is over; whatever is still under way must not reach into the next one. */
    @Override
    public void close() {
        Eventually.that("that nothing is under way", () -> Outstanding.in(database, clock.millis()) == 0);
    }
}
