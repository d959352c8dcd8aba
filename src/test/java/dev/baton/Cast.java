package dev.baton;

import dev.baton.account.Account;
import dev.baton.account.Accounts;
import dev.baton.account.AccountsYaml;
import dev.baton.account.Act;
import dev.baton.account.Opportunity;
import dev.baton.account.People;
import dev.baton.account.Person;
import dev.baton.account.PersonStore;
import dev.baton.account.PreferenceStore;
import dev.baton.account.Roster;
import dev.baton.account.RosterYaml;
import dev.baton.account.SalesforceId;
import dev.baton.handbook.Handbook;
import dev.baton.handbook.Role;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The same invented people and accounts for every test, read from the files the demo reads. */
public final class Cast {
    public static final Handbook HANDBOOK = Handbook.builtIn();
    public static final Roster ROSTER = RosterYaml.cast();

    /** A Monday in the week in which all stories play, afternoon in Madrid and morning in New York. */
    public static final Instant NOW = Instant.parse("2024-03-04T15:00:00Z");

    public static final LocalDate TODAY = LocalDate.of(2024, 3, 4);

    public static final String SOL = "U0SOL";
    public static final String ADA = "U0ADA";
    public static final String REMY = "U0REMY";
    public static final String SAM = "U0SAM";
    public static final String PABLO = "U0PABLO";
    public static final String INES = "U0INES";
    public static final String LENA = "U0LENA";
    public static final String CLEO = "U0CLEO";
    public static final String CYRUS = "U0CYRUS";
    public static final String CORA = "U0CORA";
    public static final String MAYA = "U0MAYA";
    public static final String MONA = "U0MONA";
    public static final String MILO = "U0MILO";
    public static final String OTTO = "U0OTTO";
    /** Somebody the people file does not know. */
    public static final String STRANGER = "U0NOBODY";

    public static final String NORTHWIND = "Northwind Bank";
    public static final String KESTREL = "Kestrel Robotics";
    public static final String FJORD = "Fjord Analytics";
    public static final String HERON = "Heron Retail";
    public static final String TINY_TEAL = "Tiny Teal";
    public static final String HELIO = "Helio Defense";

    private static final List<AccountsYaml.Known> KNOWN =
            AccountsYaml.cast(ROSTER).accounts();

    private Cast() {}

    public static Person person(String id) {
        return ROSTER.person(id).orElseThrow();
    }

    public static Account account(String name) {
        return known(name).account();
    }

    public static Opportunity opportunity(String account) {
        return known(account).opportunity();
    }

    public static Opportunity opportunityOf(SalesforceId account) {
        return KNOWN.stream()
                .map(AccountsYaml.Known::opportunity)
                .filter(each -> each.account().equals(account))
                .findFirst()
                .orElseThrow();
    }

    /** By role, as the account begins. */
    public static Map<Role, String> team(String account) {
        return known(account).team();
    }

    /** The cast with one of its people changed, or one more. */
    public static Roster with(Person changed) {
        List<Person> others = ROSTER.people().stream()
                .filter(each -> !each.slackId().equals(changed.slackId()))
                .toList();
        List<Person> people = new ArrayList<>(others);
        people.add(changed);
        return new Roster(ROSTER.regions(), ROSTER.defaultManager(), ROSTER.cseChannel(), people, ROSTER.fingerprint());
    }

    /** The cast without those who hold a role. */
    public static Roster without(Role role) {
        List<Person> people =
                ROSTER.people().stream().filter(each -> !each.has(role)).toList();
        return new Roster(ROSTER.regions(), ROSTER.defaultManager(), ROSTER.cseChannel(), people, ROSTER.fingerprint());
    }

    /** Makes the cast's accounts known, with their deals and teams. */
    public static void open(Act act, Accounts accounts) {
        KNOWN.forEach(each -> {
            accounts.save(act, each.account());
            accounts.save(act, each.opportunity());
            each.team()
                    .forEach(
                            (role, person) -> accounts.staff(act, each.account().id(), role, person));
        });
    }

    private static AccountsYaml.Known known(String name) {
        Optional<AccountsYaml.Known> found = KNOWN.stream()
                .filter(each -> each.account().name().equals(name))
                .findFirst();
        return found.orElseThrow(() -> new IllegalArgumentException("no account " + name + " in the cast"));
    }

    /** The cast as Baton knows it before anybody chose anything. */
    public static People people() {
        return people(RosterYaml.cast());
    }

    public static People people(Roster roster) {
        return new People(roster, new PersonStore(), new PreferenceStore(), HANDBOOK.timings());
    }
}
