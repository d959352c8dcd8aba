package dev.baton.notice;

import dev.baton.account.PersonStore;
import dev.baton.notice.ClaimStore.Release;
import dev.baton.store.Database;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What happens to one claimed notice, in order: render, look for an earlier try, check the claim, send, record. The rules for
 * each way a try can end stand here and nowhere else.
 */
final class Delivery {
    private static final Logger log = LoggerFactory.getLogger(Delivery.class);
    private static final Duration PARENT_IN_FLIGHT = Duration.ofMillis(500);
    private static final Duration LONGEST_BACK_OFF = Duration.ofMinutes(10);

    private final Database database;
    private final Claims claims;
    private final PersonStore people;
    private final Outlet outlet;
    private final Map<String, Kind> kinds;
    private final Pacing pacing;

    Delivery(
            Database database,
            Claims claims,
            PersonStore people,
            Outlet outlet,
            Map<String, Kind> kinds,
            Pacing pacing) {
        this.database = database;
        this.claims = claims;
        this.people = people;
        this.outlet = outlet;
        this.kinds = kinds;
        this.pacing = pacing;
    }

    /** Handles the row; an answer is the reason why nothing works for the whole workspace. */
    Optional<String> deliver(NoticeRow row) {
        try {
            return row.verb() == Verb.POST ? post(row) : update(row);
        } catch (Undelivered e) {
            return settle(row, e.outcome(), row.unresolved());
        }
    }

    /** A failure of ours, such as a screen that cannot be drawn: the row waits, longer each time, and is never dropped. */
    void couldNotHandle(NoticeRow row, RuntimeException e) {
        claims.release(row, new Release(backOff(row), true, true, String.valueOf(e.getMessage())));
    }

    private Optional<String> post(NoticeRow row) {
        Instant now = claims.businessNow();
        Kind kind = kind(row);
        if (now.isAfter(latest(row, kind))) {
            claims.end(row, "expired", "too late to be worth saying");
            return Optional.empty();
        }
        Optional<Message> message = database.read(read -> kind.render().render(row.due(false, now), read));
        if (message.isEmpty()) {
            claims.end(row, "withdrawn", "settled before it was said");
            return Optional.empty();
        }
        String channel = channel(row);
        Try attempt = attempt(row, channel, Optional.empty());
        if (row.unresolved()) {
            Optional<String> found = outlet.find(attempt);
            if (found.isPresent()) {
                claims.found(row, channel, found.get());
                return Optional.empty();
            }
        }
        return send(
                row,
                attempt,
                message.get(),
                outcome -> claims.sent(row, channel, outcome.ts(), message.get().hash()));
    }

    private Optional<String> update(NoticeRow row) {
        Optional<Posted> parent = row.parent().flatMap(claims::posted);
        if (parent.isPresent() && parent.get().beingSent()) {
            claims.release(row, new Release(PARENT_IN_FLIGHT, false, false, "the message itself is being sent"));
            return Optional.empty();
        }
        if (parent.isEmpty() || !parent.get().stands()) {
            claims.end(row, "withdrawn", "the message will be rendered when it is sent");
            return Optional.empty();
        }
        Posted posted = parent.get();
        String channel = posted.channel().orElseThrow();
        Optional<Message> message =
                database.read(read -> kind(row).render().render(row.due(true, claims.businessNow()), read));
        if (message.isEmpty() || posted.hash().equals(message.map(Message::hash))) {
            claims.end(row, "sent", "it shows this already");
            return Optional.empty();
        }
        Try attempt = attempt(row, channel, posted.ts());
        String hash = message.get().hash();
        return send(row, attempt, message.get(), outcome -> claims.updated(row, posted, channel, outcome.ts(), hash));
    }

    private interface Recorder {
        void sent(Outcome.Sent outcome);
    }

    private Optional<String> send(NoticeRow row, Try attempt, Message message, Recorder recorder) {
        Duration wait = pacing.take(row.verb(), attempt.channel(), claims.machineNow());
        if (!wait.isZero()) {
            claims.release(row, new Release(wait, false, false, "paced"));
            return Optional.empty();
        }
        if (!claims.stillMine(row)) {
            return Optional.empty();
        }
        Outcome outcome = outlet.perform(attempt, message);
        if (outcome instanceof Outcome.Sent sent) {
            recorder.sent(sent);
            return Optional.empty();
        }
        return settle(row, outcome, false);
    }

    /** Everything but success. An earlier unclear try stays unclear until a look-up has answered. */
    private Optional<String> settle(NoticeRow row, Outcome outcome, boolean stillUnresolved) {
        if (outcome instanceof Outcome.Retry retry) {
            Duration after = retry.after().isZero() ? backOff(row) : retry.after();
            claims.release(row, new Release(after, stillUnresolved, false, retry.why()));
        } else if (outcome instanceof Outcome.Unknown unknown) {
            Duration after = pacing.settle().compareTo(backOff(row)) > 0 ? pacing.settle() : backOff(row);
            claims.release(row, new Release(after, row.verb() == Verb.POST, true, unknown.why()));
        } else if (outcome instanceof Outcome.Pause pause) {
            claims.release(row, new Release(Duration.ZERO, stillUnresolved, false, pause.why()));
            return Optional.of(pause.why());
        } else if (outcome instanceof Outcome.Dead dead) {
            Optional<String> standIn = row.verb() == Verb.POST ? standIn(row) : Optional.empty();
            log.warn(
                    "Notice {} cannot reach {}: {}. Told instead: {}", row.key(), row.recipient(), dead.why(), standIn);
            claims.dead(row, dead.why(), standIn);
        }
        return Optional.empty();
    }

    private Optional<String> standIn(NoticeRow row) {
        Due due = row.due(false, claims.businessNow());
        return database.read(read -> kind(row).fallback().people(due, read)).stream()
                .filter(person -> !person.equals(row.recipient()))
                .filter(person -> !row.insteadOf().equals(Optional.of(person)))
                .findFirst();
    }

    private Try attempt(NoticeRow row, String channel, Optional<String> ts) {
        return new Try(row.key(), row.gen(), row.tryId(), row.verb(), channel, Optional.empty(), ts, row.firstTry());
    }

    /** A person is talked to in a direct message, whose channel is kept, so that a resend needs no second question. */
    private String channel(NoticeRow row) {
        if (!row.toPerson()) {
            return row.recipient();
        }
        Optional<String> known = database.read(read -> people.directChannel(read, row.recipient()));
        return known.orElseGet(() -> {
            String opened = outlet.open(row.recipient());
            return database.write(tx -> people.keepDirectChannel(tx, row.recipient(), opened));
        });
    }

    private Kind kind(NoticeRow row) {
        Kind kind = kinds.get(row.kind());
        if (kind == null) {
            throw new IllegalStateException("no feature words notices of kind " + row.kind());
        }
        return kind;
    }

    private static Instant latest(NoticeRow row, Kind kind) {
        return row.dueAt().plus(kind.grace());
    }

    private static Duration backOff(NoticeRow row) {
        Duration wait = Duration.ofSeconds(1L << Math.min(row.attempts(), 10));
        return wait.compareTo(LONGEST_BACK_OFF) < 0 ? wait : LONGEST_BACK_OFF;
    }
}
