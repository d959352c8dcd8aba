package dev.baton.notice;

import dev.baton.account.PersonStore;
import dev.baton.store.Database;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The loop: claims what is due and hands each claim to a sender. It claims no more than can be sent now, so a slow Slack
 * leaves the rest free for another process, and it looks again at once when something was committed.
 */
public final class NoticeRunner implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(NoticeRunner.class);
    private static final int SENDERS = 4;
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration PAUSE = Duration.ofSeconds(15);
    private static final Duration STOP = Duration.ofSeconds(8);

    private final Claims claims;
    private final Delivery delivery;
    private final InstantSource machineClock;
    private final ExecutorService senders;
    private final Semaphore idle = new Semaphore(SENDERS);
    private final Semaphore woken = new Semaphore(0);
    private final Thread loop;
    private volatile Optional<Paused> paused = Optional.empty();
    private volatile boolean closing;

    private record Paused(String why, long untilMillis) {}

    /**
     * A loop that is not started yet.
     *
     * @param kinds how each kind of notice is worded; a row of a kind that is not among them waits
     * @param businessClock due times are compared with it
     * @param machineClock leases, pacing and pauses go by it
     */
    public NoticeRunner(
            Database database,
            NoticeStore notices,
            PersonStore people,
            Outlet outlet,
            List<Kind> kinds,
            Pacing pacing,
            InstantSource businessClock,
            InstantSource machineClock) {
        this.machineClock = machineClock;
        claims = new Claims(database, notices, businessClock, machineClock);
        Map<String, Kind> byName = kinds.stream().collect(Collectors.toMap(Kind::name, kind -> kind));
        delivery = new Delivery(database, claims, people, outlet, byName, pacing);
        senders = Executors.newFixedThreadPool(SENDERS, task -> daemon(task, "baton-sender"));
        loop = daemon(this::run, "baton-notices");
    }

    public void start() {
        claims.freeAtStart();
        loop.start();
    }

    /** Something may have become due. */
    public void wake() {
        woken.release();
    }

    /** Why nothing is being sent at all, such as a revoked token; empty while it works. */
    public Optional<String> paused() {
        return paused.map(Paused::why);
    }

    /** Claims nothing more, and waits for what is being sent. */
    @Override
    public void close() {
        closing = true;
        wake();
        senders.shutdown();
        try {
            if (!senders.awaitTermination(STOP.toMillis(), TimeUnit.MILLISECONDS)) {
                log.warn("A call to Slack did not end in time; it will be looked up at the next start.");
            }
            loop.join(STOP.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (!closing) {
            try {
                if (!round()) {
                    rest();
                }
            } catch (RuntimeException e) {
                log.error("The notice loop could not read or claim; it goes on.", e);
                rest();
            }
        }
    }

    /** One look; says whether anything was claimed. */
    private boolean round() {
        if (isPaused() || !claims.anythingToDo()) {
            return false;
        }
        int free = 0;
        while (free < SENDERS && idle.tryAcquire()) {
            free++;
        }
        if (free == 0) {
            return false;
        }
        int taken = 0;
        try {
            for (NoticeRow row : claims.take(UUID.randomUUID().toString(), free)) {
                senders.execute(() -> send(row));
                taken++;
            }
        } finally {
            idle.release(free - taken);
        }
        return taken > 0;
    }

    private void send(NoticeRow row) {
        try {
            delivery.deliver(row).ifPresentOrElse(this::pause, () -> resumed(row));
        } catch (RuntimeException e) {
            // The claim stays until its lease runs out, and the row is then looked up before it is sent again.
            log.error("Notice {} could not be handled; it stays owed.", row.key(), e);
            delivery.couldNotHandle(row, e);
        } finally {
            idle.release();
            wake();
        }
    }

    private void pause(String why) {
        if (paused().isEmpty()) {
            log.error(
                    "Slack refuses the whole workspace ({}). Everything stays owed and goes out when it works again.",
                    why);
        }
        paused = Optional.of(new Paused(why, machineClock.millis() + PAUSE.toMillis()));
    }

    private void resumed(NoticeRow row) {
        if (paused.isPresent()) {
            paused = Optional.empty();
            log.info("Slack works again; notice {} went through.", row.key());
        }
    }

    /** While paused one try is made now and then, to see whether it works again. */
    private boolean isPaused() {
        return paused.filter(since -> machineClock.millis() < since.untilMillis).isPresent();
    }

    private void rest() {
        try {
            if (woken.tryAcquire(POLL.toMillis(), TimeUnit.MILLISECONDS)) {
                woken.drainPermits();
            }
        } catch (InterruptedException e) {
            closing = true;
        }
    }

    private static Thread daemon(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }
}
