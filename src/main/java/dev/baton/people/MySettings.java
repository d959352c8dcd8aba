package dev.baton.people;

import dev.baton.account.Leave;
import dev.baton.account.Names;
import dev.baton.account.Preferences;
import dev.baton.account.Roster;
import dev.baton.account.TimeOff;
import dev.baton.account.WorkTime.QuietHours;
import dev.baton.account.WorkingDays;
import dev.baton.handbook.Span;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Somebody's settings as they hold now, and what follows from them.
 *
 * @param usual what holds where nothing was chosen
 * @param written days away that the people file says
 * @param leaves days away that were entered, soonest first
 * @param next what comes to this person, soonest first
 */
record MySettings(
        String person,
        ZoneId zone,
        LocalDate today,
        Preferences chosen,
        Usual usual,
        List<TimeOff> written,
        List<Leave> leaves,
        List<Next> next,
        Roster roster) {

    /** What a reminder of a meeting can come before it by. */
    private static final List<Span> LEADS = List.of(
            new Span(1, Span.Unit.HOURS),
            new Span(2, Span.Unit.HOURS),
            new Span(4, Span.Unit.HOURS),
            new Span(1, Span.Unit.BUSINESS_DAYS),
            new Span(2, Span.Unit.BUSINESS_DAYS),
            new Span(3, Span.Unit.BUSINESS_DAYS),
            new Span(5, Span.Unit.BUSINESS_DAYS));

    QuietHours quiet() {
        return chosen.quiet().orElse(usual.quiet());
    }

    Set<DayOfWeek> weekdays() {
        return chosen.weekdays().orElse(WorkingDays.MONDAY_TO_FRIDAY);
    }

    /** The calendar of public holidays; empty for none. */
    String holidays() {
        return chosen.holidays().orElse(usual.holidays());
    }

    Span lead() {
        return chosen.lead().orElse(usual.lead());
    }

    /** A pause that is over is none. */
    Optional<LocalDate> pausedUntil() {
        return chosen.pausedUntil().filter(day -> day.isAfter(today));
    }

    List<Span> leads() {
        List<Span> leads = new ArrayList<>(LEADS);
        if (!leads.contains(lead())) {
            leads.add(lead());
        }
        return leads;
    }

    /** The calendars of the regions in the people file, and the one that holds now. */
    Set<String> calendars() {
        Set<String> calendars = new LinkedHashSet<>();
        roster.regions().values().forEach(region -> calendars.add(region.holidays()));
        calendars.add(holidays());
        calendars.remove("");
        return calendars;
    }

    /** Whoever reads it all where no delegate does. */
    Optional<String> backup() {
        return roster.backupOf(person).map(this::name);
    }

    String name(String id) {
        return Names.of(id, roster);
    }
}
