package dev.baton.card;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.account.RosterYaml;
import dev.baton.handbook.Handbook;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** History is told in sentences, and tells nobody more than is theirs to know. */
class DeedTest {
    private static final Rights ALL = new Rights(true, true, true);
    private static final Rights NO_AMOUNTS = new Rights(false, true, false);
    private static final Rights OUTSIDE = new Rights(false, false, false);
    private static final Rights NO_NAME = new Rights(true, false, false);

    @Test
    void people_have_names_and_facts_are_told() {
        assertThat(told("team.changed", "SA: U0SAM", ALL)).isEqualTo("Maya put Sam on the team (SA)");
        assertThat(told("team.changed", "SA: U0SAM → U0INES", ALL))
                .isEqualTo("Maya put Ines on the team in place of Sam (SA)");
        assertThat(told("team.changed", "SA: U0SAM → none", ALL)).isEqualTo("Maya took Sam off the team (SA)");
        assertThat(told("account.changed", "csm: U0CLEO; tier: Premium → Ultimate", ALL))
                .isEqualTo("Maya changed the account: csm: Cleo; tier: Premium → Ultimate");
    }

    @Test
    void roles_are_called_as_the_handbook_calls_them() {
        assertThat(told("team.changed", "SMB_ADVOCATE: U0REMY", ALL))
                .isEqualTo("Maya put Remy on the team (SMB Customer Advocate)");
    }

    @Test
    void amounts_are_left_out_for_those_who_may_not_see_them() {
        String detail = "stage: 3-Technical Evaluation → 4-Proposal; LAM: $1; ARR: $420,000 → $450,000";
        assertThat(told("opportunity.changed", detail, ALL)).contains("$450,000");
        assertThat(told("opportunity.changed", detail, NO_AMOUNTS))
                .isEqualTo("Maya changed the opportunity: stage: 3-Technical Evaluation → 4-Proposal");
        assertThat(told("opportunity.changed", "ARR: $420,000", NO_AMOUNTS))
                .isEqualTo("Maya changed the opportunity: its amounts");
    }

    @Test
    void names_are_left_out_for_those_outside() {
        String detail = "name: Helio; Defense; codename: Copper Finch";
        assertThat(told("account.changed", detail, OUTSIDE)).isEqualTo("Maya changed the account");
        assertThat(told("account.added", detail, NO_NAME)).isEqualTo("Maya added the account");
    }

    @Test
    void what_a_process_says_is_for_those_who_may_read_everything() {
        assertThat(process("REQ-1 to U0CLEO", Optional.of("assigned REQ-1 to U0CLEO"), ALL))
                .isEqualTo("Maya assigned REQ-1 to Cleo");
        assertThat(process("REQ-1 to U0CLEO", Optional.empty(), ALL))
                .isEqualTo("Maya – request assigned (REQ-1 to Cleo)");
        for (Rights few : new Rights[] {NO_AMOUNTS, NO_NAME, OUTSIDE}) {
            assertThat(process("Helio has $1", Optional.of("said that Helio has $1"), few))
                    .isEqualTo("Maya – request assigned");
        }
    }

    private static String told(String event, String detail, Rights rights) {
        return Deed.of(
                        Instant.EPOCH,
                        "U0MAYA",
                        event,
                        detail,
                        Optional.empty(),
                        rights,
                        RosterYaml.cast(),
                        Handbook.builtIn())
                .words();
    }

    private static String process(String detail, Optional<String> told, Rights rights) {
        return Deed.of(
                        Instant.EPOCH,
                        "U0MAYA",
                        "request.assigned",
                        detail,
                        told,
                        rights,
                        RosterYaml.cast(),
                        Handbook.builtIn())
                .words();
    }
}
