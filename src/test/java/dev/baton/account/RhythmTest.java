package dev.baton.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.account.WorkTime.QuietHours;
import dev.baton.handbook.Span;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What somebody chose changes when reminders come, and never when an answer does. */
class RhythmTest {
    private static final String MAYA = "U0MAYA";
    private static final Span A_DAY = new Span(1, Span.Unit.BUSINESS_DAYS);

    @ParameterizedTest(name = "{0} {2} of {1}, {3}: {4}")
    @CsvSource(delimiter = '|', textBlock = """
                    # gathered: in the next working morning; before a meeting in the same day's
                    nudge   | 2024-03-07T10:00 | 1 business day | gathered      | 2024-03-11T09:00
                    nudge   | 2024-03-07T09:00 | 1 business day | gathered      | 2024-03-08T09:00
                    nudge   | 2024-05-23T10:00 | 1 business day | gathered      | 2024-05-28T09:00
                    overdue | 2024-03-07T00:00 |                | gathered      | 2024-03-08T09:00
                    weekly  | 2024-05-27T00:00 |                | gathered      | 2024-05-28T09:00
                    lead    | 2024-03-12T16:00 | 4 hours        | gathered      | 2024-03-12T09:00
                    lead    | 2024-03-12T10:00 | 4 hours        | gathered      | 2024-03-11T09:00
                    at      | 2024-03-09T03:00 |                | gathered      | 2024-03-09T03:00
                    # paused until Wednesday 13 March: what can wait comes that morning, or later where it was due later
                    nudge   | 2024-03-07T10:00 | 1 business day | paused        | 2024-03-13T09:00
                    nudge   | 2024-03-12T15:00 | 1 business day | paused        | 2024-03-13T15:00
                    overdue | 2024-03-07T00:00 |                | paused        | 2024-03-13T09:00
                    weekly  | 2024-03-11T00:00 |                | paused        | 2024-03-13T09:00
                    lead    | 2024-03-12T16:00 | 1 business day | paused        | 2024-03-11T09:00
                    at      | 2024-03-09T03:00 |                | paused        | 2024-03-09T03:00
                    at      | 2024-03-08T16:00 | 1 business day | paused        | 2024-03-11T16:00
                    # a lead without a span is as long as its reader wishes
                    lead    | 2024-03-12T16:00 |                | wants 4 hours | 2024-03-12T12:00
                    lead    | 2024-03-12T16:00 | 2 business days| wants 4 hours | 2024-03-08T09:00
                    """)
    void what_was_chosen_moves_reminders_alone(
            String timing, LocalDateTime anchor, @Nullable String span, String chosen, LocalDateTime expected) {
        WorkTime time = newYork();
        Rhythm rhythm = switch (chosen) {
            case "gathered" -> new Rhythm(time, A_DAY, true, Optional.empty());
            case "paused" -> new Rhythm(time, A_DAY, false, Optional.of(LocalDate.parse("2024-03-13")));
            default -> new Rhythm(time, new Span(4, Span.Unit.HOURS), false, Optional.empty());
        };
        boolean ofDays = timing.equals("overdue") || timing.equals("weekly");
        When when = new When(
                WorkTime.Timing.of(timing).orElseThrow(),
                ofDays ? Anchor.on(anchor.toLocalDate()) : Anchor.at(time.instant(anchor)),
                Optional.ofNullable(span).flatMap(Span::parse),
                Optional.of(MAYA));
        assertThat(LocalDateTime.ofInstant(rhythm.due(when), time.zone())).isEqualTo(expected);
    }

    @Test
    void whatever_was_chosen_no_reminder_disturbs() {
        Seeded.always(random -> {
            Rhythm rhythm = rhythm(random);
            When when = reminder(random);
            WorkTimeAlwaysTest.assertFree(rhythm.time(), rhythm.due(when));
        });
    }

    @Test
    void whatever_was_chosen_what_comes_before_a_moment_does_not_come_after_it() {
        Seeded.always(random -> {
            Rhythm rhythm = rhythm(random);
            Instant moment = WorkTimeAlwaysTest.moment(random);
            When when = random.nextBoolean()
                    ? When.before(MAYA, Anchor.at(moment))
                    : When.before(MAYA, Anchor.at(moment), WorkTimeAlwaysTest.span(random));
            Instant due = rhythm.due(when);
            assertThat(due).isBeforeOrEqualTo(moment);
            Rhythm plain = new Rhythm(rhythm.time(), rhythm.lead(), false, Optional.empty());
            assertThat(due).as("gathering brings it forward, within its day").isBeforeOrEqualTo(plain.due(when));
            assertThat(rhythm.time().date(due)).isEqualTo(rhythm.time().date(plain.due(when)));
        });
    }

    @Test
    void what_can_wait_waits_for_the_pause_to_end_and_never_comes_before_its_time() {
        Seeded.always(random -> {
            Rhythm rhythm = rhythm(random);
            When when = waiting(random);
            Instant due = rhythm.due(when);
            Rhythm plain = new Rhythm(rhythm.time(), rhythm.lead(), false, Optional.empty());
            assertThat(due).isAfterOrEqualTo(plain.due(when));
            rhythm.pausedUntil()
                    .ifPresent(day -> assertThat(rhythm.time().date(due)).isAfterOrEqualTo(day));
            if (rhythm.gathered()) {
                assertThat(due).isEqualTo(rhythm.time().morning(rhythm.time().date(due)));
            }
        });
    }

    @Test
    void the_server_may_stand_anywhere() {
        Seeded.always(random -> {
            Rhythm rhythm = rhythm(random);
            When when = reminder(random);
            Instant here = rhythm.due(when);
            assertThat(WorkTimeAlwaysTest.elsewhere(random, () -> List.of(rhythm.due(when))))
                    .containsExactly(here);
        });
    }

    private static Rhythm rhythm(Random random) {
        Optional<LocalDate> paused = random.nextInt(3) == 0
                ? Optional.of(LocalDate.ofInstant(WorkTimeAlwaysTest.moment(random), ZoneId.of("UTC")))
                : Optional.empty();
        return new Rhythm(
                WorkTimeAlwaysTest.someones(random), WorkTimeAlwaysTest.span(random), random.nextBoolean(), paused);
    }

    private static When reminder(Random random) {
        return random.nextInt(3) == 0
                ? When.before(MAYA, Anchor.at(WorkTimeAlwaysTest.moment(random)), WorkTimeAlwaysTest.span(random))
                : waiting(random);
    }

    private static When waiting(Random random) {
        Instant moment = WorkTimeAlwaysTest.moment(random);
        LocalDate day = LocalDate.ofInstant(moment, ZoneId.of("UTC"));
        return switch (random.nextInt(3)) {
            case 0 -> When.nudge(MAYA, moment, WorkTimeAlwaysTest.span(random));
            case 1 -> When.overdue(MAYA, day);
            default -> When.weekly(MAYA, day);
        };
    }

    private static WorkTime newYork() {
        return new WorkTime(
                ZoneId.of("America/New_York"),
                new WorkingDays(WorkingDays.MONDAY_TO_FRIDAY, new Holidays("us"), List.of()),
                QuietHours.of(LocalTime.of(18, 0), LocalTime.of(8, 0), LocalTime.of(9, 0)));
    }
}
