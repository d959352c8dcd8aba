package dev.baton.account;

import dev.baton.account.WorkTime.QuietHours;
import dev.baton.handbook.Span;
import dev.baton.handbook.Timings;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/**
 * People as they are now: what the people file says of them, what Slack says, and what they chose themselves, the later
 * before the earlier.
 */
public final class People {
    /** How long before a meeting somebody is reminded who has not chosen. */
    public static final Span USUAL_LEAD = new Span(1, Span.Unit.BUSINESS_DAYS);

    private final Roster roster;
    private final PersonStore persons;
    private final PreferenceStore preferences;
    private final Timings timings;

    public People(Roster roster, PersonStore persons, PreferenceStore preferences, Timings timings) {
        this.roster = roster;
        this.persons = persons;
        this.preferences = preferences;
        this.timings = timings;
    }

    public Roster roster() {
        return roster;
    }

    /**
     * Reads the regions' calendars of holidays. The first one takes up to a second, and longer on a busy machine: nobody
     * holds a transaction open meanwhile.
     */
    public void prepare(Instant now) {
        roster.regions().values().stream()
                .map(Region::holidays)
                .distinct()
                .forEach(calendar -> new Holidays(calendar).on(LocalDate.ofInstant(now, ZoneOffset.UTC)));
    }

    /**
     * When a notice is due that is counted for somebody. While a stand-in reads for that person, the stand-in's hours count;
     * where nobody does, what keeps to hours waits for the first working day back, or comes before the leave.
     */
    public Instant due(Handle read, When when) {
        if (when.person().isEmpty()) {
            return when.anchor().latest(ZoneOffset.UTC);
        }
        String person = when.person().get();
        Instant due = rhythm(read, person).due(when);
        if (!away(read, person, due)) {
            return due;
        }
        Optional<String> reader = standIn(read, person, due);
        Optional<Instant> theirs = reader.map(other -> rhythm(read, other).due(when))
                .filter(at -> standIn(read, person, at).equals(reader));
        // A stand-in whose next working hour lies beyond the leave does not read it any more.
        return theirs.orElseGet(() -> rhythm(read, person, off(read, person)).due(when));
    }

    /** The hours in which somebody may be spoken to; of a stranger the usual ones, in UTC. */
    public WorkTime time(Handle read, String person) {
        return rhythm(read, person).time();
    }

    /** How somebody is reminded now. */
    public Rhythm rhythm(Handle read, String person) {
        return rhythm(read, person, uncovered(read, person));
    }

    private Rhythm rhythm(Handle read, String person, List<TimeOff> off) {
        Preferences chosen = preferences.preferences(read, person);
        Holidays holidays = new Holidays(chosen.holidays().orElseGet(() -> usualHolidays(person)));
        WorkingDays days = new WorkingDays(chosen.weekdays().orElse(WorkingDays.MONDAY_TO_FRIDAY), holidays, off);
        QuietHours quiet = chosen.quiet()
                .map(own -> QuietHours.of(own.from(), own.until(), timings.morning()))
                .orElseGet(this::usualQuiet);
        return new Rhythm(
                new WorkTime(zone(read, person), days, quiet),
                chosen.lead().orElse(USUAL_LEAD),
                chosen.gathered(),
                chosen.pausedUntil());
    }

    /** What somebody chose; what is empty there follows the usual. */
    public Preferences chosen(Handle read, String person) {
        return preferences.preferences(read, person);
    }

    /** The quiet hours of whoever chose none. */
    public QuietHours usualQuiet() {
        return QuietHours.of(timings.quietFrom(), timings.quietUntil(), timings.morning());
    }

    /** The calendar of public holidays of somebody who chose none: that of the region; empty for no holidays. */
    public String usualHolidays(String person) {
        return roster.person(person).flatMap(this::region).map(Region::holidays).orElse("");
    }

    /** Slack's, which follows its owner around the world; until Slack has said it, that of the people file; else UTC. */
    public ZoneId zone(Handle read, String person) {
        return persons.zone(read, person)
                .or(() -> roster.person(person).map(Person::zone).map(ZoneId::of))
                .orElse(ZoneId.of("UTC"));
    }

    /** Whether this person still works here, as far as Slack and the people file know. */
    public boolean active(Handle read, String person) {
        return roster.person(person).isPresent() && !persons.deactivated(read, person);
    }

    /**
     * Whether this person is known to work here no longer: Slack has closed the account, or the people file names nobody of
     * that id. While it has people whose ids are still to be found out, whoever is missing may be one of them.
     */
    public boolean left(Handle read, String person) {
        boolean missing = roster.person(person).isEmpty() && roster.unresolved().isEmpty();
        return missing || persons.deactivated(read, person);
    }

    /** Whether this person is away on that day of the person's own calendar. */
    public boolean away(Handle read, String person, LocalDate day) {
        return off(read, person).stream().anyMatch(time -> time.covers(day));
    }

    /** The same at a moment. */
    public boolean away(Handle read, String person, Instant moment) {
        return away(read, person, today(read, person, moment));
    }

    /** The last day of the leave in which somebody is at that moment; leaves that follow each other are one. */
    public Optional<LocalDate> awayUntil(Handle read, String person, Instant moment) {
        LocalDate today = today(read, person, moment);
        Optional<LocalDate> last = Optional.empty();
        for (TimeOff time : off(read, person)) {
            LocalDate next = last.map(day -> day.plusDays(1)).orElse(today);
            if (time.covers(next) || last.filter(time::covers).isPresent()) {
                last = last.filter(day -> day.isAfter(time.last())).or(() -> Optional.of(time.last()));
            }
        }
        return last;
    }

    /** The day it is for this person. */
    public LocalDate today(Handle read, String person, Instant moment) {
        return LocalDate.ofInstant(moment, zone(read, person));
    }

    /** All days away, those of the people file and those that were entered, soonest first. */
    public List<TimeOff> off(Handle read, String person) {
        Stream<TimeOff> written = roster.person(person).map(Person::off).orElse(List.of()).stream();
        Stream<TimeOff> entered = preferences.leaves(read, person).stream().map(Leave::time);
        return Stream.concat(written, entered)
                .sorted((one, other) -> one.first().compareTo(other.first()))
                .toList();
    }

    /** The channel in which Baton talks to this person alone, once it has been opened. */
    public Optional<String> directChannel(Handle read, String person) {
        return persons.directChannel(read, person);
    }

    public String keepDirectChannel(Handle handle, String person, String channel) {
        return persons.keepDirectChannel(handle, person, channel);
    }

    /**
     * Who reads what comes for somebody at that moment: while the person is away, the delegate who accepted, else a manager's
     * backup; nobody who is away too.
     */
    public Optional<String> standIn(Handle read, String person, Instant moment) {
        LocalDate day = today(read, person, moment);
        if (!away(read, person, day)) {
            return Optional.empty();
        }
        Stream<String> delegates = preferences.leaves(read, person).stream()
                .filter(leave -> leave.time().covers(day))
                .flatMap(leave -> leave.standIn().stream());
        return Stream.concat(delegates, roster.backupOf(person).stream())
                .filter(other -> !other.equals(person))
                .filter(other -> active(read, other) && !away(read, other, moment))
                .findFirst();
    }

    /** For whom this person stands in at that moment, asked by them or as a manager's backup. */
    public List<String> standsInFor(Handle read, String person, Instant moment) {
        return maybeFor(read, person)
                .filter(absent -> standIn(read, absent, moment).equals(Optional.of(person)))
                .toList();
    }

    /** Whose due times follow from this person's hours: the person, and those for whom this person may stand in. */
    public List<String> countedBy(Handle read, String person) {
        return Stream.concat(Stream.of(person), maybeFor(read, person))
                .distinct()
                .toList();
    }

    private Stream<String> maybeFor(Handle read, String person) {
        Stream<String> asked = preferences.coveredBy(read, person).stream().map(Leave::person);
        return Stream.concat(asked, roster.backedUpBy(person))
                .filter(other -> !other.equals(person))
                .distinct();
    }

    private Optional<Region> region(Person person) {
        return person.regions().stream().findFirst().map(roster.regions()::get);
    }

    /** Days away on which nobody reads in this person's place. */
    private List<TimeOff> uncovered(Handle read, String person) {
        List<TimeOff> uncovered = new ArrayList<>();
        Optional<String> backup = roster.backupOf(person).filter(other -> active(read, other));
        roster.person(person)
                .map(Person::off)
                .orElse(List.of())
                .forEach(time -> uncovered.addAll(without(read, List.of(time), backup)));
        preferences.leaves(read, person).forEach(leave -> {
            List<TimeOff> left =
                    without(read, List.of(leave.time()), leave.standIn().filter(other -> active(read, other)));
            uncovered.addAll(without(read, left, backup));
        });
        return uncovered;
    }

    /** The days among these on which the stand-in is away as well; all of them where there is none. */
    private List<TimeOff> without(Handle read, List<TimeOff> times, Optional<String> standIn) {
        if (standIn.isEmpty()) {
            return times;
        }
        List<TimeOff> theirs = off(read, standIn.get());
        return times.stream()
                .flatMap(time -> theirs.stream().flatMap(other -> time.meeting(other).stream()))
                .toList();
    }
}
