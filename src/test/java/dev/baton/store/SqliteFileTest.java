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
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
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
    void a_full_disk_refuses_the_change_and_no_other() {
        try (Database database = open("baton.db")) {
            int pages = database.write(
                    tx -> tx.createQuery("PRAGMA page_count").mapTo(int.class).one());
            limit(database, pages + 4);
            AtomicInteger small = new AtomicInteger();
            Crowd.of(8, caller -> {
                if (caller == 0) {
                    assertThatThrownBy(() -> add(database, "large ".repeat(20_000), 1))
                            .rootCause()
                            .message()
                            .contains("full");
                } else {
                    add(database, "small " + caller, 1);
                    small.incrementAndGet();
                }
            });
            assertThat(small.get()).isEqualTo(7);
            assertThat(names(database)).hasSize(7);
            assertThat(database.notWritable()).isEmpty();
            limit(database, 1_000_000);
            add(database, "large ".repeat(20_000), 1);
        }
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
    void what_was_written_is_there_after_the_power_fails() throws IOException {
        Path copy = folder.resolve("copy.db");
        try (Database database = open("baton.db")) {
            database.write(tx -> insert(tx, "durable", 1));
            Files.copy(folder.resolve("baton.db"), copy);
            Files.copy(folder.resolve("baton.db-wal"), folder.resolve("copy.db-wal"));
        }
        try (Database database = open("copy.db")) {
            assertThat(names(database)).contains("durable");
        }
    }

    private Database open(String name) {
        return Database.open("jdbc:sqlite:" + folder.resolve(name));
    }

    private static void limit(Database database, int pages) {
        database.write(tx -> tx.createQuery("PRAGMA max_page_count = " + pages)
                .mapTo(int.class)
                .one());
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
