package dev.baton.account;

import static dev.baton.Cast.LENA;
import static dev.baton.Cast.MAYA;
import static dev.baton.Cast.MILO;
import static dev.baton.Cast.MONA;
import static dev.baton.Cast.OTTO;
import static dev.baton.Cast.PABLO;
import static dev.baton.Cast.SAM;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.Cast;
import dev.baton.account.Permit.Condition;
import dev.baton.handbook.Role;
import dev.baton.handbook.Segment;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How people stand to an account in Americas East with Sam on its team. */
class WhoTest {
    private static final Map<Role, String> TEAM = Map.of(Role.SA, SAM, Role.SAE, Cast.SOL);

    @Test
    void somebody_of_the_team_is_team_and_member() {
        assertThat(who(SAM).standings()).containsExactlyInAnyOrder(Standing.MEMBER, Standing.TEAM);
        assertThat(who(SAM).roles()).containsExactly(Role.SA);
    }

    @Test
    void the_regions_manager_and_the_backup_are_told_apart() {
        assertThat(who(MAYA).standings()).containsExactlyInAnyOrder(Standing.MEMBER, Standing.KEY_MANAGER);
        assertThat(who(MONA).standings()).containsExactlyInAnyOrder(Standing.MEMBER, Standing.BACKUP);
    }

    @Test
    void the_manager_of_another_region_is_a_member() {
        assertThat(who(MILO).standings()).containsExactly(Standing.MEMBER);
    }

    @Test
    void the_default_manager_keeps_the_region_nobody_keeps() {
        Routing latam = Routing.of(Cast.ROSTER, "LATAM", Segment.SMB);
        assertThat(Who.of(MAYA, Cast.ROSTER, latam, TEAM, Optional.empty(), false)
                        .standings())
                .contains(Standing.KEY_MANAGER);
    }

    @Test
    void leading_the_sas_counts_in_the_leaders_own_regions() {
        assertThat(who(LENA).standings()).contains(Standing.SA_LEADER);
        Routing emea = Routing.of(Cast.ROSTER, "EMEA", Segment.SMB);
        assertThat(Who.of(LENA, Cast.ROSTER, emea, TEAM, Optional.empty(), false)
                        .standings())
                .containsExactly(Standing.MEMBER);
    }

    @Test
    void an_administrator_is_one_everywhere() {
        assertThat(who(OTTO).standings()).containsExactlyInAnyOrder(Standing.MEMBER, Standing.ADMIN);
    }

    @Test
    void who_asked_is_the_requester() {
        Who pablo = Who.of(PABLO, Cast.ROSTER, routing(), TEAM, Optional.of(PABLO), false);
        assertThat(pablo.standings()).containsExactlyInAnyOrder(Standing.MEMBER, Standing.REQUESTER);
        assertThat(who(SAM).standings()).doesNotContain(Standing.REQUESTER);
    }

    @Test
    void whom_the_people_file_does_not_know_is_a_stranger_and_nothing_else() {
        Map<Role, String> team = Map.of(Role.SA, Cast.STRANGER);
        Who stranger = Who.of(Cast.STRANGER, Cast.ROSTER, routing(), team, Optional.of(Cast.STRANGER), true);
        assertThat(stranger.standings()).containsExactly(Standing.STRANGER);
        assertThat(stranger.roles()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"true, true, true", "true, false, false", "false, true, true", "false, false, true"})
    void sellers_may_ask_where_there_is_no_sa_or_the_sale_is_made(boolean sa, boolean postSales, boolean holds) {
        Map<Role, String> team = sa ? TEAM : Map.of(Role.SAE, Cast.SOL);
        Who who = Who.of(Cast.SOL, Cast.ROSTER, routing(), team, Optional.empty(), postSales);
        assertThat(who.holding().contains(Condition.NO_SA_OR_POST_SALES)).isEqualTo(holds);
    }

    @Test
    void who_stands_in_for_a_manager_or_for_one_of_the_team_stands_as_that_person_does_in_roles_of_their_own() {
        Who milo = Who.of(Cast.MILO, List.of(MAYA, SAM), Cast.ROSTER, routing(), TEAM, Optional.empty(), false);
        assertThat(milo.standings()).containsExactlyInAnyOrder(Standing.MEMBER, Standing.KEY_MANAGER, Standing.TEAM);
        assertThat(milo.roles()).containsExactly(Role.CSM_MANAGER);
        assertThat(Who.of(Cast.STRANGER, List.of(MAYA), Cast.ROSTER, routing(), TEAM, Optional.empty(), false)
                        .standings())
                .containsExactly(Standing.STRANGER);
    }

    @Test
    void a_servicing_sa_is_of_the_team_and_is_the_sa_that_sellers_have() {
        Map<Role, String> served = Map.of(Role.AE, Cast.ADA, Role.SERVICING_SA, PABLO);
        Who pablo = Who.of(PABLO, Cast.ROSTER, routing(), served, Optional.empty(), false);
        assertThat(pablo.standings()).containsExactlyInAnyOrder(Standing.MEMBER, Standing.TEAM);
        assertThat(Who.of(Cast.ADA, Cast.ROSTER, routing(), served, Optional.empty(), false)
                        .holding())
                .isEmpty();
    }

    private static Routing routing() {
        return Routing.of(Cast.ROSTER, "AMER_EAST", Segment.ENTERPRISE);
    }

    private static Who who(String id) {
        return Who.of(id, Cast.ROSTER, routing(), TEAM, Optional.empty(), false);
    }
}
