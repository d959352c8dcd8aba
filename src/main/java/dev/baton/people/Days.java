package dev.baton.people;

import dev.baton.account.TimeOff;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Dates as they are said: with the weekday, and with the year where it is not this one. */
final class Days {
    private static final DateTimeFormatter THIS_YEAR = DateTimeFormatter.ofPattern("EEE d MMMM", Locale.ENGLISH);
    private static final DateTimeFormatter ANOTHER = DateTimeFormatter.ofPattern("EEE d MMMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);

    private Days() {}

    static String said(LocalDate day, LocalDate today) {
        return (day.getYear() == today.getYear() ? THIS_YEAR : ANOTHER).format(day);
    }

    static String said(LocalDateTime moment, LocalDate today) {
        return said(moment.toLocalDate(), today) + ", " + TIME.format(moment);
    }

    /** To follow a verb: {@code on Mon 18 March}, {@code from Mon 18 March to Fri 22 March}. */
    static String said(TimeOff time, LocalDate today) {
        return time.first().equals(time.last())
                ? "on " + said(time.first(), today)
                : "from " + said(time.first(), today) + " to " + said(time.last(), today);
    }
}
