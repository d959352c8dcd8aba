package dev.baton.card;

import dev.baton.account.Account;
import dev.baton.account.AccountStore;
import dev.baton.account.Accounts;
import dev.baton.account.Act;
import dev.baton.account.Acts;
import dev.baton.account.Composition;
import dev.baton.account.HistoryStore;
import dev.baton.account.Names;
import dev.baton.account.Opportunity;
import dev.baton.account.Permissions;
import dev.baton.account.Person;
import dev.baton.account.Profile;
import dev.baton.account.Refusal;
import dev.baton.account.Roster;
import dev.baton.account.Routing;
import dev.baton.account.SalesforceId;
import dev.baton.account.Who;
import dev.baton.card.Sheet.Merged;
import dev.baton.handbook.Handbook;
import dev.baton.handbook.Role;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Sets accounts right, and adds those that are missing. */
final class EditDesk {
    private final Acts acts;
    private final Handbook handbook;
    private final Roster roster;
    private final Permissions permissions;
    private final Accounts accounts;
    private final AccountStore store;
    private final HistoryStore history;

    EditDesk(
            Acts acts,
            Handbook handbook,
            Roster roster,
            Permissions permissions,
            Accounts accounts,
            AccountStore store,
            HistoryStore history) {
        this.acts = acts;
        this.handbook = handbook;
        this.roster = roster;
        this.permissions = permissions;
        this.accounts = accounts;
        this.store = store;
        this.history = history;
    }

    /** The form with everything that is known. */
    EditForm editing(String person, SalesforceId id) {
        return acts.read(read -> {
            Account account = existing(read, id);
            requireEditor(read, person, account);
            Optional<Opportunity> deal = Opportunity.leading(accounts.opportunities(read, id));
            Map<Role, String> team = accounts.team(read, id);
            Sheet sheet = Sheet.of(account.profile(), team, deal);
            return new EditForm(
                    Optional.of(id), deal.map(Opportunity::id), sheet, Stamp.of(sheet), toSetRight(account, team));
        });
    }

    /** The form for an account that is missing, with the asker on its team. */
    EditForm adding(String person, String name) {
        requireAdder(person);
        Optional<Person> asker = roster.person(person);
        Map<Role, String> team = new EnumMap<>(Role.class);
        asker.flatMap(one -> Sheet.ROLES.stream().filter(one::has).findFirst())
                .filter(role -> role != Role.SA)
                .ifPresent(role -> team.put(role, person));
        String region = asker.map(Person::regions)
                .filter(regions -> regions.size() == 1)
                .map(regions -> regions.get(0))
                .orElse("");
        Sheet sheet = Sheet.blank(name, region, team);
        return new EditForm(Optional.empty(), Optional.empty(), sheet, Stamp.of(sheet), List.of());
    }

    /**
     * Saves what was typed.
     *
     * @return the account's id
     * @throws Contradicted when somebody else set the same field otherwise meanwhile; nothing is saved then
     */
    SalesforceId save(String person, String gesture, EditForm form) {
        String saved = acts.once(person, gesture, "modal", act -> {
            SalesforceId id = form.account().orElseThrow(EditDesk::unknown);
            Account account = existing(act.handle(), id);
            requireEditor(act.handle(), person, account);
            Optional<Opportunity> deal = form.opportunity().flatMap(one -> accounts.opportunity(act.handle(), one));
            Sheet now = Sheet.of(account.profile(), accounts.team(act.handle(), id), deal);
            Merged merged = form.sheet().onto(now, form.stamp());
            if (!merged.overtaken().isEmpty()) {
                throw contradicted(act, form, now, merged.overtaken());
            }
            if (!merged.sheet().equals(now)) {
                apply(act, account, deal, now, merged.sheet());
            }
            return id.value15();
        });
        return new SalesforceId(saved);
    }

    /**
     * Adds an account.
     *
     * @return its id
     * @throws Refusal when it is known already
     */
    SalesforceId add(String person, String gesture, SalesforceId id, Sheet sheet) {
        String added = acts.once(person, gesture, "modal", act -> {
            requireAdder(person);
            accounts.account(act.handle(), id).ifPresent(known -> {
                Rights rights = Rights.of(permissions, known, who(act.handle(), person, known));
                throw Refusal.at(
                        Filled.LINK,
                        "This account is here already: " + rights.nameOf(known) + ". Look for it with /account.");
            });
            Profile profile = sheet.profile();
            accounts.save(
                    act,
                    Account.create(id, profile.name(), profile.segment(), profile.region())
                            .with(profile));
            Sheet.ROLES.forEach(
                    role -> sheet.said(Sheet.field(role)).ifPresent(member -> accounts.staff(act, id, role, member)));
            return id.value15();
        });
        return new SalesforceId(added);
    }

    private void apply(Act act, Account account, Optional<Opportunity> deal, Sheet before, Sheet after) {
        store.hold(act, account);
        accounts.save(act, existing(act.handle(), account.id()).with(after.profile()));
        deal.ifPresent(one -> accounts.save(act, after.on(one)));
        for (Role role : Sheet.ROLES) {
            String field = Sheet.field(role);
            if (!before.get(field).equals(after.get(field))) {
                after.said(field)
                        .ifPresentOrElse(
                                person -> accounts.staff(act, account.id(), role, person),
                                () -> accounts.unstaff(act, account.id(), role));
            }
        }
    }

    /** Of the CSM nothing: who that is, nobody types. */
    private List<String> toSetRight(Account account, Map<Role, String> team) {
        return Composition.of(account, team, Optional.empty(), Optional.empty(), Optional.empty(), handbook, roster)
                .warnings(handbook);
    }

    private Contradicted contradicted(Act act, EditForm form, Sheet now, List<String> fields) {
        SalesforceId id = form.account().orElseThrow(EditDesk::unknown);
        String who = history.of(act.handle(), id, 1).stream()
                .map(line -> Names.of(line.actor(), roster))
                .findFirst()
                .orElse("Somebody");
        List<String> notes = new ArrayList<>();
        notes.add(who + " changed this account while you were typing. Nothing of yours is lost; what you submit now"
                + " replaces the following.");
        Stamp stamp = form.stamp();
        for (String field : fields) {
            notes.add(Labels.of(field, handbook) + " is now: " + shown(field, now));
            stamp = stamp.told(field, now.get(field));
        }
        return new Contradicted(new EditForm(form.account(), form.opportunity(), form.sheet(), stamp, notes));
    }

    private String shown(String field, Sheet now) {
        String value = now.get(field);
        return value.isEmpty() ? "empty" : Labels.value(field, value, roster);
    }

    private void requireEditor(Handle read, String person, Account account) {
        Routing routing = Routing.of(roster, account.region(), account.segment());
        permissions.require(Rights.EDIT, who(read, person, account), roster, routing);
    }

    private Who who(Handle read, String person, Account account) {
        return accounts.who(read, person, account, roster, Optional.empty());
    }

    private void requireAdder(String person) {
        Who asker = Who.of(person, roster, Routing.nobody(), Map.of(), Optional.empty(), false);
        permissions.require(Rights.ADD, asker, roster, Routing.nobody());
    }

    private Account existing(Handle read, SalesforceId id) {
        return accounts.account(read, id).orElseThrow(EditDesk::unknown);
    }

    private static Refusal unknown() {
        return new Refusal("This account is not here any more. Look for it again with /account.");
    }
}
