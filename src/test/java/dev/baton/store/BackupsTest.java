package dev.baton.store;

import static dev.baton.store.DatabaseTest.add;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.store.Backups.Backup;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Copies of a database: of one moment, verified, the owner's alone, and not kept for ever. */
class BackupsTest {
    @TempDir
    private Path folder;

    private Instant now = Instant.parse("2026-11-20T11:00:00.789Z");

    @Test
    void a_backup_is_of_one_moment_while_others_write() {
        try (Database database = open()) {
            AtomicBoolean enough = new AtomicBoolean();
            AtomicInteger pairs = new AtomicInteger();
            Crowd.of(3, caller -> {
                if (caller == 0) {
                    for (int i = 0; i < 5; i++) {
                        Path copy = backups()
                                .take(folder.resolve("copy" + i + ".db"))
                                .file();
                        assertThat(names(copy))
                                .as("two at a time are written")
                                .hasSize(2 * (names(copy).size() / 2));
                    }
                    enough.set(true);
                } else {
                    while (!enough.get()) {
                        int pair = pairs.incrementAndGet();
                        database.write(tx -> {
                            DatabaseTest.insert(tx, pair + " one", 1);
                            return DatabaseTest.insert(tx, pair + " two", 1);
                        });
                    }
                }
            });
            assertThat(pairs.get()).isPositive();
        }
    }

    @Test
    void its_name_tells_the_time_and_its_owner_alone_may_read_it() throws IOException {
        try (Database database = open()) {
            add(database, "known", 1);
            Backup taken = backups().take();
            assertThat(taken.file()).isEqualTo(folder.resolve("backups/baton-20261120T110000Z.db"));
            assertThat(taken.at()).isEqualTo("2026-11-20T11:00:00Z");
            assertThat(taken.bytes()).isEqualTo(Files.size(taken.file())).isPositive();
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(taken.file())))
                    .isEqualTo("rw-------");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("backups"))))
                    .isEqualTo("rwx------");
            assertThat(names(taken.file())).containsExactly("known");
            assertThat(database.notWritable()).as("others are not held up").isEmpty();
        }
    }

    @Test
    void it_is_due_when_the_latest_is_an_hour_old() {
        open().close();
        assertThat(backups().due()).isTrue();
        backups().take();
        assertThat(backups().due()).isFalse();
        pass(Duration.ofMinutes(59));
        assertThat(backups().due()).isFalse();
        pass(Duration.ofMinutes(1));
        assertThat(backups().due()).isTrue();
    }

    @Test
    void after_the_clock_was_set_back_one_more_is_taken_and_not_one_at_every_look() {
        open().close();
        Backup ahead = backups().take();
        pass(Duration.ofDays(-1));
        assertThat(backups().due()).isTrue();
        assertThat(backups().advice()).as("better than none").contains(ahead.file() + ";");
        Backup taken = backups().take();
        assertThat(backups().due()).isFalse();
        assertThat(backups().latest()).contains(taken);
        assertThat(backups().advice()).contains(taken.file() + ";");
        pass(Duration.ofHours(1));
        assertThat(backups().due()).isTrue();
    }

    @Test
    void the_24_latest_are_kept_and_one_for_each_of_14_days() throws IOException {
        open().close();
        Path backups = Files.createDirectories(folder.resolve("backups"));
        Files.createFile(backups.resolve("before-V10-20261110T000000Z.db"));
        for (int day = 10; day <= 20; day++) {
            for (String hour : List.of("00", "06", "11", "18")) {
                Files.createFile(backups.resolve("baton-202611" + day + "T" + hour + "0000Z.db"));
            }
        }
        now = Instant.parse("2026-11-20T19:00:00Z");
        backups().take();
        List<String> kept = listed();
        assertThat(kept).as("24 of the last six days, and five days more").hasSize(24 + 5 + 1);
        assertThat(kept.subList(0, 2)).containsExactly("baton-20261110T180000Z.db", "baton-20261111T180000Z.db");
        backups().before("restore");
        pass(Duration.ofDays(4));
        backups().take();
        assertThat(listed())
                .doesNotContain("baton-20261110T180000Z.db", "before-V10-20261110T000000Z.db")
                .contains("baton-20261111T180000Z.db", "before-restore-20261120T190000Z.db");
        pass(Duration.ofDays(10));
        backups().take();
        assertThat(listed()).noneMatch(name -> name.startsWith("before-"));
    }

    @Test
    void what_a_killed_backup_left_is_removed_by_the_next_and_strangers_stay() throws IOException {
        open().close();
        Path backups = Files.createDirectories(folder.resolve("backups"));
        Files.writeString(backups.resolve("baton-20261120T090000Z.db.part"), "half");
        Files.writeString(backups.resolve("baton-20261120T090000Z.db.part-journal"), "half");
        Files.writeString(backups.resolve("notes.txt"), "mine");
        backups().take();
        assertThat(listed()).containsExactly("baton-20261120T110000Z.db", "notes.txt");
    }

    @Test
    void what_the_folder_is_called_does_not_matter_and_a_strangers_part_stays() throws IOException {
        open().close();
        Path partners = Files.createDirectory(folder.resolve("x.partners"));
        Files.writeString(partners.resolve("letter.part"), "mine");
        Backups there = Backups.of(url(), Optional.of(partners), () -> now).orElseThrow();
        Backup first = there.take();
        pass(Duration.ofHours(1));
        Backup second = there.take();
        assertThat(List.of(first.file(), second.file(), partners.resolve("letter.part")))
                .allMatch(Files::exists);
    }

    @Test
    void a_file_that_is_there_is_not_written_over_and_a_folder_gets_one_more() throws IOException {
        open().close();
        Path taken = folder.resolve("mine.db");
        Files.writeString(taken, "mine");
        assertThatThrownBy(() -> backups().take(taken)).hasMessageContaining("exists already");
        assertThat(taken).hasContent("mine");
        assertThat(backups().take(folder).file()).isEqualTo(folder.resolve("baton-20261120T110000Z.db"));
    }

    @Test
    void without_a_database_there_is_none_and_none_is_made() {
        assertThatThrownBy(() -> backups().take()).hasMessageContaining("There is no database " + database());
        assertThat(database()).doesNotExist();
        assertThat(Backups.of("jdbc:postgresql://localhost/baton", Optional.empty(), () -> now))
                .isEmpty();
    }

    @Test
    void without_room_for_it_none_is_begun() throws IOException {
        long larger = Files.getFileStore(folder).getUsableSpace() + 1_000_000_000;
        try (RandomAccessFile hollow = new RandomAccessFile(database().toFile(), "rw")) {
            hollow.setLength(larger);
        }
        assertThatThrownBy(() -> backups().take())
                .hasMessageContaining("no backup in " + folder.resolve("backups") + ": there is no room for it")
                .hasMessageContaining("it may need " + larger + " bytes");
        assertThat(listed()).isEmpty();
    }

    @Test
    void a_folder_that_cannot_be_written_is_told_and_what_was_there_stays() throws IOException {
        open().close();
        Backup first = backups().take();
        Path blocked = folder.resolve("blocked");
        Files.writeString(blocked, "a file where a folder should be");
        Optional<Backups> elsewhere = Backups.of(url(), Optional.of(blocked.resolve("backups")), () -> now);
        assertThatThrownBy(() -> elsewhere.orElseThrow().take()).hasMessageContaining("no backup in " + blocked);
        assertThat(first.file()).exists();
    }

    private Database open() {
        return Database.open(url(), Optional.of(backups()));
    }

    private Path database() {
        return folder.resolve("baton.db");
    }

    private String url() {
        return "jdbc:sqlite:" + database();
    }

    private Backups backups() {
        return Backups.of(url(), Optional.empty(), () -> now).orElseThrow();
    }

    private void pass(Duration by) {
        now = now.plus(by);
    }

    private List<String> listed() {
        try (Stream<Path> files = Files.list(folder.resolve("backups"))) {
            return files.map(each -> each.getFileName().toString())
                    .filter(each -> !each.startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    static List<String> names(Path copy) {
        try (Database database = Database.open("jdbc:sqlite:" + copy)) {
            return DatabaseTest.names(database);
        }
    }
}
