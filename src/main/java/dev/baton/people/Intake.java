package dev.baton.people;

import dev.baton.account.Preferences;
import dev.baton.account.TimeOff;
import dev.baton.account.WorkTime.QuietHours;
import dev.baton.handbook.Span;
import dev.baton.slack.Form;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What somebody filled in, or what is wrong with it, beneath each field. */
final class Intake {
    static final String QUIET_FROM = "quiet_from";
    static final String QUIET_UNTIL = "quiet_until";
    static final String DAYS = "days";
    static final String HOLIDAYS = "holidays";
    static final String LEAD = "lead";
    static final String GATHERED = "gathered";
    static final String PAUSE = "pause";
    static final String FROM = "from";
    static final String TO = "to";
    static final String DELEGATE = "delegate";
    /** Stands for no holidays at all, for Slack takes no empty value. */
    static final String NO_HOLIDAYS = "none";

    private static final Duration LEAST = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);
    private static final int LONGEST_LEAVE_IN_DAYS = 366;

    private Intake() {}

    /**
     * The settings chosen.
     *
     * @param today in the person's own zone
     * @throws Form.Rejected with every error
     */
    static Preferences settings(Form form, Usual usual, LocalDate today) {
        Optional<QuietHours> quiet = quiet(form, usual);
        Set<DayOfWeek> days = Arrays.stream(DayOfWeek.values())
                .filter(day -> form.boxes(DAYS).contains(day.name()))
                .collect(Collectors.toUnmodifiableSet());
        if (days.isEmpty()) {
            form.error(DAYS, "Tick at least one day. For a leave enter time off below.");
        }
        Optional<LocalDate> pause = form.date(PAUSE);
        if (pause.filter(day -> !day.isAfter(today)).isPresent()) {
            form.error(PAUSE, "Choose tomorrow or later, or clear it.");
        }
        String calendar = form.choice(HOLIDAYS).orElse(usual.holidays());
        Span lead = form.choice(LEAD).flatMap(Span::parse).orElse(usual.lead());
        form.orRefuse();
        boolean gathered = !form.boxes(GATHERED).isEmpty();
        return usual.but(quiet, days, calendar.equals(NO_HOLIDAYS) ? "" : calendar, lead, gathered, pause);
    }

    /** Both ends cleared means the usual hours, the same time twice means none. */
    private static Optional<QuietHours> quiet(Form form, Usual usual) {
        Optional<LocalTime> from = form.time(QUIET_FROM);
        Optional<LocalTime> until = form.time(QUIET_UNTIL);
        if (from.isPresent() != until.isPresent()) {
            form.error(
                    from.isEmpty() ? QUIET_FROM : QUIET_UNTIL,
                    "Choose both times, or clear both to keep the usual "
                            + usual.quiet().from() + " to " + usual.quiet().until() + ".");
            return Optional.empty();
        }
        if (from.isEmpty() || until.isEmpty()) {
            return Optional.empty();
        }
        Duration speaking = Duration.between(until.get(), from.get());
        Duration open = speaking.isNegative() ? speaking.plus(DAY) : speaking;
        if (!open.isZero() && open.compareTo(LEAST) < 0) {
            form.error(QUIET_UNTIL, "That leaves " + open.toMinutes() + " minutes a day for reminders. Leave an hour.");
            return Optional.empty();
        }
        return Optional.of(new QuietHours(from.get(), until.get(), until.get()));
    }

    /** Days away, and who was asked to stand in. */
    record Wish(TimeOff time, Optional<String> delegate) {}

    /**
     * The time off entered.
     *
     * @param person whose
     * @param today in that person's own zone
     * @throws Form.Rejected with every error
     */
    static Wish leave(Form form, String person, LocalDate today) {
        Optional<LocalDate> first = form.date(FROM);
        Optional<LocalDate> last = form.date(TO);
        if (first.isEmpty()) {
            form.error(FROM, "Choose the first day you are away.");
        }
        if (last.isEmpty()) {
            form.error(TO, "Choose the last day you are away.");
        } else if (last.get().isBefore(today)) {
            form.error(TO, "That is over already.");
        } else if (first.filter(last.get()::isBefore).isPresent()) {
            form.error(TO, "The last day comes before the first.");
        } else if (first.filter(day -> day.plusDays(LONGEST_LEAVE_IN_DAYS).isBefore(last.get()))
                .isPresent()) {
            form.error(TO, "Enter a year at most.");
        }
        Optional<String> delegate = form.user(DELEGATE);
        if (delegate.equals(Optional.of(person))) {
            form.error(DELEGATE, "You cannot stand in for yourself. Choose somebody else, or nobody.");
        }
        form.orRefuse();
        return new Wish(new TimeOff(first.orElseThrow(), last.orElseThrow()), delegate);
    }
}
