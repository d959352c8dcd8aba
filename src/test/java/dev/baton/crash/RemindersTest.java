package dev.baton.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.proof.Proof;
import dev.baton.serving.ServeProcess;
import dev.baton.store.OnBothDatabases;
import dev.baton.store.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Two reminders of the same minute are one message; wherever the process is lost meanwhile, the next one says it, once. */
@Execution(ExecutionMode.CONCURRENT)
class RemindersTest {
    private static final Duration SOON = Duration.ofSeconds(90);
    private static final List<Step> STEPS = Proof.LONG
            ? List.of(Step.CLAIMING, Step.CLAIMED, Step.SENDING, Step.SENT, Step.RECORDING, Step.RECORDED)
            : List.of(Step.CLAIMED, Step.SENT);
    private static final String NUDGES = "SELECT due_at FROM notice WHERE kind = 'request.nudge' AND state = 'pending'";

    @OnBothDatabases
    void lost_while_two_reminders_become_one_message_it_says_both_once(Ground ground) {
        ServeProcess serve = ground.withAccounts().serve();
        int account = 1;
        for (Step step : STEPS) {
            serve = lostWhileReminding(ground, serve, step, account, account + 1);
            account += 2;
        }
    }

    private static ServeProcess lostWhileReminding(
            Ground ground, ServeProcess serve, Step step, int account, int other) {
        // The clock stands still, so that both are asked at the same moment, and both reminders are due at the same
        // one.
        ground.sam().ask(account);
        ground.sam().ask(other);
        ground.books().untilAllIsSaid();
        List<String> due = ground.books().strings(NUDGES);
        assertThat(due).hasSize(2).containsOnly(due.get(0));
        Instant moment = Instant.ofEpochMilli(Long.parseLong(due.get(0)));
        // What else is due by then, such as the manager's week, is no part of it.
        ground.moveClock(moment.minusSeconds(60));
        ground.books().untilAllIsSaid();

        serve.haltAt(step.name());
        ground.moveClock(moment);
        assertThat(serve.ended(SOON)).as("at %s: %s", step, serve.printed()).isEqualTo(ServeProcess.KILLED);
        Instant again = Instant.now();
        ServeProcess next = ground.serve();
        ground.books().untilAllIsSaid();
        assertThat(inOne(ground, "2 reminders", account, other))
                .as("after %s", step)
                .isEqualTo(1);
        ground.books().balance(1, again);

        // Else whoever stands in would hear of them the next day.
        ground.sam().withdraw(account);
        ground.sam().withdraw(other);
        ground.books().untilAllIsSaid();
        assertThat(inOne(ground, "Nothing of this waits", account, other)).isEqualTo(1);
        return next;
    }

    /** How many messages of Maya's say so and name both. */
    private static long inOne(Ground ground, String words, int account, int other) {
        return ground.as(Requester.MAYA).dms().stream()
                .filter(each -> each.says(words))
                .filter(each -> each.says(Ground.name(account)) && each.says(Ground.name(other)))
                .count();
    }
}
