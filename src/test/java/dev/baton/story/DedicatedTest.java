package dev.baton.story;

import static dev.baton.Cast.MAYA;
import static dev.baton.Cast.OTTO;
import static dev.baton.Cast.SAM;
import static dev.baton.Cast.SOL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.store.OnBothDatabases;
import java.util.List;
import java.util.Map;

/** The acceptance story of an account that will be on Dedicated. */
class DedicatedTest {
    private static final List<String> CHANNELS = List.of("C0GENERAL", "C0CSE", "C0COM", "C0NWB", "C0COP");

    @OnBothDatabases(served = true, overSocket = true)
    void s08_helio_will_be_on_dedicated_and_no_channel_ever_reads_its_name(Told story) {
        story.when("Sol sets Helio Defense to Dedicated, in stage 1", () -> setDedicated(story));
        Posted told = story.as(MAYA).dm("Helio Defense will be on Dedicated");
        assertThat(told.says("read by 0 of 2")).isTrue();
        assertThat(story.as(SOL).dms()).hasSize(1);
        assertThat(story.as(SAM).dms()).hasSize(1);

        story.when(
                "Sam has read the best practices",
                () -> story.as(SAM).dm("will be on Dedicated").pressOnly("I have read the best practices"));
        assertThat(told.again().says("read by 1 of 2")).isTrue();

        story.when("Sol sets it again", () -> setDedicated(story));
        assertThat(story.as(MAYA).dms()).hasSize(1);
        assertThat(story.as(SOL).dms()).hasSize(1);

        Modal form = story.as(SAM).command("/request-csm Helio Defense");
        story.when("Sam asks for a CSM all the same", () -> {
            Map<String, String> wrong = form.submitWrong();
            assertThat(wrong).containsOnlyKeys("Opportunity stage");
            story.reads(SAM, wrong);
        });
        story.when(
                "The deal has come to 4-Proposal, and he asks again",
                () -> form.fill("Opportunity stage", "4-Proposal").submit());
        story.when(
                "Maya assigns Cleo",
                () -> story.as(MAYA)
                        .dm("REQ-1")
                        .press("Assign")
                        .fill("CSM", "Cleo")
                        .submit());
        assertThat(inChannels(story)).contains("Copper Finch").doesNotContainIgnoringCase("helio");
        story.isAsInFile("S08");
    }

    private static void setDedicated(Told story) {
        story.as(SOL).command("/account Helio Defense").press("Edit account");
        story.as(SOL).modal().fill("Deployment", "Dedicated").submit();
        story.as(SOL).closeForm();
    }

    /** Otto sits in every channel. */
    private static String inChannels(Told story) {
        return CHANNELS.stream()
                .flatMap(channel -> story.as(OTTO).channel(channel).stream())
                .toList()
                .toString();
    }
}
