package dev.baton.account;

import dev.baton.handbook.Deployment;
import dev.baton.handbook.Role;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Accounts as processes see and change them. Each change writes its own history line and is told, inside the transaction, to
 * those who react to it: a process that sets a fact need not know who else cares.
 */
public final class Accounts {
    private final AccountStore store;
    private final HistoryStore history;
    private final StandIns standIns;
    private final List<Listener> listeners = new ArrayList<>();

    /** Accounts of people of whom nobody is ever away. */
    public Accounts(AccountStore store, HistoryStore history) {
        this(store, history, (read, person) -> List.of());
    }

    public Accounts(AccountStore store, HistoryStore history, StandIns standIns) {
        this.store = store;
        this.history = history;
        this.standIns = standIns;
    }

    /** For whom somebody stands in now. */
    @FunctionalInterface
    public interface StandIns {
        List<String> absent(Handle read, String person);
    }

    /** Reacts to facts. Neither refuses nor does I/O beyond the transaction it is given. */
    public interface Listener {
        /** The account is new (then {@code before} is empty) or differs from what it was. */
        default void accountChanged(Act act, Optional<Account> before, Account after) {}

        /** The opportunity is new (then {@code before} is empty) or differs from what it was. */
        default void opportunityChanged(Act act, Optional<Opportunity> before, Opportunity after) {}

        /** Somebody joined the team, left it, or took somebody's place. */
        default void teamChanged(
                Act act, SalesforceId account, Role role, Optional<String> before, Optional<String> after) {}
    }

    /** Registers somebody who reacts; the whole list stands in {@code Reactions}. */
    public void onChange(Listener listener) {
        listeners.add(listener);
    }

    public Optional<Account> account(Handle read, SalesforceId id) {
        return store.account(read, id);
    }

    /**
     * An account that something else refers to.
     *
     * @throws IllegalStateException when there is none
     */
    public Account existing(Handle read, SalesforceId id) {
        return store.account(read, id).orElseThrow(() -> new IllegalStateException("no account " + id));
    }

    /** Those whose name or codename is exactly this, but for case. */
    public List<Account> named(Handle read, String name) {
        return store.named(read, name);
    }

    /** The Salesforce host that links have shown. */
    public Optional<String> salesforceHost(Handle read) {
        return store.known(read, "salesforce");
    }

    /** Links can then be offered where only ids are known. The first one stands: a pasted link may be a sandbox's. */
    public void learnSalesforceHost(Act act, String host) {
        if (salesforceHost(act.handle()).isEmpty()) {
            store.learn(act, "salesforce", host);
        }
    }

    /** Those that nobody serves, neither a CSM nor the pool. */
    public List<Account> unserved(Handle read) {
        return store.unserved(read);
    }

    public List<Opportunity> opportunities(Handle read, SalesforceId account) {
        return store.opportunities(read, account);
    }

    public Optional<Opportunity> opportunity(Handle read, SalesforceId id) {
        return store.opportunity(read, id);
    }

    /** Who serves the account, by role. */
    public Map<Role, String> team(Handle read, SalesforceId account) {
        return store.team(read, account);
    }

    /** Where somebody serves, and as what. */
    public List<Place> places(Handle read, String person) {
        return store.places(read, person);
    }

    /** Everybody who serves an account. */
    public List<String> serving(Handle read) {
        return store.serving(read);
    }

    /** How somebody stands to an account; whoever stands in for an absent person stands as that person does. */
    public Who who(Handle read, String person, Account account, Roster roster, Optional<String> requester) {
        Routing routing = Routing.of(roster, account.region(), account.segment());
        boolean postSales = account.phase() == Account.Phase.POST_SALES;
        List<String> absent = standIns.absent(read, person);
        return Who.of(person, absent, roster, routing, team(read, account.id()), requester, postSales);
    }

    /** Saves an account, new or changed; an unchanged one leaves no trace. */
    public void save(Act act, Account after) {
        Optional<Account> before = store.account(act.handle(), after.id());
        Map<String, String> changes = changes(before.map(Accounts::facts).orElse(Map.of()), facts(after));
        if (changes.isEmpty()) {
            return;
        }
        store.save(act, after);
        history.add(act, after.id(), "account", before.isEmpty() ? "account.added" : "account.changed", said(changes));
        listeners.forEach(listener -> listener.accountChanged(act, before, after));
    }

    /** Saves an opportunity, new or changed; an unchanged one leaves no trace. Its account must be there. */
    public void save(Act act, Opportunity after) {
        Optional<Opportunity> before = store.opportunity(act.handle(), after.id());
        Map<String, String> changes = changes(before.map(Accounts::facts).orElse(Map.of()), facts(after));
        if (changes.isEmpty()) {
            return;
        }
        store.save(act, after);
        String event = before.isEmpty() ? "opportunity.added" : "opportunity.changed";
        history.add(act, after.account(), "opportunity:" + after.id().value15(), event, said(changes));
        listeners.forEach(listener -> listener.opportunityChanged(act, before, after));
    }

    /** Puts a person into a role of the account's team, in place of whoever held it. */
    public void staff(Act act, SalesforceId account, Role role, String person) {
        Optional<String> before =
                Optional.ofNullable(team(act.handle(), account).get(role));
        if (!before.equals(Optional.of(person))) {
            store.saveTeam(act, account, role, person);
            teamChanged(act, account, role, before, Optional.of(person));
        }
    }

    /** Nobody holds this role of the account's team any more. */
    public void unstaff(Act act, SalesforceId account, Role role) {
        Optional<String> before =
                Optional.ofNullable(team(act.handle(), account).get(role));
        if (before.isPresent()) {
            store.clearTeam(act, account, role);
            teamChanged(act, account, role, before, Optional.empty());
        }
    }

    private void teamChanged(
            Act act, SalesforceId account, Role role, Optional<String> before, Optional<String> after) {
        String now = after.orElse("none");
        String said = role.name() + ": " + before.map(person -> person + " → ").orElse("") + now;
        history.add(act, account, "account", "team.changed", said);
        listeners.forEach(listener -> listener.teamChanged(act, account, role, before, after));
    }

    private static Map<String, String> facts(Account account) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("name", account.name());
        facts.put("segment", account.segment().label());
        facts.put("region", account.region());
        facts.put("deployment", account.deployment().map(Deployment::label).orElse(""));
        facts.put("codename", account.codename().orElse(""));
        facts.put("channel", account.channel().orElse(""));
        facts.put("csm", account.csm().orElse(""));
        facts.put("phase", account.phase() == Account.Phase.PRE_SALES ? "pre-sales" : "post-sales");
        facts.put("project", account.projectUrl().orElse(""));
        facts.put("tier", account.tier().map(Tier::label).orElse(""));
        for (Information place : Information.values()) {
            facts.put(
                    place.label(),
                    Optional.ofNullable(account.information().get(place)).orElse(""));
        }
        return facts;
    }

    private static Map<String, String> facts(Opportunity opportunity) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("stage", opportunity.stage().label());
        facts.put("close", opportunity.closeDate().toString());
        facts.put("LAM", opportunity.lam().full());
        facts.put("ARR", opportunity.arr().map(Money::full).orElse(""));
        return facts;
    }

    private static Map<String, String> changes(Map<String, String> before, Map<String, String> after) {
        Map<String, String> changes = new LinkedHashMap<>();
        after.forEach((fact, value) -> {
            String old = before.getOrDefault(fact, "");
            if (!Objects.equals(old, value)) {
                changes.put(fact, old.isEmpty() ? value : old + " → " + (value.isEmpty() ? "none" : value));
            }
        });
        return changes;
    }

    private static String said(Map<String, String> changes) {
        StringBuilder words = new StringBuilder();
        changes.forEach((fact, value) -> words.append(words.isEmpty() ? "" : "; ")
                .append(fact)
                .append(": ")
                .append(value));
        return words.toString();
    }
}
