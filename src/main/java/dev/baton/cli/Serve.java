package dev.baton.cli;

import dev.baton.FileClock;
import dev.baton.Settings;
import dev.baton.Wiring;
import dev.baton.account.Roster;
import dev.baton.account.RosterYaml;
import dev.baton.handbook.Handbook;
import dev.baton.handbook.HandbookYaml;
import dev.baton.handbook.Misconfigured;
import dev.baton.handbook.Problem;
import dev.baton.notice.Pacing;
import dev.baton.slack.Emails;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;

/** {@code baton serve}: Baton for a Slack workspace, until it is told to stop. */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description = {
            "Serves a Slack workspace. Set SLACK_BOT_TOKEN, BATON_ROSTER, and SLACK_APP_TOKEN (Socket Mode: needs no",
            "public address) or SLACK_SIGNING_SECRET (Slack posts to /slack/events);",
            "BATON_DATABASE, BATON_HANDBOOK, HOST and PORT as needed."
        },
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:stopped as asked", "1:could not start", "2:the command line is wrong"})
public final class Serve implements Callable<Integer> {
    private static final Logger log = LoggerFactory.getLogger(Serve.class);

    private static final Duration FAREWELL = Duration.ofSeconds(9);

    private final Map<String, String> environment;
    private final Properties system;
    private final InstantSource wallClock;

    public Serve(Map<String, String> environment, Properties system, InstantSource wallClock) {
        this.environment = environment;
        this.system = system;
        this.wallClock = wallClock;
    }

    @Override
    public Integer call() throws InterruptedException {
        Settings settings = settings();
        Handbook handbook = settings.handbook().map(HandbookYaml::load).orElseGet(Handbook::builtIn);
        Roster roster = settings.roster().map(RosterYaml::load).orElseThrow();
        roster.warnings().forEach(warning -> log.warn("people file: {}", warning));
        InstantSource business =
                settings.testClock().<InstantSource>map(FileClock::new).orElse(wallClock);
        Emails emails = new Emails(settings.slackApiUrl().toString(), settings.botToken());
        Running running = new Running(
                roster,
                emails,
                people -> new Wiring(settings, handbook, people, rates(settings.tempo()), business, wallClock));
        AtomicInteger exitCode = new AtomicInteger();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(running, exitCode.get())));
        try {
            running.start();
        } catch (RuntimeException e) {
            exitCode.set(1);
            throw e;
        }
        String listens = listens(settings, running.port());
        if (settings.jsonLog()) {
            log.info(listens);
        } else {
            System.out.println(listens);
        }
        new CountDownLatch(1).await();
        return 0;
    }

    private static String listens(Settings settings, int port) {
        String address = "Baton listens on http://" + settings.host() + ":" + port;
        String door = settings.signingSecret().isPresent() ? address + "/slack/events" : address + "/readyz";
        return settings.appToken().isPresent() ? door + " and calls Slack by itself (Socket Mode)" : door;
    }

    /** The demo brings its people along; whoever serves has to name them, and hears of that with all the rest. */
    private Settings settings() {
        List<Problem> problems = new ArrayList<>();
        Optional<Settings> settings = Optional.empty();
        try {
            settings = Optional.of(Settings.from(environment, system));
        } catch (Misconfigured wrong) {
            problems.addAll(wrong.problems());
        }
        if (environment.getOrDefault("BATON_ROSTER", "").isBlank()) {
            problems.add(
                    Problem.ofVariable(
                            "BATON_ROSTER",
                            "is not set; name a people file: who manages which region, who is an SA, who is a CSM (README, \"People\")"));
        }
        if (!problems.isEmpty()) {
            throw new Misconfigured(problems);
        }
        return settings.orElseThrow();
    }

    private static Pacing.Rates rates(Settings.Tempo tempo) {
        return Pacing.Rates.SLACK.faster(tempo.faster()).within(tempo.call(), tempo.lease());
    }

    /** Whoever sent SIGTERM may not wait longer than ten seconds before killing; what is cut short is owed as before. */
    private static void stop(Running running, int exitCode) {
        Thread closing = new Thread(running::close, "baton-close");
        closing.setDaemon(true);
        closing.start();
        try {
            closing.join(FAREWELL.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (closing.isAlive()) {
            log.warn(
                    "Not everything in flight ended in {} s; the rest is done after the next start",
                    FAREWELL.toSeconds());
        }
        // Without halt the exit code would speak of the signal and not of the stop.
        Runtime.getRuntime().halt(exitCode);
    }
}
