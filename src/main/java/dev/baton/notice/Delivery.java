package dev.baton.notice;

import dev.baton.account.People;
import dev.baton.notice.Ending.Plain;
import dev.baton.store.Database;
import dev.baton.store.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What happens to one claimed notice, in order: look for an earlier unclear try, render, check the claim, send, record. The
 * rules for each way a try can end stand here and nowhere else.
 */
final class Delivery {
    private static final Logger log = LoggerFactory.getLogger(Delivery.class);
    private static final Duration PARENT_IN_FLIGHT = Duration.ofMillis(500);
    private static final String LEFT = "no longer works here";
    private static final Duration LONGEST_BACK_OFF = Duration.ofMinutes(10);

    private final Database database;
    private final Claims claims;
    private final People people;
    private final Outlet outlet;
    private final Map<String, Kind> kinds;
    private final Duration settle;
    private final Readers readers;

    Delivery(Database database, Claims claims, People people, Outlet outlet, Map<String, Kind> kinds, Duration settle) {
        this.database = database;
        this.claims = claims;
        this.people = people;
        this.outlet = outlet;
        this.kinds = kinds;
        this.settle = settle;
        readers = new Readers(database, people);
    }

    Readers readers() {
        return readers;
    }

    /** Handles the row, whatever happens; nothing is thrown for what the row, its kind or the database does. */
    Ending deliver(NoticeRow row) {
        try {
            return row.verb() == Verb.POST ? post(row) : update(row);
        } catch (Undelivered e) {
            return undelivered(row, e.outcome());
        } catch (RuntimeException | Error e) {
            couldNotHandle(row, e, row.unresolved());
            return Plain.QUIET;
        }
    }

    private Ending post(NoticeRow claimed) {
        // Before all else: also a matter that is settled by now may have a message that stands and tells otherwise.
        Kind kind = kind(claimed);
        Optional<Again> again = again(kind, claimed);
        if (claimed.unresolved() && found(claimed, again)) {
            return Plain.REACHED;
        }
        if (claimed.dropped()) {
            claims.end(claimed, "withdrawn", again);
            return Plain.QUIET;
        }
        if (claims.postponed(claimed)) {
            return Plain.QUIET;
        }
        Instant now = claims.businessNow();
        if (now.isAfter(claimed.dueAt().plus(kind.grace()))) {
            claims.end(claimed, "expired", again);
            return Plain.QUIET;
        }
        NoticeRow row = readers.addressed(kind, claimed, now);
        if (row.restored() && !row.reader().equals(claimed.reader()) && found(row, again)) {
            // What happened to it in the time that was lost, happened there.
            return Plain.REACHED;
        }
        Optional<Message> message = database.read(read -> kind.render().render(row.due(false, now), read));
        if (message.isEmpty()) {
            claims.end(row, "withdrawn", again);
            return Plain.QUIET;
        }
        if (left(row, row.recipient())) {
            return nothingAnyMore(row, again);
        }
        String channel = channel(row);
        String hash = message.get().hash();
        readers.alsoTell(kind, row, now);
        claims.spokenFor(row).forEach(each -> readers.alsoTell(kind(each), each.readBy(row.reader()), now));
        Recorder recorder = ts -> claims.sent(row, channel, ts, hash, again);
        return send(row, false, attempt(row, channel, Optional.empty()), message.get(), recorder);
    }

    /**
     * Whoever has left gets nothing any more; where somebody stands in that person is told, and else nobody misses it. What is
     * owed again and again is owed again: people come back. Several in one are taken apart, for each its own stand-in.
     */
    private Ending nothingAnyMore(NoticeRow row, Optional<Again> again) {
        if (fallback(row).isEmpty() && !row.kind().equals(Notices.DIGEST)) {
            claims.end(row, "withdrawn", again);
            return Plain.QUIET;
        }
        return settled(row, new Outcome.Dead(LEFT), row.unresolved());
    }

    private boolean left(NoticeRow row, String person) {
        return row.toPerson() && database.<Boolean>read(read -> people.left(read, person));
    }

    private Optional<Again> again(Kind kind, NoticeRow row) {
        if (!kind.repeats()) {
            return Optional.empty();
        }
        Due due = row.due(false, claims.businessNow());
        return database.read(read ->
                kind.repeat().next(due, read).map(when -> new Again(when, people.due(read, when))));
    }

    private boolean found(NoticeRow row, Optional<Again> again) {
        String channel = channel(row);
        Step.LOOKING.reached();
        Optional<String> ts = outlet.find(attempt(row, channel, Optional.empty()));
        Step.LOOKED.reached();
        ts.ifPresent(known -> claims.found(row, channel, known, again));
        return ts.isPresent();
    }

    /** While an earlier update is unclear, nobody knows what the message shows, and only a call makes it certain. */
    private Ending update(NoticeRow row) {
        Optional<Posted> parent = row.parent().flatMap(claims::posted);
        if (parent.isPresent() && parent.get().beingSent()) {
            claims.release(row, Release.untried(PARENT_IN_FLIGHT, row.unresolved()));
            return Plain.QUIET;
        }
        if (parent.isEmpty() || !parent.get().stands() || left(row, row.addressee())) {
            claims.end(row, "withdrawn");
            return Plain.QUIET;
        }
        Posted posted = parent.get();
        Due due = row.due(true, claims.businessNow());
        Optional<Message> message = database.read(read -> kind(row).render().render(due, read));
        Optional<String> hash = message.map(Message::hash);
        if (message.isEmpty() || (!row.unresolved() && posted.hash().equals(hash))) {
            claims.end(row, "sent");
            return Plain.QUIET;
        }
        Try attempt = attempt(row, posted.channel().orElseThrow(), posted.ts());
        Recorder recorder = ts -> claims.updated(row, posted, attempt.channel(), ts, hash.orElseThrow());
        return send(row, row.unresolved(), attempt, message.get(), recorder);
    }

    private interface Recorder {
        void sent(String ts);
    }

    /** @param unresolved whether an earlier try is unclear still, unless this one makes it clear */
    private Ending send(NoticeRow row, boolean unresolved, Try attempt, Message message, Recorder recorder) {
        if (!claims.stillMine(row)) {
            claims.release(row, Release.untried(Duration.ZERO, unresolved));
            return Plain.QUIET;
        }
        Step.SENDING.reached();
        try {
            Outcome outcome = outlet.perform(attempt, message);
            if (outcome instanceof Outcome.Sent sent) {
                Step.SENT.reached();
                recorder.sent(sent.ts());
                return Plain.REACHED;
            }
            return settled(row, outcome, unresolved || outcome instanceof Outcome.Unknown);
        } catch (RuntimeException | Error e) {
            // Whatever it was, Slack may have the message.
            couldNotHandle(row, e, true);
            return Plain.UNCLEAR;
        }
    }

    /** Opening or looking failed: of the message itself no more is known than before. */
    private Ending undelivered(NoticeRow row, Outcome outcome) {
        try {
            return settled(row, outcome, row.unresolved());
        } catch (RuntimeException e) {
            couldNotHandle(row, e, row.unresolved());
            return Plain.UNCLEAR;
        }
    }

    /** Everything but success. */
    private Ending settled(NoticeRow row, Outcome outcome, boolean unresolved) {
        if (outcome instanceof Outcome.Retry retry) {
            Duration after = retry.after().isZero() ? backOff(row) : retry.after();
            claims.release(row, new Release(after, unresolved, false, retry.why()));
            return new Ending.Later(after);
        }
        if (outcome instanceof Outcome.Pause pause) {
            claims.release(row, new Release(Duration.ZERO, unresolved, false, pause.why()));
            return new Ending.Refused(pause.why());
        }
        if (outcome instanceof Outcome.Gone gone) {
            log.info("Notice {} has nothing to change any more: {}", row.key(), gone.why());
            claims.end(row, "withdrawn");
            return Plain.REACHED;
        }
        if (outcome instanceof Outcome.Dead dead) {
            Optional<String> told = claims.dead(row, dead.why(), standIns(row));
            log.warn(
                    "Notice {} cannot reach {}: {}. Told instead: {}",
                    row.key(),
                    row.recipient(),
                    dead.why(),
                    told.orElse("nobody"));
            return Plain.REACHED;
        }
        String why = outcome instanceof Outcome.Unknown unknown ? unknown.why() : outcome.toString();
        Duration after = settle.compareTo(backOff(row)) > 0 ? settle : backOff(row);
        claims.release(row, new Release(after, unresolved, true, why));
        return Plain.UNCLEAR;
    }

    /** A failure of ours, such as a screen that cannot be drawn: the row waits, longer each time, and is never dropped. */
    private void couldNotHandle(NoticeRow row, Throwable e, boolean unresolved) {
        log.error("Notice {} could not be handled; it stays owed.", row.key(), e);
        try {
            claims.release(row, new Release(backOff(row), unresolved, true, e.toString()));
        } catch (RuntimeException notWritten) {
            log.error("Its claim cannot be given back; when it has run out, the notice is looked up.", notWritten);
        }
    }

    /** Whom to tell when the recipient of a message can never be reached; nobody twice, and not the one who was meant. */
    private List<String> standIns(NoticeRow row) {
        if (row.verb() != Verb.POST || row.dropped()) {
            return List.of();
        }
        return fallback(row).stream()
                .filter(person -> !person.equals(row.recipient()) && !person.equals(row.addressee()))
                .filter(person -> !row.insteadOf().equals(Optional.of(person)))
                .toList();
    }

    private List<String> fallback(NoticeRow row) {
        Due due = row.due(false, claims.businessNow());
        return database.read(read -> kind(row).fallback().people(due, read));
    }

    private Try attempt(NoticeRow row, String channel, Optional<String> ts) {
        return new Try(
                row.key(),
                row.gen(),
                row.tryId(),
                row.verb(),
                channel,
                Optional.empty(),
                ts,
                row.firstTry(),
                row.restored());
    }

    /** A person is talked to in a direct message, whose channel is kept, so that a resend needs no second question. */
    private String channel(NoticeRow row) {
        if (!row.toPerson()) {
            return row.recipient();
        }
        String person = row.addressee();
        Optional<String> known = database.read(read -> people.directChannel(read, person));
        return known.orElseGet(() -> {
            String opened = outlet.open(person);
            return database.write(tx -> people.keepDirectChannel(tx, person, opened));
        });
    }

    private Kind kind(NoticeRow row) {
        Kind kind = kinds.get(row.kind());
        if (kind == null) {
            throw new IllegalStateException("no feature words notices of kind " + row.kind());
        }
        return kind;
    }

    /** Doubles each time, from two seconds on where a call may last ten and is settled a second later. */
    private Duration backOff(NoticeRow row) {
        Duration wait = settle.dividedBy(11).multipliedBy(1L << Math.min(row.attempts(), 10));
        return wait.compareTo(LONGEST_BACK_OFF) < 0 ? wait : LONGEST_BACK_OFF;
    }
}
