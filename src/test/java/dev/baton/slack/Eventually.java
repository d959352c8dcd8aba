package dev.baton.slack;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what other threads bring about, with a deadline. */
final class Eventually {
    private static final Duration DEADLINE = Duration.ofSeconds(10);

    private Eventually() {}

    static void becomes(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + DEADLINE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) throw new AssertionError("It did not come about that " + what);
            LockSupport.parkNanos(2_000_000);
        }
    }
}
