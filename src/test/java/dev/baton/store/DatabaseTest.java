package dev.baton.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.Handle;

class DatabaseTest {

    @OnBothDatabases(migrated = false)
    void the_migrations_make_every_table_from_nothing_and_nothing_more_the_second_time(FreshDatabase fresh) {
        Database first = fresh.open();
        Set<String> tables = tables(first);
        assertThat(tables)
                .contains(
                        "gesture",
                        "counter",
                        "account",
                        "opportunity",
                        "team",
                        "person",
                        "history",
                        "notice",
                        "csm_request");
        add(first, "kept", 7);
        first.close();

        Database second = fresh.open();
        assertThat(tables(second)).isEqualTo(tables);
        assertThat(value(second, "kept")).isEqualTo(7);
    }

    @OnBothDatabases
    void both_sort_text_alike(Database database) {
        List.of("b", "B", "a", "Z", "ä", "_").forEach(name -> add(database, name, 77));
        List<String> sorted =
                database.read(read -> read.createQuery("SELECT name FROM counter WHERE value = 77 ORDER BY name")
                        .mapTo(String.class)
                        .list());
        assertThat(sorted).containsExactly("B", "Z", "_", "a", "b", "ä");
    }

    @OnBothDatabases
    void a_body_that_throws_leaves_no_trace(Database database) {
        assertThatThrownBy(() -> database.write(tx -> {
                    insert(tx, "half", 1);
                    throw new IllegalArgumentException("changed my mind");
                }))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("changed my mind");
        assertThat(names(database)).doesNotContain("half");
        add(database, "after", 1);
        assertThat(names(database)).contains("after");
    }

    @OnBothDatabases
    void a_statement_that_fails_leaves_no_trace_and_the_next_change_works(Database database) {
        assertThatThrownBy(() -> database.write(tx -> {
                    insert(tx, "half", 1);
                    return tx.execute("INSERT INTO no_such_table VALUES (1)");
                }))
                .hasMessageContaining("no_such_table");
        assertThat(names(database)).doesNotContain("half");
        add(database, "after", 1);
    }

    @OnBothDatabases
    void a_change_inside_a_change_is_refused_instead_of_waiting_for_itself(Database database) {
        assertThatThrownBy(() -> database.write(tx -> database.write(inner -> insert(inner, "inner", 1))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("a change inside a change");
        add(database, "after", 1);
    }

    @OnBothDatabases
    void of_many_callers_at_once_one_that_fails_takes_nobody_with_it(Database database) {
        int callers = 16;
        int each = 20;
        AtomicInteger failed = new AtomicInteger();
        Crowd.of(callers, caller -> {
            for (int i = 0; i < each; i++) {
                String name = caller + "/" + i;
                boolean bad = (caller + i) % 5 == 0;
                try {
                    database.write(tx -> {
                        insert(tx, name, 1);
                        if (bad) {
                            throw new IllegalArgumentException(name);
                        }
                        return name;
                    });
                    assertThat(bad).isFalse();
                } catch (IllegalArgumentException e) {
                    assertThat(e).hasMessage(name);
                    failed.incrementAndGet();
                }
            }
        });
        assertThat(failed.get()).isEqualTo(callers * each / 5);
        assertThat(names(database)).hasSize(callers * each - failed.get());
    }

    @OnBothDatabases
    void a_change_is_seen_by_every_reader_once_it_has_returned(Database database) {
        Crowd.of(8, caller -> {
            for (int i = 0; i < 20; i++) {
                String name = caller + "/" + i;
                add(database, name, i);
                assertThat(value(database, name)).isEqualTo(i);
            }
        });
    }

    @OnBothDatabases
    void a_read_sees_one_moment_whatever_is_changed_meanwhile(Database database) {
        add(database, "moving", 1);
        List<Integer> seen = database.read(read -> {
            int before = value(read, "moving");
            Crowd.of(
                    1, other -> database.write(tx -> tx.execute("UPDATE counter SET value = 2 WHERE name = 'moving'")));
            return List.of(before, value(read, "moving"));
        });
        assertThat(seen).containsExactly(1, 1);
        assertThat(value(database, "moving")).isEqualTo(2);
    }

    @OnBothDatabases
    void a_reader_cannot_write(Database database) {
        assertThatThrownBy(() -> database.read(read -> insert(read, "smuggled", 1)))
                .rootCause()
                .message()
                .containsIgnoringCase("read");
        assertThat(names(database)).doesNotContain("smuggled");
    }

    @OnBothDatabases
    void a_foreign_key_holds(Database database) {
        assertThatThrownBy(() -> database.write(tx ->
                        tx.execute("INSERT INTO team (account_id, role, person) VALUES ('nobody', 'SA', 'U0SAM')")))
                .rootCause()
                .message()
                .containsIgnoringCase("foreign key");
    }

    @OnBothDatabases
    void a_failure_does_not_repeat_what_was_to_be_written(Database database) {
        add(database, "Northwind Bank", 1);
        assertThatThrownBy(() -> add(database, "Northwind Bank", 1)).satisfies(thrown -> {
            StringWriter trace = new StringWriter();
            thrown.printStackTrace(new PrintWriter(trace));
            assertThat(trace.toString()).containsIgnoringCase("unique").doesNotContain("Northwind");
        });
    }

    @OnBothDatabases
    void it_says_why_it_does_not_take_writes(Database database) {
        assertThat(database.notWritable()).isEmpty();
        database.write(tx -> tx.execute("ALTER TABLE counter RENAME TO elsewhere"));
        assertThat(database.notWritable())
                .hasValueSatisfying(why -> assertThat(why)
                        .startsWith("the store does not take writes: ")
                        .contains("counter"));
        database.write(tx -> tx.execute("ALTER TABLE elsewhere RENAME TO counter"));
        assertThat(database.notWritable()).isEmpty();
    }

    static int insert(Handle tx, String name, int value) {
        return tx.execute("INSERT INTO counter (name, value) VALUES (?, ?)", name, value);
    }

    static void add(Database database, String name, int value) {
        database.write(tx -> insert(tx, name, value));
    }

    static int value(Handle read, String name) {
        return read.createQuery("SELECT value FROM counter WHERE name = :name")
                .bind("name", name)
                .mapTo(int.class)
                .one();
    }

    static int value(Database database, String name) {
        return database.read(read -> value(read, name));
    }

    /** What tests have written; the counters that every database begins with are not among them. */
    static List<String> names(Database database) {
        return database.read(read -> read.createQuery("SELECT name FROM counter WHERE value > 0 AND name <> 'probe'")
                .mapTo(String.class)
                .list());
    }

    private static Set<String> tables(Database database) {
        String sql = database.dialect() == Database.Dialect.SQLITE
                ? "SELECT name FROM sqlite_master WHERE type = 'table'"
                : "SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'";
        return database.read(read -> read.createQuery(sql).mapTo(String.class).set());
    }
}
