package dev.baton.story;

import static dev.baton.Cast.CLEO;
import static dev.baton.Cast.CYRUS;
import static dev.baton.Cast.INES;
import static dev.baton.Cast.MILO;
import static dev.baton.Cast.PABLO;
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
    void where_sas_are_pooled_the_meeting_is_with_the_servicing_sa_and_not_with_whoever_asked(Workplace slack) {
        slack.as(MILO).command("/account fjord").press("Edit account");
        slack.as(MILO).modal().fill("Servicing SA", PABLO).submit();
        slack.as(INES)
                .command("/request-csm Fjord Analytics")
                .fill("Landed Addressable Market (LAM)", "150k")
                .fill("Annual recurring revenue (ARR)", "62k")
                .submit();
        slack.as(MILO).dm("REQ-1").press("Assign").fill("CSM", "Cyrus").submit();
        assertThat(slack.as(CYRUS).dm("meeting is planned for Fjord Analytics").text())
                .endsWith("You own it; Pablo co-owns it.");
        slack.as(PABLO).dm("Cyrus is the CSM of Fjord Analytics");
        slack.as(PABLO).dm("Cyrus owns it; you co-own it.");
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
