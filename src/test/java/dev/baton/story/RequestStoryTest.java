package dev.baton.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A CSM is asked for and assigned. */
class RequestStoryTest {
    private static final String SAM = "U0SAM";
    private static final String MAYA = "U0MAYA";
    private static final String MILO = "U0MILO";
    private static final String CLEO = "U0CLEO";
    private static final String SOL = "U0SOL";
    private static final String NORTHWIND_CHANNEL = "C0NWB";
    private static final String LINK = "https://acme.my.salesforce.com/";

    @TempDir
    Path folder;

    @Test
    void sam_asks_for_a_csm_for_northwind_and_maya_assigns_cleo() {
        try (World slack = World.open("jdbc:sqlite:" + folder.resolve("baton.db"))) {
            Modal form = northwind(slack.as(SAM).command("/request-csm Northwind Bank"));
            assertThat(form.value("Account name")).contains("Northwind Bank");
            form.submit();

            assertThat(slack.as(SAM).dm("REQ-1").text()).contains("with Maya");
            Posted card = slack.as(MAYA).dm("REQ-1");
            assertThat(card.says("Qualifies for a CSM")).isTrue();
            assertThat(card.says("$420k ARR is at or above $100k")).isTrue();
            Eventually.that(
                    "one line in the account's channel",
                    () -> slack.as(SAM).channel(NORTHWIND_CHANNEL).size() == 1);

            Modal picker = card.press("Assign");
            assertThat(picker.title()).isEqualTo("Assign a CSM");
            assertThat(picker.value("CSM")).contains(CLEO);
            picker.fill("Note", "They move from Jenkins.").submit();

            assertThat(slack.as(CLEO).dm("You are its CSM").says("They move from Jenkins."))
                    .isTrue();
            slack.as(SOL).dm("Cleo is the CSM of Northwind Bank");
            slack.as(SAM).dm("Cleo is the CSM of Northwind Bank");
            assertThat(card.until("Assigned to Cleo by Maya").buttons()).isEmpty();
            slack.as(SAM).dm("REQ-1").until("assigned to Cleo");
            Eventually.that(
                    "a second line",
                    () -> slack.as(SAM).channel(NORTHWIND_CHANNEL).size() == 2);
        }
    }

    @Test
    void an_account_link_in_place_of_the_opportunity_is_told_with_every_other_wrong_field_and_nothing_is_lost() {
        try (World slack = World.open("jdbc:sqlite:" + folder.resolve("baton.db"))) {
            Modal form = northwind(slack.as(SAM).command("/request-csm"))
                    .fill("Account name", "Northwind Bank")
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
    }

    @Test
    void who_does_not_keep_the_region_is_refused_by_name_and_a_second_press_says_who_has_it() {
        try (World slack = World.open("jdbc:sqlite:" + folder.resolve("baton.db"))) {
            northwind(slack.as(SAM).command("/request-csm Northwind Bank")).submit();
            Posted card = slack.as(MAYA).dm("REQ-1");
            Modal picker = card.press("Assign");
            picker.submit();
            card.until("Assigned to Cleo");
            assertThat(slack.as(MILO).dms()).isEmpty();
        }
    }

    private static Modal northwind(Modal form) {
        return form.fill("Salesforce account link", LINK + "0015e00001NWBNK")
                .fill("Salesforce opportunity link", LINK + "0065e00001NWOPP")
                .fill("Opportunity stage", "4-Proposal")
                .fill("Expected close date", "2024-04-15")
                .fill("Landed Addressable Market (LAM)", "1.2M")
                .fill("Annual recurring revenue (ARR)", "420k")
                .fill("Sales segment", "Enterprise")
                .fill("Region", "Americas East")
                .fill("Account executive", SOL);
    }
}
