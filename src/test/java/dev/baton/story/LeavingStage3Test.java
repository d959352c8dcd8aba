package dev.baton.story;

import static dev.baton.Cast.ADA;
import static dev.baton.Cast.MAYA;
import static dev.baton.Cast.PABLO;
import static dev.baton.Cast.SAM;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.store.OnBothDatabases;
import java.time.Instant;

/** The story of a technical evaluation that is complete, until the stage has left 3 and its data are seen to. */
class LeavingStage3Test {
    @OnBothDatabases(served = true, overSocket = true)
    void pablo_marks_it_complete_ada_and_he_are_late_and_in_the_end_all_is_done(Told story) {
        story.when("Maya sets Pablo as servicing SA of Kestrel Robotics", () -> {
            story.as(MAYA).command("/account kestrel").press("Edit account");
            story.as(MAYA).modal().fill("Servicing SA", PABLO).submit();
            story.as(MAYA).closeForm();
        });
        assertThat(story.as(ADA).command("/account kestrel").buttons()).doesNotContain("Evaluation complete");
        story.as(ADA).closeForm();
        story.when("Pablo marks the evaluation complete", () -> {
            Modal card = story.as(PABLO).command("/account kestrel");
            card.press("Evaluation complete");
            story.reads(PABLO, story.as(PABLO).modal().until("marked complete"));
        });
        story.when("He presses it again on a card that is not up to date", () -> {
            story.as(PABLO).modal().close();
            story.as(PABLO).modal().press("Evaluation complete");
            story.reads(PABLO, story.as(PABLO).modal().until("marked complete already"));
        });
        story.as(PABLO).closeForm();
        Posted hers = story.as(ADA).dm("technical evaluation of Kestrel Robotics is complete");
        Posted his = story.as(PABLO).dm("Three things are yours to see to");
        assertThat(hers.buttons()).containsExactly("Move the stage");
        assertThat(his.buttons()).containsExactly("Done", "Done", "Done");

        story.when("He has seen to one of the three", () -> his.pressOnly("Done"));
        assertThat(his.again().buttons()).containsExactly("Not yet", "Done", "Done");
        story.when(
                "Three business days pass", () -> story.slack().clock().moveTo(Instant.parse("2024-03-07T20:00:00Z")));
        story.as(ADA).dm("Overdue after 3 business days");
        story.as(PABLO).dm("two of the three things");

        story.when("Ada moves the stage on", () -> {
            Modal form = hers.press("Move the stage");
            assertThat(form.title()).isEqualTo("Update stage");
            form.fill("Opportunity stage", "4-Proposal").submit();
        });
        assertThat(hers.again().buttons()).isEmpty();
        assertThat(story.as(MAYA).command("/account kestrel").text())
                .contains("Pablo sees to two of three things, by 2024-03-07.");
        story.as(MAYA).closeForm();
        story.when("He sees to the second", () -> his.again().pressOnly("Done"));
        story.when("He sees to the third", () -> his.again().pressOnly("Done"));
        assertThat(his.again().buttons()).isEmpty();
        assertThat(story.as(PABLO).dm("Done: after the technical evaluation").buttons())
                .isEmpty();
        assertThat(story.as(MAYA).command("/account kestrel").text())
                .contains("Pablo ticked: POV data")
                .doesNotContain("sees to");
        assertThat(story.as(SAM).command("/account kestrel").text()).doesNotContain("win/loss");
        story.isAsInFile("leaving-stage-3");
    }
}
