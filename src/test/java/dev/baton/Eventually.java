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

    /** What comes soon is seen soon, and what takes long is not asked for a hundred times meanwhile. */
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(5);

    private static final Duration LONGEST_PAUSE = Duration.ofMillis(80);

    private Eventually() {}

    /** The first answer there is. */
    public static <T> T get(String what, Supplier<Optional<T>> question) {
        return get(what, DEADLINE, question);
    }

    /** The same, and what there is instead is told when it does not come. */
    public static <T> T get(String what, Supplier<Optional<T>> question, Supplier<?> instead) {
        try {
            return get(what, question);
        } catch (AssertionError late) {
            throw new AssertionError(late.getMessage() + "; there is " + instead.get(), late);
        }
    }

    /** The first answer there is within that time. */
    public static <T> T get(String what, Duration within, Supplier<Optional<T>> question) {
        Instant deadline = Instant.now().plus(within);
        long pause = SHORTEST_PAUSE.toNanos();
        while (true) {
            Optional<T> answer = question.get();
            if (answer.isPresent()) {
                return answer.get();
            }
            if (Instant.now().isAfter(deadline)) {
                throw new AssertionError("did not come within " + within.toSeconds() + " s: " + what);
            }
            LockSupport.parkNanos(pause);
            pause = Math.min(2 * pause, LONGEST_PAUSE.toNanos());
        }
    }

    public static void that(String what, Supplier<Boolean> condition) {
        get(what, () -> condition.get() ? Optional.of(what) : Optional.empty());
    }
}
