package dev.baton.account;

import static dev.baton.Cast.CLEO;
import static dev.baton.Cast.MAYA;
import static dev.baton.Cast.MILO;
import static dev.baton.Cast.MONA;
import static dev.baton.Cast.SAM;
import static dev.baton.Cast.SOL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.Cast;
import dev.baton.account.Leave.Answer;
import dev.baton.account.WorkTime.QuietHours;
import dev.baton.handbook.Span;
import dev.baton.store.Database;
import dev.baton.store.OnBothDatabases;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;

/** Whose hours count, who is away, and who reads instead. */
class PeopleTest {
    private static final Instant MONDAY = Cast.NOW;
    private static final Span A_DAY = new Span(1, Span.Unit.BUSINESS_DAYS);
    private static final List<String> ZONES = List.of(
            "America/New_York",
            "Europe/Berlin",
            "Asia/Tokyo",
            "Australia/Lord_Howe",
            "Pacific/Kiritimati",
            "Asia/Kolkata");

    private final PersonStore persons = new PersonStore();
    private final PreferenceStore preferences = new PreferenceStore();
    private final People people = Cast.people();

    @OnBothDatabases
    void slack_knows_where_somebody_is_better_than_the_people_file(Database database) {
        assertThat(zoneOfMaya(database)).isEqualTo(ZoneId.of("America/New_York"));
        assertThat(keep(database, MAYA, Optional.of("Asia/Tokyo"), false)).isTrue();
        assertThat(keep(database, MAYA, Optional.of("Asia/Tokyo"), false)).isFalse();
        assertThat(zoneOfMaya(database)).isEqualTo(ZoneId.of("Asia/Tokyo"));
        assertThat(keep(database, MAYA, Optional.empty(), true)).isTrue();
        assertThat(keep(database, MAYA, Optional.empty(), true)).isFalse();
        assertThat(zoneOfMaya(database)).isEqualTo(ZoneId.of("Asia/Tokyo"));
        assertThat(is(database, read -> people.active(read, MAYA))).isFalse();
        assertThat(is(database, read -> people.active(read, Cast.STRANGER))).isFalse();
    }

    @OnBothDatabases
    void what_somebody_chose_comes_back_as_it_was_chosen(Database database) {
        Preferences chosen = new Preferences(
                Optional.of(new QuietHours(LocalTime.of(20, 0), LocalTime.of(11, 0), LocalTime.of(11, 0))),
                Optional.of(EnumSet.of(DayOfWeek.TUESDAY, DayOfWeek.SUNDAY)),
                Optional.of(""),
                Optional.of(new Span(4, Span.Unit.HOURS)),
                true,
                Optional.of(LocalDate.parse("2024-03-20")));
        write(database, act -> preferences.save(act, MAYA, chosen));
        assertThat(chosenByMaya(database)).isEqualTo(chosen);
        Rhythm rhythm = rhythmOfMaya(database);
        assertThat(rhythm.time().quiet().morning()).isEqualTo("11:00");
        assertThat(rhythm.time().days().holidays()).isEqualTo(Holidays.NONE);
        write(database, act -> preferences.save(act, MAYA, Preferences.NONE));
        assertThat(chosenByMaya(database)).isEqualTo(Preferences.NONE);
        assertThat(rhythmOfMaya(database).time().days().holidays().calendar()).isEqualTo("us");
    }

    @OnBothDatabases
    void a_managers_backup_reads_until_a_delegate_has_accepted(Database database) {
        long leave = away(database, MAYA, "2024-03-04..2024-03-08", Optional.of(MILO));
        assertThat(standIn(database, MAYA)).contains(MONA);
        write(database, act -> preferences.answer(act, leave, Answer.ACCEPTED));
        assertThat(standIn(database, MAYA)).contains(MILO);
        assertThat(standsInFor(database, MILO)).containsExactly(MAYA);
        assertThat(standsInFor(database, MONA)).isEmpty();
        away(database, MILO, "2024-03-04..2024-03-04", Optional.empty());
        assertThat(standIn(database, MAYA)).contains(MONA);
        assertThat(standsInFor(database, MONA)).contains(MAYA);
        keep(database, MONA, Optional.empty(), true);
        assertThat(standIn(database, MAYA)).isEmpty();
        write(database, act -> preferences.remove(act, leave));
        assertThat(is(database, read -> people.away(read, MAYA, MONDAY))).isFalse();
    }

    @OnBothDatabases
    void the_others_have_nobody_unless_their_delegate_accepted(Database database) {
        long leave = away(database, SAM, "2024-03-04..2024-03-08", Optional.of(SOL));
        assertThat(standIn(database, SAM)).isEmpty();
        write(database, act -> preferences.answer(act, leave, Answer.ACCEPTED));
        assertThat(standIn(database, SAM)).contains(SOL);
        write(database, act -> preferences.answer(act, leave, Answer.DECLINED));
        assertThat(standIn(database, SAM)).isEmpty();
    }

    @OnBothDatabases
    void reminders_wait_for_the_first_day_back_where_nobody_reads(Database database) {
        away(database, SAM, "2024-03-05..2024-03-06", Optional.empty());
        assertThat(nudge(database, SAM)).isEqualTo("2024-03-07T15:00:00Z");
        away(database, MAYA, "2024-03-05..2024-03-07", Optional.empty());
        away(database, MONA, "2024-03-05..2024-03-06", Optional.empty());
        assertThat(nudge(database, MAYA)).as("Mona is back on Thursday").isEqualTo("2024-03-07T15:00:00Z");
    }

    @OnBothDatabases
    void the_hours_of_whoever_reads_count(Database database) {
        long leave = away(database, MAYA, "2024-03-05..2024-03-08", Optional.of(MILO));
        write(database, act -> preferences.answer(act, leave, Answer.ACCEPTED));
        write(database, act -> preferences.save(act, MILO, quiet("18:00", "16:00")));
        assertThat(nudge(database, MAYA)).as("16:00 in London").isEqualTo("2024-03-05T16:00:00Z");
    }

    @OnBothDatabases
    void a_stand_in_whose_next_hour_comes_after_the_leave_does_not_read_it(Database database) {
        long leave = away(database, SAM, "2024-03-05..2024-03-05", Optional.of(SOL));
        write(database, act -> preferences.answer(act, leave, Answer.ACCEPTED));
        write(database, act -> preferences.save(act, SOL, quiet("09:00", "08:00")));
        // Sol could read it on Wednesday at 08:00, when Sam is back, whose hours count then.
        assertThat(nudge(database, SAM)).isEqualTo("2024-03-06T15:00:00Z");
    }

    @OnBothDatabases
    void leaves_that_follow_each_other_are_one(Database database) {
        away(database, CLEO, "2024-03-04..2024-03-05", Optional.empty());
        away(database, CLEO, "2024-03-06..2024-03-08", Optional.empty());
        away(database, CLEO, "2024-03-10..2024-03-12", Optional.empty());
        assertThat(awayUntil(database, CLEO)).contains(LocalDate.parse("2024-03-08"));
        assertThat(awayUntil(database, SAM)).isEmpty();
    }

    /** Random settings and leaves of Maya, Mona and Milo, over many zones. */
    @OnBothDatabases
    void whoever_reads_a_reminder_is_there_and_may_be_disturbed(Database database) {
        long seed = Optional.ofNullable(Long.getLong("baton.test.seed")).orElseGet(() -> new Random().nextLong());
        Random random = new Random(seed);
        for (int run = 0; run < 25; run++) {
            write(database, act -> shuffle(act, random));
            for (int each = 0; each < 20; each++) {
                When when = reminder(random);
                Instant due = read(database, read -> people.due(read, when));
                Optional<String> reader = read(database, read -> people.standIn(read, MAYA, due));
                String who = reader.orElse(MAYA);
                String what = "seed " + seed + ", " + when + " at " + due + " read by " + who;
                assertThat(is(database, read -> people.away(read, who, due)))
                        .as(what)
                        .isFalse();
                WorkTime hours = read(database, read -> people.time(read, who));
                assertThat(hours.working(due)).as(what).isTrue();
                if (when.timing() == WorkTime.Timing.LEAD) {
                    assertThat(due).as(what).isBeforeOrEqualTo(when.anchor().latest(ZoneId.of("UTC")));
                }
            }
        }
    }

    private void shuffle(Act act, Random random) {
        for (String person : List.of(MAYA, MONA, MILO)) {
            preferences.leaves(act.handle(), person).forEach(leave -> preferences.remove(act, leave.id()));
            persons.keepProfile(
                    act.handle(),
                    person,
                    Optional.of(ZoneId.of(ZONES.get(random.nextInt(ZONES.size())))),
                    person.equals(MILO) && random.nextInt(4) == 0);
            Preferences chosen = random.nextBoolean()
                    ? Preferences.NONE
                    : quiet(random.nextInt(24) + ":00", random.nextInt(24) + ":30");
            preferences.save(act, person, chosen);
            for (int i = random.nextInt(4); i > 0; i--) {
                LocalDate first = LocalDate.of(2024, 1, 1).plusDays(random.nextInt(120));
                Leave leave = preferences.add(
                        act,
                        person,
                        new TimeOff(first, first.plusDays(random.nextInt(20))),
                        Optional.of(MILO).filter(any -> random.nextBoolean() && !person.equals(MILO)));
                if (random.nextInt(3) > 0) {
                    preferences.answer(act, leave.id(), Answer.ACCEPTED);
                }
            }
        }
    }

    private static When reminder(Random random) {
        Instant moment = Instant.parse("2024-01-01T00:00:00Z").plusSeconds(random.nextInt(140 * 24 * 3600));
        LocalDate day = LocalDate.ofInstant(moment, ZoneId.of("UTC"));
        return switch (random.nextInt(5)) {
            case 0 -> When.overdue(MAYA, day);
            case 1 -> When.weekly(MAYA, day);
            case 2 -> When.before(MAYA, Anchor.at(moment));
            default -> When.nudge(MAYA, moment, new Span(1 + random.nextInt(3), Span.Unit.BUSINESS_DAYS));
        };
    }

    private static Preferences quiet(String from, String until) {
        LocalTime over = LocalTime.parse(until.length() == 4 ? "0" + until : until);
        LocalTime begun = LocalTime.parse(from.length() == 4 ? "0" + from : from);
        return new Preferences(
                Optional.of(new QuietHours(begun, over, over)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.empty());
    }

    /** What was asked on Monday at 10:00 in New York. */
    private Instant nudge(Database database, String person) {
        return read(database, read -> people.due(read, When.nudge(person, MONDAY, A_DAY)));
    }

    private ZoneId zoneOfMaya(Database database) {
        return database.read(read -> people.zone(read, MAYA));
    }

    private Preferences chosenByMaya(Database database) {
        return database.read(read -> people.chosen(read, MAYA));
    }

    private Rhythm rhythmOfMaya(Database database) {
        return database.read(read -> people.rhythm(read, MAYA));
    }

    private List<String> standsInFor(Database database, String person) {
        return database.read(read -> people.standsInFor(read, person, MONDAY));
    }

    private Optional<LocalDate> awayUntil(Database database, String person) {
        return database.read(read -> people.awayUntil(read, person, MONDAY));
    }

    private static boolean is(Database database, Predicate<Handle> question) {
        return database.<Boolean>read(question::test);
    }

    private Optional<String> standIn(Database database, String person) {
        return read(database, read -> people.standIn(read, person, MONDAY));
    }

    private long away(Database database, String person, String days, Optional<String> delegate) {
        String[] ends = days.split("\\.\\.", -1);
        TimeOff time = new TimeOff(LocalDate.parse(ends[0]), LocalDate.parse(ends[1]));
        return database.write(
                tx -> preferences.add(act(tx), person, time, delegate).id());
    }

    private boolean keep(Database database, String person, Optional<String> zone, boolean deactivated) {
        return database.write(tx -> persons.keepProfile(tx, person, zone.map(ZoneId::of), deactivated));
    }

    private static <T> T read(Database database, Function<Handle, T> question) {
        return database.read(question);
    }

    private static void write(Database database, Consumer<Act> deed) {
        database.write(tx -> {
            deed.accept(act(tx));
            return true;
        });
    }

    private static Act act(Handle tx) {
        return new Act(tx, MONDAY, MAYA, "test", "test");
    }
}
