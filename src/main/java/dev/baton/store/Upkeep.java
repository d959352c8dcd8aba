package dev.baton.store;

import dev.baton.store.Backups.Backup;
import dev.baton.watch.Instruments;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is done once an hour beside the work: a backup, and then what nobody reads any more is removed. A first backup comes
 * at once when the latest is older than an hour. Either is tried again ten minutes after it failed; a failure is told at once
 * and then once a day, and stops nothing. It does not make Baton unready either, for a Baton that answers without a fresh
 * backup serves people better than one that does not.
 */
public final class Upkeep implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Upkeep.class);

    /** Slack repeats a gesture for an hour at most; longer than anybody wonders what has become of one. */
    static final Duration GESTURES_KEPT = Duration.ofDays(14);

    private static final int AT_ONCE = 500;
    private static final Duration EACH_HOUR = Duration.ofHours(1);
    private static final Duration LOOK = Duration.ofMinutes(1);
    private static final Duration AFTER_FAILURE = Duration.ofMinutes(10);
    private static final Duration TOLD_AGAIN = Duration.ofDays(1);
    private static final Duration FAREWELL = Duration.ofSeconds(1);

    private final Database database;
    private final Optional<Backups> backups;
    private final InstantSource businessClock;
    private final InstantSource machineClock;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread;
    private Optional<Instant> tidied = Optional.empty();
    private final Part backup = new Part("backup", this::backUp);
    private final Part tidying = new Part("tidying", this::tidy);

    /**
     * One that is not started yet.
     *
     * @param backups empty where the database has backups of its own
     */
    public Upkeep(
            Database database, Optional<Backups> backups, InstantSource businessClock, InstantSource machineClock) {
        this.database = database;
        this.backups = backups;
        this.businessClock = businessClock;
        this.machineClock = machineClock;
        thread = new Thread(this::run, "baton-upkeep");
        thread.setDaemon(true);
    }

    /** Tells monitoring how old the latest backup is. */
    public Upkeep measuredBy(Instruments instruments) {
        instruments.watchBackup(() ->
                backups.flatMap(Backups::latest).map(latest -> Duration.between(latest.at(), machineClock.instant())));
        return this;
    }

    public void start() {
        thread.start();
    }

    /** A backup that is being taken is left to end by itself; what it leaves is removed by the next. */
    @Override
    public void close() {
        closed.countDown();
        try {
            thread.join(FAREWELL.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            do {
                round();
            } while (!closed.await(LOOK.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** One look at what is to be done. Never throws for what the disk or the database does. */
    void round() {
        backup.round();
        tidying.round();
    }

    private void backUp() {
        backups.filter(Backups::due).map(Backups::take).ifPresent(Upkeep::tell);
    }

    private static void tell(Backup taken) {
        log.info("Backup: {} ({} bytes)", taken.file(), taken.bytes());
    }

    /** In small changes, so that nobody waits for a large one. */
    private void tidy() {
        if (isWithin(EACH_HOUR, tidied, machineClock.instant())) {
            return;
        }
        Instant before = businessClock.instant().minus(GESTURES_KEPT);
        int removed = AT_ONCE;
        while (removed == AT_ONCE && closed.getCount() > 0) {
            removed = database.write(tx -> Once.forget(tx, before.toEpochMilli(), AT_ONCE));
        }
        tidied = Optional.of(machineClock.instant());
    }

    /** Never, when the clock has been set back before it. */
    private static boolean isWithin(Duration span, Optional<Instant> since, Instant now) {
        return since.filter(at -> !at.isAfter(now) && at.plus(span).isAfter(now))
                .isPresent();
    }

    /** What is done apart from the rest: its failure keeps it waiting, and nothing else. */
    private final class Part {
        private final String name;
        private final Runnable work;
        private Optional<Instant> failed = Optional.empty();
        private Optional<Instant> told = Optional.empty();

        Part(String name, Runnable work) {
            this.name = name;
            this.work = work;
        }

        void round() {
            Instant now = machineClock.instant();
            if (isWithin(AFTER_FAILURE, failed, now)) {
                return;
            }
            try {
                work.run();
                failed = Optional.empty();
                told = Optional.empty();
            } catch (RuntimeException e) {
                failed = Optional.of(now);
                if (!isWithin(TOLD_AGAIN, told, now) && closed.getCount() > 0) {
                    told = Optional.of(now);
                    log.error("The hourly {} failed; Baton serves on and tries again.", name, e);
                }
            }
        }
    }
}
