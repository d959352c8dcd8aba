package dev.baton.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.proof.Proof;
import dev.baton.serving.ServeProcess;
import dev.baton.store.OnBothDatabases;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The process is lost between two migrations, and within one; the next one carries on from where the database stands. */
@Execution(ExecutionMode.CONCURRENT)
class MigratingTest {
    private static final Duration SOON = Duration.ofSeconds(90);
    private static final String VERSIONS = "SELECT COUNT(*) FROM flyway_schema_history WHERE version IS NOT NULL";

    /** A migration passes twice: before it begins, and when it is carried out and not committed. */
    @OnBothDatabases(migrated = false)
    void lost_while_it_migrates_the_next_one_goes_on(Ground ground) {
        int applied = 0;
        int lost = 0;
        for (int step = 2; step <= Proof.times(3, 6); step++) {
            ServeProcess serve = ground.begin(Map.of(), "MIGRATING:" + step);
            assertThat(serve.ended(SOON)).as(serve.printed()).isEqualTo(ServeProcess.KILLED);
            lost++;
            // Committed are those before the one at which it was lost, and nothing of that one.
            applied += (step - 1) / 2;
            assertThat(ground.books().strings(VERSIONS)).containsExactly(String.valueOf(applied));
        }
        Instant again = Instant.now();
        ground.serve();
        ground.sam().ask(1);
        ground.books().untilAllIsSaid();
        assertThat(ground.books().places(1)).containsExactlyInAnyOrder("D0MAYA", "D0SAM");
        ground.books().balance(lost, again);
    }
}
