package dev.baton.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.proof.Proof;
import dev.baton.store.FreshDatabase;
import dev.baton.store.OnBothDatabases;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Random histories against real processes: whatever happens, Slack shows what the model says. */
class HistoriesTest {
    private static final long SEED = 3;

    @TempDir
    private Path folder;

    @OnBothDatabases
    void random_histories_end_as_the_model_says(FreshDatabase database) {
        try (Stage stage = new Stage(folder, database.url())) {
            stage.playAll(Proof.seed(), Proof.times(20, 200));
        }
    }

    @OnBothDatabases
    void histories_that_failed_once_end_as_the_model_says(FreshDatabase database) {
        try (Stage stage = new Stage(folder, database.url())) {
            stage.playKept();
        }
    }

    /** Here the model forgets that anything comes of a withdrawal. */
    @OnBothDatabases
    void a_wrong_expectation_is_found_and_its_history_made_short(FreshDatabase database) {
        try (Stage stage = new Stage(folder, database.url())) {
            List<Command> shortest = stage.shrunken(SEED, Forgetful::new);
            assertThat(shortest).hasSizeLessThanOrEqualTo(3);
        }
    }

    @Test
    void what_a_history_prints_is_what_it_reads() {
        List<Command> history = Histories.of(Proof.seed(), true);
        String text = String.join("\n", history.stream().map(Command::line).toList());
        assertThat(Command.readAll(text)).isEqualTo(history);
    }
}
