package dev.baton.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every answer a manager can give, and what the requester can still do. */
class AnswerStoryTest {
    private static final String SAM = "U0SAM";
    private static final String MAYA = "U0MAYA";
    private static final String CLEO = "U0CLEO";
    private static final String CYRUS = "U0CYRUS";

    @TempDir
    Path folder;

    private World slack;
    private Posted card;
    private Posted receipt;

    @BeforeEach
    void sam_has_asked() {
        slack = World.open("jdbc:sqlite:" + folder.resolve("baton.db"));
        slack.as(SAM).command("/request-csm Northwind Bank").submit();
        card = slack.as(MAYA).dm("REQ-1");
        receipt = slack.as(SAM).dm("REQ-1");
    }

    @AfterEach
    void close() {
        slack.close();
    }

    @Test
    void maya_asks_as_often_as_needed_and_the_answers_come_back_on_the_card() {
        card.press("Ask").fill("Question to Sam", "How many seats?").submit();
        Posted question = slack.as(SAM).dm("How many seats?");
        question.press("Answer").fill("Your answer", "About 500.").submit();
        slack.as(MAYA).dm("Sam answered about REQ-1").says("About 500.");
        card.until("About 500.");
        assertThat(question.until("About 500.").buttons()).isEmpty();

        card.again().press("Ask").fill("Question to Sam", "Which tools?").submit();
        slack.as(SAM).dm("Which tools?");
        assertThat(card.until("Which tools?").buttons()).contains("Assign");
    }

    @Test
    void while_a_question_is_open_it_is_sam_who_is_reminded() {
        card.press("Ask").fill("Question to Sam", "How many seats?").submit();
        slack.as(SAM).dm("How many seats?");
        slack.clock().moveTo(slack.clock().instant().plus(Duration.ofHours(54)));
        slack.as(SAM).dm("Maya still waits for your answer");
        assertThat(slack.as(MAYA).dms().stream().filter(each -> each.says("still waits for you")))
                .isEmpty();
    }

    @Test
    void a_declined_request_may_be_sent_again() {
        card.press("Decline").fill("Reason", "The amount looks wrong.").submit();
        Posted no = slack.as(SAM).dm("Maya declined REQ-1");
        assertThat(no.says("The amount looks wrong.")).isTrue();
        card.until("Declined by Maya");
        Modal again = no.press("Send again");
        assertThat(again.value("Account name")).contains("Northwind Bank");
        again.fill("Annual recurring revenue (ARR)", "430k").submit();
        assertThat(slack.as(MAYA).dm("REQ-2").says("$430k")).isTrue();
    }

    @Test
    void redirected_to_the_pool_the_account_shows_it_and_sam_is_told() {
        card.press("Redirect to Scale CSE").fill("Note", "Low touch is enough.").submit();
        slack.as(SAM).dm("is served by Scale CSE");
        card.until("Redirected to Scale CSE by Maya");
    }

    @Test
    void sam_edits_until_it_is_assigned_and_maya_reads_what_changed() {
        Modal edit = receipt.press("Edit");
        assertThat(edit.title()).isEqualTo("Edit REQ-1");
        edit.fill("Opportunity stage", "5-Negotiating")
                .fill("Notes for the manager", "Hurry, please.")
                .submit();
        Posted told = slack.as(MAYA).dm("Sam changed REQ-1");
        assertThat(told.says("4-Proposal → 5-Negotiating")).isTrue();
        card.until("Hurry, please.");
    }

    @Test
    void an_edit_below_the_threshold_takes_assign_away() {
        receipt.press("Edit").fill("Annual recurring revenue (ARR)", "20k").submit();
        slack.as(MAYA).dm("Sam changed REQ-1");
        assertThat(card.until("Below the threshold").buttons()).doesNotContain("Assign");
    }

    @Test
    void sam_withdraws_and_nobody_is_reminded_of_it_any_more() {
        receipt.pressOnly("Withdraw");
        slack.as(MAYA).dm("Sam withdrew REQ-1");
        assertThat(card.until("Withdrawn by Sam").buttons()).isEmpty();
        slack.clock().moveTo(slack.clock().instant().plus(Duration.ofDays(5)));
        slack.as(SAM).command("/request-csm Northwind Bank").submit();
        slack.as(MAYA).dm("REQ-2");
        assertThat(slack.as(MAYA).dms().stream().filter(each -> each.says("still waits")))
                .isEmpty();
    }

    @Test
    void reassigned_with_a_reason_both_csms_and_sam_are_told() {
        card.press("Assign").submit();
        slack.as(CLEO).dm("You are its CSM");
        Modal reassign = card.until("Assigned to Cleo").press("Reassign");
        assertThat(reassign.submitWrong()).containsKey("Reason");
        reassign.fill("CSM", "Cyrus").fill("Reason", "Cleo leaves.").submit();
        assertThat(slack.as(CYRUS).dm("You are the CSM of Northwind Bank now").says("Cleo leaves."))
                .isTrue();
        slack.as(CLEO).dm("Cyrus is the CSM of Northwind Bank now");
        slack.as(SAM).dm("Cyrus is the CSM of Northwind Bank now");
        card.until("Assigned to Cyrus");
    }
}
