package dev.baton.evaluation;

import dev.baton.account.Account;
import dev.baton.account.Account.Audience;
import dev.baton.account.Names;
import dev.baton.account.Opportunity;
import dev.baton.account.Roster;
import dev.baton.handbook.Handbook;
import java.time.LocalDate;

/** Everything a screen needs to know about a completed evaluation, read in one go. */
record EvaluationView(
        Evaluation evaluation, Account account, Opportunity opportunity, Roster roster, Handbook handbook) {

    String name(String person) {
        return Names.of(person, roster);
    }

    /** The account's name for those concerned. */
    String customer() {
        return account.nameFor(Audience.TEAM);
    }

    /** The last day on which this person is not late. */
    LocalDate by(String person) {
        return new Overdue(roster, handbook.timings().evaluationOverdue()).day(evaluation, person);
    }
}
