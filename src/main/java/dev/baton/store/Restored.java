package dev.baton.store;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * That this database was put in place from a backup: it knows less than the world has seen. Kept in the database itself, so
 * that whoever serves next, and whoever looks after it, can tell.
 *
 * @param source the backup's file, or how else it came here
 * @param at business time of the restore
 * @param knownUntil business time of the last thing it remembers; what happened later is unknown to it
 * @param lookedUp how many notices are looked for in Slack before they are sent
 * @param refreshed how many messages are brought up to date whatever they show
 */
public record Restored(String source, Instant at, Instant knownUntil, int lookedUp, int refreshed) {
    /** More than people use up between two backups; a backup that is older than an hour adds ten for each minute. */
    private static final long LEAP = 1_000;

    private static final long EACH_MINUTE = 10;

    /** The newest restore. */
    public static Optional<Restored> latest(Handle read) {
        return read.createQuery("SELECT * FROM restoration ORDER BY id DESC LIMIT 1")
                .map((row, context) -> new Restored(
                        row.getString("source"),
                        Instant.ofEpochMilli(row.getLong("restored_at")),
                        Instant.ofEpochMilli(row.getLong("known_until")),
                        row.getInt("looked_up"),
                        row.getInt("refreshed")))
                .findOne();
    }

    /** Notes it. */
    public void keep(Handle tx) {
        tx.createUpdate("""
                        INSERT INTO restoration (source, restored_at, known_until, looked_up, refreshed)
                        VALUES (:source, :at, :knownUntil, :lookedUp, :refreshed)
                        """)
                .bind("source", source)
                .bind("at", at.toEpochMilli())
                .bind("knownUntil", knownUntil.toEpochMilli())
                .bind("lookedUp", lookedUp)
                .bind("refreshed", refreshed)
                .execute();
    }

    /** The newest restore, if nobody has served since; whoever asks is the one who does, and the only one who is told. */
    public static Optional<Restored> resume(Handle tx, Instant now) {
        Optional<Restored> latest = latest(tx);
        int fresh = tx.createUpdate("UPDATE restoration SET resumed_at = :now WHERE resumed_at IS NULL")
                .bind("now", now.toEpochMilli())
                .execute();
        return fresh > 0 ? latest : Optional.empty();
    }

    /** When the last gesture took effect that this database remembers. */
    public static Optional<Instant> lastGesture(Handle read) {
        return read.createQuery("SELECT MAX(at) FROM gesture WHERE at IS NOT NULL")
                .mapTo(Long.class)
                .findOne()
                .map(Instant::ofEpochMilli);
    }

    /**
     * No number that people may have seen is given out again: all counters leap ahead, further the more time has passed, so
     * that the numbers of two restores of the same backup differ as well.
     *
     * @param unknown how long this database knows nothing of
     */
    public static void leap(Handle tx, Duration unknown) {
        long by = LEAP + EACH_MINUTE * Math.max(0, unknown.toMinutes());
        tx.createUpdate("UPDATE counter SET value = value + :by WHERE name <> 'probe'")
                .bind("by", by)
                .execute();
    }
}
