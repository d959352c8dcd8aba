package dev.baton.coming;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.account.Anchor;
import dev.baton.account.Holidays;
import dev.baton.account.Rhythm;
import dev.baton.account.TimeOff;
import dev.baton.account.When;
import dev.baton.account.WorkTime;
import dev.baton.account.WorkTime.QuietHours;
import dev.baton.account.WorkingDays;
import dev.baton.handbook.Span;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Whoever asks why a reminder comes then is told what it was computed from, and what moved it. */
class ReckoningTest {
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final Instant FRIDAY = Instant.parse("2024-05-24T15:00:00Z");

    @Test
    void a_weekend_and_a_holiday_are_named() {
        When when = When.nudge("U0MAYA", FRIDAY, span("1 business day"));
        assertThat(of(when, List.of(), false).dates())
                .containsExactly(
                        "Counted from",
                        "Fri 24 May 2024, 11:00",
                        "Comes",
                        "1 business day later",
                        "Whose hours",
                        "Maya, America/New_York, quiet 18:00–08:00",
                        "By the rule",
                        "Tue 28 May 2024, 11:00");
        assertThat(of(when, List.of(), false).shifts())
                .containsExactly(
                        "Sat 25 May 2024, Sun 26 May 2024: not worked on.", "Mon 27 May 2024: a public holiday.");
    }

    @Test
    void time_off_is_named() {
        TimeOff off = new TimeOff(LocalDate.parse("2024-05-28"), LocalDate.parse("2024-05-29"));
        assertThat(of(When.nudge("U0MAYA", FRIDAY, span("1 business day")), List.of(off), false)
                        .shifts())
                .endsWith("Tue 28 May 2024, Wed 29 May 2024: time off.");
    }

    @Test
    void quiet_hours_are_named() {
        Instant evening = Instant.parse("2024-05-21T23:30:00Z");
        assertThat(of(When.nudge("U0MAYA", evening, span("1 business day")), List.of(), false)
                        .shifts())
                .containsExactly(
                        "Wed 22 May 2024, 19:30 lies in the quiet hours, 18:00–08:00: so the next working morning.");
    }

    @Test
    void before_a_deadline_the_days_up_to_it_are_looked_at() {
        When when = When.before("U0MAYA", Anchor.on(LocalDate.parse("2024-05-28")), span("1 business day"));
        Reckoning reckoning = of(when, List.of(), false);
        assertThat(reckoning.dates()).contains("Tue 28 May 2024", "1 business day before", "Fri 24 May 2024, 09:00");
        assertThat(reckoning.shifts()).hasSize(2);
    }

    @Test
    void days_of_the_calendar_pass_and_only_the_last_one_counts() {
        When when = When.nudge("U0MAYA", FRIDAY, span("14 days"));
        assertThat(of(when, List.of(), false).shifts()).isEmpty();
    }

    @Test
    void what_the_reader_wishes_is_named() {
        assertThat(of(When.before("U0MAYA", Anchor.at(FRIDAY)), List.of(), true).dates())
                .contains("2 business days before, as the reader wishes");
        assertThat(of(When.before("U0MAYA", Anchor.at(FRIDAY)), List.of(), true).shifts())
                .containsExactly("All reminders of a day come together in the morning, as the reader wishes.");
    }

    private static Reckoning of(When when, List<TimeOff> off, boolean gathered) {
        WorkingDays days = new WorkingDays(WorkingDays.MONDAY_TO_FRIDAY, new Holidays("us"), off);
        WorkTime time = new WorkTime(NEW_YORK, days, QuietHours.USUAL);
        Rhythm rhythm = new Rhythm(time, span("2 business days"), gathered, Optional.empty());
        return new Reckoning(when, rhythm, "Maya", new Clockface(NEW_YORK, FRIDAY));
    }

    private static Span span(String words) {
        return Span.parse(words).orElseThrow();
    }
}
