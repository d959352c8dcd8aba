package dev.baton.request;

import dev.baton.account.Composition;
import dev.baton.account.Money;
import dev.baton.account.Person;
import dev.baton.account.Refusal;
import dev.baton.account.Roster;
import dev.baton.account.SalesforceId;
import dev.baton.account.SalesforceLink;
import dev.baton.handbook.Deployment;
import dev.baton.handbook.GateReason;
import dev.baton.handbook.Handbook;
import dev.baton.handbook.Role;
import dev.baton.handbook.Segment;
import dev.baton.handbook.Stage;
import dev.baton.slack.Form;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The request form, read: complete and typed, or an error under every wrong field at once.
 *
 * @param salesforceHost the Salesforce of this company, as the link shows it
 * @param lam US dollars
 * @param arr US dollars; blank is allowed and leaves the qualification unknown
 * @param admission what the gate said of stage and evidence
 */
record Intake(
        String accountName,
        SalesforceId account,
        String salesforceHost,
        SalesforceId opportunity,
        Stage stage,
        LocalDate closeDate,
        Money lam,
        Optional<Money> arr,
        Segment segment,
        String region,
        Optional<Deployment> deployment,
        Optional<Person> accountExecutive,
        Optional<String> projectUrl,
        Optional<Person> preferredCsm,
        Optional<String> notes,
        Admission admission) {

    static final String ACCOUNT_NAME = "account_name";
    static final String ACCOUNT_LINK = "account_link";
    static final String OPPORTUNITY_LINK = "opportunity_link";
    static final String STAGE = "stage";
    static final String CLOSE_DATE = "close_date";
    static final String LAM = "lam";
    static final String ARR = "arr";
    static final String SEGMENT = "segment";
    static final String REGION = "region";
    static final String DEPLOYMENT = "deployment";
    static final String ACCOUNT_EXECUTIVE = "account_executive";
    static final String PROJECT_LINK = "project_link";
    static final String PREFERRED_CSM = "preferred_csm";
    static final String NOTES = "notes";
    static final String EVIDENCE = "evidence";
    static final String PRESENTED_ON = "presented_on";

    static final String NEXT_STEPS = "NEXT_STEPS";

    private static final int LONGEST_NAME = 120;

    /**
     * Reads the form.
     *
     * @param today the requester's calendar day
     * @throws Form.Rejected with every wrong field
     */
    static Intake read(Form form, Roster roster, Handbook handbook, LocalDate today) {
        return read(form, roster, handbook, today, Optional.empty());
    }

    /** What the gate has said of a request already, at this stage. */
    record Kept(Stage stage, Admission admission) {}

    /** The same for a request that exists. */
    static Intake read(Form form, Roster roster, Handbook handbook, LocalDate today, Optional<Kept> kept) {
        Optional<String> name = name(form);
        Optional<SalesforceLink.Found> account = link(form, ACCOUNT_LINK, SalesforceLink::account, "Account");
        Optional<SalesforceLink.Found> opportunity =
                link(form, OPPORTUNITY_LINK, SalesforceLink::opportunity, "Opportunity");
        Optional<Stage> stage = mandatory(form, STAGE, choice(form, STAGE, Stage.values()), "Choose the stage.");
        Optional<LocalDate> closeDate = mandatory(
                form, CLOSE_DATE, form.date(CLOSE_DATE), "Choose the day on which the deal is expected to close.");
        if (stage.filter(Stage::open).isPresent()
                && closeDate.filter(today::isAfter).isPresent()) {
            form.error(
                    CLOSE_DATE,
                    "This day is past, and at " + stage.get().label()
                            + " the deal is still open. Choose the day it is now expected to close.");
        }
        Optional<Money> lam = mandatory(
                form,
                LAM,
                form.text(LAM).isPresent() ? money(form, LAM) : Optional.empty(),
                "Type the LAM in US dollars, such as 1.2M. The handbook asks for it with every request.");
        Optional<Money> arr = money(form, ARR);
        Optional<Segment> segment =
                mandatory(form, SEGMENT, choice(form, SEGMENT, Segment.values()), "Choose the sales segment.");
        Optional<String> region = mandatory(
                form, REGION, form.choice(REGION).filter(roster.regions()::containsKey), "Choose the region.");
        Optional<Person> seller =
                person(form, roster, ACCOUNT_EXECUTIVE, Composition.SELLERS, "sells (" + sellers(handbook) + ")");
        Optional<Person> preferred = person(
                form,
                roster,
                PREFERRED_CSM,
                Set.of(Role.CSM),
                "is " + handbook.words().aCsm());
        Optional<String> project = project(form);
        Optional<Admission> admission = stage.flatMap(chosen -> kept.filter(before -> before.stage() == chosen)
                .map(Kept::admission)
                .or(() -> admission(form, new Gate(handbook), chosen, today)));
        form.orRefuse();
        return new Intake(
                name.orElseThrow(),
                account.orElseThrow().found(),
                URI.create(account.orElseThrow().link()).getHost(),
                opportunity.orElseThrow().found(),
                stage.orElseThrow(),
                closeDate.orElseThrow(),
                lam.orElseThrow(),
                arr,
                segment.orElseThrow(),
                region.orElseThrow(),
                choice(form, DEPLOYMENT, Deployment.values()),
                seller,
                project,
                preferred,
                form.text(NOTES),
                admission.orElseThrow());
    }

    /** What was typed behind the command, as the name of an account; what is too long for one is cut. */
    static String named(String typed) {
        String name = typed.replaceAll("\\s+", " ").strip();
        return name.codePointCount(0, name.length()) <= LONGEST_NAME
                ? name
                : name.substring(0, name.offsetByCodePoints(0, LONGEST_NAME));
    }

    private static String sellers(Handbook handbook) {
        return Composition.SELLERS.stream().map(handbook::label).sorted().collect(Collectors.joining(" or "));
    }

    private static Optional<String> name(Form form) {
        Optional<String> name = mandatory(
                form,
                ACCOUNT_NAME,
                form.text(ACCOUNT_NAME).map(typed -> typed.replaceAll("\\s+", " ")),
                "Type the customer's name.");
        if (name.filter(typed -> typed.length() > LONGEST_NAME).isPresent()) {
            form.error(ACCOUNT_NAME, "A name has at most " + LONGEST_NAME + " characters. Shorten it.");
        }
        return name;
    }

    private static Optional<SalesforceLink.Found> link(
            Form form, String field, Function<String, SalesforceLink.Parsed> parse, String what) {
        Optional<SalesforceLink.Parsed> parsed = form.text(field).map(parse);
        if (parsed.isEmpty()) {
            form.error(field, "Paste the link of the " + what + " in Salesforce.");
        }
        parsed.flatMap(SalesforceLink.Parsed::complaint).ifPresent(words -> form.error(field, words));
        return parsed.filter(SalesforceLink.Found.class::isInstance).map(SalesforceLink.Found.class::cast);
    }

    private static Optional<Money> money(Form form, String field) {
        Optional<String> typed = form.text(field);
        Optional<Money> money = typed.flatMap(Money::parse);
        if (typed.isPresent() && money.isEmpty()) {
            form.error(field, "That is not an amount. Type US dollars as 250000, $250k, 1.2M or 1,200,000.");
        }
        return money;
    }

    /** A wrong person is refused by name. */
    private static Optional<Person> person(
            Form form, Roster roster, String field, Collection<Role> roles, String does) {
        Optional<String> picked = form.user(field).or(() -> form.choice(field));
        if (picked.isEmpty()) {
            return Optional.empty();
        }
        Optional<Person> person = roster.person(picked.get());
        if (person.isEmpty()) {
            form.error(field, "I do not know this person. Pick somebody who " + does + ", or leave it empty.");
        } else if (person.get().roles().stream().noneMatch(roles::contains)) {
            form.error(
                    field,
                    person.get().name() + " is in the people file, but not as somebody who " + does
                            + ". Pick another person, or leave it empty.");
        }
        return person;
    }

    private static Optional<String> project(Form form) {
        Optional<String> typed = form.text(PROJECT_LINK);
        if (typed.isPresent() && !https(typed.get())) {
            form.error(PROJECT_LINK, "That is not a link. Paste the project's address; it begins with https://.");
        }
        return typed;
    }

    private static boolean https(String typed) {
        try {
            URI address = new URI(typed);
            return "https".equalsIgnoreCase(address.getScheme()) && address.getHost() != null && typed.length() <= 2000;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static Optional<Admission> admission(Form form, Gate gate, Stage stage, LocalDate today) {
        Set<String> boxes = form.boxes(EVIDENCE);
        Set<GateReason> ticked = Arrays.stream(GateReason.values())
                .filter(reason -> boxes.contains(reason.name()))
                .collect(Collectors.toSet());
        Evidence evidence = new Evidence(ticked, boxes.contains(NEXT_STEPS), form.date(PRESENTED_ON));
        try {
            return Optional.of(gate.admit(stage, evidence, today));
        } catch (Refusal refusal) {
            form.error(refusal.field().orElse(STAGE), refusal.words());
            return Optional.empty();
        }
    }

    private static <T> Optional<T> mandatory(Form form, String field, Optional<T> value, String otherwise) {
        if (value.isEmpty()) {
            form.error(field, otherwise);
        }
        return value;
    }

    private static <E extends Enum<E>> Optional<E> choice(Form form, String field, E[] values) {
        List<E> all = Arrays.asList(values);
        return form.choice(field)
                .flatMap(chosen ->
                        all.stream().filter(each -> each.name().equals(chosen)).findFirst());
    }
}
