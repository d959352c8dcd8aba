package dev.baton.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.account.WorkTime.QuietHours;
import dev.baton.account.WorkTime.Timing;
import dev.baton.handbook.Span;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkTimeTest {
    private static final LocalTime NINE = LocalTime.of(9, 0);
    private static final WorkTime MAYA = time("America/New_York", "us");

    @ParameterizedTest(name = "{0} {4} of {3} in {1}: {5}")
    @CsvSource(delimiter = '|', textBlock = """
                    # lead: one business day before a meeting; the clocks change on Sunday 10 March
                    lead    | America/New_York  | us | 2024-03-12T10:00 | 1 business day  | 2024-03-11T09:00
                    lead    | America/New_York  | us | 2024-03-11T10:00 | 1 business day  | 2024-03-08T09:00
                    lead    | America/New_York  | us | 2024-03-11T00:05 | 1 business day  | 2024-03-08T09:00
                    lead    | America/New_York  | us | 2024-03-09T10:00 | 1 business day  | 2024-03-08T09:00
                    lead    | America/New_York  | us | 2024-05-28T10:00 | 1 business day  | 2024-05-24T09:00
                    lead    | Europe/London     | gb | 2024-05-28T10:00 | 1 business day  | 2024-05-24T09:00
                    lead    | Asia/Singapore    | sg | 2024-05-28T10:00 | 1 business day  | 2024-05-27T09:00
                    # lead: days of the calendar, and hours
                    lead    | America/New_York  | us | 2024-05-04T00:00 | 7 days          | 2024-04-26T09:00
                    lead    | America/New_York  | us | 2024-05-04T00:00 | 2 days          | 2024-05-02T09:00
                    lead    | America/New_York  | us | 2024-07-06T00:00 | 2 days          | 2024-07-03T09:00
                    lead    | America/New_York  | us | 2024-03-12T16:00 | 4 hours         | 2024-03-12T12:00
                    lead    | America/New_York  | us | 2024-03-12T10:00 | 4 hours         | 2024-03-11T09:00
                    lead    | America/New_York  | us | 2024-03-12T23:00 | 4 hours         | 2024-03-12T09:00
                    lead    | America/New_York  | us | 2024-03-10T16:00 | 4 hours         | 2024-03-08T09:00
                    # overdue
                    overdue | America/New_York  | us | 2024-05-04T00:00 |                 | 2024-05-06T09:00
                    overdue | Europe/London     | gb | 2024-05-04T00:00 |                 | 2024-05-07T09:00
                    overdue | America/New_York  | us | 2024-05-07T00:00 |                 | 2024-05-08T09:00
                    overdue | America/New_York  | us | 2024-05-03T00:00 |                 | 2024-05-06T09:00
                    # nudge
                    nudge   | America/New_York  | us | 2024-03-08T12:00 | 1 business day  | 2024-03-11T12:00
                    nudge   | America/New_York  | us | 2024-03-04T12:00 | 2 business days | 2024-03-06T12:00
                    nudge   | America/New_York  | us | 2024-03-08T22:00 | 1 business day  | 2024-03-12T09:00
                    nudge   | America/New_York  | us | 2024-03-08T03:00 | 1 business day  | 2024-03-11T09:00
                    nudge   | America/New_York  | us | 2024-03-08T08:00 | 1 business day  | 2024-03-11T08:00
                    nudge   | America/New_York  | us | 2024-03-08T18:00 | 1 business day  | 2024-03-12T09:00
                    nudge   | America/New_York  | us | 2024-03-08T17:59 | 1 business day  | 2024-03-11T17:59
                    nudge   | America/New_York  | us | 2024-03-09T12:00 | 1 business day  | 2024-03-12T09:00
                    nudge   | America/New_York  | us | 2024-05-24T12:00 | 1 business day  | 2024-05-28T12:00
                    nudge   | America/Sao_Paulo | br | 2024-05-24T12:00 | 1 business day  | 2024-05-27T12:00
                    nudge   | America/New_York  | us | 2024-03-08T12:00 | 14 days         | 2024-03-22T12:00
                    nudge   | America/New_York  | us | 2024-03-07T12:00 | 2 days          | 2024-03-11T09:00
                    nudge   | America/New_York  | us | 2024-03-07T12:00 | 4 hours         | 2024-03-07T16:00
                    nudge   | America/New_York  | us | 2024-03-08T16:00 | 4 hours         | 2024-03-11T09:00
                    # at
                    at      | America/New_York  | us | 2024-05-27T03:15 |                 | 2024-05-27T03:15
                    at      | America/Chicago   | us | 2024-03-04T09:00 | 36 hours        | 2024-03-05T21:00
                    at      | America/Chicago   | us | 2024-03-04T09:00 | 48 hours        | 2024-03-06T09:00
                    at      | Europe/Madrid     |    | 2024-03-08T16:00 | 1 business day  | 2024-03-11T16:00
                    at      | Europe/Madrid     |    | 2024-03-04T16:00 | 1 business day  | 2024-03-05T16:00
                    # weekly
                    weekly  | America/New_York  | us | 2024-03-11T00:00 |                 | 2024-03-11T09:00
                    weekly  | America/New_York  | us | 2024-05-27T00:00 |                 | 2024-05-28T09:00
                    weekly  | Asia/Tokyo        |    | 2024-05-27T00:00 |                 | 2024-05-27T09:00
                    """)
    void every_timing_keeps_its_rule(
            String timing,
            String zone,
            @Nullable String holidays,
            LocalDateTime anchor,
            @Nullable String span,
            LocalDateTime expected) {
        WorkTime time = time(zone, holidays == null ? "" : holidays);
        boolean ofDays = timing.equals("overdue") || timing.equals("weekly");
        Anchor counted = ofDays ? Anchor.on(anchor.toLocalDate()) : Anchor.at(time.instant(anchor));
        Instant due = Timing.of(timing)
                .orElseThrow()
                .due(time, counted, Optional.ofNullable(span).map(WorkTimeTest::span));
        assertThat(LocalDateTime.ofInstant(due, time.zone())).isEqualTo(expected);
    }

    @Test
    void the_reminder_of_the_introduction_comes_in_the_first_summer_hour_after_the_clocks_changed() {
        Instant meeting = MAYA.instant(LocalDateTime.parse("2024-03-12T11:00"));
        assertThat(MAYA.lead(meeting, span("1 business day"))).isEqualTo("2024-03-11T13:00:00Z");
    }

    @Test
    void a_kickoff_due_on_a_saturday_is_announced_on_working_days_and_missed_on_monday() {
        LocalDate due = LocalDate.parse("2024-04-20").plusDays(14);
        assertThat(due).isEqualTo("2024-05-04");
        assertThat(MAYA.lead(due, span("7 days"))).isEqualTo("2024-04-26T13:00:00Z");
        assertThat(MAYA.lead(due, span("2 days"))).isEqualTo("2024-05-02T13:00:00Z");
        assertThat(MAYA.overdue(due)).isEqualTo("2024-05-06T13:00:00Z");
    }

    @Test
    void a_missed_deadline_is_told_every_working_day() {
        Instant first = MAYA.overdue(LocalDate.parse("2024-05-23"));
        Instant second = MAYA.overdue(MAYA.date(first));
        assertThat(List.of(first, second))
                .containsExactly(Instant.parse("2024-05-24T13:00:00Z"), Instant.parse("2024-05-28T13:00:00Z"));
    }

    @Test
    void hours_before_a_day_are_hours_before_its_end() {
        assertThat(MAYA.lead(LocalDate.parse("2024-05-03"), span("10 hours"))).isEqualTo("2024-05-03T18:00:00Z");
    }

    @Test
    void one_day_before_is_the_same_hour_although_the_night_is_shorter_or_longer() {
        Instant spring = MAYA.after(Instant.parse("2024-03-09T17:00:00Z"), span("1 day"));
        Instant autumn = MAYA.after(Instant.parse("2024-11-02T16:00:00Z"), span("1 day"));
        assertThat(spring).isEqualTo("2024-03-10T16:00:00Z");
        assertThat(autumn).isEqualTo("2024-11-03T17:00:00Z");
        assertThat(MAYA.after(Instant.parse("2024-03-09T17:00:00Z"), span("24 hours")))
                .isEqualTo("2024-03-10T17:00:00Z");
    }

    @Test
    void a_time_that_the_clocks_skip_is_the_later_one_and_one_they_show_twice_is_the_first() {
        assertThat(MAYA.instant(LocalDateTime.parse("2024-03-10T02:30"))).isEqualTo("2024-03-10T07:30:00Z");
        assertThat(MAYA.instant(LocalDateTime.parse("2024-11-03T01:30"))).isEqualTo("2024-11-03T05:30:00Z");
    }

    @Test
    void the_digest_comes_once_a_week_also_after_a_day_off() {
        Instant memorialDay = Instant.parse("2024-05-27T15:00:00Z");
        Instant tuesday = MAYA.weekly(MAYA.next(DayOfWeek.MONDAY, memorialDay));
        assertThat(tuesday).isEqualTo("2024-05-28T13:00:00Z");
        assertThat(MAYA.weekly(MAYA.next(DayOfWeek.MONDAY, tuesday))).isEqualTo("2024-06-03T13:00:00Z");
        assertThat(MAYA.weekly(MAYA.next(DayOfWeek.MONDAY, Instant.parse("2024-06-03T12:59:59Z"))))
                .isEqualTo("2024-06-03T13:00:00Z");
    }

    @Test
    void who_is_away_hears_of_it_on_the_first_day_back_and_of_a_deadline_before_leaving() {
        WorkTime cleo = with(List.of(new TimeOff(LocalDate.parse("2024-03-18"), LocalDate.parse("2024-03-22"))));
        assertThat(cleo.nudge(Instant.parse("2024-03-15T16:00:00Z"), span("1 business day")))
                .isEqualTo("2024-03-25T16:00:00Z");
        assertThat(cleo.lead(Instant.parse("2024-03-21T14:00:00Z"), span("1 business day")))
                .isEqualTo("2024-03-15T13:00:00Z");
        assertThat(cleo.weekly(cleo.next(DayOfWeek.MONDAY, Instant.parse("2024-03-16T00:00:00Z"))))
                .isEqualTo("2024-03-25T13:00:00Z");
    }

    @Test
    void a_moment_in_working_time_stays_and_any_other_becomes_the_next_working_morning() {
        Instant noon = Instant.parse("2024-03-08T17:00:00Z");
        assertThat(MAYA.inWorkingTime(noon)).isEqualTo(noon);
        assertThat(MAYA.inWorkingTime(Instant.parse("2024-03-08T12:59:59Z"))).isEqualTo("2024-03-08T14:00:00Z");
        assertThat(MAYA.inWorkingTime(Instant.parse("2024-03-08T23:00:00Z"))).isEqualTo("2024-03-11T13:00:00Z");
        assertThat(MAYA.inWorkingTime(Instant.parse("2024-03-09T17:00:00Z"))).isEqualTo("2024-03-11T13:00:00Z");
    }

    @Test
    void quiet_hours_may_lie_within_a_day_across_midnight_or_nowhere() {
        assertThat(QuietHours.USUAL.quiet(LocalTime.of(18, 0))).isTrue();
        assertThat(QuietHours.USUAL.quiet(LocalTime.of(7, 59))).isTrue();
        assertThat(QuietHours.USUAL.quiet(LocalTime.of(8, 0))).isFalse();
        QuietHours siesta = QuietHours.of(LocalTime.of(13, 0), LocalTime.of(15, 0), NINE);
        assertThat(siesta.quiet(LocalTime.of(14, 0))).isTrue();
        assertThat(siesta.quiet(LocalTime.of(15, 0))).isFalse();
        assertThat(siesta.quiet(LocalTime.MIDNIGHT)).isFalse();
        QuietHours never = QuietHours.of(LocalTime.NOON, LocalTime.NOON, NINE);
        assertThat(never.quiet(LocalTime.NOON)).isFalse();
    }

    @Test
    void a_morning_comes_after_the_quiet_hours() {
        QuietHours late = QuietHours.of(LocalTime.of(20, 0), LocalTime.of(10, 30), NINE);
        assertThat(late.morning()).isEqualTo("10:30");
        assertThat(QuietHours.USUAL.morning()).isEqualTo("09:00");
        assertThatThrownBy(() -> new QuietHours(LocalTime.of(18, 0), LocalTime.of(8, 0), LocalTime.of(7, 0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("quiet from 18:00 until 08:00 leaves no morning at 07:00");
    }

    @Test
    void a_timing_has_the_name_it_is_stored_by() {
        assertThat(Timing.of("nudge")).contains(Timing.NUDGE);
        assertThat(Timing.NUDGE).hasToString("nudge");
        assertThat(Timing.of("NUDGE")).isEmpty();
        assertThat(Timing.of("soon")).isEmpty();
    }

    @Test
    void a_nudge_without_its_span_is_refused() {
        Anchor noon = Anchor.at(Instant.parse("2024-03-08T17:00:00Z"));
        assertThatThrownBy(() -> Timing.NUDGE.due(MAYA, noon, Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a nudge needs a span");
    }

    private static WorkTime with(List<TimeOff> off) {
        return new WorkTime(
                MAYA.zone(), new WorkingDays(WorkingDays.MONDAY_TO_FRIDAY, new Holidays("us"), off), QuietHours.USUAL);
    }

    private static WorkTime time(String zone, String holidays) {
        return new WorkTime(
                ZoneId.of(zone),
                new WorkingDays(WorkingDays.MONDAY_TO_FRIDAY, new Holidays(holidays), List.of()),
                QuietHours.USUAL);
    }

    private static Span span(String words) {
        return Span.parse(words).orElseThrow();
    }
}
