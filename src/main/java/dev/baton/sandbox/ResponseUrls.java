package dev.baton.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Response urls: each works five times within thirty minutes of the machine clock. */
final class ResponseUrls {
    private static final Duration LIFE = Duration.ofMinutes(30);
    private static final int USES = 5;

    private final InstantSource machine;
    private final Map<String, Spot> given = new HashMap<>();
    private final Map<String, Integer> uses = new HashMap<>();

    ResponseUrls(InstantSource machine) {
        this.machine = machine;
    }

    /** Where an answer goes: to whom in which conversation, and the message it may replace. */
    record Spot(
            String user,
            String channel,
            @Nullable String messageTs,
            @Nullable String thread,
            Instant at) {}

    /** Gives the path under which the app may answer. */
    String give(String user, String channel, @Nullable String messageTs, @Nullable String thread) {
        String token = UUID.randomUUID().toString().replace("-", "");
        given.put(token, new Spot(user, channel, messageTs, thread, machine.instant()));
        return "/response/" + token;
    }

    /** Counts one use. */
    Spot use(String token) {
        Spot spot = given.get(token);
        if (spot == null || machine.instant().isAfter(spot.at().plus(LIFE))) {
            throw new Refused("expired_url");
        }
        if (uses.merge(token, 1, Integer::sum) > USES) {
            throw new Refused("used_url");
        }
        return spot;
    }

    void clear() {
        given.clear();
        uses.clear();
    }
}
