package dev.baton.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.account.WorkTime.QuietHours;
import dev.baton.handbook.Span;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.TimeZone;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What holds in every zone, on every calendar, in every year from 2015 to 2035. */
class WorkTimeAlwaysTest {
    private static final List<String> ZONES = List.copyOf(new TreeSet<>(ZoneId.getAvailableZoneIds()));
    private static final List<String> CALENDARS =
            List.of("", "us", "us-ny", "gb", "gb-eng", "sg", "br", "de-by", "jp", "ae");
    private static final Instant FIRST = Instant.parse("2015-01-01T00:00:00Z");
    private static final Instant END = Instant.parse("2036-01-01T00:00:00Z");

    @Test
    void a_nudge_comes_in_working_time_and_never_before_its_span_is_over() {
        Seeded.always(random -> {
            WorkTime time = someones(random);
            Instant since = moment(random);
            Span span = span(random);
            Instant nudge = time.nudge(since, span);
            assertFree(time, nudge);
            assertThat(nudge).isAfter(since).isAfterOrEqualTo(time.after(since, span));
        });
    }

    @Test
    void a_nudge_after_business_days_leaves_so_many_whole_working_days() {
        Seeded.always(random -> {
            WorkTime time = someones(random);
            Instant since = moment(random);
            int count = 1 + random.nextInt(10);
            LocalDate begun = time.date(since);
            LocalDate over = time.date(time.after(since, new Span(count, Span.Unit.BUSINESS_DAYS)));
            long worked = begun.plusDays(1)
                    .datesUntil(over.plusDays(1))
                    .filter(day -> works(time, day))
                    .count();
            assertThat(works(time, over)).isTrue();
            assertThat(worked).isEqualTo(works(time, begun) ? count : count + 1);
        });
    }

    @Test
    void a_nudge_is_the_first_moment_that_may_disturb() {
        Seeded.always(random -> {
            WorkTime time = someones(random);
            Instant since = moment(random);
            Span span = span(random);
            Instant over = time.after(since, span);
            Instant nudge = time.nudge(since, span);
            if (nudge.equals(over)) {
                return;
            }
            assertThat(time.working(over)).isFalse();
            assertThat(nudge).isEqualTo(time.morning(time.date(nudge)));
            for (LocalDate day = time.date(over); day.isBefore(time.date(nudge)); day = day.plusDays(1)) {
                assertThat(works(time, day) && !time.morning(day).isBefore(over))
                        .isFalse();
            }
        });
    }

    @Test
    void a_lead_comes_in_working_time_before_the_moment_and_as_near_to_its_day_as_that_allows() {
        Seeded.always(random -> {
            WorkTime time = someones(random);
            Instant moment = moment(random);
            Span span = span(random);
            Instant lead = time.lead(moment, span);
            Instant latest = span.unit() == Span.Unit.HOURS ? moment.minus(Duration.ofHours(span.amount())) : moment;
            LocalDate nominal = nominal(time, moment, span);
            LocalDate day = time.date(lead);
            assertFree(time, lead);
            assertThat(lead).isBefore(moment).isBeforeOrEqualTo(latest);
            assertThat(day).isBeforeOrEqualTo(nominal);
            assertThat(day.plusDays(1).datesUntil(nominal.plusDays(1)))
                    .noneMatch(nearer ->
                            works(time, nearer) && !time.morning(nearer).isAfter(latest));
        });
    }

    @Test
    void a_deadline_is_announced_before_and_missed_after_whatever_the_day() {
        Seeded.always(random -> {
            WorkTime time = someones(random);
            LocalDate deadline = time.date(moment(random));
            Instant lead = time.lead(deadline, new Span(1 + random.nextInt(30), Span.Unit.DAYS));
            Instant overdue = time.overdue(deadline);
            assertFree(time, lead);
            assertFree(time, overdue);
            assertThat(time.date(lead)).isBefore(deadline);
            assertThat(time.date(overdue)).isAfter(deadline);
            assertThat(deadline.plusDays(1).datesUntil(time.date(overdue))).noneMatch(day -> works(time, day));
        });
    }

    @Test
    void a_weekly_digest_comes_in_working_time_and_at_most_once_a_week() {
        Seeded.always(random -> {
            WorkTime time = someones(random);
            DayOfWeek weekday = DayOfWeek.of(1 + random.nextInt(7));
            Instant after = moment(random);
            Instant first = time.weekly(time.next(weekday, after));
            Instant second = time.weekly(time.next(weekday, first));
            assertFree(time, first);
            assertFree(time, second);
            assertThat(first).isAfter(after);
            assertThat(second).isAfter(first);
            assertThat(time.weekly(time.next(weekday, first.minusMillis(1)))).isEqualTo(first);
        });
    }

    @Test
    void working_time_once_found_is_found_again() {
        Seeded.always(random -> {
            WorkTime time = someones(random);
            Instant moment = moment(random);
            Instant found = time.inWorkingTime(moment);
            assertFree(time, found);
            assertThat(found).isAfterOrEqualTo(moment);
            assertThat(time.inWorkingTime(found)).isEqualTo(found);
        });
    }

    @Test
    void nothing_depends_on_where_the_server_stands() {
        Seeded.always(random -> {
            WorkTime time = someones(random);
            Instant moment = moment(random);
            Span span = span(random);
            Supplier<List<Instant>> answers = () -> List.of(
                    time.lead(moment, span),
                    time.overdue(time.date(moment)),
                    time.nudge(moment, span),
                    time.after(moment, span),
                    time.weekly(time.next(DayOfWeek.MONDAY, moment)));
            List<Instant> here = answers.get();
            assertThat(elsewhere(random, answers)).isEqualTo(here);
        });
    }

    @Test
    void holidays_are_read_alike_where_years_are_counted_in_another_way() {
        int year = 2040;
        for (String language : List.of("th-TH-u-ca-buddhist", "ar-SA-u-ca-islamic", "ja-JP-u-ca-japanese", "tr-TR")) {
            year++;
            LocalDate thanksgiving =
                    LocalDate.of(year, 11, 1).with(TemporalAdjusters.dayOfWeekInMonth(4, DayOfWeek.THURSDAY));
            assertThat(speaking(language, () -> new Holidays("us").on(thanksgiving)))
                    .as(language)
                    .isTrue();
        }
    }

    private static boolean speaking(String language, BooleanSupplier question) {
        Locale usual = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag(language));
            return question.getAsBoolean();
        } finally {
            Locale.setDefault(usual);
        }
    }

    private static List<Instant> elsewhere(Random random, Supplier<List<Instant>> answers) {
        TimeZone usual = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone(pick(random, ZONES)));
            return answers.get();
        } finally {
            TimeZone.setDefault(usual);
        }
    }

    /** Said apart from the code it checks: by the person's clock and calendar alone. */
    private static void assertFree(WorkTime time, Instant moment) {
        LocalTime clock = LocalTime.ofInstant(moment, time.zone());
        assertThat(works(time, time.date(moment))).as("a working day").isTrue();
        assertThat(minutesOfQuiet(time.quiet()).contains(clock.toSecondOfDay() / 60))
                .as("quiet at " + clock + " between " + time.quiet())
                .isFalse();
    }

    private static boolean works(WorkTime time, LocalDate day) {
        WorkingDays days = time.days();
        return days.weekdays().contains(day.getDayOfWeek())
                && !days.holidays().on(day)
                && days.off().stream().noneMatch(off -> off.covers(day));
    }

    private static Set<Integer> minutesOfQuiet(QuietHours quiet) {
        Set<Integer> minutes = new TreeSet<>();
        for (LocalTime minute = quiet.from(); !minute.equals(quiet.until()); minute = minute.plusMinutes(1)) {
            minutes.add(minute.toSecondOfDay() / 60);
        }
        return minutes;
    }

    private static LocalDate nominal(WorkTime time, Instant moment, Span span) {
        LocalDate day = time.date(moment);
        return switch (span.unit()) {
            case HOURS -> time.date(moment.minus(Duration.ofHours(span.amount())));
            case DAYS -> day.minusDays(span.amount());
            case BUSINESS_DAYS -> {
                int left = span.amount();
                while (left > 0) {
                    day = day.minusDays(1);
                    left -= works(time, day) ? 1 : 0;
                }
                yield day;
            }
        };
    }

    private static WorkTime someones(Random random) {
        Set<DayOfWeek> weekdays = EnumSet.of(DayOfWeek.of(1 + random.nextInt(7)));
        for (DayOfWeek day : random.nextBoolean() ? DayOfWeek.values() : new DayOfWeek[0]) {
            if (random.nextInt(3) > 0) {
                weekdays.add(day);
            }
        }
        boolean usual = random.nextBoolean();
        WorkingDays days = new WorkingDays(
                usual ? WorkingDays.MONDAY_TO_FRIDAY : weekdays, new Holidays(pick(random, CALENDARS)), off(random));
        QuietHours quiet = usual
                ? QuietHours.USUAL
                : QuietHours.of(
                        LocalTime.of(16 + random.nextInt(8), 0),
                        LocalTime.of(4 + random.nextInt(8), 30),
                        LocalTime.of(9, 0));
        return new WorkTime(ZoneId.of(pick(random, ZONES)), days, quiet);
    }

    private static List<TimeOff> off(Random random) {
        List<TimeOff> off = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            LocalDate first = LocalDate.of(2015, 1, 1).plusDays(random.nextInt(21 * 365));
            off.add(new TimeOff(first, first.plusDays(random.nextInt(400))));
        }
        return off;
    }

    private static Instant moment(Random random) {
        long span = Duration.between(FIRST, END).toMinutes();
        return FIRST.plus(Duration.ofMinutes((long) (random.nextDouble() * span)));
    }

    private static Span span(Random random) {
        Span.Unit unit = pick(random, List.of(Span.Unit.values()));
        return new Span(1 + random.nextInt(unit == Span.Unit.HOURS ? 100 : 20), unit);
    }

    private static <T> T pick(Random random, List<T> among) {
        return among.get(random.nextInt(among.size()));
    }
}
