package dev.baton.handbook;

/**
 * When Baton speaks up by itself.
 *
 * @param requestNudge how long a manager may leave a request alone before being reminded
 * @param requestEscalate how long before the request goes to the backup as well
 */
public record Timings(Span requestNudge, Span requestEscalate) {}
