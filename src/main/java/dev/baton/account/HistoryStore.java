package dev.baton.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Who did what, when, by which gesture. Lines are added and never changed; they hold people's ids, never names. */
public final class HistoryStore {

    /**
     * One thing that happened.
     *
     * @param subject what it happened to, such as {@code request:1}
     * @param event a stable name, such as {@code request.assigned}
     * @param detail what a reader wants to know beyond it; ids of people, no names
     */
    public record Line(String subject, Instant at, String actor, String via, String event, String detail) {}

    public void add(Act act, SalesforceId account, String subject, String event, String detail) {
        act.handle()
                .createUpdate("""
                        INSERT INTO history (account_id, subject, at, actor, via, gesture, event, detail)
                        VALUES (:account, :subject, :at, :actor, :via, :gesture, :event, :detail)
                        """)
                .bind("account", account.value15())
                .bind("subject", subject)
                .bind("at", act.now().toEpochMilli())
                .bind("actor", act.actor())
                .bind("via", act.via())
                .bind("gesture", act.gesture())
                .bind("event", event)
                .bind("detail", detail)
                .execute();
    }

    /** The newest first. */
    public List<Line> of(Handle handle, SalesforceId account, int limit) {
        return of(handle, account, 0, limit);
    }

    /**
     * The newest first.
     *
     * @param skipped how many of the newest to leave out, so that a long history is read in pages
     */
    public List<Line> of(Handle handle, SalesforceId account, int skipped, int limit) {
        return handle.createQuery("""
                        SELECT subject, at, actor, via, event, detail FROM history
                        WHERE account_id = :account ORDER BY at DESC, id DESC LIMIT :limit OFFSET :skipped
                        """)
                .bind("account", account.value15())
                .bind("limit", limit)
                .bind("skipped", skipped)
                .map((row, context) -> line(row))
                .list();
    }

    /** The last line of an account that tells of such an event. */
    public Optional<Line> last(Handle handle, SalesforceId account, String event) {
        return handle.createQuery("""
                        SELECT subject, at, actor, via, event, detail FROM history
                        WHERE account_id = :account AND event = :event ORDER BY at DESC, id DESC LIMIT 1
                        """)
                .bind("account", account.value15())
                .bind("event", event)
                .map((row, context) -> line(row))
                .findOne();
    }

    /** When the last line was written, whatever it is about. */
    public Optional<Instant> last(Handle handle) {
        return handle.createQuery("SELECT at FROM history ORDER BY id DESC LIMIT 1")
                .mapTo(Long.class)
                .findOne()
                .map(Instant::ofEpochMilli);
    }

    /** How many lines there are. */
    public int count(Handle handle, SalesforceId account) {
        return handle.createQuery("SELECT COUNT(*) FROM history WHERE account_id = :account")
                .bind("account", account.value15())
                .mapTo(Integer.class)
                .one();
    }

    private static Line line(ResultSet row) throws SQLException {
        return new Line(
                row.getString("subject"),
                Instant.ofEpochMilli(row.getLong("at")),
                row.getString("actor"),
                row.getString("via"),
                row.getString("event"),
                row.getString("detail"));
    }
}
