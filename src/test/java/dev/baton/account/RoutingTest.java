package dev.baton.account;

import static dev.baton.Cast.MAYA;
import static dev.baton.Cast.MILO;
import static dev.baton.Cast.MONA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.Cast;
import dev.baton.handbook.Segment;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Whose an account is. */
class RoutingTest {

    @ParameterizedTest
    @CsvSource({
        "AMER_EAST, U0MAYA, U0MONA",
        "AMER_WEST, U0MAYA, U0MONA",
        "EMEA,      U0MILO, U0MAYA",
        "APAC,      U0MILO, U0MAYA"
    })
    void a_region_has_its_manager_and_who_stands_in(String region, String manager, String backup) {
        Routing routing = Routing.of(Cast.ROSTER, region, Segment.ENTERPRISE);
        assertThat(routing).isEqualTo(new Routing(region, manager, Optional.of(backup), false));
    }

    @ParameterizedTest
    @EnumSource(Segment.class)
    void the_region_nobody_keeps_goes_to_the_default_manager(Segment segment) {
        assertThat(Routing.of(Cast.ROSTER, "LATAM", segment))
                .isEqualTo(new Routing("LATAM", MAYA, Optional.empty(), true));
    }

    @Test
    void a_region_that_is_gone_from_the_people_file_goes_to_the_default_manager() {
        assertThat(Routing.of(Cast.ROSTER, "ATLANTIS", Segment.SMB))
                .isEqualTo(new Routing("ATLANTIS", MAYA, Optional.empty(), true));
    }

    @Test
    void a_segment_may_have_keepers_of_its_own_and_takes_the_rest_from_the_region() {
        Region refined = new Region(
                "EMEA",
                "EMEA",
                Optional.of(MILO),
                Optional.of(MAYA),
                "Europe/London",
                "gb",
                Map.of(Segment.ENTERPRISE, new Region.Keepers(Optional.of(MONA), Optional.empty())));
        Roster roster = new Roster(Map.of("EMEA", refined), Optional.of(MAYA), Optional.empty(), List.of(), "");
        assertThat(Routing.of(roster, "EMEA", Segment.ENTERPRISE))
                .isEqualTo(new Routing("EMEA", MONA, Optional.of(MAYA), false));
        assertThat(Routing.of(roster, "EMEA", Segment.SMB).manager()).isEqualTo(MILO);
    }

    @Test
    void with_nobody_in_charge_at_all_it_fails_loudly() {
        Roster nobody = new Roster(Map.of(), Optional.empty(), Optional.empty(), List.of(), "");
        assertThatThrownBy(() -> Routing.of(nobody, "EMEA", Segment.SMB)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void manager_and_backup_keep_an_account_and_nobody_else() {
        Routing routing = Routing.of(Cast.ROSTER, "AMER_EAST", Segment.SMB);
        assertThat(List.of(MAYA, MONA)).allMatch(routing::keptBy);
        assertThat(List.of(MILO, Cast.OTTO, "")).noneMatch(routing::keptBy);
    }
}
