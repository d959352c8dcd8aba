package dev.baton.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.proof.Proof;
import dev.baton.store.FreshDatabase;
import dev.baton.store.OnBothDatabases;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Random histories against real processes: whatever happens, Slack shows what the model says. */
@Execution(ExecutionMode.CONCURRENT)
class HistoriesTest {
    private static final String LONG = """
            do REQUEST a SAM w001 rich
            do ASK a MAYA w002 -
            twice do ANSWER a SAM w003 -
            do ASSIGN a MAYA - CLEO
            do REQUEST b PABLO w004 rich
            race do ASSIGN b MAYA - CLEO do ASSIGN b MONA - CYRUS
            jump 1440
            do REQUEST c INES w005 poor
            do EDIT c INES w006 rich
            do WITHDRAW c INES - -
            """;

    @TempDir
    private Path folder;

    @OnBothDatabases
    void random_histories_end_as_the_model_says(FreshDatabase database) {
        try (Stage stage = new Stage(folder, database.url())) {
            boolean one = System.getProperty("baton.seed") != null;
            stage.playAll(Proof.seed(), one ? 1 : Proof.times(10, 200));
        }
    }

    @OnBothDatabases
    void histories_that_failed_once_end_as_the_model_says(FreshDatabase database) {
        try (Stage stage = new Stage(folder, database.url())) {
            stage.playKept();
        }
    }

    /** Here the model forgets that anything comes of a withdrawal, whatever the database. */
    @Test
    void a_wrong_expectation_is_found_and_its_history_made_short() {
        try (Stage stage = new Stage(folder, "jdbc:sqlite:")) {
            List<Command> shortest = stage.shrunken(Command.readAll(LONG), Forgetful::new);
            assertThat(shortest.stream().map(Command::line))
                    .containsExactly("do REQUEST c INES w005 poor", "do WITHDRAW c INES - -");
        }
    }

    @Test
    void what_a_history_prints_is_what_it_reads() {
        List<Command> history = Histories.of(Proof.seed());
        String text = String.join("\n", history.stream().map(Command::line).toList());
        assertThat(Command.readAll(text)).isEqualTo(history);
    }
}
