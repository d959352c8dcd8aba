package dev.baton.scale;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.account.Account;
import dev.baton.account.AccountsYaml;
import dev.baton.account.Money;
import dev.baton.account.Opportunity;
import dev.baton.account.Roster;
import dev.baton.account.RosterYaml;
import dev.baton.handbook.Handbook;
import dev.baton.handbook.Segment;
import dev.baton.scale.Eligibility.Reader;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EligibilityTest {
    private static final Handbook HANDBOOK = Handbook.builtIn();
    private static final Roster ROSTER = RosterYaml.cast();
    private static final AccountsYaml.Known KESTREL = AccountsYaml.cast(ROSTER).accounts().stream()
            .filter(known -> known.account().id().value15().equals("0015e00001KSTRL"))
            .findFirst()
            .orElseThrow();

    @ParameterizedTest
    @CsvSource({
        "TAM Scale, 30000, asks",
        "TAM Scale, 29999, below",
        "TAM Scale, 900000, asks",
        "TAM Scale, , flagged",
        "'', 30000, asks",
        "'', 49999, asks",
        "'', 50000, has a CSM coming",
        "'', 22000, below",
        "'', , flagged",
        "U0CLEO, 45000, contact",
        "U0CLEO, 1000, contact"
    })
    void who_may_be_helped_follows_from_the_csm_field_and_the_arr(String csm, Long arr, String outcome) {
        Eligibility found = kestrel(csm, arr, Segment.MID_MARKET, Reader.INSIDER);
        switch (outcome) {
            case "asks" -> assertThat(found).isEqualTo(new Eligibility(Optional.empty(), Optional.empty()));
            case "flagged" -> {
                assertThat(found.obstacle()).isEmpty();
                assertThat(found.flag().orElseThrow()).contains("The ARR is not known");
            }
            case "below" ->
                assertThat(found.obstacle().orElseThrow())
                        .contains("can be asked from $30k on (sample figures). With questions ask Maya");
            case "contact" ->
                assertThat(found.obstacle()).hasValue("Cleo is the CSM of Kestrel Robotics: contact Cleo directly.");
            default ->
                assertThat(found.obstacle().orElseThrow()).contains("qualifies for a CSM of its own with $50k ARR");
        }
    }

    @Test
    void where_no_threshold_is_set_the_pool_reads_so_and_nobody_is_blocked() {
        Eligibility found = kestrel("", 45_000L, Segment.PUBSEC, Reader.INSIDER);
        assertThat(found.obstacle()).isEmpty();
        assertThat(found.flag().orElseThrow()).contains("No threshold is set for Public Sector");
    }

    @ParameterizedTest
    @CsvSource({"'', 22000", "'', 80000", "TAM Scale, 1000"})
    void who_does_not_serve_the_account_reads_no_amount(String csm, Long arr) {
        String words = kestrel(csm, arr, Segment.MID_MARKET, Reader.OUTSIDER)
                .obstacle()
                .orElseThrow();
        assertThat(words)
                .isEqualTo("Kestrel Robotics is not one of the accounts that the Scale CSE pool serves."
                        + " With questions ask Maya, the CSM Manager of the region.");
    }

    @Test
    void the_other_profile_says_it_in_its_own_words() {
        Eligibility found = Eligibility.of(
                kestrel("", Segment.MID_MARKET), worth(22_000L), Handbook.builtIn("tam"), ROSTER, Reader.INSIDER);
        assertThat(found.obstacle().orElseThrow())
                .contains("tech-touch")
                .contains("TAM Manager")
                .doesNotContain("CSM")
                .doesNotContain("ARR");
    }

    private static Eligibility kestrel(String csm, Long arr, Segment segment, Reader reader) {
        return Eligibility.of(kestrel(csm, segment), worth(arr), HANDBOOK, ROSTER, reader);
    }

    private static Account kestrel(String csm, Segment segment) {
        Account account =
                KESTREL.account().with(segment, KESTREL.account().region(), Optional.empty(), Optional.empty());
        return csm.isEmpty() ? account : account.withCsm(csm);
    }

    private static Optional<Opportunity> worth(Long dollars) {
        Opportunity known = KESTREL.opportunity();
        return Optional.of(Opportunity.create(
                known.id(),
                known.account(),
                known.stage(),
                known.closeDate(),
                known.lam(),
                Optional.ofNullable(dollars).map(Money::dollars)));
    }
}
