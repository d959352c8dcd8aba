package dev.baton.story;

import dev.baton.Eventually;
import dev.baton.account.AccountsYaml;
import dev.baton.notice.Pacing;
import dev.baton.sandbox.Sandbox;
import dev.baton.sandbox.SandboxClock;
import dev.baton.store.FreshDatabase;
import java.net.URI;
import java.time.InstantSource;

/** The cast's workspace with Baton in it, all real: the sandbox as Slack, signed HTTP, Bolt, a database. */
public final class World implements AutoCloseable {
    private final Baton baton;
    private final SlackPage page;

    private World(Baton baton) {
        this.baton = baton;
        page = new SlackPage(baton.slack().pageUrl());
    }

    /** Monday 2024-03-04, 09:00 UTC; the cast, and the built-in handbook. */
    public static World open(String database) {
        return new World(new OneBaton(database, Policy.CAST));
    }

    /** The same, with a Baton that keeps to Slack's pace by this machine clock. */
    static World paced(String database, InstantSource machine) {
        return new World(new OneBaton(database, Policy.CAST, Pacing.Rates.SLACK, machine));
    }

    /** The same, with Baton as the test run wants it. */
    static World open(FreshDatabase database) {
        return open(database, Policy.CAST);
    }

    static World open(FreshDatabase database, Policy policy) {
        if (database.served()) {
            return new World(TwoBatons.on(database.url(), policy));
        }
        return new World(
                database.onSocket()
                        ? OneBaton.overSocket(database.url(), policy)
                        : new OneBaton(database.url(), policy));
    }

    /** Baton stops and starts again, with this people file. Slack and the database stay as they are. */
    void restart(String people) {
        baton.restart(people, () -> {});
    }

    /** Baton stops and starts again, and meanwhile something is done to the database. */
    void whileStopped(Runnable deed) {
        baton.restart(Policy.CAST.people(), deed);
    }

    /** What Slack would send to Baton by itself: truly signed, and not bound to what somebody's page offers. */
    Post post() {
        return baton.post();
    }

    /** Where Slack would post next. */
    URI door() {
        return baton.door();
    }

    /** Waits until everything that is owed by now has been said, and everything posted is up to date. */
    void untilAllIsSaid() {
        Eventually.that("that all is said", () -> Outstanding.in(baton.database(), clock().millis()) == 0);
    }

    /** Where monitoring asks. */
    URI admin() {
        return baton.admin();
    }

    public Hand as(String person) {
        return page.as(person);
    }

    /** Makes facts about accounts known, as if somebody had told Baton before. */
    public void know(AccountsYaml.Opening opening) {
        baton.know(opening);
    }

    public SandboxClock clock() {
        return baton.clock();
    }

    public Sandbox sandbox() {
        return baton.slack();
    }

    @Override
    public void close() {
        baton.close();
    }
}
