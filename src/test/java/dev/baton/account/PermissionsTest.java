package dev.baton.account;

import static dev.baton.account.Permit.Grant.to;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.Cast;
import dev.baton.account.Permit.Condition;
import dev.baton.handbook.Role;
import dev.baton.handbook.Segment;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Deny by default, and say who may. */
class PermissionsTest {
    private static final Routing EAST = Routing.of(Cast.ROSTER, "AMER_EAST", Segment.ENTERPRISE);
    private static final Permit PAINT = Permit.of(
            "wall.paint",
            "paint the wall",
            to(Standing.KEY_MANAGER),
            to(Standing.BACKUP),
            to(Standing.TEAM).as(Role.AE, Role.SAE).when(Condition.NO_SA_OR_POST_SALES),
            to(Standing.ADMIN));

    private final Permissions permissions = new Permissions(Cast.HANDBOOK);

    PermissionsTest() {
        permissions.add(List.of(PAINT, Permit.of("wall.see", "see the wall")));
    }

    @Test
    void a_row_without_grants_lets_nobody_pass() {
        assertThat(Cast.ROSTER.people())
                .noneMatch(person -> permissions.allows("wall.see", who(person.slackId(), EAST)));
    }

    @Test
    void an_action_without_a_row_is_a_fault_of_the_program_and_no_answer() {
        assertThatThrownBy(() -> permissions.allows("wall.climb", who(Cast.OTTO, EAST)))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void an_action_has_one_row() {
        assertThatThrownBy(() -> permissions.add(List.of(PAINT))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_refusal_names_the_people_who_may() {
        assertThatThrownBy(() -> permissions.require("wall.paint", who(Cast.CORA, EAST), Cast.ROSTER, EAST))
                .isInstanceOf(Refusal.class)
                .hasMessage(
                        "You cannot paint the wall here. Who may: Maya (CSM Manager), Mona (backup), the account team"
                                + " as SAE or AE where the account is post-sales or has no SA, Otto (administrator).");
    }

    @Test
    void without_an_account_a_refusal_names_the_office_and_nobody() {
        Routing nobody = Routing.nobody();
        assertThatThrownBy(() -> permissions.require("wall.paint", who(Cast.CORA, nobody), Cast.ROSTER, nobody))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("Who may: the region's manager, the account team")
                .hasMessageNotContaining("<@>");
    }

    @Test
    void a_stranger_is_told_whom_to_turn_to() {
        assertThatThrownBy(() -> permissions.require("wall.paint", who(Cast.STRANGER, EAST), Cast.ROSTER, EAST))
                .isInstanceOf(Refusal.class)
                .hasMessage("I do not know you yet, so you cannot paint the wall. Ask Otto to add you to Baton's people"
                        + " file.");
    }

    @Test
    void who_may_passes() {
        permissions.require("wall.paint", who(Cast.MAYA, EAST), Cast.ROSTER, EAST);
        assertThat(permissions.allows("wall.paint", who(Cast.MONA, EAST))).isTrue();
        assertThat(permissions.allows("wall.paint", who(Cast.SAM, EAST))).isFalse();
    }

    private static Who who(String id, Routing routing) {
        return Who.of(id, Cast.ROSTER, routing, Map.of(), Optional.empty(), false);
    }
}
