package dev.baton.card;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.account.Account;
import dev.baton.account.AccountsYaml;
import dev.baton.account.Permissions;
import dev.baton.account.Permit;
import dev.baton.account.Roster;
import dev.baton.account.RosterYaml;
import dev.baton.account.Standing;
import dev.baton.account.Who;
import dev.baton.handbook.Handbook;
import dev.baton.handbook.Role;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who sees what of an account, cell by cell. */
class RightsTest {
    private static final Roster ROSTER = RosterYaml.cast();
    private static final Permissions PERMISSIONS = new Permissions(Handbook.builtIn());

    private static final Map<Standing, Set<String>> TABLE = Map.of(
            Standing.REQUESTER, Set.of(),
            Standing.TEAM, Set.of(Rights.SEE_AMOUNTS, Rights.SEE_NAME, Rights.EDIT),
            Standing.KEY_MANAGER, Set.of(Rights.SEE_AMOUNTS, Rights.SEE_NAME, Rights.EDIT),
            Standing.BACKUP, Set.of(Rights.SEE_AMOUNTS, Rights.SEE_NAME, Rights.EDIT),
            Standing.SA_LEADER, Set.of(Rights.SEE_AMOUNTS),
            Standing.ADMIN, Set.of(Rights.SEE_AMOUNTS, Rights.SEE_NAME, Rights.EDIT, Rights.ADD),
            Standing.MEMBER, Set.of(Rights.SEE),
            Standing.STRANGER, Set.of());

    @BeforeAll
    static void rows_are_given() {
        PERMISSIONS.add(Rights.permits());
    }

    @ParameterizedTest
    @EnumSource
    void each_standing_may_what_the_table_says_and_nothing_else(Standing standing) {
        for (String action : List.of(Rights.SEE, Rights.SEE_AMOUNTS, Rights.SEE_NAME, Rights.EDIT, Rights.ADD)) {
            assertThat(PERMISSIONS.allows(action, who(standing, EnumSet.noneOf(Role.class))))
                    .as(action + " as " + standing)
                    .isEqualTo(TABLE.getOrDefault(standing, Set.of()).contains(action));
        }
    }

    @ParameterizedTest
    @EnumSource
    void those_add_accounts_who_carry_them(Role role) {
        boolean carries = EnumSet.of(Role.SA, Role.SAE, Role.AE, Role.SMB_ADVOCATE, Role.CSM, Role.CSM_MANAGER)
                .contains(role);
        assertThat(PERMISSIONS.allows(Rights.ADD, who(Standing.MEMBER, EnumSet.of(role))))
                .isEqualTo(carries);
    }

    @Test
    void an_open_name_is_for_everybody_and_a_confidential_one_for_the_inside() {
        Account northwind = account("Northwind Bank");
        Account helio = account("Helio Defense");
        Who outside = who(Standing.MEMBER, EnumSet.of(Role.AE));
        Who leader = who(Standing.SA_LEADER, EnumSet.of(Role.SA_LEADER));
        Who inside = who(Standing.TEAM, EnumSet.of(Role.SA));
        assertThat(Rights.of(PERMISSIONS, northwind, outside).nameOf(northwind)).isEqualTo("Northwind Bank");
        assertThat(Rights.of(PERMISSIONS, helio, outside).nameOf(helio)).isEqualTo("Copper Finch");
        assertThat(Rights.of(PERMISSIONS, helio, leader).nameOf(helio)).isEqualTo("Copper Finch");
        assertThat(Rights.of(PERMISSIONS, helio, inside).nameOf(helio)).isEqualTo("Helio Defense");
    }

    private static Who who(Standing standing, Set<Role> roles) {
        return new Who("U0TEST", EnumSet.of(standing), roles, EnumSet.noneOf(Permit.Condition.class));
    }

    private static Account account(String name) {
        return AccountsYaml.cast(ROSTER).accounts().stream()
                .map(AccountsYaml.Known::account)
                .filter(each -> each.nameFor(Account.Audience.TEAM).equals(name))
                .findFirst()
                .orElseThrow();
    }
}
