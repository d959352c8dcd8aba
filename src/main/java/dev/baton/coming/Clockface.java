package dev.baton.coming;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Moments as somebody reads them on the wall: {@code Tue 09:00} in this week, with the date beyond. */
record Clockface(ZoneId zone, Instant now) {
    private static final Duration NEAR = Duration.ofDays(6);
    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("EEE HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter LONG = DateTimeFormatter.ofPattern("EEE d MMM uuuu, HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM uuuu", Locale.ENGLISH);

    String of(Instant moment) {
        boolean near = Duration.between(now, moment).abs().compareTo(NEAR) < 0;
        return (near ? SHORT : LONG).format(local(moment));
    }

    String full(Instant moment) {
        return LONG.format(local(moment));
    }

    String day(LocalDate day) {
        return DAY.format(day);
    }

    private ZonedDateTime local(Instant moment) {
        return moment.atZone(zone);
    }
}
