package dev.baton.store;

import static dev.baton.store.DatabaseTest.add;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.store.Backups.Backup;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A backup comes in the place of a database: all of it, or nothing has changed. */
class ReplacementTest {
    @TempDir
    private Path folder;

    @Test
    void a_restored_database_is_the_backup_and_what_was_there_is_kept() throws IOException {
        Path backup = twoLives();
        Files.setPosixFilePermissions(database(), PosixFilePermissions.fromString("rw-rw----"));
        Optional<Backup> kept = replacement().by(backup, copy -> add(copy, "reconciled", 1));
        assertThat(names(database())).containsExactlyInAnyOrder("before", "reconciled");
        assertThat(names(kept.orElseThrow().file())).containsExactlyInAnyOrder("before", "after");
        assertThat(names(backup)).as("the backup itself").containsExactly("before");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(database())))
                .as("whoever could open it still can")
                .isEqualTo("rw-rw----");
        assertThat(leftBeside()).isEmpty();
    }

    @Test
    void what_a_killed_process_left_in_its_log_is_kept_and_does_not_get_into_the_copy() throws IOException {
        Path backup = twoLives();
        try (Database killed = open()) {
            add(killed, "only in the log", 1);
            Files.copy(database(), folder.resolve("killed"));
            Files.copy(beside("-wal"), folder.resolve("killed-wal"));
        }
        Files.move(folder.resolve("killed"), database(), StandardCopyOption.REPLACE_EXISTING);
        Files.move(folder.resolve("killed-wal"), beside("-wal"));
        Optional<Backup> kept = replacement().by(backup, ReplacementTest::nothing);
        assertThat(names(database())).containsExactly("before");
        assertThat(names(kept.orElseThrow().file())).contains("only in the log");
        assertThat(leftBeside()).isEmpty();
    }

    @Test
    void a_damaged_database_is_kept_byte_by_byte_and_replaced() throws IOException {
        Path backup = twoLives();
        byte[] bytes = Files.readAllBytes(database());
        Arrays.fill(bytes, 4096, bytes.length, (byte) 0x5a);
        Files.write(database(), bytes);
        Files.writeString(beside("-wal"), "a log that belongs to it");
        Optional<Backup> kept = replacement().by(backup, ReplacementTest::nothing);
        assertThat(names(database())).containsExactly("before");
        assertThat(kept.orElseThrow().file()).hasBinaryContent(bytes);
        assertThat(SqliteFile.sibling(kept.get().file(), "-wal")).hasContent("a log that belongs to it");
        assertThat(leftBeside()).isEmpty();
    }

    @Test
    void where_there_is_no_database_any_more_the_backup_becomes_it() throws IOException {
        Path backup = twoLives();
        Files.delete(database());
        assertThat(replacement().by(backup, ReplacementTest::nothing)).isEmpty();
        assertThat(names(database())).containsExactly("before");
    }

    @Test
    void while_somebody_serves_nothing_is_changed() {
        Path backup = twoLives();
        try (Database serving = open()) {
            assertThatThrownBy(() -> replacement().by(backup, ReplacementTest::nothing))
                    .hasMessageContaining("Another Baton is running");
            assertThat(serving.notWritable()).isEmpty();
        }
        assertThat(names(database())).containsExactlyInAnyOrder("before", "after");
    }

    @Test
    void what_is_no_healthy_database_of_batons_is_refused_and_nothing_is_changed() throws Exception {
        Path backup = twoLives();
        Path letter = Files.writeString(folder.resolve("letter"), "Dear Baton, ".repeat(500), StandardCharsets.UTF_8);
        Path empty = Files.createFile(folder.resolve("empty"));
        Path stranger = folder.resolve("stranger");
        run(stranger, "CREATE TABLE recipe (name TEXT)");
        Path truncated = folder.resolve("truncated");
        Files.write(truncated, Arrays.copyOf(Files.readAllBytes(backup), 3 * 4096));
        for (Path wrong : List.of(letter, empty, stranger, truncated)) {
            assertThatThrownBy(() -> replacement().by(wrong, ReplacementTest::nothing))
                    .isInstanceOf(UnableToOpenDatabase.class)
                    .hasMessageContaining(wrong + " is no healthy database of Baton's");
        }
        assertThatThrownBy(() -> replacement().by(folder.resolve("none"), ReplacementTest::nothing))
                .hasMessageContaining("There is no file " + folder.resolve("none"));
        assertThat(names(database())).containsExactlyInAnyOrder("before", "after");
        assertThat(leftBeside()).isEmpty();
    }

    @Test
    void a_backup_of_a_newer_baton_is_refused_and_so_is_such_a_database_at_start() throws SQLException {
        Path backup = twoLives();
        String newer =
                "INSERT INTO flyway_schema_history (installed_rank, version, description, type, script, installed_by,"
                        + " execution_time, success) VALUES (999, '999', 'later', 'SQL', 'V999__later.sql', '', 1, 1)";
        run(backup, newer);
        assertThatThrownBy(() -> replacement().by(backup, ReplacementTest::nothing))
                .hasMessageContaining("was written by a newer Baton (V999")
                .hasMessageContaining("start the newer Baton");
        assertThat(names(database())).containsExactlyInAnyOrder("before", "after");
        run(database(), newer);
        assertThatThrownBy(this::open).hasMessageContaining("was written by a newer Baton (V999");
    }

    @Test
    void a_backup_of_an_older_baton_is_migrated_before_it_comes_in() {
        Path backup = twoLives();
        Path old = old(folder.resolve("old.db"));
        replacement().by(old, copy -> add(copy, "reconciled", 1));
        assertThat(names(database())).containsExactly("reconciled");
        assertThat(Schema.of(SqliteFile.readOnly(url())).isToBeMigrated()).isFalse();
        assertThat(Schema.of(SqliteFile.readOnly(SqliteFile.url(old))).has()).isEqualTo(9);
        assertThat(backup).exists();
    }

    @Test
    void before_a_migration_the_database_is_copied_and_only_then() {
        old(database());
        Schema before = Schema.of(SqliteFile.readOnly(url()));
        open().close();
        open().close();
        List<Path> copies = inBackups();
        assertThat(copies).hasSize(1);
        assertThat(copies.get(0)).hasFileName("before-V" + before.knows() + "-20261120T110000Z.db");
        assertThat(Schema.of(SqliteFile.readOnly(SqliteFile.url(copies.get(0)))).has())
                .isEqualTo(9);
    }

    @Test
    void what_reconciling_refuses_changes_nothing() {
        Path backup = twoLives();
        assertThatThrownBy(() -> replacement().by(backup, copy -> {
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no");
        assertThat(names(database())).containsExactlyInAnyOrder("before", "after");
        replacement().by(backup, ReplacementTest::nothing);
        assertThat(names(database())).containsExactly("before");
    }

    private static void nothing(Database copy) {
        assertThat(copy.notWritable()).isEmpty();
    }

    /** A backup with what was written before it, and a database with what was written after it as well. */
    private Path twoLives() {
        try (Database database = open()) {
            add(database, "before", 1);
            Path backup = backups().take(folder.resolve("backup.db")).file();
            add(database, "after", 1);
            return backup;
        }
    }

    private static Path old(Path file) {
        Flyway.configure()
                .dataSource(SqliteFile.url(file), "", "")
                .locations("classpath:db/migration")
                .placeholders(Migrations.SQLITE)
                .target("9")
                .load()
                .migrate();
        return file;
    }

    private Database open() {
        return Database.open(url(), Optional.of(backups()));
    }

    private Path database() {
        return folder.resolve("baton.db");
    }

    private Path beside(String ending) {
        return SqliteFile.sibling(database(), ending);
    }

    private String url() {
        return SqliteFile.url(database());
    }

    private Backups backups() {
        return Backups.of(url(), Optional.empty(), () -> Instant.parse("2026-11-20T11:00:00Z"))
                .orElseThrow();
    }

    private Replacement replacement() {
        return new Replacement(url(), backups());
    }

    private List<Path> leftBeside() {
        return listed(folder, "baton.db").stream()
                .filter(each -> !each.equals(database()) && !each.equals(beside(".lock")))
                .toList();
    }

    private List<Path> inBackups() {
        return listed(folder.resolve("backups"), "be");
    }

    private static List<Path> listed(Path where, String begins) {
        try (Stream<Path> files = Files.list(where)) {
            return files.filter(each -> each.getFileName().toString().startsWith(begins))
                    .toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static List<String> names(Path file) {
        return BackupsTest.names(file);
    }

    private static void run(Path file, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(SqliteFile.url(file));
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
