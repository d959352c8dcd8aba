package dev.baton.notice;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How fast Slack may be talked to: token buckets by the machine's clock, one for each channel, one for the workspace's
 * messages and one for its updates. Slack's own limits are about one message per second and channel, and several hundred a
 * minute in all.
 */
public final class Pacing {
    private static final int CHANNELS_REMEMBERED = 10_000;

    private final Rates rates;
    private final Bucket posts;
    private final Bucket updates;
    private final Map<String, Bucket> channels = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > CHANNELS_REMEMBERED;
        }
    };

    /**
     * How many calls a minute.
     *
     * @param perChannelPerMinute messages to one channel
     * @param postsPerMinute messages to the workspace
     * @param updatesPerMinute updates in the workspace; Slack counts them apart
     * @param settle how long to wait before looking for a message whose answer was lost; not less than a call's timeout
     */
    public record Rates(double perChannelPerMinute, double postsPerMinute, double updatesPerMinute, Duration settle) {
        /** What Slack is known to bear. */
        public static final Rates SLACK = new Rates(60, 240, 48, Duration.ofSeconds(11));
    }

    public Pacing(Rates rates) {
        this.rates = rates;
        posts = new Bucket(rates.postsPerMinute, Math.max(1, rates.postsPerMinute / 12));
        updates = new Bucket(rates.updatesPerMinute, Math.max(1, rates.updatesPerMinute / 6));
    }

    Duration settle() {
        return rates.settle;
    }

    /** Takes a token for one call, or says how long to wait for it. */
    synchronized Duration take(Verb verb, String channel, Instant now) {
        Bucket workspace = verb == Verb.UPDATE ? updates : posts;
        Duration wait = workspace.wait(now);
        if (verb == Verb.POST) {
            Bucket own = channels.computeIfAbsent(channel, c -> new Bucket(rates.perChannelPerMinute, 1));
            Duration ownWait = own.wait(now);
            wait = wait.compareTo(ownWait) > 0 ? wait : ownWait;
            if (wait.isZero()) {
                own.take();
            }
        }
        if (wait.isZero()) {
            workspace.take();
        }
        return wait;
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

        Duration wait(Instant now) {
            long millis = now.toEpochMilli();
            if (filledAt != Long.MIN_VALUE && millis > filledAt) {
                tokens = Math.min(size, tokens + (millis - filledAt) * perMilli);
            }
            filledAt = millis;
            return tokens >= 1 ? Duration.ZERO : Duration.ofMillis((long) Math.ceil((1 - tokens) / perMilli));
        }

        void take() {
            tokens -= 1;
        }
    }
}
