package dev.baton.evaluation;

import dev.baton.account.When;
import dev.baton.account.WorkTime;
import dev.baton.handbook.Span;
import dev.baton.notice.Owed;
import java.time.LocalDate;

/** By when both have to be done, and the reminder when they are not. */
record Overdue(Span span) {

    /** Moves with the matter: the key does not name the person. */
    Owed owed(String kind, Evaluation evaluation, String person) {
        When late = When.nudge(person, evaluation.completedAt(), span);
        return new Owed(evaluation.key(kind), kind, evaluation.subject(), person, late);
    }

    /** The last day on which it is not late, on the calendar of whoever has these hours. */
    LocalDate day(Evaluation evaluation, WorkTime time) {
        return time.date(time.after(evaluation.completedAt(), span));
    }
}
