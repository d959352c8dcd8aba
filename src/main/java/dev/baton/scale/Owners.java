package dev.baton.scale;

import dev.baton.account.Composition;
import dev.baton.handbook.Handbook;
import dev.baton.handbook.Role;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Who owns an account: its seller. Owners alone ask the pool; others suggest it to them. */
final class Owners {
    static final List<Role> ROLES = Composition.SELLERS;

    private Owners() {}

    /** "SAE, AE or SMB Customer Advocate". */
    static String words(Handbook handbook) {
        String first =
                ROLES.stream().limit(ROLES.size() - 1L).map(handbook::label).collect(Collectors.joining(", "));
        return first + " or " + handbook.label(ROLES.get(ROLES.size() - 1));
    }

    /** The one who is asked first, where a team has several. */
    static Optional<String> first(Map<Role, String> team) {
        return Composition.seller(team);
    }
}
