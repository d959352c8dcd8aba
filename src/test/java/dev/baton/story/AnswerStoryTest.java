package dev.baton.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.store.OnBothDatabases;
import java.time.Duration;

/** Every answer a manager can give, and what the requester can still do. */
class AnswerStoryTest {
    private static final String SAM = "U0SAM";
    private static final String MAYA = "U0MAYA";
    private static final String CLEO = "U0CLEO";
    private static final String CYRUS = "U0CYRUS";

    @OnBothDatabases(served = true)
    void maya_asks_as_often_as_needed_and_the_answers_come_back_on_the_card(Asked story) {
        story.card.press("Ask").fill("Question to Sam", "How many seats?").submit();
        Posted question = story.as(SAM).dm("How many seats?");
        question.press("Answer").fill("Your answer", "About 500.").submit();
        story.as(MAYA).dm("Sam answered about REQ-1").says("About 500.");
        story.card.until("About 500.");
        assertThat(question.until("About 500.").buttons()).isEmpty();

        story.card.again().press("Ask").fill("Question to Sam", "Which tools?").submit();
        story.as(SAM).dm("Which tools?");
        assertThat(story.card.until("Which tools?").buttons()).contains("Assign");
    }

    @OnBothDatabases(served = true)
    void while_a_question_is_open_it_is_sam_who_is_reminded(Asked story) {
        story.card.press("Ask").fill("Question to Sam", "How many seats?").submit();
        story.as(SAM).dm("How many seats?");
        story.slack.clock().moveTo(story.slack.clock().instant().plus(Duration.ofHours(54)));
        story.as(SAM).dm("Maya still waits for your answer");
        assertThat(story.as(MAYA).dms().stream().filter(each -> each.says("still waits for you")))
                .isEmpty();
    }

    @OnBothDatabases(served = true)
    void a_declined_request_may_be_sent_again(Asked story) {
        story.card.press("Decline").fill("Reason", "The amount looks wrong.").submit();
        Posted no = story.as(SAM).dm("Maya declined REQ-1");
        assertThat(no.says("The amount looks wrong.")).isTrue();
        story.card.until("Declined by Maya");
        Modal again = no.press("Send again");
        assertThat(again.value("Account name")).contains("Northwind Bank");
        again.fill("Annual recurring revenue (ARR)", "430k").submit();
        assertThat(story.as(MAYA).dm("REQ-2").says("$430k")).isTrue();
    }

    @OnBothDatabases(served = true)
    void redirected_to_the_pool_the_account_shows_it_and_sam_is_told(Asked story) {
        story.card
                .press("Redirect to Scale CSE")
                .fill("Note", "Low touch is enough.")
                .submit();
        story.as(SAM).dm("is served by Scale CSE");
        story.card.until("Redirected to Scale CSE by Maya");
    }

    @OnBothDatabases(served = true)
    void sam_edits_until_it_is_assigned_and_maya_reads_what_changed(Asked story) {
        Modal edit = story.receipt.press("Edit");
        assertThat(edit.title()).isEqualTo("Edit REQ-1");
        edit.fill("Opportunity stage", "5-Negotiating")
                .fill("Notes for the manager", "Hurry, please.")
                .submit();
        Posted told = story.as(MAYA).dm("Sam changed REQ-1");
        assertThat(told.says("4-Proposal → 5-Negotiating")).isTrue();
        story.card.until("Hurry, please.");
    }

    @OnBothDatabases(served = true)
    void an_edit_below_the_threshold_takes_assign_away(Asked story) {
        story.receipt
                .press("Edit")
                .fill("Annual recurring revenue (ARR)", "20k")
                .submit();
        story.as(MAYA).dm("Sam changed REQ-1");
        assertThat(story.card.until("Below the threshold").buttons()).doesNotContain("Assign");
    }

    @OnBothDatabases(served = true)
    void sam_withdraws_and_nobody_is_reminded_of_it_any_more(Asked story) {
        story.receipt.pressOnly("Withdraw");
        story.as(MAYA).dm("Sam withdrew REQ-1");
        assertThat(story.card.until("Withdrawn by Sam").buttons()).isEmpty();
        story.slack.clock().moveTo(story.slack.clock().instant().plus(Duration.ofDays(5)));
        story.as(SAM).command("/request-csm Northwind Bank").submit();
        story.as(MAYA).dm("REQ-2");
        assertThat(story.as(MAYA).dms().stream().filter(each -> each.says("still waits")))
                .isEmpty();
    }

    @OnBothDatabases(served = true)
    void reassigned_with_a_reason_both_csms_and_sam_are_told(Asked story) {
        story.card.press("Assign").submit();
        story.as(CLEO).dm("You are its CSM");
        Modal reassign = story.card.until("Assigned to Cleo").press("Reassign");
        assertThat(reassign.submitWrong()).containsKey("Reason");
        reassign.fill("CSM", "Cyrus").fill("Reason", "Cleo leaves.").submit();
        assertThat(story.as(CYRUS).dm("You are the CSM of Northwind Bank now").says("Cleo leaves."))
                .isTrue();
        story.as(CLEO).dm("Cyrus is the CSM of Northwind Bank now");
        story.as(SAM).dm("Cyrus is the CSM of Northwind Bank now");
        story.card.until("Assigned to Cyrus");
    }
}
