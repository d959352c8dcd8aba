package dev.baton.story;

import static dev.baton.Cast.ADA;
import static dev.baton.Cast.MAYA;
import static dev.baton.Cast.REMY;
import static dev.baton.Cast.SAM;
import static dev.baton.story.Forms.LINK;
import static dev.baton.story.Forms.northwind;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.store.OnBothDatabases;
import java.util.Map;

/** The acceptance stories of asking for a CSM: in time, too early, early with a POV, and below the threshold. */
class AskingTest {
    private static final String STAGE = "Opportunity stage";
    private static final String LAM = "Landed Addressable Market (LAM)";
    private static final String OPPORTUNITY = "Salesforce opportunity link";
    private static final String EVIDENCE = "Proof of value (POV)";
    private static final String PRESENTED = "Results presented on";

    @OnBothDatabases(served = true, overSocket = true)
    void s01_sam_asks_for_northwind_and_maya_has_it(Told story) {
        Modal form = northwind(story.as(SAM).command("/request-csm"));
        story.when("Sam pastes the link of the account as that of the opportunity", () -> {
            form.fill(OPPORTUNITY, LINK + "0015e00001NWBNK");
            Map<String, String> wrong = form.submitWrong();
            assertThat(wrong).containsOnlyKeys(OPPORTUNITY);
            assertThat(wrong.get(OPPORTUNITY)).contains("That is an Account link", "Paste the link of the Opportunity");
            story.reads(SAM, wrong);
        });
        story.when("He leaves LAM empty", () -> {
            form.fill(OPPORTUNITY, LINK + "0065e00001NWOPP").fill(LAM, "");
            Map<String, String> wrong = form.submitWrong();
            assertThat(wrong).containsOnlyKeys(LAM);
            story.reads(SAM, wrong);
        });
        assertThat(story.as(SAM).dms()).isEmpty();
        assertThat(story.as(MAYA).dms()).isEmpty();

        story.when(
                "He sets both right and submits", () -> form.fill(LAM, "1.2M").submit());
        assertThat(story.as(SAM).dm("REQ-1").text()).contains("with Maya");
        Posted card = story.as(MAYA).dm("REQ-1");
        assertThat(card.says("$420k ARR is at or above $100k")).isTrue();
        assertThat(card.buttons())
                .containsExactly("Assign", "Ask", "Decline", "Redirect to Scale CSE", "Override qualification");
        assertThat(story.as(SAM).channel("C0NWB")).hasSize(1);
        story.isAsInFile("S01");
    }

    @OnBothDatabases(served = true, overSocket = true)
    void s02_too_early_for_helio_until_stage_3_with_a_pov(Told story) {
        Modal form = story.as(SAM).command("/request-csm Helio Defense");
        form.fill("Notes for the manager", "They ask for Dedicated.").fill("Deployment", "Dedicated");
        story.when("Sam asks at 2-Scoping", () -> {
            form.fill(STAGE, "2-Scoping");
            assertThat(form.labels()).doesNotContain(EVIDENCE);
            Map<String, String> wrong = form.submitWrong();
            assertThat(wrong.get(STAGE)).contains("Too early", "3-Technical Evaluation", "not with a POV");
            story.reads(SAM, wrong);
        });
        assertThat(story.as(MAYA).dms()).isEmpty();

        story.when("He chooses stage 3, ticks the POV in the same form, and submits", () -> {
            form.fill(STAGE, "3-Technical Evaluation");
            assertThat(form.labels()).contains(EVIDENCE, PRESENTED);
            assertThat(form.value("Notes for the manager")).contains("They ask for Dedicated.");
            assertThat(form.value("Deployment")).contains("DEDICATED");
            form.fill(EVIDENCE, "A POV was completed + Next steps were agreed")
                    .fill(PRESENTED, "2024-03-01")
                    .submit();
        });
        Posted card = story.as(MAYA).dm("REQ-1");
        assertThat(card.says("Helio Defense")).isTrue();
        assertThat(card.says("They ask for Dedicated.")).isTrue();
        story.isAsInFile("S02");
    }

    @OnBothDatabases(served = true, overSocket = true)
    void s03_a_pov_counts_once_it_is_presented_and_next_steps_are_agreed(Told story) {
        // Sam is not of Kestrel's team, so its amounts are not filled in for him.
        Modal form = story.as(SAM)
                .command("/request-csm Kestrel Robotics")
                .fill(LAM, "300k")
                .fill("Annual recurring revenue (ARR)", "80k");
        story.when("Sam has no agreement on next steps", () -> {
            form.fill(EVIDENCE, "A POV was completed").fill(PRESENTED, "2024-03-01");
            Map<String, String> wrong = form.submitWrong();
            assertThat(wrong).containsKey(STAGE);
            assertThat(wrong.get(STAGE)).contains("Next steps were agreed").doesNotContain("A POV was completed");
            story.reads(SAM, wrong);
        });
        story.when("The presentation he names is still to come", () -> {
            form.fill(EVIDENCE, "A POV was completed + Next steps were agreed").fill(PRESENTED, "2024-03-20");
            Map<String, String> wrong = form.submitWrong();
            assertThat(wrong).containsKey(STAGE);
            assertThat(wrong.get(STAGE)).contains("2024-03-20 is still to come");
            story.reads(SAM, wrong);
        });
        assertThat(story.as(MAYA).dms()).isEmpty();

        story.when("Everything is so", () -> form.fill(PRESENTED, "2024-03-01").submit());
        Posted card = story.as(MAYA).dm("REQ-1");
        assertThat(card.says("POV completed, results presented, next steps agreed"))
                .isTrue();
        assertThat(card.buttons()).contains("Assign");
        story.isAsInFile("S03");
    }

    @OnBothDatabases(served = true, overSocket = true)
    void s07_tiny_teal_does_not_qualify_and_remy_sends_it_anyway(Told story) {
        Modal form = story.as(REMY).command("/request-csm Tiny Teal");
        story.when("Remy asks for Tiny Teal", () -> story.reads(REMY, form.submitForAnother()));
        Modal second = story.as(REMY).modal();
        assertThat(second.text()).contains("Below the threshold for a CSM", "Support", "Send to the manager anyway");
        assertThat(second.submitLabel()).isEqualTo("Send anyway");
        assertThat(story.as(MAYA).dms()).isEmpty();

        story.when("He gives no reason", () -> story.reads(REMY, second.submitWrong()));
        story.when(
                "He sends it anyway, with a reason",
                () -> second.fill("Reason", "They grow fast.").submit());
        Posted card = story.as(MAYA).dm("REQ-1");
        assertThat(card.says("They grow fast.")).isTrue();
        assertThat(card.buttons()).doesNotContain("Assign").contains("Override qualification");
        assertThat(story.as(REMY).openModal()).isEmpty();

        story.when("Maya assigns by a button that she is not offered", () -> {
            Presses.onMessage(story.slack(), MAYA, card, "Ask")
                    .as(MAYA, "request.assign")
                    .post();
            story.refusal(MAYA, "Override qualification");
        });
        story.when(
                "Maya overrides",
                () -> card.press("Override qualification")
                        .fill("Reason", "Strategic logo.")
                        .submit());
        story.as(REMY).dm("Strategic logo");
        assertThat(card.again().buttons()).contains("Assign");
        story.when(
                "Maya assigns Cleo",
                () -> card.again().press("Assign").fill("CSM", "Cleo").submit());
        story.as(REMY).dm("Cleo is the CSM of Tiny Teal");
        assertThat(story.as(ADA).dms()).isEmpty();
        story.isAsInFile("S07");
    }
}
