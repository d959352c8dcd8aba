package dev.baton.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.Eventually;
import dev.baton.store.OnBothDatabases;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** The pool is asked for help, and helps. */
class ScaleStoryTest {
    private static final String ADA = "U0ADA";
    private static final String SAM = "U0SAM";
    private static final String SOL = "U0SOL";
    private static final String MAYA = "U0MAYA";
    private static final String CORA = "U0CORA";
    private static final String QUEUE = "C0CSE";
    private static final String LINK = "https://acme.my.salesforce.com/";

    @OnBothDatabases(served = true)
    void maya_redirects_kestrel_ada_asks_the_pool_and_cora_helps(Workplace slack) {
        kestrelRedirected(slack);
        Posted nudge = slack.as(ADA).dm("redirected Kestrel Robotics to the Scale CSE pool");
        assertThat(nudge.says("TAM Scale")).isTrue();

        filled(nudge.press("Ask a Scale CSE")).submit();

        assertThat(slack.as(ADA).dm("CSE-1: your request").text()).contains("in the queue");
        nudge.until("CSE-1 is in the queue");
        assertThat(nudge.again().buttons()).isEmpty();
        Posted card = queued(slack, CORA);
        assertThat(card.says("Ada asks for help with *Kestrel Robotics*")).isTrue();
        assertThat(card.says("Nobody uses the pipelines")).isTrue();
        assertThat(card.buttons()).containsExactly("Accept", "Decline");

        card.pressOnly("Accept");
        Posted brief = slack.as(CORA).dm("You accepted CSE-1");
        assertThat(brief.says("Jo Park")).isTrue();
        slack.as(ADA).dm("Cora of the Scale CSE pool takes CSE-1 for Kestrel Robotics. Cora writes to Jo Park");
        card.until("Accepted by Cora");
        brief.pressOnly("Done");

        slack.as(ADA).dm("CSE-1 for Kestrel Robotics is done, says Cora.");
        assertThat(card.until("Done by Cora").buttons()).isEmpty();
        assertThat(brief.until("Done by Cora").buttons()).isEmpty();
        assertThat(slack.as(ADA)
                        .dm("CSE-1: your request")
                        .until("is done by Cora")
                        .says("in the queue"))
                .isFalse();
    }

    @OnBothDatabases(served = true)
    void cora_declines_with_a_reason_and_ada_may_ask_again(Workplace slack) {
        kestrelRedirected(slack);
        filled(slack.as(ADA).dm("redirected Kestrel").press("Ask a Scale CSE")).submit();
        Modal declining = queued(slack, CORA).press("Decline");
        assertThat(declining.submitWrong()).containsKey("Reason");
        declining.fill("Reason", "Name the version, please.").submit();

        Posted declined = slack.as(ADA).dm("Cora declined CSE-1 for Kestrel Robotics");
        assertThat(declined.says("Name the version, please.")).isTrue();
        assertThat(declined.says("ask Maya")).isTrue();
        Posted nudge = slack.as(ADA).dm("redirected Kestrel");
        filled(nudge.until("You own the account").press("Ask a Scale CSE")).submit();
        slack.as(ADA).dm("CSE-2: your request");
    }

    @OnBothDatabases(served = true)
    void what_nobody_answers_for_two_business_days_is_said_in_the_queue_and_taken_back_by_an_answer(Workplace slack) {
        kestrelRedirected(slack);
        filled(slack.as(ADA).dm("redirected Kestrel").press("Ask a Scale CSE")).submit();
        Posted card = queued(slack, CORA);
        slack.clock().moveTo(slack.clock().instant().plus(Duration.ofHours(55)));
        Posted waiting = Eventually.get(
                "a reminder in the queue",
                () -> slack.as(CORA).channel(QUEUE).stream()
                        .filter(each -> each.says("has been waiting for an answer since 2024-03-04"))
                        .findFirst());
        card.pressOnly("Accept");
        waiting.until("CSE-1 (Onboarding for Kestrel Robotics) is accepted by Cora.");
    }

    @OnBothDatabases(served = true)
    void below_the_minimum_the_form_does_not_even_open_and_says_whom_to_ask(Workplace slack) {
        kestrelRedirected(slack);
        Posted nudge = slack.as(ADA).dm("redirected Kestrel");
        slack.as(ADA).command("/account kestrel").press("Edit account");
        slack.as(ADA).modal().fill("Annual recurring revenue (ARR)", "22k").submit();
        nudge.until("can be asked from $30k on (sample figures)");
        assertThat(nudge.again().says("ask Maya, the CSM Manager of the region"))
                .isTrue();
        assertThat(nudge.again().buttons()).isEmpty();
        assertThat(slack.as(ADA).command("/account kestrel").buttons()).doesNotContain("Ask a Scale CSE");
    }

    @OnBothDatabases(served = true)
    void ada_reads_on_the_card_that_the_pool_serves_kestrel_and_sam_may_only_suggest_it_to_her(Workplace slack) {
        kestrelRedirected(slack);
        Modal card = slack.as(ADA).command("/account kestrel");
        assertThat(card.text()).contains("Supported by a Scale CSE", "Ada owns the account");

        slack.as(SAM).command("/account kestrel").press("Ask a Scale CSE");
        assertThat(slack.as(SAM).modal().text())
                .contains("The account owner files it: Ada. I have told Ada that you suggest it.");
        slack.as(ADA).dm("Sam suggests asking the Scale CSE pool for help with Kestrel Robotics.");

        card.press("Ask a Scale CSE");
        filled(slack.as(ADA).modal()).submit();
        slack.as(ADA).dm("CSE-1: your request");
        assertThat(slack.as(ADA).command("/account kestrel").text())
                .contains("CSE-1 (Onboarding) is in the queue", "Ada asked the Scale CSE pool for help: CSE-1");
    }

    @OnBothDatabases(served = true)
    void what_is_wrong_in_the_form_is_told_field_by_field(Workplace slack) {
        kestrelRedirected(slack);
        Modal form = slack.as(ADA).dm("redirected Kestrel").press("Ask a Scale CSE");
        filled(form).fill("Risk", "r".repeat(201)).fill("Pain points", "x".repeat(1003));
        Map<String, String> wrong = form.submitWrong();
        assertThat(wrong).containsOnlyKeys("Risk", "Pain points");
        assertThat(wrong.get("Pain points")).contains("these are 1003. Shorten it by 3.");
        assertThat(form.value("Customer contact")).contains("Jo Park");
        assertThat(slack.as(CORA).channel(QUEUE)).isEmpty();
    }

    @OnBothDatabases(served = true)
    void a_customer_with_a_codename_is_named_nowhere_in_the_queue_and_only_whoever_accepts_learns_who_it_is(
            Workplace slack) {
        redirected(slack, helio(slack.as(SAM).command("/request-csm Helio Defense")));
        Modal form = slack.as(SOL).dm("redirected Helio Defense").press("Ask a Scale CSE");
        filled(form).fill("Customer contact", "Ann, ann@helio-defense.example").submit();
        Posted card = queued(slack, CORA);
        card.pressOnly("Accept");
        assertThat(slack.as(CORA).dm("You accepted CSE-1").says("Helio Defense"))
                .isTrue();
        card.until("Accepted by Cora");
        assertThat(slack.as(CORA).channel(QUEUE).toString())
                .contains("Copper Finch")
                .doesNotContainIgnoringCase("helio");
    }

    private static void kestrelRedirected(Workplace slack) {
        Modal form = slack.as(ADA)
                .command("/request-csm Kestrel Robotics")
                .fill("Salesforce account link", LINK + "0015e00001KSTRL")
                .fill("Salesforce opportunity link", LINK + "0065e00001KSOPP")
                .fill("Opportunity stage", "4-Proposal")
                .fill("Expected close date", "2024-05-20")
                .fill("Landed Addressable Market (LAM)", "300k")
                .fill("Annual recurring revenue (ARR)", "80k")
                .fill("Sales segment", "Mid-Market")
                .fill("Region", "Americas West");
        redirected(slack, form);
    }

    private static Modal helio(Modal form) {
        return form.fill("Salesforce account link", LINK + "0015e00001HELIO")
                .fill("Salesforce opportunity link", LINK + "0065e00001HLOPP")
                .fill("Opportunity stage", "4-Proposal")
                .fill("Expected close date", "2024-09-30")
                .fill("Landed Addressable Market (LAM)", "900k")
                .fill("Annual recurring revenue (ARR)", "300k")
                .fill("Sales segment", "Enterprise")
                .fill("Region", "Americas East");
    }

    private static void redirected(Workplace slack, Modal form) {
        form.submit();
        Modal redirecting = slack.as(MAYA).dm("REQ-1").press("Redirect to Scale CSE");
        redirecting.submit();
    }

    private static Modal filled(Modal form) {
        return form.fill("Customer contact", "Jo Park, jo.park@example.com")
                .fill("Kind of help", "Onboarding")
                .fill("Primary use case", "Source code and CI")
                .fill("Risk", "Low usage")
                .fill("Environment", "SaaS")
                .fill("Pain points", "Nobody uses the pipelines.");
    }

    private static Posted queued(Workplace slack, String reader) {
        return Eventually.get(
                "a card in the queue",
                () -> Optional.of(slack.as(reader).channel(QUEUE))
                        .filter(messages -> !messages.isEmpty())
                        .map(messages -> messages.get(0)));
    }
}
