package dev.baton.store;

import static dev.baton.store.DatabaseTest.add;
import static dev.baton.store.DatabaseTest.names;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command lines that an operator is told, as a shell carries them out. */
class PostgresDumpTest {
    @TempDir
    private Path folder;

    @Test
    void an_emptied_database_has_nothing_of_a_newer_baton_and_can_be_used_at_once() throws Exception {
        try (FreshDatabase fresh = PostgresServer.fresh(true)) {
            Assumptions.assumeTrue(succeeds("psql --version"));
            upgraded(fresh);
            assertThat(succeeds(new PostgresDump(fresh.url()).empty()))
                    .as(printed())
                    .isTrue();
            try (Database anew = fresh.open()) {
                assertThat(names(anew)).isEmpty();
                assertThat(tables(anew, "added_later")).isZero();
            }
        }
    }

    @Test
    void a_dump_takes_the_place_of_what_a_newer_baton_has_made() throws Exception {
        try (FreshDatabase fresh = PostgresServer.fresh(true)) {
            PostgresDump lines = new PostgresDump(fresh.url());
            String dump = folder.resolve("baton.dump").toString();
            try (Database database = fresh.open()) {
                add(database, "before", 1);
            }
            Assumptions.assumeTrue(succeeds(lines.dump(dump)), "pg_dump refuses a server that is newer than itself");
            for (int round = 0; round < 2; round++) {
                upgraded(fresh);
                assertThat(succeeds(lines.empty())).as(printed()).isTrue();
                assertThat(succeeds(lines.restore(dump))).as(printed()).isTrue();
                try (Database restored = fresh.open()) {
                    assertThat(names(restored)).containsExactly("before");
                    assertThat(tables(restored, "added_later")).isZero();
                }
                assertThat(succeeds(lines.dump(dump))).as(printed()).isTrue();
            }
        }
    }

    private static void upgraded(FreshDatabase fresh) {
        try (Database later = fresh.open()) {
            add(later, "after", 1);
            later.write(tx -> tx.execute("CREATE TABLE added_later (person TEXT REFERENCES person (id))"));
        }
    }

    private static long tables(Database database, String name) {
        return database.read(read -> read.createQuery("SELECT COUNT(*) FROM pg_tables WHERE tablename = :name")
                .bind("name", name)
                .mapTo(long.class)
                .one());
    }

    private boolean succeeds(String line) throws IOException, InterruptedException {
        Process shell = new ProcessBuilder("sh", "-c", line)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("printed").toFile())
                .start();
        if (!shell.waitFor(60, TimeUnit.SECONDS)) {
            shell.destroyForcibly();
            throw new AssertionError("still runs: " + line);
        }
        return shell.exitValue() == 0;
    }

    private String printed() throws IOException {
        Path file = folder.resolve("printed");
        return Files.exists(file) ? Files.readString(file) : "";
    }
}
