package dev.baton.account;

import static dev.baton.Cast.ADA;
import static dev.baton.Cast.CLEO;
import static dev.baton.Cast.HANDBOOK;
import static dev.baton.Cast.MAYA;
import static dev.baton.Cast.PABLO;
import static dev.baton.Cast.REMY;
import static dev.baton.Cast.ROSTER;
import static dev.baton.Cast.SAM;
import static dev.baton.Cast.SOL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.handbook.Handbook;
import dev.baton.handbook.Qualification;
import dev.baton.handbook.Role;
import dev.baton.handbook.Segment;
import dev.baton.handbook.Stage;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What the handbook wants of a team, row by row. */
class CompositionTest {
    private static final SalesforceId ID = new SalesforceId("0015e00001NWBNK");

    @ParameterizedTest
    @EnumSource(
            value = Segment.class,
            names = {"ENTERPRISE", "PUBSEC"})
    void an_enterprise_team_is_an_sae_and_an_sa_and_so_is_that_of_the_public_sector(Segment segment) {
        assertThat(missing(segment, Map.of(Role.SAE, SOL, Role.SA, SAM))).isEmpty();
        assertThat(missing(segment, Map.of(Role.SAE, SOL))).containsExactly(Role.SA);
        assertThat(missing(segment, Map.of(Role.AE, ADA))).containsExactly(Role.SAE, Role.SA);
        assertThat(of(segment, Map.of(Role.SAE, SOL)).warnings(HANDBOOK)).containsExactly("Incomplete team: no SA.");
        assertThat(of(segment, Map.of()).warnings(HANDBOOK)).containsExactly("Incomplete team: no SAE, no SA.");
    }

    @Test
    void a_mid_market_team_is_an_ae_and_its_sas_are_pooled() {
        assertThat(missing(Segment.MID_MARKET, Map.of(Role.AE, ADA))).isEmpty();
        assertThat(missing(Segment.MID_MARKET, Map.of(Role.SAE, SOL))).containsExactly(Role.AE);
        assertThat(of(Segment.MID_MARKET, Map.of(Role.AE, ADA)).toKnow())
                .containsExactly("Mid-Market shares a pool of SAs; none serves this account yet.");
        Composition served = of(Segment.MID_MARKET, Map.of(Role.AE, ADA, Role.SERVICING_SA, PABLO));
        assertThat(served).isEqualTo(new Composition(List.of(), List.of(), List.of()));
    }

    @Test
    void an_smb_team_is_an_advocate_who_borrows_sas_from_mid_market() {
        assertThat(missing(Segment.SMB, Map.of(Role.SMB_ADVOCATE, REMY))).isEmpty();
        assertThat(missing(Segment.SMB, Map.of(Role.AE, ADA))).containsExactly(Role.SMB_ADVOCATE);
        assertThat(of(Segment.SMB, Map.of(Role.SMB_ADVOCATE, REMY)).toKnow())
                .containsExactly(
                        "SMB has no SAs of its own and borrows them from Mid-Market; none serves this account yet.");
        assertThat(of(Segment.SMB, Map.of(Role.SMB_ADVOCATE, REMY, Role.SERVICING_SA, PABLO))
                        .toKnow())
                .isEmpty();
    }

    @Test
    void a_fixed_sa_where_sas_are_pooled_is_said_with_what_to_do() {
        assertThat(of(Segment.MID_MARKET, Map.of(Role.AE, ADA, Role.SA, PABLO)).warnings(HANDBOOK))
                .containsExactly("Pablo is set as SA. In Mid-Market SAs are pooled and join no team (handbook 002:35,"
                        + " 004:90). Set \"Servicing SA\" instead.");
        assertThat(of(Segment.SMB, Map.of(Role.SMB_ADVOCATE, REMY, Role.SA, PABLO))
                        .wrong())
                .singleElement()
                .asString()
                .startsWith("Pablo is set as SA. In SMB SAs are pooled");
    }

    @Test
    void a_servicing_sa_is_none_where_a_team_has_its_own() {
        assertThat(of(Segment.ENTERPRISE, Map.of(Role.SAE, SOL, Role.SERVICING_SA, PABLO))
                        .warnings(HANDBOOK))
                .containsExactly(
                        "Incomplete team: no SA.",
                        "Pablo is set as Servicing SA. In Enterprise the team has an SA of its own (handbook 002:22-24)."
                                + " Set \"SA\" instead.");
    }

    @ParameterizedTest
    @CsvSource({
        "CSM, PROPOSAL, true",
        "CSM, NEGOTIATING, true",
        "CSM, CLOSED_WON, true",
        "CSM, TECHNICAL_EVALUATION, false",
        "CSM, DISCOVERY, false",
        "CSM, CLOSED_LOST, false",
        "SCALE_CSE, PROPOSAL, false",
        "NONE, PROPOSAL, false",
        "UNKNOWN, PROPOSAL, false"
    })
    void a_csm_is_missing_where_the_account_qualifies_and_has_come_far_enough(
            Qualification qualification, Stage stage, boolean isMissing) {
        for (Segment segment : Segment.values()) {
            Composition composition = Composition.of(
                    account(segment),
                    Map.of(),
                    Optional.of(stage),
                    Optional.of(qualification),
                    Optional.empty(),
                    HANDBOOK,
                    ROSTER);
            assertThat(composition.missing().contains(Role.CSM)).isEqualTo(isMissing);
        }
    }

    @Test
    void a_csm_or_the_pool_completes_it_and_who_may_not_know_the_amounts_reads_nothing_of_it() {
        Map<Role, String> team = Map.of(Role.SAE, SOL, Role.SA, SAM);
        Account account = account(Segment.ENTERPRISE);
        Optional<Qualification> qualifies = Optional.of(Qualification.CSM);
        assertThat(proposal(account, team, qualifies, Optional.empty()).warnings(HANDBOOK))
                .containsExactly("Incomplete team: no CSM.");
        assertThat(proposal(account.withCsm(CLEO), team, qualifies, Optional.empty())
                        .missing())
                .isEmpty();
        assertThat(proposal(account.withCsm(Account.SCALE), team, qualifies, Optional.empty())
                        .missing())
                .isEmpty();
        assertThat(proposal(account, team, Optional.empty(), Optional.empty()).missing())
                .isEmpty();
    }

    @Test
    void a_csm_of_an_account_that_does_not_qualify_takes_an_override_by_the_manager() {
        Map<Role, String> team = Map.of(Role.AE, ADA, Role.SERVICING_SA, PABLO);
        Account account = account(Segment.MID_MARKET).withCsm(CLEO);
        Optional<Qualification> below = Optional.of(Qualification.SCALE_CSE);
        assertThat(proposal(account, team, below, Optional.empty()).warnings(HANDBOOK))
                .containsExactly("Cleo is the CSM of an account that does not qualify for one (Qualifies for Scale"
                        + " CSE): that takes an override by Maya, the CSM Manager.");
        Composition overridden = proposal(account, team, below, Optional.of(MAYA));
        assertThat(overridden.warnings(HANDBOOK)).isEmpty();
        assertThat(overridden.toKnow())
                .containsExactly(
                        "Cleo is the CSM of an account that does not qualify for one (Qualifies for Scale CSE)."
                                + " Maya has overridden that.");
        assertThat(proposal(account, team, Optional.of(Qualification.UNKNOWN), Optional.empty())
                        .wrong())
                .isEmpty();
        assertThat(proposal(account, team, Optional.empty(), Optional.empty()).wrong())
                .isEmpty();
    }

    @Test
    void the_servicing_sa_counts_as_the_accounts_sa_and_one_of_its_own_comes_first() {
        assertThat(Composition.sa(Map.of(Role.AE, ADA))).isEmpty();
        assertThat(Composition.sa(Map.of(Role.SERVICING_SA, PABLO))).contains(PABLO);
        assertThat(Composition.sa(Map.of(Role.SERVICING_SA, PABLO, Role.SA, SAM)))
                .contains(SAM);
    }

    @Test
    void the_words_are_those_of_the_profile() {
        Handbook tam = Handbook.builtIn("tam");
        Composition composition = Composition.of(
                account(Segment.ENTERPRISE),
                Map.of(Role.SA, SAM),
                Optional.of(Stage.CLOSING),
                Optional.of(Qualification.CSM),
                Optional.empty(),
                tam,
                ROSTER);
        assertThat(composition.warnings(tam)).containsExactly("Incomplete team: no SAL, no TAM.");
    }

    /** All others are as they should be; these are left so on purpose. */
    @Test
    void of_the_demos_accounts_three_are_incomplete_and_their_cards_say_so() {
        Map<String, List<String>> incomplete = new LinkedHashMap<>();
        AccountsYaml.cast(ROSTER).accounts().forEach(known -> {
            Composition composition = composition(known);
            if (!composition.warnings(HANDBOOK).isEmpty()) {
                incomplete.put(known.account().name(), composition.warnings(HANDBOOK));
            }
        });
        assertThat(incomplete)
                .isEqualTo(Map.of(
                        "Northwind Bank", List.of("Incomplete team: no CSM."),
                        "Fjord Analytics", List.of("Incomplete team: no CSM."),
                        "Heron Retail", List.of("Incomplete team: no AE.")));
    }

    static Composition composition(AccountsYaml.Known known) {
        return Composition.of(
                known.account(),
                known.team(),
                Optional.of(known.opportunity().stage()),
                Optional.of(HANDBOOK.thresholds(known.account().segment())
                        .qualify(known.opportunity()
                                .arr()
                                .map(arr -> OptionalLong.of(arr.cents()))
                                .orElse(OptionalLong.empty()))),
                Optional.empty(),
                HANDBOOK,
                ROSTER);
    }

    @Test
    void a_place_on_a_team_asks_for_the_role_people_hold() {
        assertThat(Role.SERVICING_SA.held()).isEqualTo(Role.SA);
        assertThat(Arrays.stream(Role.values()).filter(role -> !role.ofPeople()))
                .containsExactly(Role.SERVICING_SA);
    }

    private static List<Role> missing(Segment segment, Map<Role, String> team) {
        return of(segment, team).missing();
    }

    /** Before anybody could ask for a CSM. */
    private static Composition of(Segment segment, Map<Role, String> team) {
        return Composition.of(
                account(segment),
                team,
                Optional.of(Stage.SCOPING),
                Optional.of(Qualification.CSM),
                Optional.empty(),
                HANDBOOK,
                ROSTER);
    }

    private static Composition proposal(
            Account account,
            Map<Role, String> team,
            Optional<Qualification> qualification,
            Optional<String> overriddenBy) {
        return Composition.of(
                account, team, Optional.of(Stage.PROPOSAL), qualification, overriddenBy, HANDBOOK, ROSTER);
    }

    private static Account account(Segment segment) {
        return Account.create(ID, "Northwind Bank", segment, "AMER_EAST");
    }
}
