package dev.baton.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Trigger ids: each lives three seconds by the machine clock and opens one view. */
final class Triggers {
    private static final Duration LIFE = Duration.ofSeconds(3);
    private static final Duration KEPT = Duration.ofMinutes(10);

    private final InstantSource machine;
    private final Map<String, Trigger> given = new HashMap<>();
    private long count;

    Triggers(InstantSource machine) {
        this.machine = machine;
    }

    /** Who pressed what when; the view, or the conversation, where it was pressed in one. */
    record Trigger(
            String user, @Nullable String viewId, @Nullable String channel, Instant at, boolean used) {}

    String give(String user, @Nullable String viewId, @Nullable String channel) {
        Instant now = machine.instant();
        given.values().removeIf(trigger -> trigger.at().plus(KEPT).isBefore(now));
        String id = ++count + ".1." + UUID.randomUUID().toString().replace("-", "");
        given.put(id, new Trigger(user, viewId, channel, now, false));
        return id;
    }

    /** Looks at a trigger id without spending it. */
    Trigger check(String id) {
        Trigger trigger = given.get(id);
        if (trigger == null) {
            throw new Refused("invalid_trigger_id");
        }
        if (trigger.used()) {
            throw new Refused("exchanged_trigger_id");
        }
        if (machine.instant().isAfter(trigger.at().plus(LIFE))) {
            throw new Refused("expired_trigger_id");
        }
        return trigger;
    }

    void spend(String id) {
        given.computeIfPresent(
                id,
                (key, trigger) -> new Trigger(trigger.user(), trigger.viewId(), trigger.channel(), trigger.at(), true));
    }

    void clear() {
        given.clear();
    }
}
