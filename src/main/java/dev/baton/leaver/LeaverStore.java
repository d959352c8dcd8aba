package dev.baton.leaver;

import dev.baton.account.Act;
import dev.baton.account.SalesforceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Who left, and what was handed over. */
final class LeaverStore {

    /** Empty when the manager has been told already. */
    Optional<Leaver> insert(Act act, String person, String manager) {
        return act.handle()
                .createQuery("""
                        INSERT INTO leaver (person, manager, state, noticed_at) VALUES (:person, :manager, 'OPEN', :at)
                        ON CONFLICT (person, manager) WHERE state = 'OPEN' DO NOTHING
                        RETURNING *
                        """)
                .bind("person", person)
                .bind("manager", manager)
                .bind("at", act.now().toEpochMilli())
                .map((row, context) -> leaver(row))
                .findOne();
    }

    Optional<Leaver> leaver(Handle read, long id) {
        return read.createQuery("SELECT * FROM leaver WHERE id = :id")
                .bind("id", id)
                .map((row, context) -> leaver(row))
                .findOne();
    }

    /** Those of whom something is open. */
    List<Leaver> open(Handle read) {
        return read.createQuery("SELECT * FROM leaver WHERE state = 'OPEN' ORDER BY id")
                .map((row, context) -> leaver(row))
                .list();
    }

    void end(Act act, Leaver leaver, Leaver.State state) {
        act.handle()
                .createUpdate("UPDATE leaver SET state = :state WHERE id = :id")
                .bind("id", leaver.id())
                .bind("state", state.name())
                .execute();
    }

    /** Whoever else hands over from the same leaver waits until this act is done, and then sees what it did. */
    void hold(Act act, long id) {
        act.handle()
                .createUpdate("UPDATE leaver SET noticed_at = noticed_at WHERE id = :id")
                .bind("id", id)
                .execute();
    }

    long nextBatch(Act act) {
        return act.handle()
                .createQuery("UPDATE counter SET value = value + 1 WHERE name = 'handover' RETURNING value")
                .mapTo(long.class)
                .one();
    }

    void add(Act act, Handed handed) {
        act.handle()
                .createUpdate("""
                        INSERT INTO handover (batch, leaver_id, account_id, subject, words, successor, by_whom, at)
                        VALUES (:batch, :leaver, :account, :subject, :words, :to, :by, :at)
                        """)
                .bind("batch", handed.batch())
                .bind("leaver", handed.leaver())
                .bind("account", handed.account().value15())
                .bind("subject", handed.subject())
                .bind("words", handed.words())
                .bind("to", handed.to())
                .bind("by", handed.by())
                .bind("at", handed.at().toEpochMilli())
                .execute();
    }

    /** What of this leaver's was handed over, in that order. */
    List<Handed> handed(Handle read, long leaver) {
        return read.createQuery("""
                        SELECT handover.*, leaver.person FROM handover JOIN leaver ON leaver.id = handover.leaver_id
                        WHERE handover.leaver_id = :leaver ORDER BY handover.id
                        """)
                .bind("leaver", leaver)
                .map((row, context) -> handed(row))
                .list();
    }

    /** What was handed over in one go. */
    List<Handed> batch(Handle read, long batch) {
        return read.createQuery("""
                        SELECT handover.*, leaver.person FROM handover JOIN leaver ON leaver.id = handover.leaver_id
                        WHERE handover.batch = :batch ORDER BY handover.id
                        """)
                .bind("batch", batch)
                .map((row, context) -> handed(row))
                .list();
    }

    /** In which goes something of this account was handed over. */
    List<Long> batches(Handle read, SalesforceId account) {
        return read.createQuery("SELECT DISTINCT batch FROM handover WHERE account_id = :account ORDER BY batch")
                .bind("account", account.value15())
                .mapTo(Long.class)
                .list();
    }

    private static Leaver leaver(ResultSet row) throws SQLException {
        return new Leaver(
                row.getLong("id"),
                row.getString("person"),
                row.getString("manager"),
                Leaver.State.valueOf(row.getString("state")),
                Instant.ofEpochMilli(row.getLong("noticed_at")));
    }

    private static Handed handed(ResultSet row) throws SQLException {
        return new Handed(
                row.getLong("batch"),
                row.getLong("leaver_id"),
                new SalesforceId(row.getString("account_id")),
                row.getString("subject"),
                row.getString("words"),
                row.getString("person"),
                row.getString("successor"),
                row.getString("by_whom"),
                Instant.ofEpochMilli(row.getLong("at")));
    }
}
