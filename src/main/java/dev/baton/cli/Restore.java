package dev.baton.cli;

import dev.baton.FileClock;
import dev.baton.StoreSettings;
import dev.baton.notice.Reconciliation;
import dev.baton.store.Backups;
import dev.baton.store.Database;
import dev.baton.store.PostgresDump;
import dev.baton.store.PostgresSessions;
import dev.baton.store.Replacement;
import dev.baton.store.Restored;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code baton restore}: puts a backup in the database's place and makes it fit for a Slack that has gone on. */
@Command(
        name = "restore",
        mixinStandardHelpOptions = true,
        description = {
            "Puts a backup in the place of the SQLite database. The database that was there is kept beside the backups. Stop",
            "Baton first. On PostgreSQL it tells the command lines of psql and pg_restore.",
            "Without FILE: the database has been put in place by other means, such as pg_restore. In both cases what became",
            "due since the backup is looked for in Slack before it is sent, at the next start.",
            "Reads BATON_DATABASE and BATON_BACKUPS."
        },
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:restored", "1:nothing was changed", "2:the command line is wrong"})
public final class Restore implements Callable<Integer> {
    private final Map<String, String> environment;
    private final Properties system;
    private final InstantSource wallClock;

    @Parameters(
            arity = "0..1",
            paramLabel = "FILE",
            description =
                    "The backup. Without it the database stays and is only made fit for a Slack that has gone on.")
    private @Nullable Path file;

    @Spec
    private @Nullable CommandSpec spec;

    public Restore(Map<String, String> environment, Properties system, InstantSource wallClock) {
        this.environment = environment;
        this.system = system;
        this.wallClock = wallClock;
    }

    @Override
    public Integer call() {
        StoreSettings settings = StoreSettings.from(environment, system);
        Optional<Backups> backups = Backups.of(settings.database(), settings.backups(), wallClock);
        PrintWriter out = out(spec);
        if (file != null && backups.isEmpty()) {
            return byOtherMeans(settings, file.toString(), out);
        }
        Instant now = settings.testClock()
                .<InstantSource>map(FileClock::new)
                .orElse(wallClock)
                .instant()
                .truncatedTo(ChronoUnit.MILLIS);
        if (file == null) {
            backups.ifPresentOrElse(
                    Backups::requireDatabase, () -> PostgresSessions.requireNoOther(settings.database()));
            try (Database database = Database.open(settings.database(), backups)) {
                tell(out, reconciled(database, "by other means", now));
            }
        } else {
            replaced(settings, backups.orElseThrow(), file, now, out);
        }
        out.flush();
        return 0;
    }

    static PrintWriter out(@Nullable CommandSpec spec) {
        if (spec == null) {
            throw new IllegalStateException("picocli sets it before it calls");
        }
        return spec.commandLine().getOut();
    }

    private static int byOtherMeans(StoreSettings settings, String dump, PrintWriter out) {
        out.println("PostgreSQL is restored by its own means. Stop every Baton, then:");
        out.println();
        PostgresDump lines = new PostgresDump(settings.database());
        out.println("    " + lines.empty());
        out.println("    " + lines.restore(dump));
        out.println("    baton restore");
        out.flush();
        return 1;
    }

    private static void replaced(StoreSettings settings, Backups backups, Path backup, Instant now, PrintWriter out) {
        List<Restored> restored = new ArrayList<>();
        Optional<Backups.Backup> kept = new Replacement(settings.database(), backups)
                .by(backup, copy -> restored.add(reconciled(copy, backup.toString(), now)));
        kept.ifPresent(before -> out.println("Kept what was there: " + before.file()));
        restored.forEach(each -> tell(out, each));
    }

    private static Restored reconciled(Database database, String source, Instant now) {
        return database.write(tx -> new Reconciliation().run(tx, source, now));
    }

    private static void tell(PrintWriter out, Restored restored) {
        out.println("Restored: " + restored.source());
        out.println("It knows nothing of what happened after " + restored.knownUntil() + ".");
        out.println("At the next start " + restored.lookedUp()
                + " notices are looked for in Slack before they are sent, and " + restored.refreshed()
                + " messages are brought up to date.");
    }
}
