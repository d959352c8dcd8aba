package dev.baton.evaluation;

import dev.baton.account.Account;
import dev.baton.account.Account.Audience;
import dev.baton.account.Names;
import dev.baton.account.Opportunity;
import dev.baton.account.Roster;
import dev.baton.handbook.Handbook;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Everything a screen needs to know about a completed evaluation, read in one go.
 *
 * @param moveBy the last day on which the seller is not late; empty where nobody sells to the account
 * @param checksBy the last day on which the SA is not late
 */
record EvaluationView(
        Evaluation evaluation,
        Account account,
        Opportunity opportunity,
        Optional<LocalDate> moveBy,
        LocalDate checksBy,
        Roster roster,
        Handbook handbook) {

    String name(String person) {
        return Names.of(person, roster);
    }

    /** The account's name for those concerned. */
    String customer() {
        return account.nameFor(Audience.TEAM);
    }
}
