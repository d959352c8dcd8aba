package dev.baton.request;

import dev.baton.account.Account;
import dev.baton.account.Account.Audience;
import dev.baton.account.Composition;
import dev.baton.account.Money;
import dev.baton.account.Opportunity;
import dev.baton.account.SalesforceId;
import dev.baton.handbook.Role;
import dev.baton.handbook.Stage;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/** What the form shows before anything is typed; empty where nothing is known. */
record Prefill(
        String accountName,
        String accountLink,
        String opportunityLink,
        Optional<Stage> stage,
        Optional<LocalDate> closeDate,
        String lam,
        String arr,
        String segment,
        String region,
        String deployment,
        String accountExecutive,
        String projectLink,
        String preferredCsm,
        String notes) {

    /** Of an account nobody has told Baton about. */
    static Prefill of(String accountName, String region) {
        return new Prefill(
                accountName, "", "", Optional.empty(), Optional.empty(), "", "", "", region, "", "", "", "", "");
    }

    /**
     * What is known of an account and its leading opportunity.
     *
     * @param host the Salesforce host that links have shown, when one has
     * @param amounts whether this reader may see ARR and LAM
     */
    static Prefill of(
            Account account,
            Optional<Opportunity> opportunity,
            Map<Role, String> team,
            Optional<String> host,
            boolean amounts) {
        return new Prefill(
                account.nameFor(Audience.TEAM),
                link(host, account.id()),
                opportunity.map(each -> link(host, each.id())).orElse(""),
                opportunity.map(Opportunity::stage),
                opportunity.map(Opportunity::closeDate),
                opportunity
                        .filter(each -> amounts)
                        .map(each -> each.lam().toString())
                        .orElse(""),
                opportunity
                        .filter(each -> amounts)
                        .flatMap(Opportunity::arr)
                        .map(Money::toString)
                        .orElse(""),
                account.segment().name(),
                account.region(),
                account.deployment().map(Enum::name).orElse(""),
                Composition.seller(team).orElse(""),
                account.projectUrl().orElse(""),
                "",
                "");
    }

    /** The same with what the requester had wished for. */
    Prefill with(CsmRequest.Wish wish) {
        return new Prefill(
                accountName,
                accountLink,
                opportunityLink,
                stage,
                closeDate,
                lam,
                arr,
                segment,
                region,
                deployment,
                accountExecutive,
                projectLink,
                wish.preferredCsm().orElse(""),
                wish.notes().orElse(""));
    }

    /** For who may not see what nobody has typed for them. */
    Prefill withoutDealValue() {
        return new Prefill(
                accountName,
                accountLink,
                opportunityLink,
                stage,
                closeDate,
                lam,
                "",
                segment,
                region,
                deployment,
                accountExecutive,
                projectLink,
                preferredCsm,
                notes);
    }

    private static String link(Optional<String> host, SalesforceId id) {
        return host.map(known -> "https://" + known + "/" + id.value15()).orElse("");
    }
}
