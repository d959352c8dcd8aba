package dev.baton.sandbox;

import com.google.gson.JsonObject;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Trouble on request: how calls of a Web API method fail, and what befalls calls on their way to the app. Without a plan
 * everything works.
 */
public final class Faults {
    private final Plans<Fault> answers;
    private final Plans<Detour> deliveries;

    Faults(InstantSource machine) {
        answers = new Plans<>(machine);
        deliveries = new Plans<>(machine);
    }

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
        /** The connection breaks in the middle of the answer of a call that took effect. */
        DROPPED_MIDWAY,
        /** The call takes effect {@code amount} milliseconds late, whoever still waits for it. */
        SLOW,
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

        /** Taken at once, answered late. */
        public static Fault slow(int millis) {
            return new Fault(Kind.ACCEPTED_SLOW, millis, "");
        }

        /** Taken late, and then answered. */
        public static Fault late(int millis) {
            return new Fault(Kind.SLOW, millis, "");
        }

        public static Fault refused(String error) {
            return new Fault(Kind.REFUSED, 0, error);
        }
    }

    /** What befalls a call on its way to the app. */
    public enum Way {
        /** It arrives twice, at the same time. */
        DUPLICATE,
        /** It arrives at the next two addresses of the app, at the same time. */
        TWICE_TO_DIFFERENT_INSTANCES,
        /** It arrives {@code amount} milliseconds late. */
        LATE,
        /** It arrives after the next call to the app, or after {@code amount} milliseconds where none comes. */
        REORDERED,
        /** It arrives and nobody hears the answer: to Slack the app was too slow. */
        UNHEARD
    }

    /** A way with its number of milliseconds. */
    public record Detour(Way way, int amount) {
        public static Detour of(Way way) {
            return new Detour(way, 500);
        }
    }

    /** Plans this fault for the next calls of a method ({@code response_url} is one too), after those planned before. */
    public void next(String method, int times, Fault fault) {
        plan(method, Moment.next(times), fault);
    }

    /** Plans this fault for calls of a method, or of any method where that is {@code *}. */
    public void plan(String method, Moment moment, Fault fault) {
        answers.add(method, moment, fault);
    }

    /**
     * Plans what befalls calls to the app of this type: {@code command}, that of an interaction such as
     * {@code view_submission}, that of an event such as {@code message}, or {@code *}.
     */
    public void deliver(String type, Moment moment, Detour detour) {
        deliveries.add(type, moment, detour);
    }

    /** Forgets what was planned. */
    public void clear() {
        answers.clear();
        deliveries.clear();
    }

    @Nullable
    Fault take(String method) {
        return answers.take(method);
    }

    @Nullable
    Detour detour(String type) {
        return deliveries.take(type);
    }

    List<JsonObject> planned() {
        return answers.listed((of, fault) ->
                Json.object("method", of, "kind", fault.kind(), "amount", fault.amount(), "error", fault.error()));
    }

    List<JsonObject> detours() {
        return deliveries.listed(
                (of, detour) -> Json.object("type", of, "way", detour.way(), "amount", detour.amount()));
    }
}
