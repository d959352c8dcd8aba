package dev.baton.notice;

import dev.baton.store.Database;
import dev.baton.store.Database.Dialect;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The runner's transactions: each claim, check and record is one, with the two clocks read at its edge. */
final class Claims {
    private static final Logger log = LoggerFactory.getLogger(Claims.class);

    private final Database database;
    private final ClaimStore store;
    private final NoticeStore notices;
    private final InstantSource businessClock;
    private final InstantSource machineClock;

    Claims(Database database, NoticeStore notices, InstantSource businessClock, InstantSource machineClock) {
        this.database = database;
        this.store = new ClaimStore(database.dialect());
        this.notices = notices;
        this.businessClock = businessClock;
        this.machineClock = machineClock;
    }

    /** On SQLite this process is the only one, so whoever held a claim is gone. */
    void freeAtStart() {
        if (database.dialect() == Dialect.SQLITE) {
            int freed = database.write(store::freeAll);
            if (freed > 0) {
                log.info("{} notices were in claim when Baton stopped; each is looked up before it is sent.", freed);
            }
        }
    }

    boolean anythingToDo() {
        return database.read(read -> store.anythingToDo(read, businessNow(), machineNow()));
    }

    List<NoticeRow> take(String claim, int limit) {
        return database.write(tx -> {
            store.freeExpired(tx, machineNow());
            return store.claim(tx, claim, limit, businessNow(), machineNow());
        });
    }

    boolean stillMine(NoticeRow row) {
        return database.read(read -> store.stillMine(read, row, machineNow()));
    }

    Optional<Posted> posted(String key) {
        return database.read(read -> store.posted(read, key));
    }

    void sent(NoticeRow row, String channel, String ts, String hash) {
        database.write(tx -> {
            store.sent(tx, row, channel, ts, Optional.of(hash));
            return row;
        });
    }

    /** An earlier try had got through. What it shows is unknown, so it is brought up to date. */
    void found(NoticeRow row, String channel, String ts) {
        database.write(tx -> {
            store.sent(tx, row, channel, ts, Optional.empty());
            notices.touchOne(tx, row.key(), businessNow());
            return row;
        });
    }

    void updated(NoticeRow row, Posted parent, String channel, String ts, String hash) {
        database.write(tx -> {
            store.sent(tx, row, channel, ts, Optional.of(hash));
            store.shows(tx, parent.id(), hash);
            return row;
        });
    }

    void release(NoticeRow row, ClaimStore.Release how) {
        database.write(tx -> {
            store.release(tx, row, how, machineNow());
            return row;
        });
    }

    void end(NoticeRow row, String state, String why) {
        database.write(tx -> {
            store.end(tx, row, state, why);
            return row;
        });
    }

    /** Ends the row and owes the same to the one who stands in. */
    void dead(NoticeRow row, String why, Optional<String> standIn) {
        database.write(tx -> {
            store.end(tx, row, "dead", why);
            standIn.ifPresent(person -> store.oweInstead(tx, row, person, businessNow()));
            return row;
        });
    }

    Instant businessNow() {
        return businessClock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    Instant machineNow() {
        return machineClock.instant();
    }
}
