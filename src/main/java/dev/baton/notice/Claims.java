package dev.baton.notice;

import dev.baton.account.Act;
import dev.baton.store.Database;
import dev.baton.store.Database.Dialect;
import dev.baton.store.Step;
import dev.baton.watch.Instruments;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The runner's transactions: each claim, check and record is one, with the two clocks read at its edge. */
final class Claims {
    private static final Logger log = LoggerFactory.getLogger(Claims.class);

    private final Database database;
    private final ClaimStore store;
    private final RecordStore records;
    private final NoticeStore notices;
    private final Merging merging;
    private final Duration settle;
    private final InstantSource businessClock;
    private final InstantSource machineClock;
    private volatile Instruments instruments = Instruments.silent();
    private volatile NoticeRunner.OnDead onDead = (act, kind) -> {};

    /**
     * @param kinds what may be merged, and how late it may be
     * @param pacing knows how long a claim lasts, and a call to Slack
     */
    Claims(
            Database database,
            NoticeStore notices,
            Map<String, Kind> kinds,
            Pacing pacing,
            InstantSource businessClock,
            InstantSource machineClock) {
        this.database = database;
        this.store = new ClaimStore(database.dialect(), pacing.lease());
        this.records = new RecordStore(database.dialect());
        this.notices = notices;
        this.merging = new Merging(store, new MergeStore(database.dialect()), kinds);
        this.settle = pacing.settle();
        this.businessClock = businessClock;
        this.machineClock = machineClock;
    }

    void measuredBy(Instruments measuring) {
        instruments = measuring;
    }

    void onDead(NoticeRunner.OnDead reaction) {
        onDead = reaction;
    }

    /** On SQLite this process is the only one, so whoever held a claim is gone; its last call may not have ended yet. */
    void freeAtStart() {
        if (database.dialect() == Dialect.SQLITE) {
            int freed = database.write(tx -> store.freeAll(tx, settle, machineNow()));
            if (freed > 0) {
                log.info("{} notices were in claim when Baton stopped; each is looked up before it is sent.", freed);
            }
        }
    }

    /** Whether anything is due, for whomever. */
    boolean anythingDue() {
        return database.read(read -> anyDue(read, List.of(Verb.values()), Set.of()));
    }

    /** Takes what is due, verb by verb in the order of the shares; nearest deadline first within each. */
    List<NoticeRow> take(String claim, List<Dispatch.Share> shares, int limit, Set<String> closed) {
        List<Verb> verbs = shares.stream()
                .filter(share -> share.limit() > 0)
                .map(Dispatch.Share::verb)
                .toList();
        if (!database.<Boolean>read(read -> store.anyExpired(read, machineNow()) || anyDue(read, verbs, closed))) {
            return List.of();
        }
        List<NoticeRow> claimed = database.write(tx -> {
            store.freeExpired(tx, machineNow());
            List<NoticeRow> taken = new ArrayList<>();
            for (Dispatch.Share share : shares) {
                int most = Math.min(share.limit(), limit - taken.size());
                if (most > 0) {
                    taken.addAll(claimed(tx, claim, share.verb(), most, closed));
                }
            }
            taken.sort(Comparator.comparing(NoticeRow::dueAt).thenComparing(NoticeRow::id));
            reached(Step.CLAIMING, taken);
            return taken;
        });
        reached(Step.CLAIMED, claimed);
        return claimed;
    }

    private List<NoticeRow> claimed(Handle tx, String claim, Verb verb, int most, Set<String> closed) {
        List<NoticeRow> rows = store.claim(tx, claim, verb, most, closed, businessNow(), machineNow());
        return verb == Verb.POST ? merging.merged(tx, claim, rows, businessNow(), machineNow()) : rows;
    }

    private static void reached(Step step, List<NoticeRow> claimed) {
        if (!claimed.isEmpty()) {
            step.reached();
        }
    }

    private boolean anyDue(Handle read, List<Verb> verbs, Set<String> closed) {
        return verbs.stream().anyMatch(verb -> store.anyDue(read, verb, closed, businessNow(), machineNow()));
    }

    /** These were claimed and cannot be begun yet. */
    void giveBack(List<NoticeRow> rows) {
        if (!rows.isEmpty()) {
            database.write(tx -> {
                rows.forEach(row -> records.release(
                        tx, row, Release.untried(Duration.ZERO, row.unresolved()), businessNow(), machineNow()));
                return rows;
            });
        }
    }

    /**
     * The last look before sending. The claim must outlast the call, so that whoever comes next finds what it did; and a clock
     * set back since the claim ends it, for Slack would stamp the message before the time from which it is looked for.
     */
    boolean stillMine(NoticeRow row) {
        return !businessNow().isBefore(row.firstTry())
                && database.<Boolean>read(read -> store.stillMine(read, row, settle, businessNow(), machineNow()));
    }

    /** The reminders that a digest speaks for; none of anything else. */
    List<NoticeRow> spokenFor(NoticeRow row) {
        return row.kind().equals(Notices.DIGEST) ? database.read(read -> merging.spokenFor(read, row)) : List.of();
    }

    Optional<Posted> posted(String key) {
        return database.read(read -> notices.posted(read, key));
    }

    /** When the row moved on or was withdrawn meanwhile, the message stands all the same, so it is brought up to date. */
    void sent(NoticeRow row, String channel, String ts, String hash, Optional<Again> again) {
        boolean recorded = record(tx -> {
            notices.keepApart(tx, row.key(), ts, businessNow());
            boolean mine = records.sent(tx, row, channel, ts, Optional.of(hash));
            boolean dropped = mine && records.dropped(tx, row);
            boolean snoozed = mine && goesOn(tx, row, again, dropped);
            if (dropped || snoozed || !mine) {
                notices.touchOne(tx, row.key(), businessNow());
            }
            row.mergedInto().ifPresent(digest -> notices.touchOne(tx, digest, businessNow()));
            return mine;
        });
        countSent(row, recorded);
    }

    /** An earlier try had got through. What it shows is unknown, so it is brought up to date. */
    void found(NoticeRow row, String channel, String ts, Optional<Again> again) {
        boolean recorded = record(tx -> {
            notices.keepApart(tx, row.key(), ts, businessNow());
            boolean mine = records.sent(tx, row, channel, ts, Optional.empty());
            if (mine) {
                goesOn(tx, row, again, records.dropped(tx, row));
            }
            notices.touchOne(tx, row.key(), businessNow());
            return mine;
        });
        countSent(row, recorded);
    }

    /** What comes after the message. @return whether its reader has put it off while it was on its way */
    private boolean goesOn(Handle tx, NoticeRow row, Optional<Again> again, boolean dropped) {
        boolean snoozed = !dropped && records.postponed(tx, row, businessNow());
        if (!snoozed) {
            again.ifPresent(next -> RecordStore.repeat(tx, row.id(), row.gen(), next));
        }
        return snoozed;
    }

    /** Nothing was said, and its reader does not want to hear it now. @return false when that is not so */
    boolean postponed(NoticeRow row) {
        return row.snoozed(businessNow()) && database.<Boolean>write(tx -> records.postponed(tx, row, businessNow()));
    }

    /** Without the claim nobody knows which of two updates Slack carried out last, so another one is owed. */
    void updated(NoticeRow row, Posted parent, String channel, String ts, String hash) {
        record(tx -> {
            boolean mine = records.updated(tx, row, channel, ts);
            if (mine) {
                notices.shows(tx, parent, ts, Optional.of(hash));
            } else {
                notices.shows(tx, parent, ts, Optional.empty());
                row.parent().ifPresent(key -> notices.touchOne(tx, key, businessNow()));
            }
            return mine;
        });
        count(row, "sent");
    }

    /** @return what the outcome says: whether the row was still this claim's */
    private boolean record(Predicate<Handle> outcome) {
        boolean mine = database.write(tx -> {
            boolean recorded = outcome.test(tx);
            Step.RECORDING.reached();
            return recorded;
        });
        Step.RECORDED.reached();
        return mine;
    }

    void release(NoticeRow row, Release how) {
        database.write(tx -> {
            records.release(tx, row, how, businessNow(), machineNow());
            return row;
        });
        instruments.postponed(how.unresolved());
    }

    void end(NoticeRow row, String state) {
        end(row, state, Optional.empty());
    }

    /** Without a failure; what is not needed is no error. */
    void end(NoticeRow row, String state, Optional<Again> again) {
        database.write(tx -> {
            records.end(tx, row, state, Optional.empty());
            again.ifPresent(next -> RecordStore.repeat(tx, row.id(), row.gen(), next));
            return row;
        });
        count(row, state);
    }

    /**
     * Ends the row and owes the same to the first of those who stand in and have not been tried; what was withdrawn meanwhile
     * is told to nobody.
     *
     * @return who that is
     */
    Optional<String> dead(NoticeRow row, String why, List<String> standIns) {
        if (row.kind().equals(Notices.DIGEST) && row.verb() == Verb.POST) {
            database.write(tx -> merging.apart(tx, row, records.end(tx, row, "withdrawn", Optional.of(why))));
            return Optional.empty();
        }
        GivenUp ending = database.write(tx -> {
            Optional<String> state = records.end(tx, row, "dead", Optional.of(why));
            if (!state.equals(Optional.of("dead"))) {
                return new GivenUp(state, Optional.empty());
            }
            onDead.dead(new Act(tx, businessNow(), Act.BATON, row.key(), "undelivered"), row.kind());
            Optional<String> told = standIns.stream()
                    .filter(person -> NoticeStore.oweInstead(tx, row.id(), row.keyFor(person), person, businessNow()))
                    .findFirst();
            return new GivenUp(state, told);
        });
        ending.state().ifPresent(state -> count(row, state));
        return ending.told();
    }

    private record GivenUp(Optional<String> state, Optional<String> told) {}

    private void countSent(NoticeRow row, boolean recorded) {
        if (recorded) {
            count(row, "sent");
            instruments.late(Duration.between(row.dueAt(), businessNow()));
        }
    }

    private void count(NoticeRow row, String state) {
        instruments.ended(row.verb().name().toLowerCase(Locale.ROOT), state);
    }

    Instant businessNow() {
        return businessClock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    Instant machineNow() {
        return machineClock.instant();
    }
}
