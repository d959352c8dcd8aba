package dev.baton.people;

import dev.baton.account.Preferences;
import dev.baton.account.WorkTime.QuietHours;
import dev.baton.account.WorkingDays;
import dev.baton.handbook.Span;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * What holds for somebody who chose nothing. Only what differs from it is kept, so that all others follow when the handbook
 * or the people file changes.
 *
 * @param holidays the calendar of the person's region; empty for none
 * @param lead how long before a meeting to be reminded
 */
record Usual(QuietHours quiet, String holidays, Span lead) {

    /** What somebody chose, without what is usual anyway. */
    Preferences but(
            Optional<QuietHours> chosenQuiet,
            Set<DayOfWeek> weekdays,
            String calendar,
            Span chosenLead,
            boolean gathered,
            Optional<LocalDate> pausedUntil) {
        return new Preferences(
                chosenQuiet.filter(hours ->
                        !hours.from().equals(quiet.from()) || !hours.until().equals(quiet.until())),
                Optional.of(weekdays).filter(days -> !days.equals(WorkingDays.MONDAY_TO_FRIDAY)),
                Optional.of(calendar).filter(each -> !each.equals(holidays)),
                Optional.of(chosenLead).filter(span -> !span.equals(lead)),
                gathered,
                pausedUntil);
    }
}
