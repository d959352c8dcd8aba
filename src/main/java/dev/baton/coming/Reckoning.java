package dev.baton.coming;

import dev.baton.account.Anchor;
import dev.baton.account.Rhythm;
import dev.baton.account.When;
import dev.baton.account.WorkTime;
import dev.baton.account.WorkTime.QuietHours;
import dev.baton.account.WorkTime.Timing;
import dev.baton.account.WorkingDays;
import dev.baton.handbook.Span;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * How a due time came to be, told to whoever asks.
 *
 * @param rhythm of the person whose hours count
 * @param whose that person's name
 */
record Reckoning(When when, Rhythm rhythm, String whose, Clockface clock) {
    /** Nobody reads a longer list of days off; a leave of years would be one. */
    private static final int DAYS_LOOKED_AT = 60;

    /** Label, value, label, value. */
    List<String> dates() {
        QuietHours quiet = time().quiet();
        String hours = quiet.from().equals(quiet.until()) ? "" : ", quiet " + quiet.from() + "–" + quiet.until();
        return List.of(
                "Counted from",
                when.anchor() instanceof Anchor.Moment moment ? clock.full(moment.instant()) : clock.day(anchorDay()),
                "Comes",
                how(),
                "Whose hours",
                whose + ", " + time().zone().getId() + hours,
                "By the rule",
                clock.full(rhythm.due(when)));
    }

    private String how() {
        String span = span().map(Span::toString).orElse("");
        return switch (when.timing()) {
            case LEAD -> span + " before" + (when.span().isEmpty() ? ", as the reader wishes" : "");
            case OVERDUE -> "on the first working morning after";
            case NUDGE -> span + " later";
            case AT -> span.isEmpty() ? "at once" : span + " later, whatever the hour";
            case WEEKLY -> "in the morning of that day";
        };
    }

    private Optional<Span> span() {
        return when.timing() == Timing.LEAD ? when.span().or(() -> Optional.of(rhythm.lead())) : when.span();
    }

    /** What moved it, one sentence each. */
    List<String> shifts() {
        List<String> shifts = new ArrayList<>();
        off(day -> !days().weekdays().contains(day.getDayOfWeek()), "not worked on", shifts);
        off(this::holiday, "a public holiday", shifts);
        off(this::away, "time off", shifts);
        quiet().ifPresent(shifts::add);
        if (rhythm.gathered() && when.reminder()) {
            shifts.add("All reminders of a day come together in the morning, as the reader wishes.");
        }
        rhythm.pausedUntil()
                .filter(day -> when.reminder() && when.timing() != Timing.LEAD)
                .filter(day -> day.isAfter(anchorDay()))
                .ifPresent(day -> shifts.add("What is not urgent was paused until " + clock.day(day) + "."));
        return shifts;
    }

    private void off(Predicate<LocalDate> reason, String words, List<String> shifts) {
        String found = passed().stream().filter(reason).map(clock::day).collect(Collectors.joining(", "));
        if (!found.isEmpty()) {
            shifts.add(found + ": " + words + ".");
        }
    }

    /** The days between the anchor and the due day, and the due day that would have been. */
    private List<LocalDate> passed() {
        if (when.timing() == Timing.AT) {
            return List.of();
        }
        LocalDate due = time().date(rhythm.due(when));
        LocalDate from = due.isBefore(anchorDay()) ? due : firstCounted();
        LocalDate to = due.isBefore(anchorDay()) ? anchorDay() : due;
        return from.datesUntil(to.plusDays(1))
                .limit(DAYS_LOOKED_AT)
                .filter(day -> !days().working(day))
                .toList();
    }

    /** Days of the calendar pass whether or not they are worked on; only the last one counts. */
    private LocalDate firstCounted() {
        boolean calendar = when.span()
                .filter(span -> span.unit() != Span.Unit.BUSINESS_DAYS)
                .isPresent();
        return calendar ? time().date(nominal()) : anchorDay();
    }

    private boolean holiday(LocalDate day) {
        return days().weekdays().contains(day.getDayOfWeek())
                && days().holidays().on(day);
    }

    private boolean away(LocalDate day) {
        return days().weekdays().contains(day.getDayOfWeek())
                && !days().holidays().on(day)
                && days().off().stream().anyMatch(off -> off.covers(day));
    }

    private Optional<String> quiet() {
        if (when.timing() != Timing.NUDGE) {
            return Optional.empty();
        }
        QuietHours quiet = time().quiet();
        Instant nominal = nominal();
        boolean moved = days().working(time().date(nominal)) && !time().working(nominal);
        return moved
                ? Optional.of(clock.full(nominal) + " lies in the quiet hours, " + quiet.from() + "–" + quiet.until()
                        + ": so the next working morning.")
                : Optional.empty();
    }

    private Instant nominal() {
        Instant begin = when.anchor() instanceof Anchor.Moment moment ? moment.instant() : time().morning(anchorDay());
        return when.span().map(span -> time().after(begin, span)).orElse(begin);
    }

    private LocalDate anchorDay() {
        return when.anchor().day(time().zone());
    }

    private WorkTime time() {
        return rhythm.time();
    }

    private WorkingDays days() {
        return rhythm.time().days();
    }
}
