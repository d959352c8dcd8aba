package dev.baton.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;

/**
 * What one test of the proof counted on one store. Tests run in several processes, so each leaves a file, and
 * {@link ProofTable} adds them up.
 *
 * @param faults how often something was broken on purpose
 * @param owed notices that had to arrive, by the model or by the database
 * @param delivered those of them in Slack's ledger
 * @param doubled messages in the ledger that say again what had been said
 * @param worst how late the latest was, in milliseconds of real time since nothing hindered it any more
 */
public record Tally(
        String part,
        String store,
        long faults,
        long histories,
        long payloads,
        long owed,
        long delivered,
        long doubled,
        long worst) {
    private static final Path FOLDER = folder(System.getProperty("baton.proof.run", "now"));

    /** Where the parts of one build leave what they counted. */
    static Path folder(String build) {
        return Path.of("target", "proof", build);
    }

    /** Nothing counted yet. */
    public static Tally of(String part, String store) {
        return new Tally(part, store, 0, 0, 0, 0, 0, 0, 0);
    }

    public static Tally faults(
            String part, String store, long faults, long owed, long delivered, long doubled, Duration worst) {
        return new Tally(part, store, faults, 0, 0, owed, delivered, doubled, worst.toMillis());
    }

    public static Tally histories(
            String store, long histories, long faults, long owed, long delivered, long doubled, Duration worst) {
        return new Tally("random histories", store, faults, histories, 0, owed, delivered, doubled, worst.toMillis());
    }

    public static Tally payloads(String store, long payloads) {
        return new Tally("hostile payloads", store, 0, 0, payloads, 0, 0, 0, 0);
    }

    public long lost() {
        return owed - delivered;
    }

    public Tally plus(Tally other) {
        return new Tally(
                part,
                store,
                faults + other.faults,
                histories + other.histories,
                payloads + other.payloads,
                owed + other.owed,
                delivered + other.delivered,
                doubled + other.doubled,
                Math.max(worst, other.worst));
    }

    /** Adds this to what the part has left so far. Tests run in several processes, which wait for each other here. */
    public void keep() {
        Path file = FOLDER.resolve(part.replace(' ', '-') + "." + store + ".properties");
        // A lock on a file is of the whole process, and two tests of one may end at once.
        synchronized (Tally.class) {
            try {
                Files.createDirectories(FOLDER);
                try (FileChannel alone =
                        FileChannel.open(FOLDER.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                    alone.lock();
                    (Files.exists(file) ? read(file).plus(this) : this).write(file);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void write(Path file) throws IOException {
        Properties properties = new Properties();
        properties.putAll(Map.of(
                "part", part,
                "store", store,
                "faults", String.valueOf(faults),
                "histories", String.valueOf(histories),
                "payloads", String.valueOf(payloads),
                "owed", String.valueOf(owed),
                "delivered", String.valueOf(delivered),
                "doubled", String.valueOf(doubled),
                "worst", String.valueOf(worst)));
        try (var out = Files.newBufferedWriter(file)) {
            properties.store(out, null);
        }
    }

    static Tally read(Path file) {
        Properties kept = new Properties();
        try (var in = Files.newBufferedReader(file)) {
            kept.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Tally(
                kept.getProperty("part"),
                kept.getProperty("store"),
                number(kept, "faults"),
                number(kept, "histories"),
                number(kept, "payloads"),
                number(kept, "owed"),
                number(kept, "delivered"),
                number(kept, "doubled"),
                number(kept, "worst"));
    }

    private static long number(Properties kept, String name) {
        return Long.parseLong(kept.getProperty(name));
    }
}
