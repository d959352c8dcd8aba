package dev.baton.story;

import static dev.baton.Cast.ADA;
import static dev.baton.Cast.CORA;
import static dev.baton.Cast.MAYA;
import static dev.baton.Cast.SAM;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.Cast;
import dev.baton.account.AccountsYaml;
import dev.baton.store.OnBothDatabases;
import java.util.List;
import java.util.Map;

/** The acceptance story of the pool: who may ask it, for what, and who is told to. */
class PoolTest {
    private static final String KESTREL = "{ name: Kestrel Robotics, account: 0015e00001KSTRL, opportunity:"
            + " 0065e00001KSOPP, segment: MID_MARKET, region: AMER_WEST, stage: 4-Proposal, lam: 300k,"
            + " close: 2024-05-20, team: { AE: U0ADA }, ";

    @OnBothDatabases(served = true, overSocket = true)
    void s06_kestrel_goes_to_the_pool_and_its_owner_asks(Told story) {
        story.when(
                "Ada asks for a CSM for Kestrel, with an ARR of 45k",
                () -> story.reads(
                        ADA,
                        story.as(ADA)
                                .command("/request-csm Kestrel Robotics")
                                .fill("Opportunity stage", "4-Proposal")
                                .fill("Annual recurring revenue (ARR)", "45k")
                                .submitForAnother()));
        story.when(
                "She sends it anyway",
                () -> story.as(ADA)
                        .modal()
                        .fill("Reason", "A big group stands behind them.")
                        .submit());
        story.when(
                "Maya redirects it to the pool",
                () -> story.as(MAYA)
                        .dm("REQ-1")
                        .press("Redirect to Scale CSE")
                        .fill("Note", "The pool is right for them.")
                        .submit());
        Posted nudge = story.as(ADA).dm("redirected Kestrel Robotics to the Scale CSE pool");
        assertThat(nudge.buttons()).containsExactly("Ask a Scale CSE");

        story.when("Ada looks the account up", () -> {
            Modal card = story.as(ADA).command("/account Kestrel Robotics");
            assertThat(card.text()).contains("Supported by a Scale CSE", "TAM Scale", "How to request a Scale CSE");
            assertThat(card.buttons()).contains("Ask a Scale CSE");
            story.reads(ADA, card);
            story.as(ADA).closeForm();
        });
        story.when("Sam tries to ask the pool", () -> {
            story.as(SAM).command("/account Kestrel Robotics").press("Ask a Scale CSE");
            Modal no = story.as(SAM).modal();
            assertThat(no.text()).contains("The account owner files it");
            story.reads(SAM, no);
            story.as(SAM).closeForm();
        });
        story.as(ADA).dm("Sam suggests asking the Scale CSE pool");

        story.when(
                "Ada asks the pool",
                () -> filled(nudge.again().press("Ask a Scale CSE")).submit());
        story.as(ADA).dm("CSE-1: your request");
        Posted card = story.as(CORA).channel("C0CSE").get(0);
        story.when("Cora accepts", () -> card.pressOnly("Accept"));
        story.as(ADA).dm("Cora of the Scale CSE pool takes CSE-1");
        story.isAsInFile("S06");
    }

    @OnBothDatabases(served = true, overSocket = true)
    void s06_below_30k_the_pool_cannot_be_asked_and_ada_reads_whom_to_ask(Workplace slack) {
        know(slack, "arr: 45k");
        Modal form = filled(asking(slack));
        know(slack, "arr: 22k");
        form.submitRefused("can be asked from $30k on (sample figures). With questions ask Maya");
        assertThat(slack.as(CORA).channel("C0CSE")).isEmpty();
    }

    @OnBothDatabases(served = true, overSocket = true)
    void s06_where_there_is_a_csm_ada_reads_to_contact_cleo(Workplace slack) {
        know(slack, "arr: 45k");
        Modal form = filled(asking(slack));
        know(slack, "arr: 45k, csm: U0CLEO");
        form.submitRefused("contact Cleo directly");
        assertThat(slack.as(CORA).channel("C0CSE")).isEmpty();
    }

    @OnBothDatabases(served = true, overSocket = true)
    void s06_what_is_asked_twice_at_once_is_one_request(Workplace slack) {
        know(slack, "arr: 45k");
        Modal form = filled(asking(slack));
        List<String> answers = Together.both(slack.world(), form.submission(ADA), form.submission(ADA));
        assertThat(answers).allMatch(String::isEmpty);
        slack.as(ADA).dm("CSE-1: your request");
        slack.world().untilAllIsSaid();
        assertThat(slack.as(CORA).channel("C0CSE")).hasSize(1);
    }

    /** What Salesforce tells of Kestrel by now. */
    private static void know(Workplace slack, String more) {
        String accounts = "accounts:\n  - " + KESTREL + more + " }\n";
        slack.world().know(AccountsYaml.parse("story", accounts, Cast.ROSTER));
    }

    private static Modal asking(Workplace slack) {
        slack.as(ADA).command("/account Kestrel Robotics").press("Ask a Scale CSE");
        return slack.as(ADA).modal();
    }

    private static Modal filled(Modal form) {
        Map.of(
                        "Customer contact", "Jo Park, jo.park@example.com",
                        "Kind of help", "Onboarding",
                        "Primary use case", "Source code and CI",
                        "Risk", "Low usage",
                        "Environment", "SaaS",
                        "Pain points", "Nobody uses the pipelines.")
                .forEach(form::fill);
        return form;
    }
}
