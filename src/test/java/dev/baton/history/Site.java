package dev.baton.history;

import com.google.gson.JsonObject;
import dev.baton.FileClock;
import dev.baton.account.AccountsYaml;
import dev.baton.account.RosterYaml;
import dev.baton.handbook.OperatorFile;
import dev.baton.sandbox.Sandbox;
import dev.baton.sandbox.SandboxClock;
import dev.baton.sandbox.SandboxOptions;
import dev.baton.sandbox.Workspace;
import dev.baton.serving.ClassArchive;
import dev.baton.serving.Premises;
import dev.baton.serving.ServeProcess;
import dev.baton.story.SignedPost;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;

/** A Slack, a database, a clock, and as many processes of Baton as are wanted; a killed one begins again. */
final class Site implements AutoCloseable {
    static final Instant BEGIN = Instant.parse("2024-03-04T09:00:00Z");
    /** So many histories can be played here, each with accounts of its own. */
    static final int ROOM = 24;

    static final String LINK = "https://acme.my.salesforce.com/";
    private static final List<String> ACCOUNTS = List.of("a", "b", "c");
    private static final String TOKEN = "xoxb-history";
    private static final String SECRET = "history-secret";
    private static final int TRIES = 8;
    private static final Duration SOON = Duration.ofSeconds(90);

    private final Path folder;
    private final Path clock;
    private final String database;
    private final Sandbox slack;
    private final List<ServeProcess> serving = new ArrayList<>();
    private final AtomicInteger turn = new AtomicInteger();
    private int begun;
    private int played;

    /** @param instances more than one only on PostgreSQL */
    Site(Path folder, String database, int instances) {
        this.folder = folder;
        this.database = database;
        this.clock = folder.resolve("clock");
        moveTo(BEGIN);
        write(folder.resolve("people.yml"), OperatorFile.builtIn("cast-roster.yml"));
        Workspace workspace = Premises.workspace();
        slack = Sandbox.start(new SandboxOptions(
                0, workspace, new SandboxClock(new FileClock(clock), BEGIN), InstantSource.system(), SECRET, TOKEN));
        fillDatabase();
        for (int i = 0; i < instances; i++) {
            serving.add(begin());
        }
    }

    private void fillDatabase() {
        StringBuilder accounts = new StringBuilder("accounts:\n");
        for (int history = 1; history <= ROOM; history++) {
            for (String account : ACCOUNTS) {
                accounts.append("""
                          - { name: %1$s%2$s, account: %3$s, opportunity: %4$s, segment: ENTERPRISE, region: AMER_EAST,
                              stage: 4-Proposal, arr: 420k, lam: 1.2M, close: 2024-06-14, channel: C0NWB,
                              team: { SAE: U0SOL, SA: U0SAM } }
                        """.formatted(
                                series(history),
                                account,
                                accountId(series(history) + account),
                                opportunityId(series(history) + account)));
            }
        }
        Premises.know(environment(), clock, AccountsYaml.parse("accounts.yml", accounts.toString(), RosterYaml.cast()));
    }

    private static String series(int history) {
        return "H%03d-".formatted(history);
    }

    static String accountId(String name) {
        return "0015e00001" + name.replace("-", "");
    }

    static String opportunityId(String name) {
        return "0065e00001" + name.replace("-", "");
    }

    private Map<String, String> environment() {
        Map<String, String> environment = Premises.environment(slack.apiUrl(), TOKEN, SECRET, database);
        environment.put("BATON_ROSTER", folder.resolve("people.yml").toString());
        return environment;
    }

    private ServeProcess begin() {
        List<String> options = ClassArchive.options(
                "-Xmx192m",
                "-Dbaton.test.clock=" + clock,
                "-Dbaton.test.call=1500",
                "-Dbaton.test.lease=5000",
                "-Dbaton.test.faster=1000");
        return ServeProcess.start(environment(), options, folder.resolve("serve-" + ++begun + ".log"), "");
    }

    boolean full() {
        return played == ROOM;
    }

    /** What the names of the next history's accounts begin with. */
    String next() {
        moveTo(BEGIN);
        return series(++played);
    }

    Sandbox slack() {
        return slack;
    }

    String database() {
        return database;
    }

    void moveTo(Instant to) {
        write(clock, String.valueOf(to.toEpochMilli()));
    }

    Instant now() {
        return new FileClock(clock).instant();
    }

    private static void write(Path file, String text) {
        try {
            Path whole = Files.writeString(file.resolveSibling(file.getFileName() + ".new"), text);
            Files.move(whole, file, java.nio.file.StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What Baton answers. Where a process dies before it has, Slack delivers again, as it is, to whoever lives. */
    String post(JsonObject payload) {
        for (int left = TRIES; left > 0; left--) {
            ServeProcess one = living();
            try {
                return new SignedPost(one.events(), SECRET).answerTo(payload);
            } catch (CompletionException lost) {
                if (!(lost.getCause() instanceof IOException)) {
                    throw lost;
                }
                // Whoever lost the connection to it may know of its end before the system does.
                one.ended(SOON);
            }
        }
        throw new AssertionError("no process lived long enough to answer");
    }

    private synchronized ServeProcess living() {
        beginAgain();
        int first = turn.getAndIncrement();
        for (int i = 0; i < serving.size(); i++) {
            ServeProcess one = serving.get((first + i) % serving.size());
            if (one.listens()) {
                return one;
            }
        }
        return serving.get(first % serving.size());
    }

    /** Starts whoever has ended, and waits for nobody. */
    synchronized void beginAgain() {
        serving.replaceAll(one -> one.alive() ? one : begin());
    }

    synchronized void kill(int instance, String step) {
        ServeProcess one = serving.get(instance % serving.size());
        if (step.equals("NOW")) {
            one.kill();
        } else {
            one.haltAt(step);
        }
    }

    synchronized void haltNowhere() {
        serving.forEach(one -> one.haltAt(""));
    }

    List<String> printed() {
        return serving.stream().map(ServeProcess::printed).toList();
    }

    @Override
    public void close() {
        serving.forEach(ServeProcess::close);
        slack.close();
    }
}
