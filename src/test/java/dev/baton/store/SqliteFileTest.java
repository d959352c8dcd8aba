package dev.baton.store;

import static dev.baton.store.DatabaseTest.add;
import static dev.baton.store.DatabaseTest.insert;
import static dev.baton.store.DatabaseTest.names;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What can be wrong with a file, or with the disk it lies on. */
class SqliteFileTest {
    @TempDir
    private Path folder;

    @Test
    void a_second_baton_on_the_same_file_is_refused_by_name() {
        try (Database first = open("baton.db")) {
            assertThat(first.notWritable()).isEmpty();
            assertThatThrownBy(() -> open("baton.db"))
                    .isInstanceOf(UnableToOpenDatabase.class)
                    .hasMessageContaining("Another Baton is running on " + folder.resolve("baton.db"))
                    .hasMessageContaining("stop the other one");
        }
        open("baton.db").close();
    }

    @Test
    void a_link_is_no_way_around_the_claim() throws IOException {
        try (Database first = open("baton.db")) {
            Files.createSymbolicLink(folder.resolve("link.db"), folder.resolve("baton.db"));
            assertThat(first.notWritable()).isEmpty();
            assertThatThrownBy(() -> open("link.db")).hasMessageContaining("Another Baton is running");
        }
    }

    @Test
    void a_second_process_is_refused_also_after_a_refusal_in_this_one() throws Exception {
        try (Database first = open("baton.db")) {
            assertThat(first.notWritable()).isEmpty();
            assertThatThrownBy(() -> open("baton.db")).hasMessageContaining("Another Baton is running");
            assertThat(inAnotherProcess()).contains("Another Baton is running on " + folder.resolve("baton.db"));
        }
        assertThat(inAnotherProcess()).isEqualTo("opened");
    }

    @Test
    void a_missing_folder_says_what_to_do() {
        assertThatThrownBy(() -> open("no/such/baton.db"))
                .isInstanceOf(UnableToOpenDatabase.class)
                .hasMessageContaining("there is no folder " + folder.resolve("no/such"))
                .hasMessageContaining("Create it, or name another file in BATON_DATABASE");
        assertThat(folder.resolve("no")).doesNotExist();
    }

    @Test
    void a_file_that_is_no_database_is_refused_and_left_byte_by_byte_as_it_is() throws IOException {
        byte[] letter = "Dear Baton, this is a letter.\n".repeat(500).getBytes(StandardCharsets.UTF_8);
        Files.write(folder.resolve("baton.db"), letter);
        assertThatThrownBy(() -> open("baton.db"))
                .isInstanceOf(UnableToOpenDatabase.class)
                .hasMessageContaining(folder.resolve("baton.db") + " cannot be used")
                .hasMessageContaining("put a backup in its place");
        assertThat(folder.resolve("baton.db")).hasBinaryContent(letter);
    }

    @Test
    void a_damaged_database_is_refused_and_left_byte_by_byte_as_it_is() throws IOException {
        try (Database database = open("baton.db")) {
            for (int i = 0; i < 200; i++) {
                add(database, "a name that takes some room " + i, i);
            }
        }
        byte[] bytes = Files.readAllBytes(folder.resolve("baton.db"));
        Arrays.fill(bytes, 4096, bytes.length, (byte) 0x5a);
        Files.write(folder.resolve("baton.db"), bytes);
        assertThatThrownBy(() -> open("baton.db"))
                .isInstanceOf(UnableToOpenDatabase.class)
                .hasMessageContaining("cannot be used");
        assertThat(folder.resolve("baton.db")).hasBinaryContent(bytes);
        assertThatThrownBy(() -> open("baton.db")).hasMessageContaining("cannot be used");
    }

    @Test
    void an_empty_or_truncated_file_or_a_strangers_database_is_refused_and_no_new_one_is_made() throws IOException {
        Path file = folder.resolve("baton.db");
        open("baton.db").close();
        byte[] whole = Files.readAllBytes(file);
        for (int pages : List.of(0, 1, 3, whole.length / 4096 - 1)) {
            byte[] part = Arrays.copyOf(whole, pages * 4096);
            Files.write(file, part);
            assertThatThrownBy(() -> open("baton.db"))
                    .as(pages + " pages")
                    .isInstanceOf(UnableToOpenDatabase.class)
                    .hasMessageContaining("cannot be used");
            assertThat(file).hasBinaryContent(part);
        }
        Files.delete(file);
        try (Connection stranger = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            stranger.createStatement().execute("CREATE TABLE recipe (name TEXT)");
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
        assertThatThrownBy(() -> open("baton.db")).hasMessageContaining("none of Baton's");
    }

    @Test
    void whoever_is_refused_is_told_where_the_backups_are_and_how_to_restore() throws IOException {
        Path file = folder.resolve("baton.db");
        Optional<Backups> backups =
                Backups.of("jdbc:sqlite:" + file, Optional.empty(), () -> Instant.parse("2026-11-20T11:00:00Z"));
        open("baton.db").close();
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, new byte[0]);
        assertThatThrownBy(() -> Database.open("jdbc:sqlite:" + file, backups))
                .hasMessageContaining("there is no backup in " + folder.resolve("backups"))
                .hasMessageContaining("`baton restore FILE`");
        Files.write(file, whole);
        Path taken = backups.orElseThrow().take().file();
        Files.write(file, new byte[0]);
        assertThatThrownBy(() -> Database.open("jdbc:sqlite:" + file, backups))
                .hasMessageContaining("the latest backup is " + taken + "; `baton restore " + taken + "`");
    }

    @Test
    void a_file_or_a_folder_that_cannot_be_written_is_told() throws IOException {
        Files.createDirectory(folder.resolve("other.db.lock"));
        assertThatThrownBy(() -> open("other.db")).hasMessageContaining("The folder must be writable for Baton");
        open("baton.db").close();
        try (Database database = open("baton.db")) {
            database.write(tx -> tx.execute("PRAGMA query_only = on"));
            assertThatThrownBy(() -> add(database, "name", 1))
                    .isInstanceOf(NotWritten.class)
                    .hasMessage("its database cannot be written");
            assertThat(database.notWritable()).as("the next connection can").isEmpty();
        }
        assertThat(folder.resolve("baton.db").toFile().setWritable(false)).isTrue();
        Assumptions.assumeFalse(Files.isWritable(folder.resolve("baton.db")), "an administrator may write everywhere");
        assertThatThrownBy(() -> open("baton.db")).hasMessageContaining("Baton may not write to");
    }

    @Test
    void closing_leaves_nobody_waiting() {
        Database database = open("baton.db");
        CountDownLatch running = new CountDownLatch(4);
        AtomicInteger written = new AtomicInteger();
        Crowd.of(5, caller -> {
            if (caller == 4) {
                running.await();
                database.close();
                return;
            }
            boolean refused = false;
            while (!refused) {
                try {
                    add(database, caller + "/" + written.incrementAndGet(), 1);
                } catch (RuntimeException e) {
                    written.decrementAndGet();
                    refused = true;
                }
                running.countDown();
            }
        });
        try (Database again = open("baton.db")) {
            assertThat(names(again)).hasSize(written.get());
        }
    }

    @Test
    void each_change_is_forced_to_the_disk_and_stands_in_the_files_when_it_returns() throws IOException {
        Path copy = folder.resolve("copy.db");
        try (Database database = open("baton.db")) {
            assertThat(pragma(database, "synchronous")).as("2 is FULL").isEqualTo("2");
            assertThat(pragma(database, "journal_mode")).isEqualTo("wal");
            database.write(tx -> insert(tx, "durable", 1));
            Files.copy(folder.resolve("baton.db"), copy);
            Files.copy(folder.resolve("baton.db-wal"), folder.resolve("copy.db-wal"));
        }
        try (Database database = open("copy.db")) {
            assertThat(names(database)).contains("durable");
        }
    }

    /** As it is on the one connection that writes. */
    private static String pragma(Database database, String name) {
        return database.write(
                tx -> tx.createQuery("PRAGMA " + name).mapTo(String.class).one());
    }

    private Database open(String name) {
        return Database.open("jdbc:sqlite:" + folder.resolve(name));
    }

    private String inAnotherProcess() throws Exception {
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        Path answer = folder.resolve("answer");
        Process other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        classPath,
                        AnotherProcess.class.getName(),
                        "jdbc:sqlite:" + folder.resolve("baton.db"),
                        answer.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        assertThat(other.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return Files.readString(answer);
    }

    /** Opens the database and writes down how that went. */
    static final class AnotherProcess {
        private AnotherProcess() {}

        public static void main(String[] args) throws IOException {
            String answer = "opened";
            try {
                Database.open(args[0]).close();
            } catch (UnableToOpenDatabase e) {
                answer = String.valueOf(e.getMessage());
            }
            Files.writeString(Path.of(args[1]), answer);
        }
    }
}
