package dev.baton.story;

import static dev.baton.story.Forms.LINK;
import static dev.baton.story.Forms.filled;
import static dev.baton.story.Forms.northwind;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.Eventually;
import dev.baton.store.OnBothDatabases;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** A CSM is asked for: what the requester types, and what is refused in which words. */
class RequestStoryTest {
    private static final String SAM = "U0SAM";
    private static final String MAYA = "U0MAYA";
    private static final String MONA = "U0MONA";
    private static final String MILO = "U0MILO";
    private static final String CLEO = "U0CLEO";
    private static final String SOL = "U0SOL";
    private static final String ADA = "U0ADA";
    private static final String REMY = "U0REMY";
    private static final String OTTO = "U0OTTO";
    private static final String NORTHWIND_CHANNEL = "C0NWB";

    @OnBothDatabases(served = true)
    void sam_asks_for_a_csm_for_northwind_and_maya_assigns_cleo(Workplace slack) {
        Modal form = northwind(slack.as(SAM).command("/request-csm Northwind Bank"));
        form.submit();

        assertThat(slack.as(SAM).dm("REQ-1").text()).contains("with Maya");
        Posted card = slack.as(MAYA).dm("REQ-1");
        assertThat(card.says("Qualifies for a CSM")).isTrue();
        assertThat(card.says("$420k ARR is at or above $100k")).isTrue();
        assertThat(card.buttons())
                .containsExactly("Assign", "Ask", "Decline", "Redirect to Scale CSE", "Override qualification");
        Eventually.that(
                "one line in the channel",
                () -> slack.as(SAM).channel(NORTHWIND_CHANNEL).size() == 1);

        Modal picker = card.press("Assign");
        assertThat(picker.title()).isEqualTo("Assign a CSM");
        assertThat(picker.value("CSM")).contains(CLEO);
        picker.fill("Note", "They move from Jenkins.").submit();

        assertThat(slack.as(CLEO).dm("You are its CSM").says("They move from Jenkins."))
                .isTrue();
        slack.as(SOL).dm("Cleo is the CSM of Northwind Bank");
        slack.as(SAM).dm("Cleo is the CSM of Northwind Bank");
        assertThat(card.until("Assigned to Cleo by Maya").buttons()).containsExactly("Reassign");
        slack.as(SAM).dm("REQ-1").until("assigned to Cleo");
        Eventually.that(
                "a second line", () -> slack.as(SAM).channel(NORTHWIND_CHANNEL).size() == 2);
    }

    @OnBothDatabases(served = true)
    void what_is_known_of_the_account_is_filled_in_so_that_sam_only_submits(Workplace slack) {
        Modal form = slack.as(SAM).command("/request-csm northwind bank");
        assertThat(form.value("Account name")).contains("Northwind Bank");
        assertThat(form.value("Salesforce opportunity link")).contains(LINK + "0065e00001NWOPP");
        assertThat(form.value("Annual recurring revenue (ARR)")).contains("$420k");
        form.submit();
        slack.as(MAYA).dm("REQ-1");
    }

    @OnBothDatabases(served = true)
    void every_wrong_field_is_told_at_once_and_nothing_typed_is_lost(Workplace slack) {
        Modal form = northwind(slack.as(SAM).command("/request-csm"))
                .fill("Salesforce opportunity link", LINK + "0015e00001NWBNK")
                .fill("Landed Addressable Market (LAM)", "a lot");
        Map<String, String> wrong = form.submitWrong();
        assertThat(wrong).containsOnlyKeys("Salesforce opportunity link", "Landed Addressable Market (LAM)");
        assertThat(wrong.get("Salesforce opportunity link"))
                .contains("That is an Account link")
                .contains("Paste the link of the Opportunity");
        assertThat(form.value("Landed Addressable Market (LAM)")).contains("a lot");
        assertThat(slack.as(SAM).dms()).isEmpty();
    }

    @OnBothDatabases(served = true)
    void too_early_is_refused_and_at_stage_3_the_form_grows_and_keeps_what_was_typed(Workplace slack) {
        Modal form = filled(
                slack.as(SAM).command("/request-csm"),
                "Helio Defense",
                "0015e00001HELIO",
                "0065e00001HLOPP",
                "2-Scoping");
        assertThat(form.submitWrong().get("Opportunity stage"))
                .contains("Too early")
                .contains("3-Technical Evaluation");
        assertThat(slack.as(MAYA).dms()).isEmpty();

        form.fill("Opportunity stage", "3-Technical Evaluation");
        assertThat(form.labels()).contains("Proof of value (POV)", "Results presented on");
        assertThat(form.submitWrong().get("Opportunity stage"))
                .contains("still missing")
                .contains("Next steps were agreed");
        form.fill("Proof of value (POV)", "A POV was completed + Next steps were agreed")
                .fill("Results presented on", "2024-03-20");
        assertThat(form.submitWrong().get("Opportunity stage")).contains("2024-03-20 is still to come");
        form.fill("Results presented on", "2024-03-01").submit();
        assertThat(slack.as(MAYA).dm("REQ-1").says("Helio Defense")).isTrue();
    }

    @OnBothDatabases(served = true)
    void who_answers_too_late_reads_who_was_faster_and_nothing_is_changed(Workplace slack) {
        slack.as(SAM).command("/request-csm Northwind Bank").submit();
        Modal picker = slack.as(MAYA).dm("REQ-1").press("Assign");
        slack.as(SAM).dm("REQ-1").pressOnly("Withdraw");
        slack.as(MAYA).dm("Sam withdrew REQ-1");
        picker.submitRefused("REQ-1 is already withdrawn by Sam");
        assertThat(slack.as(CLEO).dms()).isEmpty();
    }

    @OnBothDatabases(served = true)
    void an_ae_may_not_ask_where_the_team_has_an_sa_and_reads_who_may(Workplace slack) {
        Map<String, String> none = Map.of();
        Modal form = northwind(slack.as(ADA).command("/request-csm"));
        assertThat(form.submitRefused("SA")).isEqualTo(none);
    }

    @OnBothDatabases(served = true)
    void a_second_request_for_the_same_opportunity_is_answered_with_the_first(Workplace slack) {
        slack.as(SAM).command("/request-csm Northwind Bank").submit();
        slack.as(SAM).dm("REQ-1");
        assertThat(slack.as(SAM).answerTo("/request-csm Northwind Bank"))
                .contains("REQ-1 is open")
                .contains("Maya");
        assertThat(slack.as(MILO).answerTo("/request-csm Heron Retail")).contains("Cyrus is the CSM");
    }

    @OnBothDatabases(served = true)
    void below_the_threshold_the_requester_says_why_and_the_manager_overrides_before_assigning(Workplace slack) {
        Modal form = slack.as(REMY).command("/request-csm Tiny Teal");
        Modal second = form.submitForAnother();
        assertThat(second.text()).contains("Below the threshold for a CSM").contains("Send to the manager anyway");
        second.fill("Reason", "They grow fast.").submit();

        Posted card = slack.as(MAYA).dm("REQ-1");
        assertThat(card.says("They grow fast.")).isTrue();
        assertThat(card.buttons()).doesNotContain("Assign").contains("Override qualification");
        card.press("Override qualification").fill("Reason", "Strategic logo").submit();
        slack.as(REMY).dm("Strategic logo");
        assertThat(card.until("Strategic logo").buttons()).contains("Assign");
    }

    @OnBothDatabases(served = true)
    void a_region_without_a_manager_goes_to_the_default_manager_and_the_admins_hear_of_the_hole(Workplace slack) {
        filled(slack.as(SAM).command("/request-csm"), "Pampa Foods", "0015e00001PAMPA", "0065e00001PAOPP", "4-Proposal")
                .fill("Region", "Latin America")
                .submit();
        slack.as(MAYA).dm("REQ-1");
        assertThat(slack.as(OTTO).dm("Latin America has no CSM Manager").text()).contains("REQ-1");
        assertThat(slack.as(SAM).dm("REQ-1").says("Maya has it")).isTrue();
    }

    @OnBothDatabases(served = true)
    void maya_is_reminded_after_one_business_day_and_mona_after_two(Workplace slack) {
        slack.as(SAM).command("/request-csm Northwind Bank").submit();
        slack.as(MAYA).dm("REQ-1");
        slack.clock().moveTo(slack.clock().instant().plus(Duration.ofHours(30)));
        slack.as(MAYA).dm("REQ-1 still waits for you");
        assertThat(slack.as(MONA).dms().stream().filter(each -> each.says("REQ-1")))
                .isEmpty();
        slack.clock().moveTo(slack.clock().instant().plus(Duration.ofHours(24)));
        Posted hers = slack.as(MONA).dm("Maya has not answered REQ-1 yet");
        hers.press("Assign").submit();
        slack.as(CLEO).dm("You are its CSM");
        assertThat(hers.until("Assigned to Cleo by Mona").buttons()).doesNotContain("Assign");
        slack.as(MAYA).dm("REQ-1 (Northwind Bank) is assigned to Cleo by Mona");
    }

    @OnBothDatabases(served = true)
    void every_monday_morning_maya_reads_what_waits_and_who_lacks_a_csm(Workplace slack) {
        slack.as(SAM).command("/request-csm Northwind Bank").submit();
        slack.as(MAYA).dm("REQ-1");
        slack.clock().moveTo(Instant.parse("2024-03-04T14:00:01Z"));
        Posted week = slack.as(MAYA).dm("Your week");
        assertThat(week.says("REQ-1 Northwind Bank, since today")).isTrue();
        assertThat(week.says("Kestrel Robotics")).isTrue();
        slack.clock().moveTo(Instant.parse("2024-03-11T13:00:01Z"));
        Eventually.that(
                "the next week's",
                () -> slack.as(MAYA).dms().stream()
                                .filter(each -> each.says("Your week"))
                                .count()
                        == 2);
    }
}
