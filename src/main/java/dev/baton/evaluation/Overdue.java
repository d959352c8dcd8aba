package dev.baton.evaluation;

import dev.baton.account.Holidays;
import dev.baton.account.Roster;
import dev.baton.account.WorkTime;
import dev.baton.account.WorkingDays;
import dev.baton.handbook.Span;
import dev.baton.notice.Owed;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** By when both have to be done, on the calendar of the person concerned, and the reminder when they are not. */
record Overdue(Roster roster, Span span) {

    /** Moves with the matter: the key does not name the person. */
    Owed owed(String kind, Evaluation evaluation, String person) {
        WorkTime time = time(person);
        Owed.Rule rule = new Owed.Rule(
                "nudge",
                Optional.of(LocalDateTime.ofInstant(evaluation.completedAt(), time.zone())),
                Optional.of(span.toString()),
                Optional.of(person));
        return new Owed(
                evaluation.key(kind),
                kind,
                evaluation.subject(),
                person,
                rule,
                time.nudge(evaluation.completedAt(), span));
    }

    /** The last day on which it is not late. */
    LocalDate day(Evaluation evaluation, String person) {
        WorkTime time = time(person);
        return time.date(time.after(evaluation.completedAt(), span));
    }

    /** Of somebody the people file no longer names: the usual hours in UTC. */
    private WorkTime time(String person) {
        return roster.person(person)
                .map(known -> WorkTime.of(known, roster))
                .orElseGet(() -> new WorkTime(
                        ZoneId.of("UTC"),
                        new WorkingDays(WorkingDays.MONDAY_TO_FRIDAY, Holidays.NONE, List.of()),
                        WorkTime.QuietHours.USUAL));
    }
}
