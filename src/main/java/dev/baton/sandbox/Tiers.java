package dev.baton.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;

/**
 * Slack's documented rates, by the machine clock: so many calls of a method within any minute, and messages to one channel
 * once a second after a small burst. Slack promises "at least" these; whoever keeps to them is safe. Off unless asked for.
 */
final class Tiers {
    private static final int TIER_4 = 100;
    private static final int TIER_3 = 50;
    private static final int TIER_2 = 20;
    private static final int HUNDREDS = 300;
    private static final int CHANNEL_BURST = 3;
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Map<String, Integer> A_MINUTE = Map.ofEntries(
            Map.entry("auth.test", HUNDREDS),
            Map.entry("chat.postMessage", HUNDREDS),
            Map.entry("views.open", TIER_4),
            Map.entry("views.push", TIER_4),
            Map.entry("views.update", TIER_4),
            Map.entry("views.publish", TIER_4),
            Map.entry("users.info", TIER_4),
            Map.entry("chat.postEphemeral", TIER_4),
            Map.entry("conversations.members", TIER_4),
            Map.entry("chat.update", TIER_3),
            Map.entry("conversations.open", TIER_3),
            Map.entry("conversations.info", TIER_3),
            Map.entry("conversations.history", TIER_3),
            Map.entry("conversations.replies", TIER_3),
            Map.entry("users.lookupByEmail", TIER_3));

    private final InstantSource machine;
    private final Map<String, ArrayDeque<Instant>> calls = new HashMap<>();
    private boolean enforced;

    Tiers(InstantSource machine) {
        this.machine = machine;
    }

    /** From now on, with nothing counted yet. */
    synchronized void enforce(boolean newEnforced) {
        enforced = newEnforced;
        calls.clear();
    }

    /** After how many seconds the call may come again, or 0 where it may come now; it is counted then. */
    synchronized int pause(String method, String channel) {
        if (!enforced) {
            return 0;
        }
        Instant now = machine.instant();
        Duration wait = over(method, A_MINUTE.getOrDefault(method, TIER_2), MINUTE, now);
        boolean message = method.equals("chat.postMessage");
        if (message) {
            Duration burst = Duration.ofSeconds(CHANNEL_BURST);
            Duration ofChannel = over("channel " + channel, CHANNEL_BURST, burst, now);
            wait = wait.compareTo(ofChannel) < 0 ? ofChannel : wait;
        }
        if (wait.isZero()) {
            counted(method).add(now);
            if (message) {
                counted("channel " + channel).add(now);
            }
        }
        return (int) (wait.toMillis() + 999) / 1000;
    }

    /** How long until fewer than so many lie within the span. */
    private Duration over(String what, int most, Duration span, Instant now) {
        ArrayDeque<Instant> seen = counted(what);
        while (!seen.isEmpty() && !seen.getFirst().plus(span).isAfter(now)) {
            seen.removeFirst();
        }
        return seen.size() < most
                ? Duration.ZERO
                : Duration.between(now, seen.getFirst().plus(span));
    }

    private ArrayDeque<Instant> counted(String what) {
        return calls.computeIfAbsent(what, first -> new ArrayDeque<>());
    }
}
