package dev.baton.account;

import dev.baton.account.Account.Phase;
import dev.baton.handbook.Deployment;
import dev.baton.handbook.LocatedYaml;
import dev.baton.handbook.Misconfigured;
import dev.baton.handbook.OperatorFile;
import dev.baton.handbook.Role;
import dev.baton.handbook.Segment;
import dev.baton.handbook.Stage;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads accounts from a file: what is known when Baton begins. The demo's opening state is one. */
public final class AccountsYaml {
    private static final String CAST = "cast-accounts.yml";

    /**
     * An account as a file states it.
     *
     * @param team by role, Slack ids
     */
    public record Known(Account account, Opportunity opportunity, Map<Role, String> team) {}

    /**
     * What a file states.
     *
     * @param salesforce the host of the company's Salesforce
     */
    public record Opening(Optional<String> salesforce, List<Known> accounts) {}

    private final LocatedYaml root;
    private final Roster roster;

    private AccountsYaml(LocatedYaml root, Roster roster) {
        this.root = root;
        this.roster = roster;
    }

    /** The invented accounts of the demo. */
    public static Opening cast(Roster roster) {
        return parse(CAST, OperatorFile.builtIn(CAST), roster);
    }

    /**
     * The accounts in a text.
     *
     * @throws Misconfigured with every problem of the text, under that file name
     */
    public static Opening parse(String fileName, String text, Roster roster) {
        return new AccountsYaml(LocatedYaml.of(fileName, text), roster).read();
    }

    private Opening read() {
        root.only("salesforce", "accounts");
        List<Optional<Known>> found =
                root.required("accounts").items().stream().map(this::known).toList();
        root.throwProblems();
        List<Known> accounts = found.stream().map(Optional::orElseThrow).toList();
        return new Opening(root.optional("salesforce").text(), accounts);
    }

    /** Empty only where a problem has been noted. */
    private Optional<Known> known(LocatedYaml item) {
        item.only(
                "name",
                "account",
                "opportunity",
                "segment",
                "region",
                "stage",
                "arr",
                "lam",
                "close",
                "team",
                "csm",
                "codename",
                "channel",
                "deployment",
                "tier");
        String name = item.required("name").words();
        Optional<SalesforceId> account = item.required("account").as("a Salesforce id", SalesforceId::parse);
        Optional<SalesforceId> opportunity = item.required("opportunity").as("a Salesforce id", SalesforceId::parse);
        Optional<Segment> segment = item.required("segment").among("a segment", named(Segment.values()));
        Map<String, String> regions =
                roster.regions().keySet().stream().collect(Collectors.toMap(Function.identity(), Function.identity()));
        Optional<String> region = item.required("region").among("a region", regions);
        Optional<Stage> stage = item.required("stage").as("a stage such as 4-Proposal", Stage::parse);
        Optional<Money> lam = item.required("lam").as("an amount such as 1.2M", Money::parse);
        Optional<Money> arr = item.optional("arr").as("an amount such as 420k", Money::parse);
        Optional<LocalDate> close = item.required("close").as("a day such as 2024-04-15", AccountsYaml::day);
        Map<Role, String> team = team(item.optional("team"));
        Optional<String> csm = person(item.optional("csm"));
        Optional<Deployment> deployment = item.optional("deployment").among("a deployment", named(Deployment.values()));
        Optional<Tier> tier = item.optional("tier").as("a subscription tier such as Premium", Tier::parse);
        if (account.isEmpty() || opportunity.isEmpty() || segment.isEmpty() || region.isEmpty()) {
            return Optional.empty();
        }
        if (stage.isEmpty() || lam.isEmpty() || close.isEmpty()) {
            return Optional.empty();
        }
        csm.ifPresent(person -> team.put(Role.CSM, person));
        return Optional.of(new Known(
                new Account(
                        account.get(),
                        name,
                        segment.get(),
                        region.get(),
                        deployment,
                        item.optional("codename").text(),
                        item.optional("channel").text(),
                        csm,
                        stage.get() == Stage.CLOSED_WON ? Phase.POST_SALES : Phase.PRE_SALES,
                        Optional.empty(),
                        tier,
                        Map.of(),
                        0),
                Opportunity.create(opportunity.get(), account.get(), stage.get(), close.get(), lam.get(), arr),
                team));
    }

    private Map<Role, String> team(LocatedYaml place) {
        Map<Role, String> team = new LinkedHashMap<>();
        place.entriesAmong("a role", named(Role.values()))
                .forEach((role, who) -> person(who).ifPresent(person -> team.put(role, person)));
        return team;
    }

    private Optional<String> person(LocatedYaml place) {
        return place.as("somebody of the people file", id -> roster.person(id).map(Person::slackId));
    }

    private static <E extends Enum<E>> Map<String, E> named(E[] values) {
        return Arrays.stream(values).collect(Collectors.toMap(Enum::name, Function.identity()));
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
