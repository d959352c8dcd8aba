package dev.baton.notice;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * How fast Slack may be talked to, by the machine's clock: a bucket of tokens for the workspace's messages and one for its
 * updates, and a rest for each recipient after each message. Slack's own limits are about one message per second and channel,
 * and several hundred a minute in all.
 *
 * <p>Tokens are taken before anything is claimed, so that what cannot be sent yet stays free for others and in its order.
 */
public final class Pacing {
    private final Rates rates;
    private final Bucket posts;
    private final Bucket updates;
    private final Map<String, Rest> resting = new HashMap<>();
    private final Set<String> inFlight = new HashSet<>();

    /**
     * How many calls a minute.
     *
     * @param perChannelPerMinute messages to one channel or person
     * @param postsPerMinute messages to the workspace
     * @param updatesPerMinute updates in the workspace; Slack counts them apart
     * @param settle how long to wait before looking for a message whose answer was lost; not less than a call's timeout
     * @param lease how long a claim lasts; longer than a call, so that whoever comes next finds what the call did
     */
    public record Rates(
            double perChannelPerMinute,
            double postsPerMinute,
            double updatesPerMinute,
            Duration settle,
            Duration lease) {
        /**
         * What Slack is known to bear: 50 updates within any minute, so 42 and the burst of a sixth more on top; several
         * hundred messages.
         */
        public static final Rates SLACK = new Rates(60, 240, 42, Duration.ofSeconds(11));

        public Rates(double perChannelPerMinute, double postsPerMinute, double updatesPerMinute, Duration settle) {
            this(perChannelPerMinute, postsPerMinute, updatesPerMinute, settle, NoticeRunner.LEASE);
        }

        /** So many times as fast. */
        public Rates faster(int times) {
            return new Rates(
                    perChannelPerMinute * times, postsPerMinute * times, updatesPerMinute * times, settle, lease);
        }

        /** As fast, where a call may last that long; it is settled a little later. */
        public Rates within(Duration call, Duration newLease) {
            Duration settled = call.plus(call.dividedBy(10));
            return new Rates(perChannelPerMinute, postsPerMinute, updatesPerMinute, settled, newLease);
        }
    }

    /** Until when somebody is left alone; void when the clock has been set back before its beginning. */
    record Rest(Instant from, Instant until) {
        boolean over(Instant now) {
            return !now.isBefore(until) || now.isBefore(from);
        }
    }

    public Pacing(Rates rates) {
        this.rates = rates;
        posts = new Bucket(rates.postsPerMinute, Math.max(1, rates.postsPerMinute / 12));
        updates = new Bucket(rates.updatesPerMinute, Math.max(1, rates.updatesPerMinute / 6));
    }

    Duration settle() {
        return rates.settle;
    }

    Duration lease() {
        return rates.lease;
    }

    /** Takes up to that many tokens of the workspace. */
    synchronized int take(Verb verb, int wanted, Instant now) {
        return bucket(verb).take(wanted, now);
    }

    /** Gives tokens back that no call was made for. */
    synchronized void giveBack(Verb verb, int unused) {
        bucket(verb).giveBack(unused);
    }

    /** The recipients to whom nothing may be posted now. */
    synchronized Set<String> closed(Instant now) {
        resting.values().removeIf(rest -> rest.over(now));
        Set<String> closed = new HashSet<>(resting.keySet());
        closed.addAll(inFlight);
        return closed;
    }

    /** Takes the recipient for one message; false when another one is on its way or was only just sent. */
    synchronized boolean begin(String recipient, Instant now) {
        if (closed(now).contains(recipient)) {
            return false;
        }
        inFlight.add(recipient);
        return true;
    }

    /** The message has gone out, or no call was made. */
    synchronized void end(String recipient, boolean called, Instant now) {
        inFlight.remove(recipient);
        if (called) {
            rest(recipient, Duration.ofMillis((long) Math.ceil(60_000 / rates.perChannelPerMinute)), now);
        }
    }

    /** Leaves a recipient alone, at least for that long. */
    synchronized void rest(String recipient, Duration after, Instant now) {
        Rest longer = new Rest(now, now.plus(after));
        resting.merge(recipient, longer, (a, b) -> a.until.isAfter(b.until) ? a : b);
    }

    private Bucket bucket(Verb verb) {
        return verb == Verb.UPDATE ? updates : posts;
    }

    /** Fills at a steady rate up to its size. */
    private static final class Bucket {
        private final double perMilli;
        private final double size;
        private double tokens;
        private long filledAt = Long.MIN_VALUE;

        Bucket(double perMinute, double size) {
            this.perMilli = perMinute / 60_000;
            this.size = size;
            this.tokens = size;
        }

        int take(int wanted, Instant now) {
            long millis = now.toEpochMilli();
            if (filledAt != Long.MIN_VALUE && millis > filledAt) {
                tokens = Math.min(size, tokens + (millis - filledAt) * perMilli);
            }
            filledAt = millis;
            int taken = (int) Math.min(wanted, Math.floor(tokens));
            tokens -= taken;
            return taken;
        }

        void giveBack(int unused) {
            tokens = Math.min(size, tokens + unused);
        }
    }
}
