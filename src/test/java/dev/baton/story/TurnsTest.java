package dev.baton.story;

import static dev.baton.Cast.CLEO;
import static dev.baton.Cast.MAYA;
import static dev.baton.Cast.SAM;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.Eventually;
import dev.baton.sandbox.Faults.Detour;
import dev.baton.sandbox.Faults.Way;
import dev.baton.sandbox.Ledger.Direction;
import dev.baton.sandbox.Moment;
import dev.baton.sandbox.Sandbox;
import dev.baton.store.FreshDatabase;
import dev.baton.store.OnBothDatabases;
import java.time.Duration;

/** Where stories go through two processes, each of them gets its share. */
class TurnsTest {
    @OnBothDatabases(served = true)
    void slack_asks_everybody_who_is_there(Workplace slack, FreshDatabase database) {
        for (int each = 0; each < 4; each++) {
            slack.as(SAM).answerTo("/baton help");
        }
        assertThat(slack.world().sandbox().ledger().lines().stream()
                        .filter(line -> line.direction() == Direction.TO_APP)
                        .map(line -> line.answer().get("to").getAsString())
                        .distinct())
                .hasSize(database.served() ? 2 : 1);
    }

    @OnBothDatabases(served = true)
    void what_reaches_both_at_once_or_comes_again_is_done_once(Workplace slack) {
        Sandbox sandbox = slack.world().sandbox();
        sandbox.retryMinute(Duration.ofMillis(200));
        sandbox.faults().deliver("view_submission", Moment.always(), Detour.of(Way.TWICE_TO_DIFFERENT_INSTANCES));
        sandbox.faults().deliver("message", Moment.next(3), Detour.of(Way.UNHEARD));

        slack.as(SAM).write("D0SAM", "dedicated");
        slack.as(SAM).command("/request-csm Northwind Bank").submit();
        Posted card = slack.as(MAYA).dm("REQ-1");
        card.press("Assign").submit();
        card.until("Assigned to Cleo by Maya");
        Eventually.that(
                "the message was sent again, three times",
                () -> sandbox.ledger().accepted("message").size() == 4);
        slack.world().untilAllIsSaid();

        assertThat(slack.as(MAYA).dms()).hasSize(1);
        assertThat(slack.as(SAM).channel("C0NWB")).hasSize(2);
        assertThat(slack.as(CLEO).dms().stream().filter(each -> each.says("assigned Northwind Bank to you")))
                .hasSize(1);
        assertThat(slack.as(SAM).dms().stream().filter(each -> each.says("Customers on Dedicated")))
                .hasSize(1);
    }
}
