package dev.baton.account;

import dev.baton.handbook.GateRule;
import dev.baton.handbook.Handbook;
import dev.baton.handbook.Qualification;
import dev.baton.handbook.Role;
import dev.baton.handbook.Segment;
import dev.baton.handbook.Stage;
import dev.baton.handbook.Vocabulary;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What an account's team must look like (handbook 002:18-35, 004:22, 004:90), and how this one differs. Enterprise: an SAE and
 * an SA. Mid-Market: an AE, and SAs are pooled, so that one serves the account and joins no team. SMB: an advocate, and an SA
 * of Mid-Market helps out. Everywhere a CSM, if the account qualifies for one. Of Public Sector the handbook says nothing; it
 * pools the SAs of Commercial alone, so a Public Sector team is that of Enterprise.
 *
 * @param missing the roles that nobody has and somebody must
 * @param wrong what has to be set right, each a sentence
 * @param toKnow what is as it should be and yet worth a word, each a sentence
 */
public record Composition(List<Role> missing, List<String> wrong, List<String> toKnow) {

    /** Who sells to an account, the one who is asked first where a team has several. */
    public static final List<Role> SELLERS = List.of(Role.SAE, Role.AE, Role.SMB_ADVOCATE);

    /** From when on there should be a CSM: from the stage at which nothing but the stage is needed to ask for one. */
    private static final Set<GateRule> CSM_IS_DUE = EnumSet.of(GateRule.OPEN, GateRule.LATE, GateRule.AFTER_SALE);

    public Composition {
        missing = List.copyOf(missing);
        wrong = List.copyOf(wrong);
        toKnow = List.copyOf(toKnow);
    }

    /**
     * How an account's team stands.
     *
     * @param stage of the leading opportunity
     * @param qualification empty for a reader who may not know it: then nothing is said that would tell
     * @param overriddenBy the manager who gave the account a CSM although it does not qualify
     */
    public static Composition of(
            Account account,
            Map<Role, String> team,
            Optional<Stage> stage,
            Optional<Qualification> qualification,
            Optional<String> overriddenBy,
            Handbook handbook,
            Roster roster) {
        List<Role> missing = new ArrayList<>(needed(account.segment()));
        missing.removeAll(team.keySet());
        boolean csmDue = stage.map(handbook::gate).filter(CSM_IS_DUE::contains).isPresent()
                && qualification.equals(Optional.of(Qualification.CSM));
        if (csmDue && account.csm().isEmpty()) {
            missing.add(Role.CSM);
        }
        Finding finding = new Finding(account, team, handbook.words(), roster);
        List<String> wrong = new ArrayList<>();
        List<String> toKnow = new ArrayList<>();
        finding.misplacedSa().ifPresent(wrong::add);
        qualification
                .flatMap(result -> finding.exception(result, overriddenBy))
                .ifPresent(overriddenBy.isPresent() ? toKnow::add : wrong::add);
        finding.pool().ifPresent(toKnow::add);
        return new Composition(missing, wrong, toKnow);
    }

    /** The team's SA; where SAs are pooled the one who serves the account, who counts as its SA (handbook 004:157). */
    public static Optional<String> sa(Map<Role, String> team) {
        return first(team, List.of(Role.SA, Role.SERVICING_SA));
    }

    /** Who sells to the account: its strategic seller, else its account executive, else its advocate. */
    public static Optional<String> seller(Map<Role, String> team) {
        return first(team, SELLERS);
    }

    private static Optional<String> first(Map<Role, String> team, List<Role> roles) {
        return roles.stream()
                .flatMap(role -> Optional.ofNullable(team.get(role)).stream())
                .findFirst();
    }

    /** What keeps this team from being as it should, as sentences. */
    public List<String> warnings(Handbook handbook) {
        List<String> warnings = new ArrayList<>();
        if (!missing.isEmpty()) {
            warnings.add("Incomplete team: "
                    + missing.stream().map(role -> "no " + handbook.label(role)).collect(Collectors.joining(", "))
                    + ".");
        }
        warnings.addAll(wrong);
        return warnings;
    }

    /**
     * What to do about an SA picked for a place this segment does not have; empty when the place is right.
     *
     * @param place {@link Role#SA} or {@link Role#SERVICING_SA}
     */
    public static Optional<String> misplaced(Role place, Segment segment, Vocabulary words) {
        if (place == Role.SA && segment.pooled()) {
            return Optional.of("In " + segment.label() + " " + words.many(Role.SA)
                    + " are pooled and join no team (handbook 002:35, 004:90). Set \"" + words.label(Role.SERVICING_SA)
                    + "\" instead.");
        }
        if (place == Role.SERVICING_SA && !segment.pooled()) {
            return Optional.of("In " + segment.label() + " the team has " + words.one(Role.SA)
                    + " of its own (handbook 002:22-24). Set \"" + words.label(Role.SA) + "\" instead.");
        }
        return Optional.empty();
    }

    private static List<Role> needed(Segment segment) {
        return switch (segment) {
            case ENTERPRISE, PUBSEC -> List.of(Role.SAE, Role.SA);
            case MID_MARKET -> List.of(Role.AE);
            case SMB -> List.of(Role.SMB_ADVOCATE);
        };
    }

    /** One account, looked at. */
    private record Finding(Account account, Map<Role, String> team, Vocabulary words, Roster roster) {

        Optional<String> misplacedSa() {
            Role place = account.segment().pooled() ? Role.SA : Role.SERVICING_SA;
            return Optional.ofNullable(team.get(place))
                    .flatMap(person -> misplaced(place, account.segment(), words)
                            .map(advice ->
                                    Names.of(person, roster) + " is set as " + words.label(place) + ". " + advice));
        }

        /** What nobody knows is nobody's mistake: an unknown qualification raises no question. */
        Optional<String> exception(Qualification qualification, Optional<String> overriddenBy) {
            boolean below = qualification == Qualification.NONE || qualification == Qualification.SCALE_CSE;
            String why = overriddenBy
                    .map(manager -> ". " + Names.of(manager, roster) + " has overridden that.")
                    .orElseGet(() -> ": that takes an override by " + manager() + ".");
            return account.csmPerson()
                    .filter(csm -> below)
                    .map(csm -> Names.of(csm, roster) + " is the " + words.csm()
                            + " of an account that does not qualify for one (" + words.qualified(qualification) + ")"
                            + why);
        }

        private String manager() {
            Routing routing = Routing.of(roster, account.region(), account.segment());
            return Names.of(routing.manager(), roster) + ", the " + words.csmManager();
        }

        Optional<String> pool() {
            if (!account.segment().pooled() || sa(team).isPresent()) {
                return Optional.empty();
            }
            String whose = account.segment() == Segment.SMB
                    ? "has no " + words.many(Role.SA) + " of its own and borrows them from "
                            + Segment.MID_MARKET.label()
                    : "shares a pool of " + words.many(Role.SA);
            return Optional.of(account.segment().label() + " " + whose + "; none serves this account yet.");
        }
    }
}
