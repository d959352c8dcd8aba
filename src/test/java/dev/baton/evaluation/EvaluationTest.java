package dev.baton.evaluation;

import static dev.baton.Cast.ADA;
import static dev.baton.Cast.INES;
import static dev.baton.Cast.PABLO;
import static dev.baton.Cast.SOL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.Cast;
import dev.baton.account.Holidays;
import dev.baton.account.WorkTime;
import dev.baton.account.WorkingDays;
import dev.baton.evaluation.Evaluation.Step;
import dev.baton.handbook.Span;
import dev.baton.handbook.Stage;
import dev.baton.notice.Owed;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What a completed evaluation asks of whom, and what settles it. */
class EvaluationTest {
    private static final Overdue OVERDUE = new Overdue(new Span(3, Span.Unit.BUSINESS_DAYS));
    private static final Instant LATER = Cast.NOW.plusSeconds(3600);
    private static final Evaluation MARKED = evaluation(EnumSet.noneOf(Check.class), false);

    @Test
    void seller_and_sa_hear_at_once_and_are_reminded_later() {
        assertThat(told(MARKED.announced(OVERDUE)))
                .containsExactly(
                        "evaluation.move U0ADA",
                        "evaluation.move.overdue U0ADA",
                        "evaluation.checks U0PABLO",
                        "evaluation.checks.overdue U0PABLO");
    }

    @Test
    void three_business_days_are_counted_on_the_calendar_of_the_person_concerned() {
        assertThat(OVERDUE.day(MARKED, hours(PABLO))).isEqualTo(LocalDate.of(2024, 3, 7));
        Evaluation onThursday = new Evaluation(
                1,
                MARKED.account(),
                MARKED.opportunity(),
                INES,
                Optional.empty(),
                EvaluationState.OPEN,
                Set.of(),
                Instant.parse("2024-03-08T00:30:00Z"),
                Optional.empty(),
                0);
        assertThat(OVERDUE.day(onThursday, hours(PABLO))).isEqualTo(LocalDate.of(2024, 3, 12));
        assertThat(OVERDUE.day(onThursday, hours(INES))).isEqualTo(LocalDate.of(2024, 3, 13));
    }

    @ParameterizedTest
    @CsvSource({
        "PENDING_ACCEPTANCE, evaluation.ended, evaluation.ended",
        "SCOPING, evaluation.ended, evaluation.ended",
        "TECHNICAL_EVALUATION, -, evaluation.ended",
        "PROPOSAL, evaluation.moved, -",
        "CLOSING, evaluation.moved, -",
        "CLOSED_WON, evaluation.moved, -",
        "CLOSED_LOST, evaluation.ended, evaluation.ended",
        "UNQUALIFIED, evaluation.ended, evaluation.ended",
        "DUPLICATE, evaluation.ended, evaluation.ended"
    })
    void a_stage_moves_it_on_ends_it_or_changes_nothing(Stage stage, String before, String onceMoved) {
        assertThat(event(MARKED.follow(stage, LATER))).isEqualTo(before);
        assertThat(event(evaluation(EnumSet.noneOf(Check.class), true).follow(stage, LATER)))
                .isEqualTo(onceMoved);
    }

    @ParameterizedTest
    @EnumSource(Stage.class)
    void what_is_done_or_ended_follows_no_stage(Stage stage) {
        Evaluation done = evaluation(EnumSet.of(Check.REASONS, Check.TIMELY), true)
                .toggle(Check.POV, OVERDUE)
                .next();
        assertThat(done.state()).isEqualTo(EvaluationState.DONE);
        assertThat(done.follow(stage, LATER)).isEmpty();
        Evaluation ended = MARKED.follow(Stage.DUPLICATE, LATER).map(Step::next).orElseThrow();
        assertThat(ended.follow(stage, LATER)).isEmpty();
        assertThat(ended.handTo(Optional.of(INES), Optional.of(SOL), OVERDUE, LATER))
                .isEmpty();
    }

    @Test
    void all_three_settle_the_sas_part_and_one_taken_back_opens_it_again() {
        Evaluation two = evaluation(EnumSet.of(Check.REASONS, Check.TIMELY), false);
        Step third = two.toggle(Check.POV, OVERDUE);
        assertThat(third.settled()).containsExactly("evaluation:1:evaluation.checks.overdue");
        assertThat(third.next().checksOpen()).isFalse();
        assertThat(third.next().state()).isEqualTo(EvaluationState.OPEN);
        Step back = third.next().toggle(Check.TIMELY, OVERDUE);
        assertThat(told(back)).containsExactly("evaluation.checks.overdue U0PABLO");
        assertThat(back.next().ticked()).containsExactly(Check.REASONS, Check.POV);
    }

    @Test
    void whoever_takes_over_hears_of_what_is_left_and_of_nothing_else() {
        Evaluation moved = evaluation(EnumSet.noneOf(Check.class), true);
        assertThat(told(moved.handTo(Optional.of(PABLO), Optional.of(SOL), OVERDUE, LATER)
                        .orElseThrow()))
                .isEmpty();
        assertThat(told(moved.handTo(Optional.of(INES), Optional.of(SOL), OVERDUE, LATER)
                        .orElseThrow()))
                .containsExactly("evaluation.checks U0INES", "evaluation.checks.overdue U0INES");
        Step nobody = MARKED.handTo(Optional.empty(), Optional.empty(), OVERDUE, LATER)
                .orElseThrow();
        assertThat(nobody.next().sa()).isEqualTo(PABLO);
        assertThat(nobody.settled()).containsExactly("evaluation:1:evaluation.move.overdue");
        assertThat(MARKED.handTo(Optional.of(PABLO), Optional.of(ADA), OVERDUE, LATER))
                .isEmpty();
    }

    private static WorkTime hours(String person) {
        WorkingDays days = new WorkingDays(WorkingDays.MONDAY_TO_FRIDAY, Holidays.NONE, List.of());
        return new WorkTime(ZoneId.of(Cast.person(person).zone()), days, WorkTime.QuietHours.USUAL);
    }

    static Evaluation evaluation(Set<Check> ticked, boolean moved) {
        return new Evaluation(
                1,
                Cast.account(Cast.KESTREL).id(),
                Cast.opportunity(Cast.KESTREL).id(),
                PABLO,
                Optional.of(ADA),
                EvaluationState.OPEN,
                ticked,
                Cast.NOW,
                moved ? Optional.of(LATER) : Optional.empty(),
                0);
    }

    private static String event(Optional<Step> step) {
        return step.map(Step::event).orElse("-");
    }

    private static List<String> told(Step step) {
        return step.owed().stream()
                .map((Owed owed) -> owed.kind() + " " + owed.recipient())
                .toList();
    }
}
