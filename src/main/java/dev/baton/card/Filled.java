package dev.baton.card;

import dev.baton.account.Composition;
import dev.baton.account.Information;
import dev.baton.account.Money;
import dev.baton.account.Names;
import dev.baton.account.Person;
import dev.baton.account.Roster;
import dev.baton.account.SalesforceId;
import dev.baton.account.SalesforceLink;
import dev.baton.handbook.Handbook;
import dev.baton.handbook.Role;
import dev.baton.handbook.Segment;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The form as somebody filled it in, each value brought into its one spelling, with a word for every field that is wrong.
 *
 * @param account the id in the Salesforce link, on the form that adds an account
 * @param errors field to what to do, in the order of the form
 */
record Filled(Sheet sheet, Optional<SalesforceId> account, Map<String, String> errors) {
    static final String LINK = "account_link";

    private static final int LONGEST_NAME = 120;
    private static final int LONGEST_LINK = 2000;

    /** Reads the form that edits a known account. */
    static Filled edit(Map<String, String> typed, Roster roster, Handbook handbook) {
        Reading reading = new Reading(typed, roster, handbook);
        return new Filled(reading.sheet(), Optional.empty(), reading.errors);
    }

    /** Reads the form that adds an account, which has a Salesforce link besides. */
    static Filled add(Map<String, String> typed, Roster roster, Handbook handbook) {
        Reading reading = new Reading(typed, roster, handbook);
        Optional<SalesforceId> account = reading.link();
        return new Filled(reading.sheet(), account, reading.errors);
    }

    /** One pass over the form. */
    private static final class Reading {
        private final Map<String, String> typed;
        private final Roster roster;
        private final Handbook handbook;
        private final Map<String, String> values = new LinkedHashMap<>();
        private final Map<String, String> errors = new LinkedHashMap<>();

        private Reading(Map<String, String> typed, Roster roster, Handbook handbook) {
            this.typed = typed;
            this.roster = roster;
            this.handbook = handbook;
        }

        private Optional<SalesforceId> link() {
            Optional<SalesforceLink.Parsed> parsed = said(LINK).map(SalesforceLink::account);
            if (parsed.isEmpty()) {
                errors.put(LINK, "Paste the link of the Account in Salesforce: it is how accounts are told apart.");
            }
            parsed.flatMap(SalesforceLink.Parsed::complaint).ifPresent(words -> errors.put(LINK, words));
            return parsed.flatMap(SalesforceLink.Parsed::id);
        }

        private Sheet sheet() {
            name(Sheet.NAME, "Type the customer's name.");
            mandatory(Sheet.SEGMENT, "Choose the sales segment.");
            region();
            values.put(Sheet.DEPLOYMENT, said(Sheet.DEPLOYMENT).orElse(""));
            name(Sheet.CODENAME, "");
            codename();
            values.put(Sheet.TIER, said(Sheet.TIER).orElse(""));
            values.put(Sheet.CHANNEL, said(Sheet.CHANNEL).orElse(""));
            for (Information place : Information.values()) {
                address(Sheet.field(place));
            }
            Sheet.ROLES.forEach(this::person);
            pooled();
            amounts();
            return new Sheet(values);
        }

        private void name(String field, String ifMissing) {
            String name =
                    said(field).map(words -> words.replaceAll("\\s+", " ")).orElse("");
            if (name.isEmpty() && !ifMissing.isEmpty()) {
                errors.put(field, ifMissing);
            } else if (name.length() > LONGEST_NAME) {
                errors.put(field, "A name has at most " + LONGEST_NAME + " characters. Shorten it.");
            }
            values.put(field, name);
        }

        private void mandatory(String field, String ifMissing) {
            Optional<String> value = said(field);
            if (value.isEmpty()) {
                errors.put(field, ifMissing);
            }
            values.put(field, value.orElse(""));
        }

        private void region() {
            mandatory(Sheet.REGION, "Choose the region.");
            said(Sheet.REGION)
                    .filter(region -> !roster.regions().containsKey(region))
                    .ifPresent(region -> errors.put(Sheet.REGION, "There is no such region any more. Choose another."));
        }

        /** A codename that holds the name hides nothing. */
        private void codename() {
            String name = Names.folded(values.getOrDefault(Sheet.NAME, ""));
            String codename = Names.folded(values.getOrDefault(Sheet.CODENAME, ""));
            if (!codename.isEmpty() && !name.isEmpty() && codename.contains(name)) {
                errors.putIfAbsent(
                        Sheet.CODENAME, "This codename gives the name away. Choose one that does not contain it.");
            }
        }

        private void address(String field) {
            String link = said(field).orElse("");
            if (!link.isEmpty() && !https(link)) {
                errors.put(field, "That is not a link. Paste the page's address; it begins with https://.");
            }
            values.put(field, link);
        }

        /** A wrong person is refused by name. */
        private void person(Role role) {
            String field = Sheet.field(role);
            Optional<String> picked = said(field);
            values.put(field, picked.orElse(""));
            if (picked.isEmpty()) {
                return;
            }
            Optional<Person> person = roster.person(picked.get());
            if (person.isEmpty()) {
                errors.put(field, "This person is not in Baton's people file. Pick another, or leave it empty.");
            } else if (!person.get().has(role.held())) {
                errors.put(
                        field,
                        person.get().name() + " is in the people file, but not as " + handbook.label(role.held())
                                + ". Pick another person, or leave it empty.");
            }
        }

        /** Each segment has a place for an SA, on the team or beside it, and not the other. */
        private void pooled() {
            Optional<Segment> segment = Arrays.stream(Segment.values())
                    .filter(each -> said(Sheet.SEGMENT).equals(Optional.of(each.name())))
                    .findFirst();
            for (Role place : List.of(Role.SA, Role.SERVICING_SA)) {
                said(Sheet.field(place))
                        .flatMap(person -> segment.flatMap(one -> Composition.misplaced(place, one, handbook.words())))
                        .ifPresent(words -> errors.putIfAbsent(Sheet.field(place), words));
            }
        }

        private void amounts() {
            if (!typed.containsKey(Sheet.LAM) && !typed.containsKey(Sheet.ARR)) {
                return;
            }
            money(Sheet.ARR);
            money(Sheet.LAM);
            if (said(Sheet.LAM).isEmpty()) {
                errors.put(Sheet.LAM, "Type the LAM in US dollars, such as 1.2M.");
            }
        }

        private void money(String field) {
            Optional<String> written = said(field);
            Optional<Money> amount = written.flatMap(Money::parse);
            if (written.isPresent() && amount.isEmpty()) {
                errors.put(field, "That is not an amount. Type US dollars as 250000, $250k, 1.2M or 1,200,000.");
            }
            values.put(field, amount.map(Money::toString).orElse(""));
        }

        private Optional<String> said(String field) {
            return Optional.ofNullable(typed.get(field)).filter(value -> !value.isEmpty());
        }

        private static boolean https(String link) {
            try {
                URI address = new URI(link);
                return "https".equalsIgnoreCase(address.getScheme())
                        && address.getHost() != null
                        && link.length() <= LONGEST_LINK;
            } catch (URISyntaxException e) {
                return false;
            }
        }
    }
}
