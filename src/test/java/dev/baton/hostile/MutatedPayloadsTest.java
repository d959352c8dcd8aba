package dev.baton.hostile;

import dev.baton.proof.Proof;
import dev.baton.proof.Tally;
import dev.baton.store.FreshDatabase;
import dev.baton.store.OnBothDatabases;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whatever arrives with a true signature: it is answered, it changes nothing it may not, and nobody else waits. */
class MutatedPayloadsTest {
    private static final Logger log = LoggerFactory.getLogger(MutatedPayloadsTest.class);
    /** Whoever is not in the people file, and Dana, who may look accounts up and nothing else. */
    private static final List<String> WITHOUT_STANDING = List.of(
            "U0NOBODY",
            "W0STRANGER",
            "U0DANA",
            "U0DANA",
            "U0DANA",
            "B0BOT",
            "U0SAMX",
            "u0maya",
            "U0MAYA ",
            "\r\nU0MAYA");

    private static final int HEAP_MEGABYTES = 60;
    private static final int LOG_BYTES_EACH = 600;

    @TempDir
    private Path folder;

    @OnBothDatabases
    void bent_payloads_are_answered_and_change_nothing_without_permission(FreshDatabase database) {
        boolean sqlite = database.url().startsWith("jdbc:sqlite:");
        int times = sqlite ? Proof.times(19_000, 200_000) : Proof.times(1_000, 20_000);
        long seed = Proof.seed();
        log.warn("seed {}", seed);
        try (Site site = Site.prepare(folder, database.url())) {
            WatchedProcess serve = site.serve();
            List<Captured> played = Corpus.playedOn(site);
            Siege siege = new Siege(site, serve, played, seed);

            siege.byThoseWithoutStanding(times / 2, WITHOUT_STANDING);
            siege.unsigned(times / 10);
            siege.replayed(times / 10);
            siege.byAnybody(times - times / 2 - 2 * (times / 10));

            siege.endsWell(HEAP_MEGABYTES, (long) times * LOG_BYTES_EACH);
            Tally.payloads(sqlite ? "SQLite" : "PostgreSQL", times).keep();
        }
    }
}
