package dev.baton.account;

import dev.baton.handbook.Span;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * When somebody may be spoken to, and so when a notice to that person is due. Dates are counted on the person's own calendar
 * first and made an instant last: a day is a day of the calendar, not 24 hours. A local time that the clocks skip is the
 * later one that they show instead; one that they show twice is the first.
 *
 * @param zone where the person lives
 * @param days on which the person works
 * @param quiet hours in which nothing disturbs, answers to a gesture excepted
 */
public record WorkTime(ZoneId zone, WorkingDays days, QuietHours quiet) {

    /**
     * The hours of a day in which no reminder comes, and the hour of those that name none. Equal ends mean no quiet hours.
     *
     * @param from the first quiet minute
     * @param until the first minute that is not
     * @param morning not in the quiet hours
     */
    public record QuietHours(LocalTime from, LocalTime until, LocalTime morning) {
        public static final QuietHours USUAL = of(LocalTime.of(18, 0), LocalTime.of(8, 0), LocalTime.of(9, 0));

        /**
         * Hours as a person chose them.
         *
         * @throws IllegalArgumentException if the morning lies in the quiet hours
         */
        public QuietHours {
            if (quiet(morning, from, until)) {
                throw new IllegalArgumentException(
                        "quiet from " + from + " until " + until + " leaves no morning at " + morning);
            }
        }

        /** With that morning, or with the first minute that is not quiet if it is. */
        public static QuietHours of(LocalTime from, LocalTime until, LocalTime morning) {
            return new QuietHours(from, until, quiet(morning, from, until) ? until : morning);
        }

        public boolean quiet(LocalTime time) {
            return quiet(time, from, until);
        }

        private static boolean quiet(LocalTime time, LocalTime from, LocalTime until) {
            boolean begun = !time.isBefore(from);
            boolean over = !time.isBefore(until);
            return from.isBefore(until) ? begun && !over : from.isAfter(until) && (begun || !over);
        }
    }

    /** How the due time of a notice follows from what it is counted from, its anchor. */
    public enum Timing {
        /** Before a meeting or a deadline. */
        LEAD,
        /** After the deadline on the anchor's day. */
        OVERDUE,
        /** When nothing has happened since the anchor. */
        NUDGE,
        /** At the anchor, or a span after it, whatever the hour. */
        AT,
        /** On the anchor's day of one week. */
        WEEKLY;

        /** The timing of that name, such as {@code lead}; empty if there is none. */
        public static Optional<Timing> of(String name) {
            return Arrays.stream(values())
                    .filter(timing -> timing.toString().equals(name))
                    .findFirst();
        }

        /**
         * When it is due for somebody with these hours. The same question has the same answer, however often it is asked.
         *
         * @param span needed by a lead and a nudge
         * @throws IllegalArgumentException if a span is needed and missing
         */
        public Instant due(WorkTime time, Anchor anchor, Optional<Span> span) {
            return switch (this) {
                case LEAD ->
                    anchor instanceof Anchor.Day deadline
                            ? time.lead(deadline.date(), needed(span))
                            : time.lead(anchor.latest(time.zone), needed(span));
                case OVERDUE -> time.overdue(anchor.day(time.zone));
                case NUDGE -> time.nudge(time.begin(anchor), needed(span));
                case AT ->
                    span.map(length -> time.after(time.begin(anchor), length)).orElseGet(() -> time.begin(anchor));
                case WEEKLY -> time.weekly(anchor.day(time.zone));
            };
        }

        /** The name as it is stored: {@code lead}. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }

        private Span needed(Optional<Span> span) {
            return span.orElseThrow(() -> new IllegalArgumentException("a " + this + " needs a span"));
        }
    }

    /**
     * A reminder before something that begins at a moment, such as a meeting: the morning of the last working day on or
     * before the nominal day, and never after the moment. A span of hours keeps its hour if that is working time. The answer
     * lies in the past when it is too late for the reminder.
     */
    public Instant lead(Instant moment, Span span) {
        return switch (span.unit()) {
            case DAYS -> morningBy(date(moment).minusDays(span.amount()), moment);
            case BUSINESS_DAYS -> morningBy(days.minus(date(moment), span.amount()), moment);
            case HOURS -> {
                Instant nominal = moment.minus(Duration.ofHours(span.amount()));
                yield working(nominal) ? nominal : morningBy(date(nominal), nominal);
            }
        };
    }

    /** A reminder before a deadline that is a day of the calendar. Its moment is the end of that day. */
    public Instant lead(LocalDate deadline, Span span) {
        return switch (span.unit()) {
            case DAYS, BUSINESS_DAYS -> lead(instant(deadline.atTime(LocalTime.NOON)), span);
            case HOURS -> lead(instant(deadline.plusDays(1).atStartOfDay()), span);
        };
    }

    /** The morning of the first working day after a deadline; asked for the day of that notice, the one after it. */
    public Instant overdue(LocalDate deadline) {
        return morning(days.onOrAfter(deadline.plusDays(1)));
    }

    /** When to remind of what has been waiting since: {@link #after}, or the next working morning if that is no working time. */
    public Instant nudge(Instant since, Span span) {
        return inWorkingTime(after(since, span));
    }

    /** The morning of a day of the week, or of the next working day if it is off. */
    public Instant weekly(LocalDate day) {
        return morning(days.onOrAfter(day));
    }

    /** The first such day of a week whose {@link #weekly} is after a moment. */
    public LocalDate next(DayOfWeek weekday, Instant after) {
        LocalDate day = date(after).with(TemporalAdjusters.previousOrSame(weekday));
        while (!weekly(day).isAfter(after)) {
            day = day.plusWeeks(1);
        }
        return day;
    }

    /**
     * The moment at which a span that somebody has for an answer is over, quiet or not. Days keep the local time. Business
     * days begun on a day off count from the next working morning; hours simply pass.
     */
    public Instant after(Instant since, Span span) {
        LocalDateTime start = LocalDateTime.ofInstant(since, zone);
        return switch (span.unit()) {
            case HOURS -> since.plus(Duration.ofHours(span.amount()));
            case DAYS -> instant(start.plusDays(span.amount()));
            case BUSINESS_DAYS -> {
                LocalTime time = days.working(start.toLocalDate()) ? start.toLocalTime() : quiet.morning();
                yield instant(days.plus(start.toLocalDate(), span.amount()).atTime(time));
            }
        };
    }

    /** That moment if it is working time, else the next working morning. */
    public Instant inWorkingTime(Instant moment) {
        if (working(moment)) {
            return moment;
        }
        return nextMorning(moment);
    }

    /** The first working morning that is not before that moment. */
    public Instant nextMorning(Instant moment) {
        LocalDate day = days.onOrAfter(date(moment));
        return morning(day).isBefore(moment) ? morning(days.onOrAfter(day.plusDays(1))) : morning(day);
    }

    /** Whether a reminder may come then: on a working day, outside the quiet hours. */
    public boolean working(Instant moment) {
        LocalDateTime local = LocalDateTime.ofInstant(moment, zone);
        return days.working(local.toLocalDate()) && !quiet.quiet(local.toLocalTime());
    }

    /** The morning of that day, a working day or not. */
    public Instant morning(LocalDate day) {
        return instant(day.atTime(quiet.morning()));
    }

    /** The day it is for this person. */
    public LocalDate date(Instant moment) {
        return LocalDate.ofInstant(moment, zone);
    }

    /** When this person's clocks show that. */
    public Instant instant(LocalDateTime local) {
        return local.atZone(zone).toInstant();
    }

    /** What is counted from a day begins with its morning. */
    private Instant begin(Anchor anchor) {
        return anchor instanceof Anchor.Moment moment ? moment.instant() : morning(anchor.day(zone));
    }

    private Instant morningBy(LocalDate nominal, Instant latest) {
        LocalDate day = days.onOrBefore(nominal);
        while (morning(day).isAfter(latest)) {
            day = days.minus(day, 1);
        }
        return morning(day);
    }
}
