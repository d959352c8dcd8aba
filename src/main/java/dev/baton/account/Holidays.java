package dev.baton.account;

import de.focus_shift.jollyday.core.CalendarHierarchy;
import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.LocalDate;
import java.time.Year;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The public holidays of one calendar. A country's calendar holds what its parts have in common: {@code gb} has no Easter
 * Monday, because Scotland has none; {@code gb-eng} has it. Days that are kept but not free of work do not count.
 *
 * @param calendar a country such as {@code us}, a part of one such as {@code us-ny}, or empty for no holidays at all
 */
public record Holidays(String calendar) {
    public static final Holidays NONE = new Holidays("");

    /** The Islamic calendar, on which many of the holidays rest, is computed for no more than about these years. */
    private static final int FIRST_YEAR = 1900;

    private static final int LAST_YEAR = 2170;

    private static final Map<String, Map<Integer, Set<LocalDate>>> LOADED = new ConcurrentHashMap<>();

    /**
     * Whether there is such a calendar. Asked for a country it is quick; asked for a part of one it may read the calendar,
     * which takes up to a second when it is the first.
     */
    public static boolean known(String calendar) {
        if (calendar.isEmpty()) {
            return true;
        }
        String[] path = calendar.split("-", -1);
        String resource = "holidays/Holidays_" + path[0] + ".xml";
        return HolidayManager.class.getClassLoader().getResource(resource) != null
                && (path.length == 1 || hasPart(path));
    }

    /**
     * Whether that day is a holiday, on the day it is observed. The first question about a year reads the calendar, and the
     * first of all takes up to a second; the answer is kept. Before 1900 and after 2170 nothing is known to be a holiday.
     *
     * @throws IllegalStateException if the calendar is not {@link #known}
     */
    public boolean on(LocalDate day) {
        int year = day.getYear();
        return !calendar.isEmpty()
                && year >= FIRST_YEAR
                && year <= LAST_YEAR
                && LOADED.computeIfAbsent(calendar, any -> new ConcurrentHashMap<>())
                        .computeIfAbsent(year, this::read)
                        .contains(day);
    }

    private static boolean hasPart(String[] path) {
        CalendarHierarchy place = manager(path[0]).getCalendarHierarchy();
        for (String part : Arrays.asList(path).subList(1, path.length)) {
            CalendarHierarchy found = place.getChildren().get(part);
            if (found == null) {
                return false;
            }
            place = found;
        }
        return true;
    }

    private Set<LocalDate> read(int year) {
        List<String> path = List.of(calendar.split("-", -1));
        HolidayManager manager = manager(path.get(0));
        String[] parts = path.subList(1, path.size()).toArray(String[]::new);
        // A New Year's Day on a Saturday is observed on the last day of the year before.
        return IntStream.rangeClosed(year - 1, year + 1)
                .mapToObj(near -> manager.getHolidays(Year.of(near), parts))
                .flatMap(Set::stream)
                .filter(holiday -> holiday.getType() != HolidayType.OBSERVANCE)
                .map(Holiday::getDate)
                .filter(day -> day.getYear() == year)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** One at a time: the library keeps what it has read, and does not say that it may be asked by several at once. */
    private static HolidayManager manager(String country) {
        synchronized (LOADED) {
            return HolidayManager.getInstance(ManagerParameters.create(country));
        }
    }
}
