package dev.baton.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.Eventually;
import dev.baton.store.OnBothDatabases;

/** People ask what they can do, and what the handbook says. */
class HelpStoryTest {
    private static final String SAM = "U0SAM";

    @OnBothDatabases(served = true)
    void baton_tells_what_one_can_do_and_what_the_handbook_says(Workplace slack) {
        Hand sam = slack.as(SAM);
        assertThat(sam.answerTo("/baton"))
                .contains("/request-csm [account]", "/account [name]", "/baton help TOPIC", "transition");
        assertThat(sam.answerTo("/baton help transition"))
                .contains("From pre-sales to post-sales", "Source: handbook 001", "<https://");
        assertThat(sam.answerTo("/baton help transitoin"))
                .contains("no topic *transitoin*", "Did you mean `/baton help transition`?");
        assertThat(sam.answerTo("/baton acount Northwind")).contains("Did you mean `/baton account`?");
        assertThat(sam.answerTo("/baton help links")).contains("<https://");
    }

    @OnBothDatabases(served = true)
    void a_command_of_a_feature_works_behind_baton(Workplace slack) {
        Modal form = slack.as(SAM).command("/baton request-csm Northwind Bank");
        assertThat(form.title()).isEqualTo("Request a CSM");
        assertThat(form.value("Account name")).contains("Northwind Bank");
    }

    @OnBothDatabases(served = true)
    void whoever_writes_to_baton_is_answered_once(Workplace slack) {
        Hand sam = slack.as(SAM);
        sam.write("D0SAM", "hello?");
        sam.dm("What you can do here");
        sam.write("D0SAM", "dedicated");
        sam.dm("Customers on Dedicated");
        sam.write("C0GENERAL", "<@U0BATON> help");
        Eventually.that(
                "an answer to the mention",
                () -> sam.dms().stream()
                                .filter(each -> each.says("What you can do here"))
                                .count()
                        == 2);
        assertThat(sam.dms().stream().filter(each -> each.says("Customers on Dedicated")))
                .hasSize(1);
    }
}
