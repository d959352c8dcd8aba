package dev.baton.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.Eventually;
import dev.baton.story.Modal;
import dev.baton.story.Posted;
import java.util.List;
import java.util.stream.Stream;

/** Sam, who asks for a CSM, and presses again when Slack says that it has trouble connecting. */
final class Requester {
    static final String SAM = "U0SAM";
    static final String MAYA = "U0MAYA";
    static final String NOTES = "Hush: they leave Jenkins behind.";
    static final String LAM = "1234567";
    private static final String LINK = "https://acme.my.salesforce.com/";
    private static final String TROUBLE = "trouble connecting";

    private final Ground ground;

    Requester(Ground ground) {
        this.ground = ground;
    }

    /** Asks; returns when Baton has acknowledged. */
    void ask(int account) {
        Modal form = form(account);
        untilAcknowledged(form);
    }

    /** The form for one of the accounts, filled. */
    Modal form(int account) {
        return ground.as(SAM)
                .command("/request-csm " + Ground.name(account))
                .fill("Salesforce account link", LINK + "0015" + Ground.tail(account))
                .fill("Salesforce opportunity link", LINK + "0065" + Ground.tail(account))
                .fill("Opportunity stage", "4-Proposal")
                .fill("Expected close date", "2024-12-13")
                .fill("Landed Addressable Market (LAM)", LAM)
                .fill("Annual recurring revenue (ARR)", "420k")
                .fill("Sales segment", "Enterprise")
                .fill("Region", "Americas East")
                .fill("Notes for the manager", NOTES);
    }

    /** A cold process on a busy machine may miss Slack's three seconds. People press again; that has no second effect. */
    void untilAcknowledged(Modal form) {
        Eventually.that("an acknowledgement", () -> acknowledged(form));
    }

    /** Submits once. */
    boolean acknowledged(Modal form) {
        try {
            form.submit();
            return true;
        } catch (AssertionError refused) {
            if (String.valueOf(refused.getMessage()).contains(TROUBLE)) {
                return false;
            }
            throw refused;
        }
    }

    /** What Sam got when he asked. */
    Posted receipt(int account) {
        return ground.as(SAM).dm("your request for a CSM for " + Ground.name(account));
    }

    /** An earlier press whose answer was lost may have come through meanwhile; then there is nothing left to press. */
    void withdraw(int account) {
        Posted receipt = receipt(account);
        if (receipt.buttons().contains("Withdraw")) {
            receipt.pressOnly("Withdraw");
        }
    }

    /** Card and receipt tell that it was withdrawn, and so does the word to the manager. */
    void readsWithdrawnEverywhere(int account) {
        List<Posted> about = Stream.of(MAYA, SAM)
                .flatMap(person -> ground.as(person).dms().stream())
                .filter(each -> each.says(Ground.name(account)))
                .toList();
        assertThat(about).isNotEmpty().allMatch(each -> each.says("ithdr") && !each.says("Edit"));
    }
}
