package dev.baton.sandbox;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** Trouble on request: how the next calls of a Web API method fail. Without a plan everything works. */
public final class Faults {
    private final Map<String, Queue<Fault>> planned = new HashMap<>();

    Faults() {}

    /** One way for a call to fail. {@code ACCEPTED_*} means that the call takes effect and only the answer suffers. */
    public enum Kind {
        /** 429 with {@code Retry-After} of {@code amount} seconds. */
        RATE_LIMITED,
        /** 500. */
        SERVER_ERROR,
        /** The connection breaks and nothing took effect. */
        DROPPED,
        /** The connection breaks after the call took effect. */
        ACCEPTED_DROPPED,
        /** The answer of a call that took effect comes {@code amount} milliseconds late. */
        ACCEPTED_SLOW,
        /** {@code ok:false} with the named error. */
        REFUSED,
        /** 200 with a page of HTML, and nothing took effect. */
        GARBAGE
    }

    /** A kind with its number (seconds or milliseconds, else 0) and its error name (else empty). */
    public record Fault(Kind kind, int amount, String error) {
        public static Fault of(Kind kind) {
            return new Fault(kind, 0, "");
        }

        public static Fault rateLimited(int seconds) {
            return new Fault(Kind.RATE_LIMITED, seconds, "");
        }

        public static Fault slow(int millis) {
            return new Fault(Kind.ACCEPTED_SLOW, millis, "");
        }

        public static Fault refused(String error) {
            return new Fault(Kind.REFUSED, 0, error);
        }
    }

    /** Plans this fault for the next calls of a method ({@code response_url} is one too), after those planned before. */
    public synchronized void next(String method, int times, Fault fault) {
        Queue<Fault> queue = planned.computeIfAbsent(method, key -> new ArrayDeque<>());
        for (int i = 0; i < times; i++) {
            queue.add(fault);
        }
    }

    /** Forgets what was planned. */
    public synchronized void clear() {
        planned.clear();
    }

    synchronized @Nullable Fault take(String method) {
        Queue<Fault> queue = planned.get(method);
        return queue == null ? null : queue.poll();
    }
}
