package dev.baton;

import dev.baton.account.Permissions;
import dev.baton.account.Permit;
import dev.baton.account.Permit.Condition;
import dev.baton.account.Standing;
import dev.baton.account.Who;
import dev.baton.handbook.Role;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The whole permission table as people read it: for each action who may, by standing and role. */
final class PermissionTable {
    static final String NEVER = "·";
    static final String ALWAYS = "yes";

    /** The roles, and last that of somebody who holds none. */
    private static final List<String> COLUMNS = new ArrayList<>(
            Arrays.stream(Role.values()).filter(Role::ofPeople).map(Role::name).toList());

    static {
        COLUMNS.add("none");
    }

    private PermissionTable() {}

    static String printed(Permissions permissions) {
        StringBuilder text = new StringBuilder(
                        "Who may do what. A row is how somebody stands to the matter, a column the")
                .append(" role they hold.\n")
                .append(NEVER)
                .append(" means no");
        for (Condition condition : Condition.values()) {
            text.append(", ").append(letter(condition)).append(" means only ").append(condition.words());
        }
        text.append(".\nWho stands in several ways or holds several roles may do what any one of them may.\n");
        permissions.rows().forEach(row -> text.append(printed(row, permissions)));
        return text.toString();
    }

    private static String printed(Permit row, Permissions permissions) {
        StringBuilder text = new StringBuilder("\n" + row.action() + ": " + row.title() + "\n");
        text.append(line("", COLUMNS));
        for (Standing standing : Standing.values()) {
            text.append(line(
                    standing.name(),
                    COLUMNS.stream()
                            .map(role -> cell(row, standing, role, permissions))
                            .toList()));
        }
        return text.toString();
    }

    private static String line(String head, List<String> cells) {
        StringBuilder line = new StringBuilder(String.format("  %-12s", head));
        for (int i = 0; i < cells.size(); i++) {
            line.append(String.format(" %-" + Math.max(3, COLUMNS.get(i).length()) + "s", cells.get(i)));
        }
        return line.toString().stripTrailing() + "\n";
    }

    /** The smallest sets of conditions under which it is allowed, each as its letters. */
    private static String cell(Permit row, Standing standing, String role, Permissions permissions) {
        List<Set<Condition>> smallest = new ArrayList<>();
        for (Set<Condition> holding : circumstances()) {
            boolean known = smallest.stream().anyMatch(holding::containsAll);
            if (!known && permissions.allows(row.action(), who(standing, role, holding))) {
                smallest.add(holding);
            }
        }
        return smallest.isEmpty()
                ? NEVER
                : smallest.stream().map(PermissionTable::letters).collect(Collectors.joining("/"));
    }

    private static String letters(Set<Condition> conditions) {
        return conditions.isEmpty()
                ? ALWAYS
                : conditions.stream().map(PermissionTable::letter).collect(Collectors.joining("+"));
    }

    static String letter(Condition condition) {
        return String.valueOf((char) ('a' + List.of(Condition.values()).indexOf(condition)));
    }

    /** Every set of conditions, smaller ones first. */
    static List<Set<Condition>> circumstances() {
        List<Set<Condition>> sets = new ArrayList<>(List.of(EnumSet.noneOf(Condition.class)));
        for (Condition condition : Condition.values()) {
            for (Set<Condition> set : List.copyOf(sets)) {
                EnumSet<Condition> more = EnumSet.of(condition);
                more.addAll(set);
                sets.add(more);
            }
        }
        sets.sort(Comparator.comparing(Set::size));
        return sets;
    }

    static Who who(Standing standing, String role, Set<Condition> holding) {
        Set<Role> roles = role.equals("none") ? EnumSet.noneOf(Role.class) : EnumSet.of(Role.valueOf(role));
        return new Who("U0TEST", EnumSet.of(standing), roles, holding);
    }
}
