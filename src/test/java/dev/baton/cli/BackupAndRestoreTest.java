package dev.baton.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.handbook.Misconfigured;
import dev.baton.proof.Tally;
import dev.baton.store.Database;
import dev.baton.store.FreshDatabase;
import dev.baton.store.OnBothDatabases;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Properties;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an operator types and reads, and what is there when the process is lost meanwhile. */
class BackupAndRestoreTest {
    private static final int KILLED = 137;
    private static final Map<String, String> POSTGRESQL =
            Map.of("BATON_DATABASE", "jdbc:postgresql://db.example:5433/baton?user=baton&password=hush-0815");

    @TempDir
    private Path folder;

    private Shelf shelf;

    @BeforeEach
    void a_shelf() {
        shelf = new Shelf(folder);
    }

    @Test
    void backup_tells_where_it_is_and_how_large_also_beside_a_baton_that_serves() {
        shelf.write("before");
        try (Database serving = shelf.open()) {
            assertThat(serving.notWritable()).isEmpty();
            assertThat(shelf.backup())
                    .containsPattern("Backup: .*/backups/baton-20261120T110000Z\\.db \\(0\\.\\d MB\\)")
                    .endsWith("exit 0");
        }
        assertThat(shelf.backup(folder.resolve("mine.db").toString())).contains("mine.db (0.");
        assertThat(Shelf.names(folder.resolve("mine.db"))).containsExactly("before");
        assertThat(shelf.backup(folder.resolve("mine.db").toString()))
                .contains("exists already")
                .endsWith("exit 1");
    }

    @Test
    void restore_puts_the_backup_in_place_keeps_what_was_there_and_tells_what_follows() {
        shelf.write("before");
        shelf.backup(folder.resolve("mine.db").toString());
        shelf.write("after");
        assertThat(shelf.restore(folder.resolve("mine.db").toString()))
                .containsPattern("Kept what was there: .*/backups/before-restore-20261120T110000Z\\.db")
                .contains("Restored: " + folder.resolve("mine.db"))
                .contains("0 notices are looked for in Slack")
                .endsWith("exit 0");
        assertThat(shelf.names()).containsExactly("before");
        assertThat(shelf.restorations()).isEqualTo(1);
    }

    @Test
    void restore_without_a_file_only_reconciles_what_was_put_in_place_by_hand() {
        assertThat(shelf.restore()).contains("There is no database").endsWith("exit 1");
        assertThat(shelf.file()).doesNotExist();
        shelf.write("before");
        assertThat(shelf.restore()).contains("Restored: by other means").endsWith("exit 0");
        assertThat(shelf.names()).containsExactly("before");
        assertThat(shelf.restorations()).isEqualTo(1);
    }

    @Test
    void while_somebody_serves_neither_form_of_restore_does_anything() {
        shelf.write("before");
        shelf.backup(folder.resolve("mine.db").toString());
        try (Database serving = shelf.open()) {
            assertThat(serving.notWritable()).isEmpty();
            assertThat(shelf.restore(folder.resolve("mine.db").toString()))
                    .contains("Another Baton is running")
                    .endsWith("exit 1");
            assertThat(shelf.restore()).contains("Another Baton is running").endsWith("exit 1");
        }
        assertThat(shelf.restorations()).isZero();
    }

    @OnBothDatabases
    void on_either_database_nothing_is_reconciled_beside_one_that_serves(FreshDatabase fresh) {
        Restore restore = new Restore(
                Map.of("BATON_DATABASE", fresh.url()), new Properties(), () -> Instant.parse("2026-11-20T11:00:00Z"));
        try (Database serving = fresh.open()) {
            assertThat(Shelf.run(restore)).contains("Another Baton is ").endsWith("exit 1");
            assertThat(Shelf.restorations(serving)).isZero();
        }
        assertThat(Shelf.run(restore)).contains("Restored: by other means").endsWith("exit 0");
    }

    @Test
    void on_postgresql_both_tell_the_command_line_and_no_password() {
        InstantSource clock = InstantSource.system();
        assertThat(Shelf.run(new Backup(POSTGRESQL, new Properties(), clock), "/mnt/my dumps/baton.dump"))
                .contains("    pg_dump --format=custom '--file=/mnt/my dumps/baton.dump' --host=db.example --port=5433"
                        + " --username=baton --dbname=baton")
                .doesNotContain("hush")
                .endsWith("exit 1");
        assertThat(Shelf.run(new Restore(POSTGRESQL, new Properties(), clock), "baton.dump"))
                .containsSubsequence(
                        "    psql '--command=DROP SCHEMA public CASCADE; CREATE SCHEMA public'"
                                + " --host=db.example --port=5433 --username=baton --dbname=baton",
                        "    pg_restore ")
                .contains("    pg_restore --clean --if-exists --no-owner --single-transaction --exit-on-error"
                        + " --host=db.example --port=5433 --username=baton --dbname=baton baton.dump")
                .contains("    baton restore")
                .doesNotContain("hush")
                .endsWith("exit 1");
    }

    @Test
    void they_need_nothing_of_slacks_and_tell_what_is_wrong_with_the_rest() {
        Properties system = new Properties();
        system.setProperty("baton.test.clock", "/tmp/clock");
        Backup wrong = new Backup(Map.of("BATON_DATABASE", "baton.db"), system, InstantSource.system());
        Assertions.assertThatThrownBy(wrong::call)
                .isInstanceOf(Misconfigured.class)
                .hasMessageContaining("BATON_DATABASE: is neither")
                .hasMessageContaining("-Dbaton.test.clock: is for tests")
                .hasMessageNotContaining("SLACK_BOT_TOKEN");
    }

    @Test
    void a_backup_that_is_killed_leaves_nothing_that_looks_like_one_and_the_next_one_tidies_up() throws Exception {
        shelf.write("before");
        assertThat(shelf.halted("BACKING_UP", "backup")).isEqualTo(KILLED);
        assertThat(shelf.backups())
                .allMatch(each -> each.toString().endsWith(".part"))
                .hasSize(1);
        assertThat(shelf.halted("BACKED_UP", "backup")).isEqualTo(KILLED);
        assertThat(shelf.backups()).allMatch(each -> each.toString().endsWith(".part"));
        assertThat(shelf.backup()).endsWith("exit 0");
        assertThat(shelf.backups())
                .allMatch(each -> each.toString().endsWith("Z.db"))
                .hasSize(1);
        assertThat(shelf.names()).containsExactly("before");
        Tally.faults("backup and restore", "SQLite", 2, 0, 0, 0, Duration.ZERO).keep();
    }

    @Test
    void a_restore_that_is_killed_leaves_the_old_database_or_the_new_one_reconciled() throws Exception {
        shelf.write("before");
        String backup = folder.resolve("mine.db").toString();
        shelf.backup(backup);
        shelf.write("after");
        for (String step : new String[] {"BACKING_UP", "BACKED_UP", "RESTORING"}) {
            assertThat(shelf.halted(step, "restore", backup)).isEqualTo(KILLED);
            assertThat(shelf.names()).as(step).containsExactlyInAnyOrder("before", "after");
            assertThat(shelf.restorations()).isZero();
        }
        assertThat(shelf.halted("RESTORED", "restore", backup)).isEqualTo(KILLED);
        assertThat(shelf.names()).containsExactly("before");
        assertThat(shelf.restorations()).isEqualTo(1);
        shelf.write("later");
        assertThat(shelf.restore(backup)).endsWith("exit 0");
        assertThat(shelf.names()).containsExactly("before");
        assertThat(Files.exists(folder.resolve("baton.db.restoring"))).isFalse();
        Tally.faults("backup and restore", "SQLite", 4, 0, 0, 0, Duration.ZERO).keep();
    }
}
