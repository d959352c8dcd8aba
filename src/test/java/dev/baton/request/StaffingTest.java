package dev.baton.request;

import static dev.baton.Cast.ADA;
import static dev.baton.Cast.INES;
import static dev.baton.Cast.REMY;
import static dev.baton.Cast.SAM;
import static dev.baton.Cast.SOL;
import static dev.baton.Cast.person;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.handbook.Role;
import dev.baton.handbook.Segment;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whom a request puts on the account's team. */
class StaffingTest {

    @Test
    void the_seller_named_joins_in_the_role_they_hold() {
        assertThat(joining(Segment.ENTERPRISE, Map.of(), SOL, SAM)).containsEntry(Role.SAE, SOL);
        assertThat(joining(Segment.MID_MARKET, Map.of(), ADA, INES)).containsExactly(Map.entry(Role.AE, ADA));
        assertThat(joining(Segment.SMB, Map.of(), REMY, INES)).containsExactly(Map.entry(Role.SMB_ADVOCATE, REMY));
    }

    @ParameterizedTest
    @EnumSource(
            value = Segment.class,
            names = {"ENTERPRISE", "PUBSEC"})
    void the_asking_sa_joins_where_the_team_has_none(Segment segment) {
        assertThat(joining(segment, Map.of(), "", SAM)).containsExactly(Map.entry(Role.SA, SAM));
    }

    @Test
    void an_sa_on_the_team_stays_when_another_one_asks() {
        assertThat(joining(Segment.ENTERPRISE, Map.of(Role.SA, SAM), "", INES)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Segment.class,
            names = {"MID_MARKET", "SMB"})
    void a_pooled_sa_joins_no_commercial_team(Segment segment) {
        assertThat(joining(segment, Map.of(), "", INES)).isEmpty();
    }

    @Test
    void who_asks_without_being_an_sa_joins_nothing() {
        assertThat(joining(Segment.ENTERPRISE, Map.of(), "", ADA)).isEmpty();
        assertThat(Staffing.of(Segment.ENTERPRISE, Map.of(), Optional.empty(), Optional.empty()))
                .isEmpty();
    }

    /** An empty seller: the field was left blank. */
    private static Map<Role, String> joining(Segment segment, Map<Role, String> team, String seller, String requester) {
        return Staffing.of(
                segment,
                team,
                Optional.of(seller).filter(id -> !id.isEmpty()).map(id -> person(id)),
                Optional.of(person(requester)));
    }
}
