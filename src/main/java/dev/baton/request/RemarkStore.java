package dev.baton.request;

import dev.baton.account.Act;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** What is said about requests, and forms that wait for a second word. */
final class RemarkStore {

    long nextRemark(Act act) {
        return next(act, "remark");
    }

    void add(Act act, Remark remark) {
        act.handle()
                .createUpdate("""
                        INSERT INTO request_remark (id, number, kind, author, at, words)
                        VALUES (:id, :number, :kind, :author, :at, :words)
                        """)
                .bind("id", remark.id())
                .bind("number", remark.number())
                .bind("kind", remark.kind().name())
                .bind("author", remark.author())
                .bind("at", remark.at().toEpochMilli())
                .bind("words", remark.words())
                .execute();
    }

    /** False when it was answered already. */
    boolean answer(Act act, long remark, String reply) {
        return act.handle()
                        .createUpdate("UPDATE request_remark SET reply = :reply WHERE id = :id AND reply IS NULL")
                        .bind("id", remark)
                        .bind("reply", reply)
                        .execute()
                == 1;
    }

    Optional<Remark> remark(Handle handle, long id) {
        return handle.createQuery("SELECT * FROM request_remark WHERE id = :id")
                .bind("id", id)
                .map((row, context) -> remark(row))
                .findOne();
    }

    /** All about one request, oldest first. */
    List<Remark> of(Handle handle, long number) {
        return handle.createQuery("SELECT * FROM request_remark WHERE number = :number ORDER BY id")
                .bind("number", number)
                .map((row, context) -> remark(row))
                .list();
    }

    /** Keeps a form as it was submitted. */
    long keepDraft(Act act, String requester, String form) {
        long id = next(act, "draft");
        act.handle()
                .createUpdate(
                        "INSERT INTO request_draft (id, requester, at, form) VALUES (:id, :requester, :at, :form)")
                .bind("id", id)
                .bind("requester", requester)
                .bind("at", act.now().toEpochMilli())
                .bind("form", form)
                .execute();
        return id;
    }

    /** The form this person left, and nobody else's. */
    Optional<String> draft(Handle handle, long id, String requester) {
        return handle.createQuery("SELECT form FROM request_draft WHERE id = :id AND requester = :requester")
                .bind("id", id)
                .bind("requester", requester)
                .mapTo(String.class)
                .findOne();
    }

    /** Those that nobody came back to. */
    void dropDraftsBefore(Act act, Instant moment) {
        act.handle()
                .createUpdate("DELETE FROM request_draft WHERE at < :before")
                .bind("before", moment.toEpochMilli())
                .execute();
    }

    void dropDraft(Act act, long id) {
        act.handle()
                .createUpdate("DELETE FROM request_draft WHERE id = :id")
                .bind("id", id)
                .execute();
    }

    private static long next(Act act, String counter) {
        return act.handle()
                .createQuery("UPDATE counter SET value = value + 1 WHERE name = :name RETURNING value")
                .bind("name", counter)
                .mapTo(long.class)
                .one();
    }

    private static Remark remark(ResultSet row) throws SQLException {
        return new Remark(
                row.getLong("id"),
                row.getLong("number"),
                Remark.Kind.valueOf(row.getString("kind")),
                row.getString("author"),
                Instant.ofEpochMilli(row.getLong("at")),
                row.getString("words"),
                Optional.ofNullable(row.getString("reply")));
    }
}
