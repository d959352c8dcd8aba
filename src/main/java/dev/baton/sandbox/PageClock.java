package dev.baton.sandbox;

import com.google.gson.JsonObject;
import dev.baton.sandbox.Upcoming.Coming;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;

/** Moving the business clock by hand, and what lies ahead of it. */
final class PageClock {
    private static final Set<DayOfWeek> WEEKEND = Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

    private final SandboxClock clock;
    private volatile Upcoming upcoming = List::of;

    PageClock(SandboxClock clock) {
        this.clock = clock;
    }

    void upcoming(Upcoming newUpcoming) {
        upcoming = newUpcoming;
    }

    List<JsonObject> ahead() {
        return upcoming.coming().stream()
                .map(coming -> Json.object(
                        "at", coming.at().toEpochMilli(),
                        "who", coming.who(),
                        "what", coming.what()))
                .toList();
    }

    /** Moves it, for somebody who lives in this zone. */
    JsonObject move(JsonObject ask, ZoneId zone) {
        Instant now = clock.instant();
        Instant target = switch (Json.text(ask, "move")) {
            case "hour" -> now.plus(Duration.ofHours(1));
            case "business_day" -> nextBusinessDay(now, zone);
            case "next" -> nextDue(now);
            case "to" -> to(ask);
            default -> throw new Refused("move is one of: hour, business_day, next, to");
        };
        clock.moveTo(target);
        return Json.object("ok", true, "now", target.toEpochMilli());
    }

    private static Instant nextBusinessDay(Instant now, ZoneId zone) {
        ZonedDateTime day = now.atZone(zone).plusDays(1);
        while (WEEKEND.contains(day.getDayOfWeek())) {
            day = day.plusDays(1);
        }
        return day.toInstant();
    }

    private Instant nextDue(Instant now) {
        return upcoming.coming().stream()
                .map(Coming::at)
                .filter(at -> at.isAfter(now))
                .min(Instant::compareTo)
                .orElseThrow(() -> new Refused("nothing is due"));
    }

    private static Instant to(JsonObject ask) {
        String millis = Json.text(ask, "to");
        if (!millis.matches("\\d{1,15}")) {
            throw new Refused("to is a time in UTC milliseconds");
        }
        return Instant.ofEpochMilli(Long.parseLong(millis));
    }
}
