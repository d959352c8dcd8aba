package dev.baton.scale;

import dev.baton.account.Account;
import dev.baton.account.Names;
import dev.baton.account.Roster;
import dev.baton.handbook.Handbook;
import java.util.Optional;

/**
 * Everything the owner's nudge shows, as it stands now.
 *
 * @param owner empty where the account has none
 * @param since the engagement that was asked for in the meantime
 */
record NudgeView(
        Suggestion suggestion,
        Account account,
        Optional<String> owner,
        Optional<Engagement> since,
        Eligibility eligibility,
        Roster roster,
        Handbook handbook) {

    String name(String person) {
        return Names.of(person, roster);
    }
}
