package dev.baton.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.baton.Cast;
import dev.baton.account.Refusal;
import dev.baton.handbook.GateReason;
import dev.baton.handbook.Stage;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** When a CSM may be asked for: the handbook's table, cell by cell. */
class GateTest {
    private static final Gate GATE = new Gate(Cast.HANDBOOK);
    private static final LocalDate TODAY = Cast.TODAY;
    private static final Evidence POV_DONE = new Evidence(Set.of(GateReason.POV_COMPLETED), true, Optional.of(TODAY));
    private static final Evidence NEAR_THE_END =
            new Evidence(Set.of(GateReason.NEAR_END_STAGE_3), false, Optional.empty());
    private static final Evidence BOTH =
            new Evidence(Set.of(GateReason.POV_COMPLETED, GateReason.NEAR_END_STAGE_3), true, Optional.of(TODAY));

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
                    stage                  | nothing said | POV done      | near the end     | both
                    0-Pending Acceptance   | no           | no            | no               | no
                    1-Discovery            | no           | no            | no               | no
                    2-Scoping              | no           | no            | no               | no
                    3-Technical Evaluation | no           | POV_COMPLETED | NEAR_END_STAGE_3 | POV_COMPLETED
                    4-Proposal             | STAGE_4      | STAGE_4       | STAGE_4          | STAGE_4
                    5-Negotiating          | LATE         | LATE          | LATE             | LATE
                    6-Awaiting Signature   | LATE         | LATE          | LATE             | LATE
                    7-Closing              | LATE         | LATE          | LATE             | LATE
                    Closed Won             | AFTER_SALE   | AFTER_SALE    | AFTER_SALE       | AFTER_SALE
                    8-Closed Lost          | no           | no            | no               | no
                    9-Unqualified          | no           | no            | no               | no
                    10-Duplicate           | no           | no            | no               | no
                    """)
    void the_handbooks_table_holds(String label, String nothing, String pov, String near, String both) {
        Stage stage = Stage.parse(label).orElseThrow();
        assertThat(Stream.of(Evidence.NONE, POV_DONE, NEAR_THE_END, BOTH).map(each -> answer(stage, each)))
                .containsExactly(nothing, pov, near, both);
    }

    @ParameterizedTest
    @EnumSource(value = Stage.class, names = "TECHNICAL_EVALUATION", mode = EnumSource.Mode.EXCLUDE)
    void outside_stage_3_no_evidence_changes_the_answer(Stage stage) {
        String answer = answer(stage, Evidence.NONE);
        assertThat(everything())
                .allSatisfy(evidence -> assertThat(answer(stage, evidence)).isEqualTo(answer));
    }

    @ParameterizedTest
    @MethodSource("everything")
    void at_stage_3_all_of_the_pov_is_needed_or_the_end_is_near(Evidence evidence) {
        boolean presented =
                evidence.presentedOn().filter(day -> !day.isAfter(TODAY)).isPresent();
        boolean pov = evidence.ticked().contains(GateReason.POV_COMPLETED) && evidence.nextStepsAgreed() && presented;
        String expected = pov
                ? "POV_COMPLETED"
                : evidence.ticked().contains(GateReason.NEAR_END_STAGE_3) ? "NEAR_END_STAGE_3" : "no";
        assertThat(answer(Stage.TECHNICAL_EVALUATION, evidence)).isEqualTo(expected);
    }

    @Test
    void a_refusal_at_stage_3_lists_exactly_what_is_missing() {
        assertThat(refusal(Stage.TECHNICAL_EVALUATION, Evidence.NONE).words())
                .contains("\"A POV was completed\", the day the results were presented, \"Next steps were agreed\"")
                .contains("Nearing the end of Technical Evaluation");
        Evidence tomorrow = new Evidence(Set.of(GateReason.POV_COMPLETED), true, Optional.of(TODAY.plusDays(1)));
        assertThat(refusal(Stage.TECHNICAL_EVALUATION, tomorrow).words())
                .contains("results presented (2024-03-05 is still to come)")
                .doesNotContain("A POV was completed")
                .doesNotContain("Next steps were agreed");
    }

    @Test
    void results_presented_today_count() {
        assertThat(answer(Stage.TECHNICAL_EVALUATION, POV_DONE)).isEqualTo("POV_COMPLETED");
    }

    @Test
    void a_refusal_stands_under_the_stage_and_says_when_to_ask() {
        Refusal tooEarly = refusal(Stage.DISCOVERY, POV_DONE);
        assertThat(tooEarly.field()).contains(Intake.STAGE);
        assertThat(tooEarly.words()).contains("Too early at 1-Discovery", "4-Proposal", "handbook 001:");
        assertThat(refusal(Stage.CLOSED_LOST, Evidence.NONE).words()).contains("The deal is over at 8-Closed Lost");
    }

    @Test
    void late_and_after_the_sale_are_flagged_for_the_manager() {
        assertThat(Admission.values())
                .filteredOn(Admission::flagged)
                .containsExactly(Admission.LATE, Admission.AFTER_SALE);
    }

    /** Every evidence there can be: three boxes, and a day missing, past, today or to come. */
    static List<Evidence> everything() {
        List<Evidence> all = new ArrayList<>();
        List<Optional<LocalDate>> days = List.of(
                Optional.empty(), Optional.of(TODAY.minusDays(1)), Optional.of(TODAY), Optional.of(TODAY.plusDays(1)));
        for (int boxes = 0; boxes < 8; boxes++) {
            for (Optional<LocalDate> day : days) {
                Set<GateReason> ticked = EnumSet.noneOf(GateReason.class);
                if ((boxes & 1) != 0) {
                    ticked.add(GateReason.POV_COMPLETED);
                }
                if ((boxes & 2) != 0) {
                    ticked.add(GateReason.NEAR_END_STAGE_3);
                }
                all.add(new Evidence(ticked, (boxes & 4) != 0, day));
            }
        }
        return all;
    }

    private static String answer(Stage stage, Evidence evidence) {
        try {
            return GATE.admit(stage, evidence, TODAY).name();
        } catch (Refusal refusal) {
            return "no";
        }
    }

    private static Refusal refusal(Stage stage, Evidence evidence) {
        return catchThrowableOfType(Refusal.class, () -> GATE.admit(stage, evidence, TODAY));
    }
}
