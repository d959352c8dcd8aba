package dev.baton.account;

import dev.baton.account.WorkTime.QuietHours;
import dev.baton.handbook.Span;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * What somebody chose. What is empty follows Slack's profile, the people file and the handbook.
 *
 * @param weekdays on which this person works
 * @param holidays the calendar of public holidays that are free, such as {@code us-ny}; empty text means none
 * @param lead how long before a meeting to be reminded
 * @param gathered one digest in the morning instead of single reminders
 * @param pausedUntil until that day's morning only what cannot wait is said
 */
public record Preferences(
        Optional<QuietHours> quiet,
        Optional<Set<DayOfWeek>> weekdays,
        Optional<String> holidays,
        Optional<Span> lead,
        boolean gathered,
        Optional<LocalDate> pausedUntil) {
    public static final Preferences NONE = new Preferences(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), false, Optional.empty());
}
