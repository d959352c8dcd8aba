package dev.baton.hostile;

import dev.baton.FileClock;
import dev.baton.account.AccountsYaml;
import dev.baton.account.RosterYaml;
import dev.baton.handbook.OperatorFile;
import dev.baton.sandbox.Sandbox;
import dev.baton.sandbox.SandboxClock;
import dev.baton.sandbox.SandboxOptions;
import dev.baton.sandbox.Workspace;
import dev.baton.serving.Premises;
import dev.baton.story.Hand;
import dev.baton.story.SlackPage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The cast's workspace, a database that knows its accounts, and the processes that are tried on it. */
final class Site implements AutoCloseable {
    static final String TOKEN = "xoxb-hostile-4711-token";
    static final String SECRET = "hostile-signing-secret-0815";

    private final Path folder;
    private final Path clock;
    private final String database;
    private final Sandbox slack;
    private final List<WatchedProcess> started = new ArrayList<>();

    private Site(Path folder, String database) {
        this.folder = folder;
        this.database = database;
        Workspace workspace = Premises.workspace();
        clock = write("clock", String.valueOf(workspace.start().toEpochMilli()));
        write("people.yml", OperatorFile.builtIn("cast-roster.yml"));
        InstantSource shared = new FileClock(clock);
        slack = Sandbox.start(new SandboxOptions(
                0, workspace, new SandboxClock(shared, workspace.start()), InstantSource.system(), SECRET, TOKEN));
    }

    /** @param database a JDBC URL */
    static Site prepare(Path folder, String database) {
        Site site = new Site(folder, database);
        Premises.know(site.environment(), site.clock, AccountsYaml.cast(RosterYaml.cast()));
        return site;
    }

    private Path write(String name, String text) {
        try {
            return Files.writeString(folder.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Map<String, String> environment() {
        Map<String, String> environment = Premises.environment(slack.apiUrl(), TOKEN, SECRET, database);
        environment.put("BATON_ROSTER", folder.resolve("people.yml").toString());
        return environment;
    }

    /** A process, wherever it comes to. */
    WatchedProcess begin(Map<String, String> otherwise) {
        Map<String, String> environment = environment();
        environment.putAll(otherwise);
        WatchedProcess serve =
                WatchedProcess.start(environment, clock, folder.resolve("serve-" + (started.size() + 1) + ".log"));
        started.add(serve);
        return serve;
    }

    /** A process that Slack reaches and that reaches Slack. */
    WatchedProcess serve() {
        return serve(Map.of());
    }

    WatchedProcess serve(Map<String, String> otherwise) {
        WatchedProcess serve = begin(otherwise).untilReady();
        slack.connect(serve.events());
        return serve;
    }

    Sandbox slack() {
        return slack;
    }

    Hand as(String person) {
        return new SlackPage(slack.pageUrl()).as(person);
    }

    Tables tables() {
        return new Tables(database, slack.clock());
    }

    @Override
    public void close() {
        started.forEach(WatchedProcess::close);
        slack.close();
    }
}
