package dev.baton.crash;

import dev.baton.FileClock;
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
import dev.baton.story.Eventually;
import dev.baton.story.Modal;
import dev.baton.story.SlackPage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** What outlives a killed process: a Slack with its ledger, a database file, a people file and a clock. */
final class Ground implements AutoCloseable {
    static final String TOKEN = "xoxb-4711-crash-token";
    static final String SECRET = "crash-signing-secret-0815";
    static final String CHANNEL = "C0NWB";
    static final String NOTES = "Hush: they leave Jenkins behind.";
    static final String LAM = "1234567";
    private static final String LINK = "https://acme.my.salesforce.com/";

    private final Path folder;
    private final Path clock;
    private final Workspace workspace;
    private final List<ServeProcess> started = new ArrayList<>();
    private Sandbox slack;

    private Ground(Path folder, Path clock, Workspace workspace) {
        this.folder = folder;
        this.clock = clock;
        this.workspace = workspace;
        this.slack = slack(0);
    }

    /** With five accounts A to E, all linked to one channel. */
    static Ground prepare(Path folder) {
        Workspace workspace =
                Workspace.parse(OperatorFile.builtIn("sandbox/cast.yml"), OperatorFile.builtIn("manifest.yml"));
        Path clock = folder.resolve("clock");
        write(clock, String.valueOf(workspace.start().toEpochMilli()));
        write(folder.resolve("people.yml"), OperatorFile.builtIn("cast-roster.yml"));
        Ground ground = new Ground(folder, clock, workspace);
        ground.fillDatabase();
        return ground;
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void fillDatabase() {
        Roster roster = RosterYaml.cast();
        StringBuilder accounts = new StringBuilder("accounts:\n");
        for (char letter = 'A'; letter <= 'E'; letter++) {
            accounts.append("""
                      - { name: Account %1$s, account: 0015e00001CRSH%1$s, opportunity: 0065e00001CRSH%1$s, segment: ENTERPRISE,
                          region: AMER_EAST, stage: 4-Proposal, arr: 420k, lam: 1.2M, close: 2024-04-15, channel: %2$s }
                    """.formatted(letter, CHANNEL));
        }
        try (Wiring closed = new Wiring(
                Settings.from(environment(), new Properties()),
                Handbook.builtIn(),
                roster,
                Pacing.Rates.SLACK,
                new FileClock(clock),
                InstantSource.system())) {
            closed.open(AccountsYaml.parse("accounts.yml", accounts.toString(), roster));
        }
    }

    private Sandbox slack(int port) {
        InstantSource shared = new FileClock(clock);
        return Sandbox.start(new SandboxOptions(
                port, workspace, new SandboxClock(shared, workspace.start()), InstantSource.system(), SECRET, TOKEN));
    }

    private Map<String, String> environment() {
        return Map.of(
                "SLACK_BOT_TOKEN",
                TOKEN,
                "SLACK_SIGNING_SECRET",
                SECRET,
                "SLACK_API_URL",
                slack.apiUrl().toString(),
                "HOST",
                "127.0.0.1",
                "PORT",
                "0",
                "BATON_DATABASE",
                "jdbc:sqlite:" + database(),
                "BATON_ROSTER",
                folder.resolve("people.yml").toString());
    }

    Path database() {
        return folder.resolve("baton.db");
    }

    /** A process, wherever it comes to. */
    ServeProcess begin() {
        return begin(Map.of());
    }

    ServeProcess begin(Map<String, String> otherwise) {
        Map<String, String> environment = new HashMap<>(environment());
        environment.putAll(otherwise);
        Path output = folder.resolve("serve-" + (started.size() + 1) + ".log");
        ServeProcess serve = ServeProcess.start(environment, clock, output);
        started.add(serve);
        return serve;
    }

    /** A process that Slack reaches and that reaches Slack. */
    ServeProcess serve() {
        ServeProcess serve = begin().untilReady();
        slack.connect(serve.events());
        return serve;
    }

    Sandbox slack() {
        return slack;
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

    /** Sam asks for a CSM; returns when Baton has acknowledged. */
    void ask(char account) {
        Modal form = new SlackPage(slack.pageUrl()).as("U0SAM").command("/request-csm Account " + account);
        form.fill("Salesforce account link", LINK + "0015e00001CRSH" + account)
                .fill("Salesforce opportunity link", LINK + "0065e00001CRSH" + account)
                .fill("Opportunity stage", "4-Proposal")
                .fill("Expected close date", "2024-04-15")
                .fill("Landed Addressable Market (LAM)", LAM)
                .fill("Annual recurring revenue (ARR)", "420k")
                .fill("Sales segment", "Enterprise")
                .fill("Region", "Americas East")
                .fill("Notes for the manager", NOTES);
        Eventually.that("an acknowledgement of " + account, () -> acknowledged(form));
    }

    /** A cold process on a busy machine may miss Slack's three seconds. People press again; that has no second effect. */
    private static boolean acknowledged(Modal form) {
        try {
            form.submit();
            return true;
        } catch (AssertionError refused) {
            if (String.valueOf(refused.getMessage()).contains("trouble connecting")) {
                return false;
            }
            throw refused;
        }
    }

    /** What all processes printed, one after the other. */
    List<String> printed() {
        return started.stream().map(ServeProcess::printed).toList();
    }

    @Override
    public void close() {
        started.forEach(ServeProcess::close);
        slack.close();
    }
}
