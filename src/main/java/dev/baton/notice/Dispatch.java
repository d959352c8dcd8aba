package dev.baton.notice;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What may be sent now: no more than the pace allows, one message at a time to each recipient, nearest deadline first, and a
 * single probe now and then while Slack refuses the whole workspace.
 */
final class Dispatch {
    private static final Logger log = LoggerFactory.getLogger(Dispatch.class);
    static final Duration PAUSE = Duration.ofSeconds(15);

    private final Claims claims;
    private final Pacing pacing;
    private final AtomicInteger inFlight = new AtomicInteger();
    private volatile Optional<Paused> paused = Optional.empty();
    private boolean updatesFirst;

    private record Paused(String why, Pacing.Rest rest) {}

    Dispatch(Claims claims, Pacing pacing) {
        this.claims = claims;
        this.pacing = pacing;
    }

    Optional<String> paused() {
        return paused.map(Paused::why);
    }

    /** Claims up to that many; each of them ends in {@link #done}. For one thread. */
    List<NoticeRow> next(int free) {
        if (paused.isEmpty()) {
            return claimed(free);
        }
        if (inFlight.get() > 0 || !paused.get().rest.over(claims.machineNow())) {
            return List.of();
        }
        List<NoticeRow> probe = claimed(Math.min(1, free));
        if (probe.isEmpty() && !claims.anythingDue()) {
            log.info("Nothing is due that could tell whether Slack works again; the next notice will.");
            paused = Optional.empty();
        }
        return probe;
    }

    /** The row has been handled; what that told about Slack decides what comes next. */
    void done(NoticeRow row, Ending ending) {
        Instant now = claims.machineNow();
        boolean called = ending != Ending.Plain.QUIET;
        if (!called) {
            pacing.giveBack(row.verb(), 1);
        }
        if (row.verb() == Verb.POST) {
            pacing.end(row.recipient(), called, now);
            if (ending instanceof Ending.Later later) {
                pacing.rest(row.recipient(), later.after(), now);
            }
        }
        if (ending instanceof Ending.Refused refused) {
            pause(refused.why(), now);
        } else if (ending == Ending.Plain.REACHED) {
            resume(row);
        }
        inFlight.decrementAndGet();
    }

    private List<NoticeRow> claimed(int free) {
        Instant now = claims.machineNow();
        Set<String> closed = pacing.closed(now);
        Map<Verb, Integer> tokens = new EnumMap<>(Verb.class);
        for (Verb verb : Verb.values()) {
            tokens.put(verb, pacing.take(verb, free, now));
        }
        List<NoticeRow> begun = new ArrayList<>();
        try {
            List<NoticeRow> crowded = new ArrayList<>();
            for (NoticeRow row : claims.take(UUID.randomUUID().toString(), shares(tokens), free, closed)) {
                boolean alone = row.verb() == Verb.UPDATE || pacing.begin(row.recipient(), now);
                (alone ? begun : crowded).add(row);
            }
            inFlight.addAndGet(begun.size());
            giveBack(crowded);
            return begun;
        } finally {
            begun.forEach(row -> tokens.merge(row.verb(), -1, Integer::sum));
            tokens.forEach(pacing::giveBack);
        }
    }

    private void giveBack(List<NoticeRow> crowded) {
        try {
            claims.giveBack(crowded);
        } catch (RuntimeException e) {
            log.error("{} claims cannot be given back; they run out by themselves.", crowded.size(), e);
        }
    }

    /** Messages and updates have budgets of their own; they take turns in being first, so neither keeps out the other. */
    private List<Share> shares(Map<Verb, Integer> tokens) {
        updatesFirst = !updatesFirst;
        Verb first = updatesFirst ? Verb.UPDATE : Verb.POST;
        Verb second = updatesFirst ? Verb.POST : Verb.UPDATE;
        return List.of(
                new Share(first, tokens.getOrDefault(first, 0)), new Share(second, tokens.getOrDefault(second, 0)));
    }

    /** How many rows of one verb may be claimed. */
    record Share(Verb verb, int limit) {}

    private void pause(String why, Instant now) {
        if (paused.isEmpty()) {
            log.error(
                    "Slack refuses the whole workspace ({}). Everything stays owed and goes out when it works again.",
                    why);
        }
        paused = Optional.of(new Paused(why, new Pacing.Rest(now, now.plus(PAUSE))));
    }

    private void resume(NoticeRow row) {
        if (paused.isPresent()) {
            paused = Optional.empty();
            log.info("Slack works again; notice {} went through.", row.key());
        }
    }
}
