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
import java.util.function.Predicate;
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

    /** When a notice is due that is counted for somebody; while a stand-in reads for that person, the stand-in's hours count. */
    public Instant due(Handle read, When when) {
        if (when.person().isEmpty()) {
            return when.anchor().latest(ZoneOffset.UTC);
        }
        String person = when.person().get();
        Instant due = rhythm(read, person).due(when);
        return standIn(read, person, due)
                .map(other -> rhythm(read, other).due(when))
                .orElse(due);
    }

    /** The hours in which somebody may be spoken to; of a stranger the usual ones, in UTC. */
    public WorkTime time(Handle read, String person) {
        return rhythm(read, person).time();
    }

    /** How somebody is reminded now. */
    public Rhythm rhythm(Handle read, String person) {
        Preferences chosen = preferences.preferences(read, person);
        Optional<Person> known = roster.person(person);
        Holidays holidays = chosen.holidays()
                .or(() -> known.flatMap(this::region).map(Region::holidays))
                .map(Holidays::new)
                .orElse(Holidays.NONE);
        WorkingDays days = new WorkingDays(
                chosen.weekdays().orElse(WorkingDays.MONDAY_TO_FRIDAY), holidays, uncovered(read, person));
        QuietHours usual = QuietHours.of(timings.quietFrom(), timings.quietUntil(), timings.morning());
        QuietHours quiet = chosen.quiet()
                .map(own -> QuietHours.of(own.from(), own.until(), timings.morning()))
                .orElse(usual);
        return new Rhythm(
                new WorkTime(zone(read, person), days, quiet),
                chosen.lead().orElse(USUAL_LEAD),
                chosen.gathered(),
                chosen.pausedUntil());
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

    /** Whether this person is away on that day of the person's own calendar. */
    public boolean away(Handle read, String person, LocalDate day) {
        return off(read, person).stream().anyMatch(time -> time.covers(day));
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
        LocalDate day = LocalDate.ofInstant(moment, zone(read, person));
        if (!away(read, person, day)) {
            return Optional.empty();
        }
        Stream<String> delegates = preferences.leaves(read, person).stream()
                .filter(leave -> leave.time().covers(day))
                .flatMap(leave -> leave.standIn().stream());
        return Stream.concat(delegates, roster.backupOf(person).stream())
                .filter(present(read, moment))
                .filter(other -> !other.equals(person))
                .findFirst();
    }

    /** For whom this person stands in at that moment. */
    public List<String> standsInFor(Handle read, String person, Instant moment) {
        return preferences.coveredBy(read, person).stream()
                .map(Leave::person)
                .distinct()
                .filter(absent -> standIn(read, absent, moment).equals(Optional.of(person)))
                .toList();
    }

    private Predicate<String> present(Handle read, Instant moment) {
        return other -> active(read, other) && !away(read, other, LocalDate.ofInstant(moment, zone(read, other)));
    }

    private Optional<Region> region(Person person) {
        return person.regions().stream().findFirst().map(roster.regions()::get);
    }

    /** Days away on which nobody reads in this person's place, so that reminders wait. */
    private List<TimeOff> uncovered(Handle read, String person) {
        if (roster.backupOf(person).isPresent()) {
            return List.of();
        }
        List<TimeOff> off =
                new ArrayList<>(roster.person(person).map(Person::off).orElse(List.of()));
        preferences.leaves(read, person).stream()
                .filter(leave -> leave.standIn()
                        .filter(delegate -> active(read, delegate))
                        .isEmpty())
                .map(Leave::time)
                .forEach(off::add);
        return off;
    }
}
