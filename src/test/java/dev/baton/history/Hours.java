package dev.baton.history;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;

/** When people may be reminded: from eight to six where they live, Monday to Friday. No holiday falls into a history. */
final class Hours {
    private static final Map<String, String> ABROAD = Map.of("PABLO", "America/Los_Angeles", "INES", "Europe/Madrid");

    private Hours() {}

    /** The same time of day so many working days later, or the next working morning where that is too early or too late. */
    static Instant nudge(String person, Instant since, int days) {
        LocalDateTime from = LocalDateTime.ofInstant(since, zone(person));
        LocalDate day = working(from.toLocalDate());
        LocalTime time = day.equals(from.toLocalDate()) ? from.toLocalTime() : LocalTime.of(9, 0);
        for (int left = days + (time.getHour() < 18 ? 0 : 1); left > 0; left--) {
            day = working(day.plusDays(1));
        }
        boolean quiet = time.getHour() < 8 || time.getHour() >= 18;
        return day.atTime(quiet ? LocalTime.of(9, 0) : time).atZone(zone(person)).toInstant();
    }

    static LocalDate day(String person, Instant at) {
        return LocalDate.ofInstant(at, zone(person));
    }

    private static ZoneId zone(String person) {
        return ZoneId.of(ABROAD.getOrDefault(person, "America/New_York"));
    }

    private static LocalDate working(LocalDate day) {
        int weekday = day.getDayOfWeek().getValue();
        return weekday < 6 ? day : day.plusDays(8 - weekday);
    }
}
