package dev.baton.dedicated;

import dev.baton.account.Act;
import dev.baton.account.SalesforceId;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Announcements, and who has read the best practices. */
final class DedicatedStore {

    Optional<Announcement> announcement(Handle read, SalesforceId account) {
        return read.createQuery("SELECT * FROM dedicated WHERE account_id = :account")
                .bind("account", account.value15())
                .map((row, context) -> new Announcement(
                        account,
                        row.getLong("number"),
                        row.getString("manager"),
                        Optional.ofNullable(row.getString("set_by")),
                        Instant.ofEpochMilli(row.getLong("set_at")),
                        row.getLong("standing") == 1,
                        row.getLong("version")))
                .findOne();
    }

    /** The accounts that are on Dedicated, as was announced. */
    List<SalesforceId> standing(Handle read) {
        return read.createQuery("SELECT account_id FROM dedicated WHERE standing = 1 ORDER BY account_id")
                .map((row, context) -> new SalesforceId(row.getString("account_id")))
                .list();
    }

    /** False when somebody else's change was faster. */
    boolean save(Act act, Announcement next) {
        return act.handle()
                        .createUpdate("""
                        INSERT INTO dedicated (account_id, number, manager, set_by, set_at, standing, version)
                        VALUES (:account, :number, :manager, :by, :at, :standing, :version)
                        ON CONFLICT (account_id) DO UPDATE SET number = excluded.number, manager = excluded.manager,
                            set_by = excluded.set_by, set_at = excluded.set_at, standing = excluded.standing,
                            version = excluded.version
                        WHERE dedicated.version = excluded.version - 1
                        """)
                        .bind("account", next.account().value15())
                        .bind("number", next.number())
                        .bind("manager", next.manager())
                        .bind("by", next.by().orElse(null))
                        .bind("at", next.at().toEpochMilli())
                        .bind("standing", next.standing() ? 1 : 0)
                        .bind("version", next.version())
                        .execute()
                == 1;
    }

    /** Who has read, and when. */
    Map<String, Instant> readers(Handle read, SalesforceId account) {
        Map<String, Instant> readers = new LinkedHashMap<>();
        read.createQuery(
                        "SELECT person, read_at FROM dedicated_reader WHERE account_id = :account ORDER BY read_at, person")
                .bind("account", account.value15())
                .map((row, context) -> Map.entry(row.getString("person"), Instant.ofEpochMilli(row.getLong("read_at"))))
                .forEach(entry -> readers.put(entry.getKey(), entry.getValue()));
        return readers;
    }

    /** False when this person had read them before. */
    boolean tick(Act act, SalesforceId account, String person) {
        return act.handle()
                        .createUpdate("""
                        INSERT INTO dedicated_reader (account_id, person, read_at) VALUES (:account, :person, :at)
                        ON CONFLICT DO NOTHING
                        """)
                        .bind("account", account.value15())
                        .bind("person", person)
                        .bind("at", act.now().toEpochMilli())
                        .execute()
                == 1;
    }
}
