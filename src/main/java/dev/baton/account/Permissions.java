package dev.baton.account;

import dev.baton.account.Permit.Grant;
import dev.baton.handbook.Handbook;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The whole permission table, put together from what each feature gives. Deny by default. */
public final class Permissions {
    private final Handbook handbook;
    private final Map<String, Permit> rows = new LinkedHashMap<>();

    public Permissions(Handbook handbook) {
        this.handbook = handbook;
    }

    /** Takes up the rows of one feature, before anything is asked. */
    public void add(List<Permit> permits) {
        permits.forEach(permit -> {
            if (rows.put(permit.action(), permit) != null) {
                throw new IllegalArgumentException("two rows for " + permit.action());
            }
        });
    }

    public boolean allows(String action, Who who) {
        return row(action).allows(who.standings(), who.roles(), who.holding());
    }

    /** Lets somebody pass, or refuses and names who may. */
    public void require(String action, Who who, Roster roster, Routing routing) {
        Permit permit = row(action);
        if (permit.allows(who.standings(), who.roles(), who.holding())) {
            return;
        }
        if (who.standings().contains(Standing.STRANGER)) {
            throw new Refusal("I do not know you yet, so you cannot " + permit.title() + ". Ask " + Names.admins(roster)
                    + " to add you to Baton's people file.");
        }
        String whoMay = permit.grants().stream()
                .map(grant -> named(grant, roster, routing))
                .flatMap(Optional::stream)
                .distinct()
                .collect(Collectors.joining(", "));
        throw new Refusal("You cannot " + permit.title() + " here. Who may: " + whoMay + ".");
    }

    public List<Permit> rows() {
        return List.copyOf(rows.values());
    }

    private Permit row(String action) {
        Permit permit = rows.get(action);
        if (permit == null) {
            throw new IllegalStateException("no row of the permission table for " + action);
        }
        return permit;
    }

    private Optional<String> named(Grant grant, Roster roster, Routing routing) {
        String as = grant.as().isEmpty()
                ? ""
                : " as " + grant.as().stream().map(handbook::label).collect(Collectors.joining(" or "));
        String when =
                grant.when().stream().map(condition -> " " + condition.words()).collect(Collectors.joining());
        return switch (grant.standing()) {
            case KEY_MANAGER ->
                Optional.of(
                        routing.manager().isEmpty()
                                ? grant.standing().words()
                                : Names.of(routing.manager(), roster) + " ("
                                        + handbook.words().csmManager() + ")");
            case BACKUP -> routing.backup().map(id -> Names.of(id, roster) + " (backup)");
            case ADMIN -> Optional.of(Names.admins(roster) + " (administrator)");
            default -> Optional.of(grant.standing().words() + as + when);
        };
    }
}
