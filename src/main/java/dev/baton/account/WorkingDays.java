package dev.baton.account;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * On which days of the calendar somebody works, and how far apart they are. It knows dates and neither hours nor zones.
 *
 * @param weekdays at least one
 * @param off days away, whatever the week says
 */
public record WorkingDays(Set<DayOfWeek> weekdays, Holidays holidays, List<TimeOff> off) {
    public static final Set<DayOfWeek> MONDAY_TO_FRIDAY = Set.copyOf(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY));

    /**
     * Somebody's week.
     *
     * @throws IllegalArgumentException if no day of the week is worked
     */
    public WorkingDays {
        weekdays = Set.copyOf(weekdays);
        off = List.copyOf(off);
        if (weekdays.isEmpty()) {
            throw new IllegalArgumentException("a week has at least one working day");
        }
    }

    public boolean working(LocalDate day) {
        return weekdays.contains(day.getDayOfWeek())
                && off.stream().noneMatch(time -> time.covers(day))
                && !holidays.on(day);
    }

    /** That day if it is a working day, else the next one. */
    public LocalDate onOrAfter(LocalDate day) {
        LocalDate found = day;
        while (!working(found)) {
            found = lastOff(found).plusDays(1);
        }
        return found;
    }

    /** That day if it is a working day, else the last one before. */
    public LocalDate onOrBefore(LocalDate day) {
        LocalDate found = day;
        while (!working(found)) {
            found = firstOff(found).minusDays(1);
        }
        return found;
    }

    /**
     * So many working days later. From a day off the count begins on the next working day: one business day after Saturday
     * is Tuesday, for Monday is needed whole.
     */
    public LocalDate plus(LocalDate day, int count) {
        LocalDate found = onOrAfter(day);
        for (int left = count; left > 0; left--) {
            found = onOrAfter(found.plusDays(1));
        }
        return found;
    }

    /** So many working days earlier. One business day before Saturday is Friday, as it is before Monday. */
    public LocalDate minus(LocalDate day, int count) {
        LocalDate found = day;
        for (int left = count; left > 0; left--) {
            found = onOrBefore(found.minusDays(1));
        }
        return found;
    }

    /** A leave of many years is crossed in one stride. */
    private LocalDate lastOff(LocalDate day) {
        return off.stream()
                .filter(time -> time.covers(day))
                .map(TimeOff::last)
                .max(LocalDate::compareTo)
                .orElse(day);
    }

    private LocalDate firstOff(LocalDate day) {
        return off.stream()
                .filter(time -> time.covers(day))
                .map(TimeOff::first)
                .min(LocalDate::compareTo)
                .orElse(day);
    }
}
