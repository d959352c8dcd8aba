package dev.baton.store;

import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/** The memory of gestures: what has taken effect, and what was answered. */
final class Once {
    private Once() {}

    static String run(Handle tx, String gesture, long at, Function<Handle, String> body) {
        // On PostgreSQL a concurrent twin waits here for the first to commit, then sees the conflict.
        int fresh = tx.createUpdate(
                        "INSERT INTO gesture (gesture, at, answer) VALUES (:gesture, :at, '') ON CONFLICT DO NOTHING")
                .bind("gesture", gesture)
                .bind("at", at)
                .execute();
        if (fresh == 0) {
            return tx.createQuery("SELECT answer FROM gesture WHERE gesture = :gesture")
                    .bind("gesture", gesture)
                    .mapTo(String.class)
                    .one();
        }
        String answer = body.apply(tx);
        tx.createUpdate("UPDATE gesture SET answer = :answer WHERE gesture = :gesture")
                .bind("answer", answer)
                .bind("gesture", gesture)
                .execute();
        return answer;
    }

    /** Forgets the oldest of what took effect before that moment. @return how many, at most that many */
    static int forget(Handle tx, long before, int most) {
        return tx.createUpdate("""
                        DELETE FROM gesture WHERE gesture IN
                            (SELECT gesture FROM gesture WHERE at < :before ORDER BY at LIMIT :most)
                        """).bind("before", before).bind("most", most).execute();
    }

    /** A write that changes nothing anybody reads. */
    static int probe(Handle tx) {
        return tx.createUpdate("UPDATE counter SET value = value + 1 WHERE name = 'probe'")
                .execute();
    }
}
