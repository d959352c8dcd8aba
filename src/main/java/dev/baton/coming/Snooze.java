package dev.baton.coming;

import dev.baton.account.WorkTime;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** For how long a reminder can be put off without further questions. */
enum Snooze {
    HOUR("1 hour"),
    /** The next working morning: whoever says so on a Friday means Monday. */
    MORNING("Tomorrow morning"),
    MONDAY("Next Monday");

    private final String label;

    Snooze(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    static Optional<Snooze> of(String name) {
        return Arrays.stream(values()).filter(each -> each.name().equals(name)).findFirst();
    }

    /** Those that end before the moment after which it makes no sense any more. */
    static List<Snooze> before(Optional<Instant> latest, WorkTime time, Instant from) {
        return Arrays.stream(values())
                .filter(each -> latest.filter(moment -> !each.until(time, from).isBefore(moment))
                        .isEmpty())
                .toList();
    }

    /**
     * When it comes again.
     *
     * @param time of who reads it
     * @param from now, or when it would come by itself
     */
    Instant until(WorkTime time, Instant from) {
        LocalDate day = time.date(from);
        return switch (this) {
            case HOUR -> from.plus(Duration.ofHours(1));
            case MORNING -> time.weekly(day.plusDays(1));
            case MONDAY -> time.weekly(day.with(TemporalAdjusters.next(DayOfWeek.MONDAY)));
        };
    }
}
