package dev.baton.story;

import static dev.baton.story.Forms.filled;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.proof.Tally;
import dev.baton.store.Database;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The disk is full while people work. A stranger's rows fill the database up to its last page, and go again. */
class DiskFullStoryTest {
    private static final String SAM = "U0SAM";
    /** So long that two requests do not share a page, and the second one needs one more. */
    private static final String NOTES = "They move from Jenkins. ".repeat(100);

    private static final int ROOM_FOR_THE_CAST = 60;

    @TempDir
    private Path folder;

    @Test
    void a_form_is_refused_in_plain_words_nothing_typed_is_lost_and_with_room_again_it_goes_through() {
        String url = "jdbc:sqlite:" + folder.resolve("baton.db");
        Database.open(url).close();
        run(url, "CREATE TABLE filler (words TEXT)");
        int pages = number(url, "PRAGMA page_count") + ROOM_FOR_THE_CAST;
        try (World slack = World.open(url + "?max_page_count=" + pages)) {
            filled(
                            slack.as(SAM).command("/request-csm"),
                            "Helio Defense",
                            "0015e00001HELIO",
                            "0065e00001HLOPP",
                            "4-Proposal")
                    .fill("Notes for the manager", NOTES)
                    .submit();
            slack.untilAllIsSaid();
            int said = said(slack);
            Modal form = slack.as(SAM).command("/request-csm Northwind Bank");
            fill(url, pages);
            form.fill("Notes for the manager", NOTES);
            form.submitRefused("Baton cannot write anything down at the moment: the disk is full");
            slack.as(SAM).modal().close();
            assertThat(form.value("Notes for the manager")).contains(NOTES.strip());
            assertThat(said(slack)).isEqualTo(said);
            assertThat(number(url, "SELECT COUNT(*) FROM csm_request")).isEqualTo(1);

            run(url, "DELETE FROM filler");
            form.submit();
            slack.as(SAM).dm("REQ-2");
            slack.untilAllIsSaid();
            assertThat(said(slack))
                    .as("card, receipt, and a line in the channel")
                    .isEqualTo(said + 3);
            Tally.faults("disk full", "SQLite", 1, 0, 0, 0, Duration.ZERO).keep();
        }
    }

    private static int said(World slack) {
        return slack.sandbox().ledger().accepted("chat.postMessage").size();
    }

    /** Until not the smallest thing goes in any more. */
    private static void fill(String url, int pages) {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA max_page_count = " + pages);
            for (int size = 4_000; size > 1; size /= 2) {
                fill(statement, size, pages);
            }
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private static void fill(Statement statement, int size, int most) {
        try {
            for (int row = 0; row < most * 4; row++) {
                statement.execute("INSERT INTO filler VALUES ('" + "x".repeat(size) + "')");
            }
        } catch (SQLException full) {
            assertThat(full.getMessage()).contains("full");
        }
    }

    private static int number(String url, String query) {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(query)) {
            return answer.getInt(1);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private static void run(String url, String sql) {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
