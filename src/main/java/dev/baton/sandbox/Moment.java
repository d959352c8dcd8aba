package dev.baton.sandbox;

import java.time.Instant;

/**
 * When a planned trouble happens: so many times, after so many further calls, within a span, by chance.
 *
 * @param times how often at most
 * @param after how many matching calls go well before it begins
 * @param from the machine time before which nothing happens
 * @param until the machine time from which on nothing happens any more
 * @param chance the probability that a matching call is hit, above 0 and up to 1
 * @param seed makes chance repeatable
 */
public record Moment(int times, int after, Instant from, Instant until, double chance, long seed) {
    public Moment {
        if (times < 1 || after < 0 || !(chance > 0 && chance <= 1)) {
            throw new IllegalArgumentException(
                    "at least once, after no negative number, with a chance above 0 up to 1");
        }
    }

    /** The next so many calls. */
    public static Moment next(int times) {
        return new Moment(times, 0, Instant.MIN, Instant.MAX, 1, 0);
    }

    /** Every call until the plans are cleared. */
    public static Moment always() {
        return next(Integer.MAX_VALUE);
    }

    /** Not before so many further calls have gone well. */
    public Moment after(int calls) {
        return new Moment(times, calls, from, until, chance, seed);
    }

    /** Only within this span of machine time; {@code until} is not part of it. */
    public Moment between(Instant newFrom, Instant newUntil) {
        return new Moment(times, after, newFrom, newUntil, chance, seed);
    }

    /** Each matching call with this probability; the same seed hits the same calls. */
    public Moment by(double newChance, long newSeed) {
        return new Moment(times, after, from, until, newChance, newSeed);
    }
}
