package dev.baton.account;

import dev.baton.store.Database;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/** Where acts come from: one transaction and one {@code now} each, and each gesture takes effect once. */
public final class Acts {
    private final Database database;
    private final InstantSource businessClock;
    private volatile Runnable afterCommit = () -> {};

    public Acts(Database database, InstantSource businessClock) {
        this.database = database;
        this.businessClock = businessClock;
    }

    /** Called after each committed act; the notice loop listens here, so that nobody waits for its next look. */
    public void afterCommit(Runnable listener) {
        afterCommit = listener;
    }

    /**
     * Does what a person's gesture asks for, once. Slack repeats itself: a repeat gets the same answer and has no second
     * effect. A refusal leaves no trace, so the corrected gesture may come again.
     *
     * @param gesture the key of the gesture
     * @param via {@code command}, {@code modal}, {@code button} …
     * @param body may run more than once when the database asks for it, each time in a fresh transaction
     */
    public String once(String actor, String gesture, String via, Function<Act, String> body) {
        Instant now = now();
        String answer =
                database.once(gesture, now.toEpochMilli(), tx -> body.apply(new Act(tx, now, actor, gesture, via)));
        afterCommit.run();
        return answer;
    }

    /** Does something of Baton's own accord. */
    public <T> T own(String cause, Function<Act, T> body) {
        Instant now = now();
        T result = database.write(tx -> body.apply(new Act(tx, now, Act.BATON, cause, cause)));
        afterCommit.run();
        return result;
    }

    public <T> T read(Function<Handle, T> body) {
        return database.read(body);
    }

    /** The business time, to the millisecond: finer is not stored. */
    public Instant now() {
        return businessClock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
