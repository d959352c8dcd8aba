package dev.baton.notice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.store.Database.Dialect;
import dev.baton.store.OnBothDatabases;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.statement.Query;

/** A claim costs what is due, not what exists. */
class ClaimCostTest {

    @OnBothDatabases
    void among_twenty_thousand_sent_a_claim_reads_the_index_of_what_is_pending(PostRoom room) {
        fill(room);
        assertThat(plan(room, new ClaimStore(room.database.dialect(), NoticeRunner.LEASE).claimSql(Set.of())))
                .contains("notice_pending")
                .doesNotContain("SCAN notice", "Seq Scan on notice");
        assertThat(plan(room, new ClaimStore(room.database.dialect(), NoticeRunner.LEASE).claimSql(Set.of("C1", "C2"))))
                .contains("notice_pending")
                .doesNotContain("SCAN notice", "Seq Scan on notice");
    }

    @OnBothDatabases
    void a_claim_changes_what_is_due_and_touches_nothing_else(PostRoom room) {
        fill(room);
        assertThat(room.claim()).hasSize(4);
        assertThat(room.count("sent")).isEqualTo(20_000);
        assertThat(room.count("pending")).isEqualTo(506);
    }

    /** Twenty thousand are sent, ten are due, five hundred lie ahead. */
    private static void fill(PostRoom room) {
        long now = room.business.millis();
        insert(room, 20_000, "sent", now - Duration.ofDays(2).toMillis());
        insert(room, 500, "pending", now + Duration.ofDays(2).toMillis());
        insert(room, 10, "pending", now);
        room.database.write(tx -> tx.execute("ANALYZE"));
    }

    private static void insert(PostRoom room, int number, String state, long due) {
        room.database.write(tx -> tx.createUpdate("""
                        INSERT INTO notice (key, kind, verb, subject, recipient, timing, due_at, state)
                        SELECT :state || ':' || CAST(:due AS TEXT) || ':' || CAST(i AS TEXT), 'card', 'POST',
                            'request:' || CAST(i AS TEXT), 'C' || CAST(i AS TEXT), 'at', :due, :state
                        FROM (WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < :number)
                            SELECT i FROM n) AS numbers
                        """)
                .bind("number", number)
                .bind("state", state)
                .bind("due", due)
                .execute());
    }

    private static String plan(PostRoom room, String sql) {
        boolean sqlite = room.database.dialect() == Dialect.SQLITE;
        return room.database.read(read -> {
            Query query = read.createQuery((sqlite ? "EXPLAIN QUERY PLAN " : "EXPLAIN ") + sql)
                    .bind("claim", "a claim")
                    .bind("lease", 60_000)
                    .bind("limit", 4)
                    .bind("verb", "POST")
                    .bind("businessNow", room.business.millis());
            if (sqlite) {
                query.bind("machineNow", room.machine.millis());
            }
            if (sql.contains("<closed>")) {
                query.bindList("closed", "C1", "C2");
            }
            return query.map((row, context) -> row.getString(sqlite ? "detail" : "QUERY PLAN")).stream()
                    .collect(Collectors.joining("\n"));
        });
    }
}
