package dev.baton.request;

import dev.baton.account.Account;
import dev.baton.account.Money;
import dev.baton.account.Names;
import dev.baton.account.Opportunity;
import dev.baton.account.Roster;
import dev.baton.handbook.Field;
import dev.baton.handbook.Handbook;
import dev.baton.request.CsmRequest.Wish;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What an edit changed, in words for the manager. */
final class Differences {
    private Differences() {}

    /** Such as {@code Stage: 4-Proposal → 5-Negotiating; LAM: $1.2M → $2M}; empty when nothing changed. */
    static String between(
            RequestView before, Account account, Opportunity opportunity, Wish wish, Optional<String> seller) {
        Roster roster = before.roster();
        Map<String, String> old =
                facts(before.account(), before.opportunity(), before.request().wish(), roster, before.handbook());
        Map<String, String> now = facts(account, opportunity, wish, roster, before.handbook());
        String executive = before.handbook().label(Field.ACCOUNT_EXECUTIVE);
        old.put(executive, before.seller().map(before::name).orElse(""));
        now.put(executive, seller.map(before::name).orElse(""));
        return now.entrySet().stream()
                .filter(fact -> !fact.getValue().equals(old.get(fact.getKey())))
                .map(fact -> fact.getKey() + ": " + said(old.get(fact.getKey())) + " → " + said(fact.getValue()))
                .collect(Collectors.joining("; "));
    }

    private static Map<String, String> facts(
            Account account, Opportunity opportunity, Wish wish, Roster roster, Handbook handbook) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("Stage", opportunity.stage().label());
        facts.put("Expected close date", opportunity.closeDate().toString());
        facts.put("LAM", opportunity.lam().toString());
        facts.put(
                handbook.words().dealValue(),
                opportunity.arr().map(Money::toString).orElse(""));
        facts.put("Segment", account.segment().label());
        facts.put("Region", account.region());
        facts.put("Deployment", account.deployment().map(each -> each.label()).orElse(""));
        facts.put("Project", account.projectUrl().orElse(""));
        facts.put(
                "Preferred", wish.preferredCsm().map(id -> Names.of(id, roster)).orElse(""));
        facts.put("Notes", wish.notes().orElse(""));
        return facts;
    }

    private static String said(@Nullable String value) {
        return value == null || value.isEmpty() ? "none" : value;
    }
}
