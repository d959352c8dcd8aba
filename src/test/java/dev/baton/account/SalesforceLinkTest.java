package dev.baton.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SalesforceLinkTest {
    private static final SalesforceId NORTHWIND = new SalesforceId("0015e00001NWBNK");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://acme.my.salesforce.com/0015e00001NWBNK",
                " https://acme.my.salesforce.com/0015e00001NWBNKAA5 ",
                "https://acme.my.salesforce.com/0015e00001NWBNK?srPos=0&srKp=001",
                "https://ACME.My.Salesforce.COM/0015e00001NWBNK/e",
                "https://acme.lightning.force.com/lightning/r/Account/0015e00001NWBNKAA5/view",
                "https://acme.lightning.force.com/lightning/r/0015e00001NWBNKAA5/view",
                "https://acme--dev.sandbox.lightning.force.com/lightning/r/Account/0015e00001NWBNK/related/Opportunities/view",
                "https://acme.lightning.force.com/lightning/r/Account/0015e00001NWBNK/view?ws=%2F0065e00001NWOPP",
                "<https://acme.my.salesforce.com/0015e00001NWBNK>",
                "<https://acme.my.salesforce.com/0015e00001NWBNK|acme.my.salesforce.com/0015e00001NWBNK>",
            })
    void every_form_of_an_account_link_leads_to_one_id(String typed) {
        assertThat(SalesforceLink.account(typed).id()).contains(NORTHWIND);
        assertThat(SalesforceLink.account(typed).complaint()).isEmpty();
    }

    @Test
    void what_is_kept_is_the_link_alone() {
        assertThat(SalesforceLink.account(" <https://acme.my.salesforce.com/0015e00001NWBNK|Northwind> "))
                .isEqualTo(new SalesforceLink.Found(NORTHWIND, "https://acme.my.salesforce.com/0015e00001NWBNK"));
    }

    @Test
    void an_account_where_an_opportunity_belongs_says_so_and_the_reverse() {
        assertThat(SalesforceLink.opportunity("https://acme.my.salesforce.com/0015e00001NWBNK")
                        .complaint())
                .contains("That is an Account link. Paste the link of the Opportunity: its id begins with 006.");
        assertThat(SalesforceLink.account("https://acme.my.salesforce.com/0065e00001NWOPP")
                        .complaint())
                .contains("That is an Opportunity link. Paste the link of the Account: its id begins with 001.");
        assertThat(SalesforceLink.account("https://acme.my.salesforce.com/0035e00001NWCON")
                        .complaint())
                .contains("That link is of something else in Salesforce. Paste the link of the Account: its id begins"
                        + " with 001.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                                                        | That is not a link.",
                "Northwind Bank                                            | That is not a link.",
                "0015e00001NWBNK                                           | That is the id alone.",
                "acme.my.salesforce.com/0015e00001NWBNK                    | That is not a link.",
                "http://acme.my.salesforce.com/0015e00001NWBNK             | That link begins with http://.",
                "ftp://acme.my.salesforce.com/0015e00001NWBNK              | That is not a Salesforce link",
                "javascript://acme.my.salesforce.com/0015e00001NWBNK       | That is not a Salesforce link",
                "https://salesforce.example/0015e00001NWBNK                | That is not a Salesforce link",
                "https://evilmy.salesforce.com/0015e00001NWBNK             | That is not a Salesforce link",
                "https://my.salesforce.com/0015e00001NWBNK                 | That is not a Salesforce link",
                "https://acme.my.salesforce.com.evil.example/0015e00001NWBNK | That is not a Salesforce link",
                "https://acme.my.salesforce.com@evil.example/0015e00001NWBNK | That is not a Salesforce link",
                "https://me:pw@acme.my.salesforce.com/0015e00001NWBNK      | That is not a Salesforce link",
                "https://acme.my.salesforce.com:8443/0015e00001NWBNK       | That is not a Salesforce link",
                "https://acme.my.salesforce.com                            | That link shows no single Account.",
                "https://acme.my.salesforce.com/?id=0015e00001NWBNK        | That link shows no single Account.",
                "https://acme.lightning.force.com/lightning/o/Account/list | That link shows no single Account.",
                "https://acme.lightning.force.com/lightning/r/OpportunityTeam/list | That link shows no single Account.",
                "https://acme.my.salesforce.com/0015e00001NWBN             | The id in that link has 14 characters",
                "https://acme.my.salesforce.com/0015e00001NWBNKAA          | The id in that link has 17 characters",
                "https://acme.my.salesforce.com/0015e00001NWBNKAAA         | The id in that link has a typing error: copy",
            })
    void whatever_else_is_typed_gets_words_that_say_what_to_do(String typed, String begins) {
        SalesforceLink.Parsed parsed = SalesforceLink.account(typed);
        assertThat(parsed.id()).isEmpty();
        assertThat(parsed.complaint().orElse("")).startsWith(begins).containsAnyOf("Copy", "copy", "Paste");
    }

    @Test
    void any_id_in_any_form_of_link_is_found_again() {
        Seeded.always(random -> {
            SalesforceId id = SalesforceIdTest.someId(random);
            String written = random.nextBoolean() ? id.value15() : id.value18();
            boolean account = id.kind() == SalesforceId.Kind.ACCOUNT;
            String link = random.nextBoolean()
                    ? "https://acme.my.salesforce.com/" + written
                    : "https://acme.lightning.force.com/lightning/r/" + (account ? "Account/" : "Opportunity/")
                            + written + "/view";
            assertThat((account ? SalesforceLink.account(link) : SalesforceLink.opportunity(link)).id())
                    .contains(id);
            assertThat((account ? SalesforceLink.opportunity(link) : SalesforceLink.account(link)).id())
                    .isEmpty();
        });
    }

    @Test
    void whatever_is_typed_gets_an_answer_and_never_a_fault() {
        String keys = "htps:/.%[]@|<>#? 0156aZé\u0000\n";
        Seeded.always(random -> {
            StringBuilder typed = new StringBuilder(random.nextBoolean() ? "https://acme.my.salesforce.com/" : "");
            for (int i = random.nextInt(30); i >= 0; i--) {
                typed.append(keys.charAt(random.nextInt(keys.length())));
            }
            SalesforceLink.Parsed parsed = SalesforceLink.account(typed.toString());
            assertThat(parsed.id().isPresent()).isNotEqualTo(parsed.complaint().isPresent());
        });
    }
}
