package dev.baton.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HolidaysTest {
    @ParameterizedTest(name = "{0} on {1}: {2}")
    @CsvSource({
        "us, 2024-07-04, true",
        "us, 2024-07-05, false",
        "us, 2024-11-28, true",
        "gb, 2024-03-29, true",
        "gb, 2024-07-04, false",
        "sg, 2024-08-09, true",
        "br, 2024-11-15, true",
        "us-ny, 2024-07-04, true",
    })
    void a_country_keeps_its_own_days(String calendar, LocalDate day, boolean holiday) {
        assertThat(new Holidays(calendar).on(day)).isEqualTo(holiday);
    }

    @ParameterizedTest(name = "{1} is free in {0}: {2}")
    @CsvSource({
        "us, 2020-07-03, true",
        "us, 2020-07-04, false",
        "us, 2021-12-31, true",
        "us, 2022-01-01, false",
        "sg, 2024-02-12, true",
    })
    void a_holiday_on_a_weekend_is_free_when_it_is_observed_even_in_the_year_before(
            String calendar, LocalDate day, boolean free) {
        assertThat(new Holidays(calendar).on(day)).isEqualTo(free);
    }

    @Test
    void a_part_of_a_country_has_days_that_the_whole_has_not() {
        LocalDate easterMonday = LocalDate.parse("2024-04-01");
        assertThat(new Holidays("gb").on(easterMonday)).isFalse();
        assertThat(new Holidays("gb-eng").on(easterMonday)).isTrue();
        assertThat(new Holidays("gb-sct").on(easterMonday)).isFalse();
    }

    @Test
    void a_day_that_is_only_remembered_is_a_day_of_work() {
        LocalDate lincoln = LocalDate.parse("2024-02-12");
        assertThat(new Holidays("us-ny").on(lincoln)).isFalse();
    }

    @Test
    void no_calendar_has_no_holidays() {
        assertThat(Stream.iterate(LocalDate.parse("2024-01-01"), day -> day.plusDays(1))
                        .limit(366))
                .noneMatch(Holidays.NONE::on);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0001-01-01", "1899-12-25", "2171-12-25", "9999-12-25", "+12000-12-25"})
    void far_years_have_no_known_holidays_and_do_no_harm(LocalDate day) {
        assertThat(new Holidays("sg").on(day)).isFalse();
        assertThat(new Holidays("ae").on(day)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "us", "gb", "gb-eng", "sg", "br", "us-ny", "de-by", "de-by-mu"})
    void calendars_that_exist_are_known(String calendar) {
        assertThat(Holidays.known(calendar)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"zz", "kr", "us-zz", "gb-lnd", "us-", "us-ny-zz", "US", "../us", "nyse-zz"})
    void calendars_that_do_not_exist_are_told_apart(String calendar) {
        assertThat(Holidays.known(calendar)).isFalse();
    }

    @Test
    void a_calendar_that_nobody_checked_is_not_taken_for_one_without_holidays() {
        Holidays korea = new Holidays("kr");
        assertThatThrownBy(() -> korea.on(LocalDate.parse("2024-01-01"))).isInstanceOf(IllegalStateException.class);
    }
}
