package dev.baton.story;

import static dev.baton.Cast.ADA;
import static dev.baton.Cast.CLEO;
import static dev.baton.Cast.CORA;
import static dev.baton.Cast.MAYA;
import static dev.baton.Cast.OTTO;
import static dev.baton.Cast.SAM;
import static dev.baton.Cast.SOL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.store.FreshDatabase;
import dev.baton.store.OnBothDatabases;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The same process in the words of the years before 2022. */
class ProfileTest {
    private static final String STAGE = "Opportunity stage";

    @OnBothDatabases(served = true)
    void with_profile_tam_it_is_a_tam_from_5_negotiating_on_and_nobody_reads_csm(FreshDatabase database) {
        try (World slack = World.open(database, Policy.profile("tam"))) {
            List<String> read = new ArrayList<>();
            Modal form = slack.as(SAM).command("/request-csm Northwind Bank");
            assertThat(form.title()).isEqualTo("Request a TAM");
            assertThat(form.labels()).contains("Preferred TAM", "SAL or account executive");
            read.add(form.text());
            String early = form.submitWrong().get(STAGE);
            assertThat(early).contains("5-Negotiating");
            read.add(early);
            form.fill(STAGE, "5-Negotiating").submit();
            slack.untilAllIsSaid();
            read.addAll(everything(slack));

            Posted card = slack.as(MAYA).dm("REQ-1");
            Modal picker = card.press("Assign");
            assertThat(picker.title()).isEqualTo("Assign a TAM");
            read.add(picker.text());
            picker.submit();
            slack.as(CLEO).dm("You are its TAM");
            slack.as(SOL).dm("Cleo is the TAM of Northwind Bank");
            slack.as(SAM).command("/account Northwind Bank");
            read.add(slack.as(SAM).modal().text());
            read.add(slack.as(SAM).answerTo("/baton help"));
            slack.clock().moveTo(slack.clock().instant().plus(Duration.ofHours(10)));
            slack.untilAllIsSaid();
            read.addAll(everything(slack));
            assertThat(read).allSatisfy(ProfileTest::saysNothingOfCsms);
        }
    }

    @OnBothDatabases(served = true)
    void with_profile_tam_the_pool_keeps_the_name_that_salesforce_knows(FreshDatabase database) {
        try (World slack = World.open(database, Policy.profile("tam"))) {
            Modal form = slack.as(ADA)
                    .command("/request-csm Kestrel Robotics")
                    .fill(STAGE, "6-Awaiting Signature")
                    .fill("Incremental annual contract value (IACV)", "45k");
            Modal second = form.submitForAnother();
            saysNothingOfCsms(second.text());
            second.fill("Reason", "A big group stands behind them.").submit();
            Posted card = slack.as(MAYA).dm("REQ-1");
            String redirect = card.buttons().get(2);
            card.press(redirect).submit();
            slack.untilAllIsSaid();
            assertThat(slack.as(ADA).dm("redirected Kestrel Robotics").says("TAM Scale"))
                    .isTrue();
            everything(slack).forEach(ProfileTest::saysNothingOfCsms);
        }
    }

    private static void saysNothingOfCsms(String words) {
        assertThat(words.replace("/request-csm", "").replaceAll("\"(value|action_id|block_id)\":\"[^\"]*\"", ""))
                .doesNotContain("CSM")
                .doesNotContain("SAE")
                .doesNotContain("Scale CSE")
                .doesNotContain("Customer Success Manager");
    }

    private static List<String> everything(World slack) {
        List<String> read = new ArrayList<>();
        for (String person : List.of(SAM, MAYA, CLEO, SOL, ADA, CORA, OTTO)) {
            slack.as(person).dms().forEach(each -> read.add(String.join("\n", each.lines())));
        }
        for (String channel : List.of("C0NWB", "C0CSE")) {
            slack.as(OTTO).channel(channel).forEach(each -> read.add(String.join("\n", each.lines())));
        }
        return read;
    }
}
