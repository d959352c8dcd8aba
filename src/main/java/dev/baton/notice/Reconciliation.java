package dev.baton.notice;

import dev.baton.account.Act;
import dev.baton.account.HistoryStore;
import dev.baton.store.Restored;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/**
 * Makes a restored database fit to be served from. It is older than Slack: between the last thing it remembers and now, Baton
 * has said and changed things of which it knows nothing.
 *
 * <ul>
 *   <li>What was owed when the backup was taken, and has become due since or does so within a day (clocks differ, and things
 *       were moved), is looked for in Slack before it is sent: by its key, under its generation or a later one, from five
 *       minutes before the last thing that the database remembers. What is found is not said again.
 *   <li>What is due later than that cannot have been said, unless it had been moved to an earlier time; it is said at the
 *       time that this database knows. So is everything that is owed after the restore: it has new causes, and new numbers.
 *   <li>Messages of the two weeks before, and those about what is still open, may show a later state than the one that is
 *       known now. Each is brought up to date, whatever it is believed to show.
 *   <li>Counters leap ahead: a number that people have seen is not given to something else.
 * </ul>
 *
 * <p>The last thing remembered is the newest moment that stands in the database. It needs no note of when the backup was
 * taken, and so serves a dump or a file that somebody copied as well.
 */
public final class Reconciliation {
    /** How far back messages are brought up to date. */
    private static final Duration REFRESHED = Duration.ofDays(14);

    private static final Duration SOON = Duration.ofDays(1);

    private final ReconcileStore store = new ReconcileStore();
    private final HistoryStore history = new HistoryStore();

    /**
     * Does it, in this transaction.
     *
     * @param source where the database comes from, for people to read
     * @param now business time
     */
    public Restored run(Handle tx, String source, Instant now) {
        Instant known = lastKnown(tx).orElse(now);
        int lookedUp = store.lookUp(tx, known, now.plus(SOON));
        store.freeUpdates(tx);
        int refreshed = store.refreshSince(tx, known.minus(REFRESHED), now);
        Restored.leap(tx, Duration.between(known, now));
        Restored restored = new Restored(source, now, known, lookedUp, refreshed);
        restored.keep(tx);
        return restored;
    }

    /**
     * The second half, when Baton starts to serve: what starting has just owed anew, because the people file changed or it is
     * owed at each start, may have been said by the past that was lost. To be called before anything is sent.
     *
     * @return the restore, once; empty at every other start
     */
    public Optional<Restored> resume(Act act) {
        Optional<Restored> restored = Restored.resume(act.handle(), act.now());
        restored.ifPresent(known -> {
            Instant soon = known.at().plus(SOON);
            store.lookUp(act.handle(), known.knownUntil(), soon.isBefore(act.now()) ? act.now() : soon);
        });
        return restored;
    }

    /** Where the runner posted something about it and does not know what it shows. */
    public void refresh(Act act, String subject) {
        store.refresh(act.handle(), subject, act.now());
    }

    private Optional<Instant> lastKnown(Handle read) {
        return Stream.of(Restored.lastGesture(read), history.last(read), store.lastTrace(read))
                .flatMap(Optional::stream)
                .max(Instant::compareTo);
    }
}
