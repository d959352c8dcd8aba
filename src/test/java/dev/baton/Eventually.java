package dev.baton;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Waits for a condition, with a deadline; never for a time. */
public final class Eventually {
    /** Longer than anything takes: what passes does not wait for it, and a busy machine is no failure. */
    private static final Duration DEADLINE = Duration.ofSeconds(90);

    private Eventually() {}

    /** The first answer there is. */
    public static <T> T get(String what, Supplier<Optional<T>> question) {
        return get(what, DEADLINE, question);
    }

    /** The first answer there is within that time. */
    public static <T> T get(String what, Duration within, Supplier<Optional<T>> question) {
        Instant deadline = Instant.now().plus(within);
        while (true) {
            Optional<T> answer = question.get();
            if (answer.isPresent()) {
                return answer.get();
            }
            if (Instant.now().isAfter(deadline)) {
                throw new AssertionError("did not come within " + within.toSeconds() + " s: " + what);
            }
            LockSupport.parkNanos(Duration.ofMillis(15).toNanos());
        }
    }

    public static void that(String what, Supplier<Boolean> condition) {
        get(what, () -> condition.get() ? Optional.of(what) : Optional.empty());
    }
}
