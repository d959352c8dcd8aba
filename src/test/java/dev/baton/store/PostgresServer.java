package dev.baton.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A real PostgreSQL, started once in a test run and stopped with it. The migrated database is made once and copied, and a
 * copy is emptied and used again: to make and remove hundreds of files for each test is what would take longest.
 */
final class PostgresServer {
    private static final String TEMPLATE = "migrated";
    private static final EmbeddedPostgres SERVER = start();
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final String SERVED = "served";
    /** All that a test may have changed but rows. */
    private static final String SHAPE = """
            SELECT string_agg(kind || ' ' || name, chr(10) ORDER BY kind, name) FROM (
                SELECT 'relation' AS kind, oid::regclass::text AS name FROM pg_class
                    WHERE relnamespace::regnamespace::text NOT LIKE 'pg\\_%'
                UNION ALL SELECT 'counter', name FROM counter
                UNION ALL SELECT 'event trigger', evtname FROM pg_event_trigger
                UNION ALL SELECT 'setting', unnest(setconfig) FROM pg_db_role_setting
                    WHERE setdatabase = (SELECT oid FROM pg_database WHERE datname = current_database())
            ) AS everything
            """;

    private static final String OTHERS_LEAVE = """
            SELECT pg_terminate_backend(pid) FROM pg_stat_activity
            WHERE datname = current_database() AND pid <> pg_backend_pid()
            """;
    private static final String EMPTY = """
            DO $$ DECLARE it record; BEGIN
                -- In any order: references are not looked at meanwhile.
                SET LOCAL session_replication_role = replica;
                FOR it IN SELECT tablename AS name FROM pg_tables
                        WHERE schemaname = 'public' AND tablename NOT IN ('flyway_schema_history', 'counter') LOOP
                    EXECUTE format('DELETE FROM %I', it.name);
                END LOOP;
                UPDATE counter SET value = 0;
                FOR it IN SELECT sequencename AS name FROM pg_sequences WHERE schemaname = 'public' LOOP
                    PERFORM setval(format('%I', it.name)::regclass, 1, false);
                END LOOP;
            END $$
            """;
    private static final Queue<String> EMPTIED = new ConcurrentLinkedQueue<>();
    private static final String SHAPE_OF_ALL = told(TEMPLATE, SHAPE);
    private static boolean servedMade;

    private PostgresServer() {}

    static synchronized FreshDatabase fresh(boolean migrated) {
        if (!migrated) {
            String name = made("template0");
            return new FreshDatabase(url(name), () -> remove(name));
        }
        String name = Optional.ofNullable(EMPTIED.poll()).orElseGet(() -> made(TEMPLATE));
        return new FreshDatabase(url(name), () -> giveBack(name));
    }

    private static String made(String template) {
        String name = "test" + NUMBER.incrementAndGet();
        run("CREATE DATABASE " + name + " TEMPLATE " + template);
        return name;
    }

    private static void remove(String name) {
        run("DROP DATABASE " + name + " WITH (FORCE)");
    }

    private static void giveBack(String name) {
        try (Connection connection = SERVER.getDatabase("postgres", name).getConnection();
                Statement sql = connection.createStatement()) {
            sql.execute(OTHERS_LEAVE);
            if (told(sql, SHAPE).equals(SHAPE_OF_ALL)) {
                sql.execute(EMPTY);
                EMPTIED.add(name);
                return;
            }
        } catch (SQLException e) {
            throw new IllegalStateException(name, e);
        }
        remove(name);
    }

    private static String told(String database, String sql) {
        try (Connection connection = SERVER.getDatabase("postgres", database).getConnection();
                Statement statement = connection.createStatement()) {
            return told(statement, sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private static String told(Statement statement, String sql) throws SQLException {
        try (ResultSet answer = statement.executeQuery(sql)) {
            answer.next();
            return answer.getString(1);
        }
    }

    /** The one that processes go on using from test to test. */
    static synchronized FreshDatabase served() {
        if (!servedMade) {
            run("CREATE DATABASE " + SERVED + " TEMPLATE " + TEMPLATE);
            servedMade = true;
        }
        return new FreshDatabase(url(SERVED), () -> {}, true);
    }

    private static EmbeddedPostgres start() {
        try {
            EmbeddedPostgres server = EmbeddedPostgres.builder()
                    .setServerConfig("max_connections", "300")
                    .setServerConfig("deadlock_timeout", "50ms")
                    .start();
            run(server, "CREATE DATABASE " + TEMPLATE);
            Database.open(server.getJdbcUrl("postgres", TEMPLATE)).close();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String url(String name) {
        return SERVER.getJdbcUrl("postgres", name);
    }

    private static void run(String sql) {
        run(SERVER, sql);
    }

    private static void run(EmbeddedPostgres server, String sql) {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}
