package dev.baton.account;

import java.util.Random;
import java.util.function.Consumer;

/** Runs a property many times with random values. A failure tells its seed; {@code -Dbaton.test.seed=…} repeats just that run. */
final class Seeded {
    private static final int RUNS = 2_000;

    private Seeded() {}

    static void always(Consumer<Random> property) {
        Long repeated = Long.getLong("baton.test.seed");
        Random seeds = new Random();
        for (int run = 0; run < (repeated == null ? RUNS : 1); run++) {
            long seed = repeated == null ? seeds.nextLong() : repeated;
            try {
                property.accept(new Random(seed));
            } catch (AssertionError | RuntimeException failure) {
                throw new AssertionError("repeat with -Dbaton.test.seed=" + seed, failure);
            }
        }
    }
}
