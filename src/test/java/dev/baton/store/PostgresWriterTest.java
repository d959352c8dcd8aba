package dev.baton.store;

import static dev.baton.store.DatabaseTest.add;
import static dev.baton.store.DatabaseTest.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.store.Database.Dialect;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What happens where changes really run side by side. */
class PostgresWriterTest {

    /** Nobody may idle for a quarter of a second, and the first table after that of the notices takes a whole one. */
    private static final String SLOW_ONCE = """
            DO $$ BEGIN
                EXECUTE format('ALTER DATABASE %I SET idle_in_transaction_session_timeout = 250', current_database());
            END $$;
            CREATE SCHEMA operator;
            CREATE FUNCTION operator.slow_once() RETURNS event_trigger LANGUAGE plpgsql AS $$ BEGIN
                IF to_regclass('public.notice') IS NOT NULL AND to_regclass('public.csm_request') IS NULL THEN
                    PERFORM pg_sleep(1);
                END IF;
            END $$;
            CREATE EVENT TRIGGER slow_once ON ddl_command_start WHEN TAG IN ('CREATE TABLE')
                EXECUTE FUNCTION operator.slow_once();
            """;

    @Test
    void two_changes_that_block_each_other_both_happen() {
        try (FreshDatabase fresh = PostgresServer.fresh(true)) {
            Database database = fresh.open();
            add(database, "left", 0);
            add(database, "right", 0);
            CyclicBarrier bothHaveOne = new CyclicBarrier(2);
            AtomicInteger runs = new AtomicInteger();
            Crowd.of(
                    2,
                    member -> database.write(tx -> {
                        boolean firstRun = runs.incrementAndGet() <= 2;
                        tx.execute(raise(member == 0 ? "left" : "right"));
                        if (firstRun) {
                            meet(bothHaveOne);
                        }
                        return tx.execute(raise(member == 0 ? "right" : "left"));
                    }));
            assertThat(value(database, "left")).isEqualTo(2);
            assertThat(value(database, "right")).isEqualTo(2);
            assertThat(runs.get()).isGreaterThanOrEqualTo(3);
        }
    }

    @OnBothDatabases
    void a_change_that_was_overtaken_runs_again_where_others_run_beside_it(Database database) {
        AtomicInteger runs = new AtomicInteger();
        if (database.dialect() == Dialect.SQLITE) {
            assertThatThrownBy(() -> overtakenOnce(database, runs)).isInstanceOf(Overtaken.class);
        } else {
            overtakenOnce(database, runs);
            assertThat(runs.get()).isEqualTo(2);
        }
    }

    @OnBothDatabases
    void a_change_that_is_always_overtaken_gives_up_and_says_so(Database database) {
        assertThatThrownBy(() -> database.write(tx -> {
                    throw new Overtaken("account X");
                }))
                .isInstanceOf(Overtaken.class)
                .hasMessage("account X was changed by somebody else just now");
    }

    @Test
    void a_server_that_is_not_there_is_named_without_the_password() {
        assertThatThrownBy(
                        () -> Database.open("jdbc:postgresql://127.0.0.1:1/baton?user=u&password=hush&loginTimeout=1"))
                .isInstanceOf(UnableToOpenDatabase.class)
                .hasMessageStartingWith("Cannot open PostgreSQL: ")
                .hasMessageNotContaining("hush");
    }

    @Test
    void another_kind_of_database_is_refused_without_its_password() {
        assertThatThrownBy(() -> Database.open("jdbc:mysql://u:hush@localhost/baton"))
                .isInstanceOf(UnableToOpenDatabase.class)
                .hasMessageNotContaining("hush");
    }

    @Test
    void a_migration_may_last_longer_than_a_transaction_may_idle() throws SQLException {
        try (FreshDatabase fresh = PostgresServer.fresh(false)) {
            try (Connection operator = DriverManager.getConnection(fresh.url());
                    Statement statement = operator.createStatement()) {
                statement.execute(SLOW_ONCE);
            }
            add(fresh.open(), "migrated", 1);
        }
    }

    private static void overtakenOnce(Database database, AtomicInteger runs) {
        database.write(tx -> {
            if (runs.incrementAndGet() == 1) {
                throw new Overtaken("account X");
            }
            return runs.get();
        });
    }

    private static String raise(String name) {
        return "UPDATE counter SET value = value + 1 WHERE name = '" + name + "'";
    }

    private static void meet(CyclicBarrier barrier) {
        try {
            barrier.await(10, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
