package dev.baton.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * The business clock of a workspace: it ticks with the machine and people may move it, forwards and back. Where several
 * processes share a clock, it is a file that holds UTC milliseconds and stands still until it is moved.
 *
 * <p>Message timestamps follow this clock. Whatever guards the machine (signatures, trigger ids, retries) does not.
 */
public final class SandboxClock implements InstantSource {
    private final Hands hands;

    public SandboxClock(InstantSource machine, Instant startsAt) {
        this(new Ticking(machine, startsAt));
    }

    private SandboxClock(Hands hands) {
        this.hands = hands;
    }

    /** The clock in this file, which others read, and may move as well. */
    public static SandboxClock shared(Path file) {
        return new SandboxClock(new Shared(file));
    }

    @Override
    public Instant instant() {
        return hands.now();
    }

    /** Makes it be this instant now; a clock that ticks goes on from there. */
    public void moveTo(Instant now) {
        hands.moveTo(now);
    }

    private interface Hands {
        Instant now();

        void moveTo(Instant now);
    }

    private static final class Ticking implements Hands {
        private final InstantSource machine;
        private volatile Duration ahead;

        Ticking(InstantSource machine, Instant startsAt) {
            this.machine = machine;
            this.ahead = Duration.between(machine.instant(), startsAt);
        }

        @Override
        public Instant now() {
            return machine.instant().plus(ahead);
        }

        @Override
        public void moveTo(Instant now) {
            ahead = Duration.between(machine.instant(), now);
        }
    }

    private record Shared(Path file) implements Hands {
        @Override
        public Instant now() {
            try {
                return Instant.ofEpochMilli(
                        Long.parseLong(Files.readString(file).strip()));
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }

        /** By a rename, for somebody may be reading. */
        @Override
        public void moveTo(Instant now) {
            Path written = file.resolveSibling(file.getFileName() + ".new");
            try {
                Files.writeString(written, Long.toString(now.toEpochMilli()));
                Files.move(written, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } catch (IOException unwritable) {
                throw new UncheckedIOException(unwritable);
            }
        }
    }
}
