package dev.baton.hostile;

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
import dev.baton.story.Hand;
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

/** The cast's workspace, a database that knows its accounts, and the processes that are tried on it. */
final class Site implements AutoCloseable {
    static final String TOKEN = "xoxb-hostile-4711-token";
    static final String SECRET = "hostile-signing-secret-0815";

    private final Path folder;
    private final Path clock;
    private final String database;
    private final Sandbox slack;
    private final List<ServeProcess> started = new ArrayList<>();

    private Site(Path folder, String database) {
        this.folder = folder;
        this.database = database;
        Workspace workspace =
                Workspace.parse(OperatorFile.builtIn("sandbox/cast.yml"), OperatorFile.builtIn("manifest.yml"));
        clock = write("clock", String.valueOf(workspace.start().toEpochMilli()));
        write("people.yml", OperatorFile.builtIn("cast-roster.yml"));
        InstantSource shared = new FileClock(clock);
        slack = Sandbox.start(new SandboxOptions(
                0, workspace, new SandboxClock(shared, workspace.start()), InstantSource.system(), SECRET, TOKEN));
    }

    /** @param database a JDBC URL */
    static Site prepare(Path folder, String database) {
        Site site = new Site(folder, database);
        Roster roster = RosterYaml.cast();
        try (Wiring closed = new Wiring(
                Settings.from(site.environment(), new Properties()),
                Handbook.builtIn(),
                roster,
                Pacing.Rates.SLACK,
                new FileClock(site.clock),
                InstantSource.system())) {
            closed.open(AccountsYaml.cast(roster));
        }
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
        return Map.of(
                "BATON_ADMIN",
                "127.0.0.1:0",
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
                database,
                "BATON_ROSTER",
                folder.resolve("people.yml").toString());
    }

    /** A process, wherever it comes to. */
    ServeProcess begin(Map<String, String> otherwise) {
        Map<String, String> environment = new HashMap<>(environment());
        environment.putAll(otherwise);
        ServeProcess serve =
                ServeProcess.start(environment, clock, folder.resolve("serve-" + (started.size() + 1) + ".log"));
        started.add(serve);
        return serve;
    }

    /** A process that Slack reaches and that reaches Slack. */
    ServeProcess serve() {
        return serve(Map.of());
    }

    ServeProcess serve(Map<String, String> otherwise) {
        ServeProcess serve = begin(otherwise).untilReady();
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
        started.forEach(ServeProcess::close);
        slack.close();
    }
}
