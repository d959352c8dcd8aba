package dev.baton.crash;

import dev.baton.Eventually;
import dev.baton.FileClock;
import dev.baton.account.AccountsYaml;
import dev.baton.account.RosterYaml;
import dev.baton.handbook.OperatorFile;
import dev.baton.sandbox.Faults.Fault;
import dev.baton.sandbox.Ledger.Line;
import dev.baton.sandbox.Sandbox;
import dev.baton.sandbox.SandboxClock;
import dev.baton.sandbox.SandboxOptions;
import dev.baton.sandbox.Workspace;
import dev.baton.serving.ClassArchive;
import dev.baton.serving.Premises;
import dev.baton.serving.ServeProcess;
import dev.baton.store.FreshDatabase;
import dev.baton.story.Hand;
import dev.baton.story.SlackPage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What outlives a killed process: a Slack with its ledger, a database, a people file and a clock. */
final class Ground implements AutoCloseable {
    static final String TOKEN = "xoxb-4711-crash-token";
    static final String SECRET = "crash-signing-secret-0815";
    static final String APP_TOKEN = "xapp-1-4711-crash-app-token";
    static final String CHANNEL = "C0NWB";
    /** How long a call to Slack may last, and a claim, where a test need not wait in real time. */
    static final Duration CALL = Duration.ofMillis(700);

    static final Duration LEASE = Duration.ofMillis(2_500);
    private static final int ACCOUNTS = 200;
    private static final List<String> HURRIED = List.of(
            "-Dbaton.test.call=" + CALL.toMillis(), "-Dbaton.test.lease=" + LEASE.toMillis(), "-Dbaton.test.faster=60");

    private final FreshDatabase database;
    private final Path folder;
    private final Path clock;
    private final Workspace workspace;
    private final List<ServeProcess> started = new ArrayList<>();
    private List<String> options = HURRIED;
    private final Books books;
    private Sandbox slack;

    /** Without a process. */
    Ground(FreshDatabase database) {
        this.database = database;
        this.folder = folder();
        this.books = new Books(database.url(), this);
        this.clock = folder.resolve("clock");
        this.workspace = Premises.workspace();
        moveClock(workspace.start());
        write(folder.resolve("people.yml"), OperatorFile.builtIn("cast-roster.yml"));
        this.slack = slack(0);
    }

    /** What the processes print stays there, for whoever wants to know why a test failed. */
    private static Path folder() {
        try {
            Path all = Files.createDirectories(Path.of("target", "crash").toAbsolutePath());
            return Files.createTempDirectory(all, "ground");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Sandbox slack(int port) {
        InstantSource shared = new FileClock(clock);
        SandboxClock sandboxClock = new SandboxClock(shared, workspace.start());
        return Sandbox.start(new SandboxOptions(port, workspace, sandboxClock, InstantSource.system(), SECRET, TOKEN)
                .withAppToken(APP_TOKEN));
    }

    /** Calls, leases and pace are those of real life. */
    Ground inRealTime() {
        options = List.of();
        return this;
    }

    /** The accounts are known, all linked to one channel. A database without tables is given them. */
    Ground withAccounts() {
        StringBuilder accounts = new StringBuilder("accounts:\n");
        for (int account = 1; account <= ACCOUNTS; account++) {
            accounts.append("""
                      - { name: %s, account: %s, opportunity: %s, segment: ENTERPRISE, region: AMER_EAST,
                          stage: 4-Proposal, arr: 420k, lam: 1.2M, close: 2024-04-15, channel: %s }
                    """.formatted(name(account), "0015" + tail(account), "0065" + tail(account), CHANNEL));
        }
        Premises.know(environment(), clock, AccountsYaml.parse("accounts.yml", accounts.toString(), RosterYaml.cast()));
        return this;
    }

    static String name(int account) {
        return "Account %03d".formatted(account);
    }

    /** The end of an id of Salesforce. */
    static String tail(int account) {
        return "e00001CR%03d".formatted(account);
    }

    private Map<String, String> environment() {
        Map<String, String> environment = Premises.environment(slack.apiUrl(), TOKEN, SECRET, database.url());
        environment.put("BATON_ROSTER", folder.resolve("people.yml").toString());
        return environment;
    }

    FreshDatabase database() {
        return database;
    }

    /** What is in the database, and in Slack. */
    Books books() {
        return books;
    }

    /** A process, wherever it comes to. */
    ServeProcess begin() {
        return begin(Map.of(), "");
    }

    /** A process that will halt at this step, if it is not empty. */
    ServeProcess begin(Map<String, String> otherwise, String step) {
        Map<String, String> environment = environment();
        environment.putAll(otherwise);
        List<String> all = ClassArchive.options("-Dbaton.test.clock=" + clock);
        all.addAll(options);
        Path output = folder.resolve("serve-" + (started.size() + 1) + ".log");
        ServeProcess serve = ServeProcess.start(environment, all, output, step);
        started.add(serve);
        return serve;
    }

    /** A process that Slack reaches and that reaches Slack. */
    ServeProcess serve() {
        ServeProcess serve = begin().untilReady();
        talksTo(serve);
        return serve;
    }

    /** From now on what people do goes to this process. */
    void talksTo(ServeProcess serve) {
        slack.connect(serve.events());
    }

    /** Waits until no claim is good any more; leases are the machine's time. */
    void untilLeasesAreOver() {
        Eventually.that(
                "the end of all leases",
                () -> books.strings("SELECT key FROM notice WHERE state = 'claimed' AND lease_until > "
                                + System.currentTimeMillis())
                        .isEmpty());
    }

    /** Business time. */
    Instant now() {
        return new FileClock(clock).instant();
    }

    void moveClock(Instant to) {
        Path fresh = clock.resolveSibling("clock.new");
        write(fresh, String.valueOf(to.toEpochMilli()));
        try {
            Files.move(fresh, clock, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The next calls of this method fail so. */
    void fault(String method, int times, Fault fault) {
        slack.faults().next(method, times, fault);
    }

    void noMoreFaults() {
        slack.faults().clear();
    }

    /** The calls of this method that took effect. */
    List<Line> accepted(String method) {
        return slack.ledger().accepted(method);
    }

    /** The calls that Slack did not carry out. */
    List<Line> refusals() {
        return slack.ledger().refusals();
    }

    Hand as(String person) {
        return new SlackPage(slack.pageUrl()).as(person);
    }

    Requester sam() {
        return new Requester(this);
    }

    void slackGoesDown() {
        slack.close();
    }

    /** A Slack at the address of the one before, which remembers nothing. */
    void slackComesUp() {
        int port = slack.pageUrl().getPort();
        slack = slack(port);
        if (slack.pageUrl().getPort() != port) {
            throw new AssertionError("port " + port + " was taken meanwhile");
        }
    }

    /** What all processes printed, one after the other. */
    List<String> printed() {
        return started.stream().map(ServeProcess::printed).toList();
    }

    @Override
    public void close() {
        started.forEach(ServeProcess::close);
        books.close();
        slack.close();
    }
}
