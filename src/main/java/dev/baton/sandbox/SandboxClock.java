package dev.baton.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * The business clock of a workspace: it ticks with the machine and people may move it, forwards and back.
 *
 * <p>Message timestamps follow this clock. Whatever guards the machine (signatures, trigger ids, retries) does not.
 */
public final class SandboxClock implements InstantSource {
    private final InstantSource machine;
    private volatile Duration ahead;

    public SandboxClock(InstantSource machine, Instant startsAt) {
        this.machine = machine;
        this.ahead = Duration.between(machine.instant(), startsAt);
    }

    @Override
    public Instant instant() {
        return machine.instant().plus(ahead);
    }

    /** Makes it be this instant now; the clock goes on ticking from there. */
    public void moveTo(Instant now) {
        ahead = Duration.between(machine.instant(), now);
    }
}
