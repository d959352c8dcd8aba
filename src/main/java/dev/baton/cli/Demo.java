package dev.baton.cli;

import dev.baton.Settings;
import dev.baton.Wiring;
import dev.baton.account.AccountsYaml;
import dev.baton.account.Names;
import dev.baton.account.Roster;
import dev.baton.account.RosterYaml;
import dev.baton.handbook.Handbook;
import dev.baton.handbook.OperatorFile;
import dev.baton.notice.Pacing;
import dev.baton.sandbox.Sandbox;
import dev.baton.sandbox.SandboxClock;
import dev.baton.sandbox.SandboxOptions;
import dev.baton.sandbox.Upcoming;
import dev.baton.sandbox.Workspace;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code baton demo}: a Slack workspace in the browser with Baton in it. Nothing leaves this machine. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = "Opens a Slack workspace in the browser with Baton in it. Needs no Slack and no account.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:stopped as asked", "1:could not start", "2:the command line is wrong"})
public final class Demo implements Callable<Integer> {
    private static final String TOKEN = "xoxb-demo";
    private static final String SECRET = "demo-signing-secret";
    private static final int COMING_SHOWN = 20;

    private final InstantSource wallClock;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "8080",
            description = "Where the page is; the next free port if it is taken. Default: ${DEFAULT-VALUE}.")
    private int port;

    public Demo(InstantSource wallClock) {
        this.wallClock = wallClock;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("baton-demo");
        Workspace workspace =
                Workspace.parse(OperatorFile.builtIn("sandbox/cast.yml"), OperatorFile.builtIn("manifest.yml"));
        SandboxClock clock = new SandboxClock(wallClock, workspace.start());
        Sandbox sandbox = Sandbox.start(new SandboxOptions(port, workspace, clock, wallClock, SECRET, TOKEN));
        Roster roster = RosterYaml.cast();
        Wiring wiring =
                new Wiring(settings(sandbox, folder), Handbook.builtIn(), roster, Pacing.Rates.SLACK, clock, wallClock);
        wiring.open(AccountsYaml.cast(roster));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            wiring.close();
            sandbox.close();
            delete(folder);
        }));
        wiring.start();
        sandbox.connect(URI.create("http://127.0.0.1:" + wiring.port() + "/slack/events"));
        sandbox.upcoming(() -> upcoming(wiring, roster));
        System.out.println("Baton's demo workspace is open: " + sandbox.pageUrl());
        System.out.println("You are Sam. Type /request-csm, then become Maya and assign a CSM. Ctrl-C ends it.");
        new CountDownLatch(1).await();
        return 0;
    }

    private static Settings settings(Sandbox sandbox, Path folder) {
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
                        "jdbc:sqlite:" + folder.resolve("demo.db"),
                        "BATON_ADMIN",
                        "off"),
                new Properties());
    }

    private static List<Upcoming.Coming> upcoming(Wiring wiring, Roster roster) {
        return wiring.coming(COMING_SHOWN).stream()
                .map(each -> new Upcoming.Coming(each.at(), Names.of(each.recipient(), roster), each.words()))
                .toList();
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
