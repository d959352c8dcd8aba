package dev.baton.account;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * What a due time is counted from. A moment stays the same moment wherever its reader moves; a day of the calendar is that
 * day wherever the reader is.
 */
public sealed interface Anchor {
    /** Something that happened or begins at this instant: a request that has been waiting since, a meeting. */
    record Moment(Instant instant) implements Anchor {
        @Override
        public LocalDate day(ZoneId zone) {
            return LocalDate.ofInstant(instant, zone);
        }

        @Override
        public Instant latest(ZoneId zone) {
            return instant;
        }

        @Override
        public String toString() {
            return instant.toString();
        }
    }

    /** A day of the calendar: a deadline, the Monday of a digest. */
    record Day(LocalDate date) implements Anchor {
        @Override
        public LocalDate day(ZoneId zone) {
            return date;
        }

        @Override
        public Instant latest(ZoneId zone) {
            return date.plusDays(1).atTime(LocalTime.MIDNIGHT).atZone(zone).toInstant();
        }

        @Override
        public String toString() {
            return date.toString();
        }
    }

    static Anchor at(Instant instant) {
        return new Moment(instant);
    }

    static Anchor on(LocalDate date) {
        return new Day(date);
    }

    /**
     * What {@code toString} wrote.
     *
     * @throws java.time.DateTimeException if it is neither an instant nor a date
     */
    static Anchor parse(String written) {
        return written.indexOf('T') < 0 ? on(LocalDate.parse(written)) : at(Instant.parse(written));
    }

    /** The day of the calendar it falls on there. */
    LocalDate day(ZoneId zone);

    /** The moment itself, or the end of the day: the last one at which a reminder before it still makes sense. */
    Instant latest(ZoneId zone);
}
