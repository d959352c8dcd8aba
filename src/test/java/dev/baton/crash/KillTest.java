package dev.baton.crash;

import dev.baton.proof.Proof;
import dev.baton.store.OnBothDatabases;
import java.util.Random;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** SIGKILL at random moments while requests come in and Slack has its faults; chance begins at a seed that is told. */
@Execution(ExecutionMode.CONCURRENT)
class KillTest {

    @OnBothDatabases
    void killed_at_random_moments_while_requests_come_in_it_says_everything_once(Ground ground) {
        long seed = Proof.seed();
        System.out.println("killed at random moments: -Dbaton.seed=" + seed);
        BusyDay day = new BusyDay(ground.withAccounts(), new Random(seed));
        int kills = Proof.times(2, 60);
        for (int i = 0; i < kills; i++) {
            day.untilKilled();
        }
        day.ends(kills);
    }
}
