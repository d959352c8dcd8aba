package dev.baton.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingDaysTest {
    private static final WorkingDays WEEK =
            new WorkingDays(WorkingDays.MONDAY_TO_FRIDAY, new Holidays("us"), List.of());

    @ParameterizedTest(name = "{0} and {1} business days: {2}")
    @CsvSource(textBlock = """
                    # Monday, Friday, and over a weekend
                    2024-03-04, 1, 2024-03-05
                    2024-03-08, 1, 2024-03-11
                    2024-03-08, 5, 2024-03-15
                    # a day off counts from the next working day
                    2024-03-09, 1, 2024-03-12
                    2024-03-10, 1, 2024-03-12
                    # Memorial Day and Independence Day
                    2024-05-24, 1, 2024-05-28
                    2024-05-27, 1, 2024-05-29
                    2024-07-03, 1, 2024-07-05
                    # leap day
                    2024-02-28, 1, 2024-02-29
                    """)
    void business_days_are_counted_forward(LocalDate from, int days, LocalDate expected) {
        assertThat(WEEK.plus(from, days)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{1} business days before {0}: {2}")
    @CsvSource(textBlock = """
                    2024-03-05, 1, 2024-03-04
                    2024-03-11, 1, 2024-03-08
                    2024-03-09, 1, 2024-03-08
                    2024-05-28, 1, 2024-05-24
                    2024-05-28, 2, 2024-05-23
                    """)
    void business_days_are_counted_backward(LocalDate from, int days, LocalDate expected) {
        assertThat(WEEK.minus(from, days)).isEqualTo(expected);
    }

    @Test
    void there_and_back_again_is_the_same_working_day() {
        Seeded.always(random -> {
            LocalDate day = WEEK.onOrAfter(LocalDate.of(2015, 1, 1).plusDays(random.nextInt(7300)));
            int count = random.nextInt(30);
            assertThat(WEEK.minus(WEEK.plus(day, count), count)).isEqualTo(day);
        });
    }

    @Test
    void a_week_may_be_any_days() {
        Set<DayOfWeek> gulf =
                Set.of(DayOfWeek.SUNDAY, DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY);
        WorkingDays days = new WorkingDays(gulf, Holidays.NONE, List.of());
        LocalDate thursday = LocalDate.parse("2024-03-07");
        assertThat(days.plus(thursday, 1)).isEqualTo("2024-03-10");
        assertThat(days.onOrBefore(LocalDate.parse("2024-03-09"))).isEqualTo(thursday);
    }

    @Test
    void a_week_without_work_is_refused() {
        assertThatThrownBy(() -> new WorkingDays(Set.of(), Holidays.NONE, List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a week has at least one working day");
    }

    @Test
    void time_off_is_no_working_time_and_what_overlaps_is_one() {
        WorkingDays days = away("2024-03-18..2024-03-22", "2024-03-21..2024-03-27", "2024-03-29");
        assertThat(days.onOrAfter(LocalDate.parse("2024-03-18"))).isEqualTo("2024-03-28");
        assertThat(days.onOrBefore(LocalDate.parse("2024-03-27"))).isEqualTo("2024-03-15");
        assertThat(days.plus(LocalDate.parse("2024-03-28"), 1)).isEqualTo("2024-04-01");
    }

    @Test
    void a_leave_without_an_end_is_crossed_in_one_stride() {
        WorkingDays days = away("1900-01-01..9999-12-31");
        assertThat(days.onOrAfter(LocalDate.parse("2024-03-18"))).isEqualTo("+10000-01-03");
        assertThat(days.onOrBefore(LocalDate.parse("2024-03-18"))).isEqualTo("1899-12-29");
    }

    private static WorkingDays away(String... times) {
        List<TimeOff> off = List.of(times).stream().map(WorkingDaysTest::off).toList();
        return new WorkingDays(WorkingDays.MONDAY_TO_FRIDAY, new Holidays("us"), off);
    }

    private static TimeOff off(String written) {
        List<LocalDate> ends =
                List.of(written.split("\\.\\.")).stream().map(LocalDate::parse).toList();
        return new TimeOff(ends.get(0), ends.get(ends.size() - 1));
    }
}
