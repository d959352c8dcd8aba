package dev.baton.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.account.Account;
import dev.baton.account.AccountsYaml.Known;
import dev.baton.account.AccountsYaml.Opening;
import dev.baton.account.Money;
import dev.baton.account.Opportunity;
import dev.baton.account.SalesforceId;
import dev.baton.handbook.Role;
import dev.baton.handbook.Segment;
import dev.baton.handbook.Stage;
import dev.baton.store.OnBothDatabases;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Accounts are looked up, read and set right. */
class CardStoryTest {
    private static final String SAM = "U0SAM";
    private static final String SOL = "U0SOL";
    private static final String ADA = "U0ADA";
    private static final String MAYA = "U0MAYA";
    private static final String LINK = "https://acme.my.salesforce.com/";

    @OnBothDatabases(served = true)
    void sam_reads_all_of_northwind_and_goes_on_to_ask_for_a_csm(Workplace slack) {
        Modal card = slack.as(SAM).command("/account northwind");
        assertThat(card.title()).isEqualTo("Account");
        assertThat(card.text())
                .contains("Northwind Bank", "*No CSM*", "Qualifies for a CSM with $420k ARR", "4-Proposal", "$1.2M")
                .contains("SAE <@U0SOL>", "SA <@U0SAM>", "<#C0NWB>")
                .contains("Missing: Customer meeting notes")
                .contains("Customer Success section");
        assertThat(card.buttons()).containsExactly("Request a CSM", "Edit account", "Update stage");

        card.press("Request a CSM");
        Modal form = slack.as(SAM).modal();
        assertThat(form.title()).isEqualTo("Request a CSM");
        assertThat(form.value("Account name")).contains("Northwind Bank");
    }

    @OnBothDatabases(served = true)
    void who_is_the_csm_has_three_answers(Workplace slack) {
        assertThat(slack.as(SAM).command("/account Heron Retail").text())
                .contains("*CSM: Cyrus*", "Contact them directly: <@U0CYRUS>");
        know(slack, osprey().withCsm(Account.SCALE), Map.of(), 1);
        assertThat(slack.as(SAM).command("/account osprey").text())
                .contains("*Supported by a Scale CSE* (`TAM Scale` in Salesforce)", "How to request a Scale CSE");
        assertThat(slack.as(ADA).command("/account fjord").text())
                .contains("*No CSM*", "Qualifies for a CSM with $62k ARR");
    }

    @OnBothDatabases(served = true)
    void amounts_are_for_those_concerned(Workplace slack) {
        assertThat(slack.as(ADA).command("/account northwind").text())
                .contains("Northwind Bank", "With questions turn to Maya, the CSM Manager of the region.")
                .doesNotContain("420", "1.2M", "Qualifies", "ARR", "LAM");
        assertThat(slack.as(ADA).modal().buttons()).doesNotContain("Edit account");
        assertThat(slack.as("U0LENA").command("/account northwind").text()).contains("$420k");
    }

    @OnBothDatabases(served = true)
    void several_matches_become_a_list_none_an_offer_and_a_link_leads_straight(Workplace slack) {
        Modal list = slack.as(SAM).command("/account r");
        assertThat(list.title()).isEqualTo("Find an account");
        assertThat(list.text()).contains("Which one?", "Heron Retail", "Kestrel Robotics", "Northwind Bank");
        list.press("Open", "Kestrel");
        assertThat(slack.as(SAM).modal().until("Kestrel Robotics").title()).isEqualTo("Account");

        Modal none = slack.as(SAM).command("/baton account Blue Heron");
        assertThat(none.text()).contains("No account is known as *Blue Heron*");
        none.fill("Account", "tiny").submit();
        assertThat(slack.as(SAM).modal().until("Tiny Teal").title()).isEqualTo("Account");

        assertThat(slack.as(SAM).command("/account " + LINK + "0065e00001FJOPP").text())
                .contains("Fjord Analytics");
        assertThat(slack.as(SAM).command("/account https://example.com/fjord").text())
                .contains("not a Salesforce link");
        assertThat(slack.as(SAM).command("/account").text())
                .contains("Your accounts", "Helio Defense", "Northwind Bank")
                .doesNotContain("Kestrel");
    }

    @OnBothDatabases(served = true)
    void what_is_missing_can_be_added_and_is_not_added_twice(Workplace slack) {
        slack.as(ADA).command("/account Blue Heron").press("Add it");
        Modal form = slack.as(ADA).modal();
        assertThat(form.title()).isEqualTo("Add an account");
        assertThat(form.value("Account name")).contains("Blue Heron");
        assertThat(form.value("AE")).contains(ADA);
        form.fill("Segment", "Mid-Market").fill("Salesforce account link", LINK + "0015e00001HELIO");
        Map<String, String> wrong = form.submitWrong();
        assertThat(wrong.get("Salesforce account link")).contains("here already: Copper Finch");
        form.fill("Salesforce account link", LINK + "0015e00001BLUEH").submit();
        assertThat(slack.as(ADA).modal().until("No CSM").text()).contains("Blue Heron", "AE <@U0ADA>");
    }

    @OnBothDatabases(served = true)
    void a_codename_never_leaks_to_whoever_is_not_of_the_team(Workplace slack) {
        assertThat(slack.as(SAM).command("/account helio").text()).contains("Helio Defense", "Say *Copper Finch*");
        Hand ada = slack.as(ADA);
        assertThat(ada.command("/account helio").text()).contains("No account is known as *helio*");
        ada.command("/account f");
        ada.modal().until("Copper Finch");
        Modal card = ada.command("/account copper finch");
        assertThat(card.text()).contains("Copper Finch").doesNotContain("C0COP");
        ada.command("/account " + LINK + "0015e00001HELIO");
        ada.modal().until("Copper Finch");
        ada.command("/account e");
        assertThat(ada.everything()).contains("Copper Finch").doesNotContain("Helio");

        slack.as(SAM).command("/account helio").press("Edit account");
        slack.as(SAM)
                .modal()
                .fill("Codename", "")
                .fill("Deployment", "Dedicated")
                .submit();
        assertThat(ada.command("/account helio").text()).contains("No account is known as");
        assertThat(ada.command("/account " + LINK + "0015e00001HELIO").text()).contains("a Dedicated customer");
        assertThat(ada.everything()).doesNotContain("Helio", "Copper Finch");
    }

    @OnBothDatabases(served = true)
    void every_wrong_field_of_an_edit_is_told_at_once_and_nothing_is_saved(Workplace slack) {
        slack.as(SAM).command("/account northwind").press("Edit account");
        Modal form = slack.as(SAM).modal();
        Map<String, String> wrong = form.fill("Codename", "The northwind bank deal")
                .fill("Command Plan", "somewhere")
                .fill("SAE", ADA)
                .fill("Channel", "C0GENERAL")
                .fill("Annual recurring revenue (ARR)", "a lot")
                .submitWrong();
        assertThat(wrong.keySet())
                .containsExactlyInAnyOrder("Codename", "Command Plan", "SAE", "Annual recurring revenue (ARR)");
        assertThat(wrong.get("SAE")).contains("Ada is in the people file, but not as SAE");
        assertThat(wrong.get("Codename")).contains("gives the name away");
        form.fill("Codename", "")
                .fill("Command Plan", "https://docs.example/plan")
                .fill("SAE", SOL)
                .fill("Subscription tier", "Ultimate")
                .fill("Annual recurring revenue (ARR)", "$450k")
                .submit();
        Modal card = slack.as(SAM).modal().until("$450k");
        assertThat(card.text())
                .contains("Ultimate", "<https://docs.example/plan|Command Plan>", "<#C0GENERAL>")
                .contains("Sam changed the account: ", "tier: Ultimate", "ARR: $420,000 → $450,000");
    }

    @OnBothDatabases(served = true)
    void two_who_edit_at_once_do_not_undo_each_other(Workplace slack) {
        slack.as(SAM).command("/account northwind").press("Edit account");
        Modal sam = slack.as(SAM).modal();
        slack.as(SOL).command("/account northwind").press("Edit account");
        Modal sol = slack.as(SOL).modal();
        sam.fill("Subscription tier", "Premium")
                .fill("Command Plan", "https://docs.example/sam")
                .submit();
        slack.as(SAM).modal().until("Premium");

        sol.fill("Subscription tier", "Ultimate")
                .fill("Account Plan", "https://docs.example/sol")
                .submit();
        Modal again = slack.as(SOL).modal().until("while you were typing");
        assertThat(again.title()).isEqualTo("Edit account");
        assertThat(again.text()).contains("Sam changed this account", "Subscription tier is now: Premium");
        assertThat(again.value("Account Plan")).contains("https://docs.example/sol");
        again.submit();
        assertThat(slack.as(SOL).modal().until("Ultimate").text())
                .contains("https://docs.example/sam", "https://docs.example/sol");
    }

    @OnBothDatabases(served = true)
    void a_long_history_is_read_in_pages(Workplace slack) {
        know(slack, osprey(), Map.of(Role.AE, ADA), 60);
        Modal card = slack.as(ADA).command("/account osprey");
        assertThat(card.text()).contains("close: 2024-07-30").doesNotContain("close: 2024-07-20");
        card.press("Show all 62");
        Modal history = slack.as(ADA).modal();
        assertThat(history.title()).isEqualTo("History");
        assertThat(history.text())
                .contains("page 1 of 4", "America/Los_Angeles", "close: 2024-07-30", "4 Mar 2024, 01:00");
        history.press("Older");
        history.until("page 2 of 4").press("Older");
        history.until("page 3 of 4").press("Older");
        assertThat(history.until("page 4 of 4").text()).contains("Baton added the account");
        assertThat(history.buttons()).containsExactly("Newer");
        history.press("Newer");
        history.until("page 3 of 4");
    }

    @OnBothDatabases(served = true)
    void maya_may_edit_what_she_keeps_and_a_commercial_sa_is_refused(Workplace slack) {
        slack.as(MAYA).command("/account kestrel").press("Edit account");
        Modal form = slack.as(MAYA).modal();
        Map<String, String> wrong = form.fill("SA", "U0PABLO").submitWrong();
        assertThat(wrong.get("SA")).contains("pooled").endsWith("Set \"Servicing SA\" instead.");
    }

    @OnBothDatabases(served = true)
    void the_servicing_sa_stands_on_the_card_and_is_of_the_team(Workplace slack) {
        assertThat(slack.as("U0PABLO").command("/account kestrel").text())
                .contains("Mid-Market shares a pool of SAs; none serves this account yet.")
                .doesNotContain("ARR");
        slack.as(MAYA).command("/account kestrel").press("Edit account");
        slack.as(MAYA).modal().fill("Servicing SA", "U0PABLO").submit();
        assertThat(slack.as(MAYA).modal().until("Servicing SA <@U0PABLO>").text())
                .contains("Maya put Pablo on the team (Servicing SA)")
                .doesNotContain("none serves", "Incomplete");
        Modal card = slack.as("U0PABLO").command("/account kestrel");
        assertThat(card.text()).contains("$80k");
        assertThat(card.buttons()).contains("Edit account");
    }

    @OnBothDatabases(served = true)
    void an_incomplete_team_and_a_fixed_sa_where_sas_are_pooled_are_said_on_the_card(Workplace slack) {
        assertThat(slack.as(SAM).command("/account heron").text()).contains("Incomplete team: no AE.");
        know(slack, osprey(), Map.of(Role.AE, ADA, Role.SA, "U0PABLO"), 1);
        assertThat(slack.as(ADA).command("/account osprey").text())
                .contains("Pablo is set as SA. In Mid-Market SAs are pooled and join no team");
        slack.as(ADA).modal().press("Edit account");
        Modal form = slack.as(ADA).modal();
        assertThat(form.text()).contains("Pablo is set as SA. In Mid-Market SAs are pooled and join no team");
        form.fill("SA", "").fill("Servicing SA", "U0PABLO").submit();
        assertThat(slack.as(ADA).modal().until("Servicing SA <@U0PABLO>").text())
                .doesNotContain("pooled");
    }

    /** An account that Baton hears of for the first time, with as many deals as there are closing days. */
    private static void know(Workplace slack, Account account, Map<Role, String> team, int deals) {
        List<Known> known = IntStream.range(0, deals)
                .mapToObj(deal -> new Known(
                        account,
                        Opportunity.create(
                                new SalesforceId(String.format("0065e%010d", deal)),
                                account.id(),
                                Stage.SCOPING,
                                LocalDate.of(2024, 6, 1).plusDays(deal),
                                Money.dollars(1_000),
                                Optional.empty()),
                        team))
                .toList();
        slack.world().know(new Opening(Optional.empty(), known));
    }

    private static Account osprey() {
        return Account.create(new SalesforceId("0015e00001OSPRE"), "Osprey Labs", Segment.MID_MARKET, "AMER_WEST");
    }
}
