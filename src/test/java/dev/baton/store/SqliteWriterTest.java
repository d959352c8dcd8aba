package dev.baton.store;

import static dev.baton.store.DatabaseTest.add;
import static dev.baton.store.DatabaseTest.insert;
import static dev.baton.store.DatabaseTest.names;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the one writer does when the disk or somebody else is in its way: each change is kept as a whole, or told to be not. */
class SqliteWriterTest {
    @TempDir
    private Path folder;

    @Test
    void a_full_disk_refuses_the_change_and_no_other() {
        int pages;
        try (Database database = open("baton.db")) {
            pages = database.read(
                    tx -> tx.createQuery("PRAGMA page_count").mapTo(int.class).one());
        }
        try (Database database = open("baton.db?max_page_count=" + (pages + 4))) {
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
        }
        try (Database database = open("baton.db")) {
            add(database, "large ".repeat(20_000), 1);
        }
    }

    @Test
    void a_commit_that_fails_keeps_nothing_of_its_change_and_all_of_the_others() {
        try (Database database = open("baton.db")) {
            Crowd.of(8, caller -> {
                for (int i = 0; i < 50; i++) {
                    String name = caller + "/" + i;
                    if (caller == 0 && i % 5 == 0) {
                        assertThatThrownBy(() -> database.write(tx -> insertAndFailToCommit(tx, name)))
                                .rootCause()
                                .message()
                                .contains("FOREIGN KEY");
                        assertThatThrownBy(() -> database.write(tx -> {
                                    insert(tx, name, 1);
                                    throw new IllegalStateException("no");
                                }))
                                .hasMessage("no");
                    } else {
                        add(database, name, 1);
                    }
                }
            });
            assertThat(names(database)).hasSize(8 * 50 - 10).noneMatch(name -> name.matches("0/[0-9]*[05]"));
        }
    }

    @Test
    void while_a_stranger_holds_the_lock_a_change_is_refused_and_has_no_effect_later() throws SQLException {
        try (Database database = open("baton.db");
                Connection stranger = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("baton.db"))) {
            add(database, "before", 1);
            database.write(tx -> tx.execute("PRAGMA busy_timeout = 50"));
            stranger.createStatement().execute("BEGIN IMMEDIATE");
            assertThatThrownBy(() -> add(database, "meanwhile", 1)).isInstanceOf(NotWritten.class);
            stranger.createStatement().execute("ROLLBACK");
            add(database, "after", 1);
            assertThat(names(database)).containsExactlyInAnyOrder("before", "after");
        }
    }

    private Database open(String name) {
        return Database.open("jdbc:sqlite:" + folder.resolve(name));
    }

    /** What it refers to is not there, and that is looked at only when all is to be committed. */
    private static int insertAndFailToCommit(Handle tx, String name) {
        insert(tx, name, 1);
        tx.execute("PRAGMA defer_foreign_keys = on");
        return tx.execute("INSERT INTO team (account_id, role, person) VALUES ('nobody', ?, 'U0SAM')", name);
    }
}
