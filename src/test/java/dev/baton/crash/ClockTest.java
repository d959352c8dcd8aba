package dev.baton.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.serving.ServeProcess;
import dev.baton.store.OnBothDatabases;
import java.time.Instant;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The business clock jumps, and the clocks of the world change; a reminder comes at its local time, once. */
@Execution(ExecutionMode.CONCURRENT)
class ClockTest {
    private static final Instant FRIDAY = Instant.parse("2024-03-08T21:30:00Z");
    /** Half past four in New York on both days; between them the clocks go forward. */
    private static final Instant MONDAY = Instant.parse("2024-03-11T20:30:00Z");

    private static final Instant FRIDAY_IN_AUTUMN = Instant.parse("2024-11-01T20:30:00Z");
    private static final Instant MONDAY_IN_AUTUMN = Instant.parse("2024-11-04T21:30:00Z");
    private static final String NUDGES = "SELECT due_at FROM notice WHERE kind = 'request.nudge' AND state = 'pending'";

    @OnBothDatabases
    void a_reminder_comes_once_at_its_local_time_however_the_clock_jumps(Ground ground) {
        ServeProcess serve = ground.withAccounts().serve();
        at(ground, FRIDAY);
        ground.sam().ask(1);
        ground.books().untilAllIsSaid();
        assertThat(ground.books().strings(NUDGES)).containsExactly(String.valueOf(MONDAY.toEpochMilli()));
        at(ground, MONDAY.minusSeconds(1));
        assertThat(nudges(ground)).isZero();
        at(ground, MONDAY);
        assertThat(nudges(ground)).isEqualTo(1);

        at(ground, FRIDAY);
        serve.kill();
        ground.serve();
        at(ground, MONDAY.plusSeconds(60));
        assertThat(nudges(ground)).isEqualTo(1);

        at(ground, FRIDAY_IN_AUTUMN);
        ground.sam().ask(2);
        ground.books().untilAllIsSaid();
        assertThat(ground.books().strings(NUDGES)).containsExactly(String.valueOf(MONDAY_IN_AUTUMN.toEpochMilli()));
        ground.books().balance(5, Instant.now());
    }

    /** It is that late, and everything that is due by then has been said. */
    private static void at(Ground ground, Instant moment) {
        ground.moveClock(moment);
        ground.books().untilAllIsSaid();
    }

    private static long nudges(Ground ground) {
        return ground.as(Requester.MAYA).dms().stream()
                .filter(each -> each.says("still waits for you"))
                .count();
    }
}
