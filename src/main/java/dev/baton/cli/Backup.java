package dev.baton.cli;

import dev.baton.StoreSettings;
import dev.baton.store.Backups;
import dev.baton.store.PostgresDump;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code baton backup}: a verified copy of the database, also beside a Baton that serves. */
@Command(
        name = "backup",
        mixinStandardHelpOptions = true,
        description = {
            "Copies the SQLite database, verifies the copy and tells where it is. Baton may serve meanwhile, and takes one",
            "each hour by itself. On PostgreSQL it tells the command line of pg_dump.",
            "Reads BATON_DATABASE and BATON_BACKUPS."
        },
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:the copy is there", "1:there is no copy", "2:the command line is wrong"})
public final class Backup implements Callable<Integer> {
    private static final double MEGABYTE = 1_000_000;

    private final Map<String, String> environment;
    private final Properties system;
    private final InstantSource wallClock;

    @Parameters(
            arity = "0..1",
            paramLabel = "FILE",
            description =
                    "Where to. Default: a new file in BATON_BACKUPS, else in the folder backups beside the database.")
    private @Nullable Path file;

    @Spec
    private @Nullable CommandSpec spec;

    public Backup(Map<String, String> environment, Properties system, InstantSource wallClock) {
        this.environment = environment;
        this.system = system;
        this.wallClock = wallClock;
    }

    @Override
    public Integer call() {
        StoreSettings settings = StoreSettings.from(environment, system);
        Optional<Backups> backups = Backups.of(settings.database(), settings.backups(), wallClock);
        PrintWriter out = Restore.out(spec);
        if (backups.isEmpty()) {
            String place = file == null ? "baton.dump" : file.toString();
            out.println("PostgreSQL is copied by its own means. Also while Baton serves:");
            out.println();
            out.println("    " + new PostgresDump(settings.database()).dump(place));
            out.flush();
            return 1;
        }
        Backups.Backup taken =
                file == null ? backups.get().take() : backups.get().take(file);
        out.println("Backup: " + taken.file() + " (" + megabytes(taken.bytes()) + " MB)");
        out.flush();
        return 0;
    }

    private static String megabytes(long bytes) {
        return String.format(Locale.ROOT, "%.1f", bytes / MEGABYTE);
    }
}
