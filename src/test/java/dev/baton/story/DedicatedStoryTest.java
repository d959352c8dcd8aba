package dev.baton.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.Eventually;
import dev.baton.store.OnBothDatabases;
import java.util.List;
import java.util.Map;

/** An account goes on Dedicated, long before a CSM may be asked for. */
class DedicatedStoryTest {
    private static final String SOL = "U0SOL";
    private static final String SAM = "U0SAM";
    private static final String PETRA = "U0PETRA";
    private static final String MAYA = "U0MAYA";
    private static final String OTTO = "U0OTTO";
    private static final List<String> CHANNELS = List.of("C0GENERAL", "C0CSE", "C0COM", "C0NWB", "C0COP");
    private static final String LINK = "https://acme.my.salesforce.com/";

    @OnBothDatabases(served = true)
    void maya_and_the_team_hear_at_once_and_maya_sees_who_has_read(Workplace slack) {
        helio(slack, "Deployment", "Dedicated");
        Posted told = slack.as(MAYA).dm("Helio Defense will be on Dedicated");
        assertThat(told.says("Sol has set it.")).isTrue();
        assertThat(told.says("read by 0 of 2")).isTrue();
        assertThat(told.says("In channels say \\\"Copper Finch\\\", never the customer's name."))
                .isTrue();

        Posted sams = slack.as(SAM).dm("Helio Defense will be on Dedicated");
        assertThat(sams.says("Maya (CSM Manager) knows.")).isTrue();
        sams.pressOnly("I have read the best practices");
        assertThat(sams.until("You have read the best practices").buttons()).isEmpty();
        told.until("read by 1 of 2");
        assertThat(told.until(":white_check_mark: Sam").says(":white_large_square: Sol"))
                .isTrue();

        helio(slack, "PSE", PETRA);
        slack.as(PETRA).dm("Helio Defense will be on Dedicated").pressOnly("I have read the best practices");
        told.until("read by 2 of 3");
        helio(slack, "Subscription tier", "Ultimate");
        assertThat(slack.as(SOL).command("/account helio").text())
                .contains("best practices read by 2 of 3", "Sam read the best practices for Dedicated");
        helio(slack, "PSE", "");
        told.until("read by 1 of 2");
        assertThat(slack.as(MAYA).dms()).hasSize(1);
        assertThat(slack.as(SOL).dms()).hasSize(1);
    }

    @OnBothDatabases(served = true)
    void a_request_for_a_csm_is_refused_all_the_same_and_no_channel_reads_the_name(Workplace slack) {
        helio(slack, "Deployment", "Dedicated");
        Modal form = slack.as(SAM)
                .command("/request-csm Helio Defense")
                .fill("Salesforce account link", LINK + "0015e00001HELIO")
                .fill("Salesforce opportunity link", LINK + "0065e00001HLOPP")
                .fill("Opportunity stage", "1-Discovery")
                .fill("Expected close date", "2024-09-30")
                .fill("Landed Addressable Market (LAM)", "900k")
                .fill("Annual recurring revenue (ARR)", "300k")
                .fill("Sales segment", "Enterprise")
                .fill("Region", "Americas East");
        Map<String, String> wrong = form.submitWrong();
        assertThat(wrong).containsOnlyKeys("Opportunity stage");

        form.fill("Opportunity stage", "4-Proposal").submit();
        Eventually.that(
                "a line in the account's channel",
                () -> !slack.as(SAM).channel("C0COP").isEmpty());
        assertThat(everythingInChannels(slack)).contains("Copper Finch").doesNotContainIgnoringCase("helio");
    }

    @OnBothDatabases(served = true)
    void cleared_it_says_so_and_set_again_it_is_told_again(Workplace slack) {
        helio(slack, "Deployment", "Dedicated");
        Posted told = slack.as(MAYA).dm("will be on Dedicated");
        helio(slack, "Deployment", "SaaS");
        told.until("Helio Defense is not on Dedicated any more.");
        helio(slack, "Deployment", "Dedicated");
        Eventually.that("a second announcement", () -> slack.as(MAYA).dms().size() == 2);
        Eventually.that("a second item for Sol", () -> slack.as(SOL).dms().size() == 2);
    }

    /** Sol sets a field of the account, as he would: on its card. */
    private static void helio(Workplace slack, String field, String value) {
        slack.as(SOL).command("/account helio").press("Edit account");
        slack.as(SOL).modal().fill(field, value).submit();
    }

    /** Otto sits in every channel. */
    private static String everythingInChannels(Workplace slack) {
        return CHANNELS.stream()
                .flatMap(channel -> slack.as(OTTO).channel(channel).stream())
                .toList()
                .toString();
    }
}
