package dev.baton;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.account.Permissions;
import dev.baton.account.Permit.Condition;
import dev.baton.account.Standing;
import dev.baton.account.Who;
import dev.baton.handbook.Role;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The table of who may do what, as it was looked at and found good. */
class PermissionTableTest {
    private static final Permissions PERMISSIONS = new Permissions(Cast.HANDBOOK);

    @BeforeAll
    static void every_feature_gives_its_rows(@TempDir Path folder) {
        try (Wiring wiring = Assembled.in(folder)) {
            wiring.features().forEach(feature -> PERMISSIONS.add(feature.permits()));
        }
        assertThat(PERMISSIONS.rows()).isNotEmpty();
    }

    @Test
    void the_table_is_as_it_was_found_good() {
        Goldens.check("permissions.txt", PermissionTable.printed(PERMISSIONS));
    }

    @Test
    void each_cell_says_what_is_answered() {
        String action = "";
        List<String> roles = List.of();
        int cells = 0;
        for (String line : PermissionTable.printed(PERMISSIONS).lines().skip(4).toList()) {
            if (!line.startsWith("  ")) {
                action = line.replaceFirst(":.*", "");
                continue;
            }
            List<String> words = Arrays.asList(line.strip().split(" +"));
            if (line.startsWith("   ")) {
                roles = words;
                continue;
            }
            Standing standing = Standing.valueOf(words.get(0));
            for (int i = 0; i < roles.size(); i++) {
                for (Set<Condition> holding : PermissionTable.circumstances()) {
                    boolean answer = PERMISSIONS.allows(action, PermissionTable.who(standing, roles.get(i), holding));
                    assertThat(says(words.get(i + 1), holding))
                            .as("%s, %s as %s where %s", action, standing, roles.get(i), holding)
                            .isEqualTo(answer);
                    cells++;
                }
            }
        }
        assertThat(cells)
                .as("actions × standings × roles and none × circumstances")
                .isEqualTo(PERMISSIONS.rows().size()
                        * Standing.values().length
                        * ((int) Arrays.stream(Role.values())
                                        .filter(Role::ofPeople)
                                        .count()
                                + 1)
                        * PermissionTable.circumstances().size());
    }

    /** Otherwise the table could not be read by single cells. */
    @Test
    void several_standings_and_roles_allow_what_any_one_of_them_allows() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int run = 0; run < 2_000; run++) {
            Set<Standing> standings = some(Standing.class, random);
            Set<Role> roles = some(Role.class, random);
            Set<Condition> holding = some(Condition.class, random);
            PERMISSIONS.rows().forEach(row -> {
                boolean single = standings.stream()
                        .anyMatch(standing -> PERMISSIONS.allows(
                                        row.action(), PermissionTable.who(standing, "none", holding))
                                || roles.stream()
                                        .anyMatch(role -> PERMISSIONS.allows(
                                                row.action(), PermissionTable.who(standing, role.name(), holding))));
                assertThat(PERMISSIONS.allows(row.action(), new Who("U0TEST", standings, roles, holding)))
                        .as("%s, %s as %s where %s, seed %s", row.action(), standings, roles, holding, seed)
                        .isEqualTo(single);
            });
        }
    }

    @Test
    void a_stranger_may_do_nothing_whatever_the_role() {
        for (Role role : Role.values()) {
            for (Set<Condition> holding : PermissionTable.circumstances()) {
                Who stranger = PermissionTable.who(Standing.STRANGER, role.name(), holding);
                assertThat(PERMISSIONS.rows()).noneMatch(row -> PERMISSIONS.allows(row.action(), stranger));
            }
        }
    }

    private static boolean says(String cell, Set<Condition> holding) {
        if (cell.equals(PermissionTable.NEVER)) {
            return false;
        }
        List<String> letters = holding.stream().map(PermissionTable::letter).toList();
        return cell.equals(PermissionTable.ALWAYS)
                || Arrays.stream(cell.split("/")).anyMatch(set -> letters.containsAll(List.of(set.split("\\+"))));
    }

    private static <E extends Enum<E>> Set<E> some(Class<E> type, Random random) {
        EnumSet<E> some = EnumSet.allOf(type);
        some.removeIf(each -> random.nextBoolean());
        return some;
    }
}
