package dev.baton.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A real PostgreSQL, started once in a test run and stopped with it. The migrated database is made once and copied.
 */
final class PostgresServer {
    private static final String TEMPLATE = "migrated";
    private static final EmbeddedPostgres SERVER = start();
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final String SERVED = "served";
    private static boolean servedMade;

    private PostgresServer() {}

    static synchronized FreshDatabase fresh(boolean migrated) {
        String name = "test" + NUMBER.incrementAndGet();
        run("CREATE DATABASE " + name + " TEMPLATE " + (migrated ? TEMPLATE : "template0"));
        return new FreshDatabase(url(name), () -> run("DROP DATABASE " + name + " WITH (FORCE)"));
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
