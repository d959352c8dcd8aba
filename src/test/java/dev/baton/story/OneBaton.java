package dev.baton.story;

import dev.baton.Eventually;
import dev.baton.Settings;
import dev.baton.Wiring;
import dev.baton.account.AccountsYaml;
import dev.baton.account.RosterYaml;
import dev.baton.notice.Pacing;
import dev.baton.sandbox.Sandbox;
import dev.baton.sandbox.SandboxClock;
import dev.baton.sandbox.SandboxOptions;
import dev.baton.sandbox.Workspace;
import dev.baton.serving.Premises;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

/** Baton as a part of the test's own process. */
final class OneBaton implements Baton {
    /** A sandbox bears more than Slack does, and stories need not wait. */
    private static final Pacing.Rates FAST = new Pacing.Rates(60_000, 60_000, 60_000, Duration.ofMillis(300));

    private final String database;
    private final Pacing.Rates rates;
    private final InstantSource machine;
    private final boolean overSocket;
    private final Sandbox sandbox;
    private final SandboxClock clock;
    private Policy policy;
    private Wiring wiring;

    OneBaton(String database, Policy policy) {
        this(database, policy, FAST, InstantSource.system());
    }

    OneBaton(String database, Policy policy, Pacing.Rates rates, InstantSource machine) {
        this(database, policy, rates, machine, false);
    }

    /** It has no door for Slack, and opens a socket to it instead. */
    static OneBaton overSocket(String database, Policy policy) {
        return new OneBaton(database, policy, FAST, InstantSource.system(), true);
    }

    private OneBaton(String database, Policy policy, Pacing.Rates rates, InstantSource machine, boolean overSocket) {
        this.overSocket = overSocket;
        this.database = database;
        this.policy = policy;
        this.rates = rates;
        this.machine = machine;
        Workspace workspace = Premises.workspace();
        clock = new SandboxClock(machine, workspace.start());
        sandbox =
                Sandbox.start(new SandboxOptions(0, workspace, clock, machine, SECRET, TOKEN).withAppToken(APP_TOKEN));
        wiring = wired();
        wiring.open(AccountsYaml.cast(RosterYaml.cast()));
        begin();
    }

    /** Put together, and not yet at work. */
    static Wiring wired(String database, Policy policy, Sandbox slack, InstantSource clock) {
        return wired(environment(database, slack), policy, FAST, clock, InstantSource.system());
    }

    private Wiring wired() {
        Map<String, String> environment = new HashMap<>(environment(database, sandbox));
        if (overSocket) {
            environment.remove("SLACK_SIGNING_SECRET");
            environment.put("SLACK_APP_TOKEN", APP_TOKEN);
        }
        return wired(environment, policy, rates, clock, machine);
    }

    private static Wiring wired(
            Map<String, String> environment,
            Policy policy,
            Pacing.Rates rates,
            InstantSource clock,
            InstantSource machine) {
        Settings settings = Settings.from(environment, new Properties());
        return new Wiring(settings, policy.handbook(), policy.roster(), rates, clock, machine);
    }

    static Map<String, String> environment(String database, Sandbox slack) {
        return Premises.environment(slack.apiUrl(), TOKEN, SECRET, database);
    }

    private void begin() {
        wiring.start();
        if (overSocket) {
            Eventually.that("a socket", () -> sandbox.sockets().connected() > 0);
        } else {
            sandbox.connect(door());
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

    @Override
    public URI admin() {
        return URI.create("http://127.0.0.1:" + wiring.adminPort().orElseThrow());
    }

    @Override
    public URI door() {
        return URI.create("http://127.0.0.1:" + wiring.port() + "/slack/events");
    }

    @Override
    public Post post() {
        return overSocket ? sandbox.sockets()::interaction : Baton.super.post();
    }

    @Override
    public void know(AccountsYaml.Opening opening) {
        wiring.open(opening);
    }

    @Override
    public void restart(String people, Runnable meanwhile) {
        wiring.close();
        meanwhile.run();
        policy = policy.people(people);
        wiring = wired();
        begin();
    }

    @Override
    public void close() {
        wiring.close();
        sandbox.close();
    }
}
