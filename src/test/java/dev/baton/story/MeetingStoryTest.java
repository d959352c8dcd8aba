package dev.baton.story;

import static dev.baton.Cast.CLEO;
import static dev.baton.Cast.CYRUS;
import static dev.baton.Cast.SAM;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.store.OnBothDatabases;

/** What follows an assignment by itself. */
class MeetingStoryTest {

    @OnBothDatabases(served = true)
    void assignment_plans_the_internal_meeting_and_tells_cleo_and_sam_whose_it_is(Asked story) {
        story.card.press("Assign").submit();
        Posted hers = story.as(CLEO).dm("meeting is planned for Northwind Bank");
        assertThat(hers.text()).endsWith("You own it; Sam co-owns it.");
        assertThat(story.as(SAM).dm("meeting is planned for Northwind Bank").text())
                .endsWith("Cleo owns it; you co-own it.");
    }

    @OnBothDatabases(served = true)
    void reassigned_the_meeting_goes_along_and_whoever_had_it_reads_so(Asked story) {
        story.card.press("Assign").submit();
        Posted hers = story.as(CLEO).dm("meeting is planned for Northwind Bank");
        Posted his = story.as(SAM).dm("meeting is planned for Northwind Bank");
        story.card
                .until("Assigned to Cleo")
                .press("Reassign")
                .fill("CSM", "Cyrus")
                .fill("Reason", "Cleo leaves.")
                .submit();
        story.as(CYRUS).dm("You own it; Sam co-owns it.");
        hers.until("Cyrus owns it; Sam co-owns it.");
        his.until("Cyrus owns it; you co-own it.");
    }
}
