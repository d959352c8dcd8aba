package dev.baton.story;

import static dev.baton.Cast.MAYA;
import static dev.baton.Cast.MONA;
import static dev.baton.Cast.OTTO;
import static dev.baton.Cast.SAM;
import static dev.baton.Cast.SOL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.store.FreshDatabase;
import dev.baton.store.OnBothDatabases;
import java.time.Duration;

/** The people file names another manager for a region: whatever waited for the one before moves along. */
class ReplacedManagerTest {
    private static final String STAGE = "Opportunity stage";

    @OnBothDatabases(served = true)
    void what_maya_was_asked_and_told_is_monas_after_the_next_start(FreshDatabase database) {
        try (World slack = World.open(database)) {
            slack.as(SOL).command("/account helio").press("Edit account");
            slack.as(SOL).modal().fill("Deployment", "Dedicated").submit();
            slack.as(SOL).closeForm();
            stage(slack, "5-Negotiating").submit();
            slack.as(SOL).closeForm();
            slack.as(MAYA).dm("is at 5-Negotiating without a CSM");
            Modal back = stage(slack, "4-Proposal").until("Maya is asked").fill("Reason", "The budget is gone.");
            back.submit();
            Posted asked = slack.as(MAYA).dm("wants to take Northwind Bank back");
            slack.as(MAYA).dm("will be on Dedicated");
            slack.untilAllIsSaid();
            assertThat(slack.as(MONA).dms()).isEmpty();

            slack.restart(Policy.CAST
                    .people()
                    .replace(
                            "name: Americas East, manager: U0MAYA, backup: U0MONA",
                            "name: Americas East, manager: U0MONA"));
            slack.as(MONA).dm("is at 5-Negotiating without a CSM");
            slack.as(MONA).dm("will be on Dedicated");
            assertThat(slack.as(MONA).dm("wants to take Northwind Bank back").buttons())
                    .containsExactly("Approve", "Refuse");
            assertThat(asked.until("Mona decides this now").buttons()).isEmpty();
            slack.untilAllIsSaid();
            assertThat(slack.as(MONA).dms()).hasSize(3);
        }
    }

    @OnBothDatabases
    void an_escalation_to_a_backup_who_has_left_is_told_to_the_next(FreshDatabase database) {
        try (World slack = World.open(database)) {
            slack.as(SAM).command("/request-csm Northwind Bank").submit();
            slack.as(MAYA).dm("REQ-1");
            slack.as(MONA).leave();
            slack.clock().moveTo(slack.clock().instant().plus(Duration.ofDays(4)));
            slack.as(OTTO).dm("REQ-1");
            slack.untilAllIsSaid();
            assertThat(slack.as(MONA).dms()).isEmpty();
        }
    }

    private static Modal stage(World slack, String stage) {
        slack.as(SOL).command("/account northwind").press("Update stage");
        return slack.as(SOL).modal().fill(STAGE, stage);
    }
}
