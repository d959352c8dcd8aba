package dev.baton.notice;

import dev.baton.account.Act;
import dev.baton.account.People;
import dev.baton.store.Database;
import dev.baton.watch.Instruments;
import dev.baton.watch.Reference;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The loop: claims what is due and hands each claim to a sender. It claims no more than can be sent now, so a slow Slack
 * leaves the rest free for another process, and it looks again at once when something was committed.
 */
public final class NoticeRunner implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(NoticeRunner.class);
    /** How long a claim lasts; a call to Slack takes 10 seconds at most. */
    public static final Duration LEASE = Duration.ofSeconds(60);

    private static final int SENDERS = 4;
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration LAST_LOOK = Duration.ofSeconds(2);
    private static final Duration LAST_CALLS = Duration.ofSeconds(6);

    private final Claims claims;
    private final Dispatch dispatch;
    private final Delivery delivery;
    private final ExecutorService senders;
    private final Semaphore idle = new Semaphore(SENDERS);
    private final Semaphore woken = new Semaphore(0);
    private final Thread loop;
    private volatile boolean closing;

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
            People people,
            Outlet outlet,
            List<Kind> kinds,
            Pacing pacing,
            InstantSource businessClock,
            InstantSource machineClock) {
        Map<String, Kind> byName = kinds.stream().collect(Collectors.toMap(Kind::name, kind -> kind));
        claims = new Claims(database, notices, byName, pacing, businessClock, machineClock);
        dispatch = new Dispatch(claims, pacing);
        delivery = new Delivery(database, claims, people, outlet, byName, pacing.settle());
        senders = Executors.newFixedThreadPool(SENDERS, task -> daemon(task, "baton-sender"));
        loop = daemon(this::run, "baton-notices");
    }

    /** A message can never reach the one it was for; called in the transaction that says so. */
    @FunctionalInterface
    public interface OnDead {
        void dead(Act act, String kind);
    }

    public void onDead(OnDead reaction) {
        claims.onDead(reaction);
    }

    /** Who answers for what a notice is about, beside its recipient. */
    @FunctionalInterface
    public interface Answerable {
        Optional<String> manager(Handle read, String subject);
    }

    /** Whom to tell as well when nobody is there to see to what is announced. */
    public void answerable(Answerable whoElse) {
        delivery.readers().answerable(whoElse);
    }

    /** Counts there what becomes of notices. */
    public NoticeRunner measuredBy(Instruments instruments) {
        claims.measuredBy(instruments);
        return this;
    }

    public void start() {
        claims.freeAtStart();
        loop.start();
    }

    /** Something may have become due. */
    public void wake() {
        if (woken.availablePermits() == 0) {
            woken.release();
        }
    }

    /** Why nothing is being sent at all, such as a revoked token; empty while it works. */
    public Optional<String> paused() {
        return dispatch.paused();
    }

    /** Claims nothing more, and waits for what is being sent. */
    @Override
    public void close() {
        closing = true;
        wake();
        try {
            // The loop first: what it has just claimed still finds a sender.
            loop.join(LAST_LOOK.toMillis());
            senders.shutdown();
            if (!senders.awaitTermination(LAST_CALLS.toMillis(), TimeUnit.MILLISECONDS)) {
                log.warn("A call to Slack did not end in time; its notice is looked up before it is sent again.");
            }
        } catch (InterruptedException e) {
            senders.shutdown();
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
        int free = idle.drainPermits();
        int taken = 0;
        try {
            for (NoticeRow row : free == 0 ? List.<NoticeRow>of() : dispatch.next(free)) {
                senders.execute(() -> Reference.ofNotice(row.key(), () -> send(row)));
                taken++;
            }
        } finally {
            idle.release(free - taken);
        }
        return taken > 0;
    }

    private void send(NoticeRow row) {
        Ending ending = Ending.Plain.QUIET;
        try {
            ending = delivery.deliver(row);
        } finally {
            dispatch.done(row, ending);
            idle.release();
            wake();
        }
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
