package dev.baton.evaluation;

import static dev.baton.Cast.ADA;
import static dev.baton.Cast.INES;
import static dev.baton.Cast.MAYA;
import static dev.baton.Cast.PABLO;
import static dev.baton.Cast.SAM;
import static dev.baton.evaluation.Bench.DEAL;
import static dev.baton.evaluation.Bench.KESTREL;
import static dev.baton.evaluation.Bench.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.Cast;
import dev.baton.account.Refusal;
import dev.baton.account.SalesforceId;
import dev.baton.account.Who;
import dev.baton.handbook.Role;
import dev.baton.handbook.Stage;
import dev.baton.store.Crowd;
import dev.baton.store.OnBothDatabases;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Who may mark an evaluation complete, who is asked to do what, and what settles it. */
class EvaluationDeskTest {
    private static final String NOW = "2024-03-04T15:00:00Z";
    /** Pressed at 7:00 in Los Angeles, so the reminder waits for the morning of the third business day. */
    private static final String OVERDUE = "2024-03-07T17:00:00Z";

    @OnBothDatabases
    void the_servicing_sa_marks_it_and_both_are_asked_and_reminded_after_three_business_days(Bench bench) {
        Evaluation evaluation = bench.complete(PABLO);
        assertThat(evaluation.sa()).isEqualTo(PABLO);
        assertThat(evaluation.seller()).contains(ADA);
        assertThat(evaluation.ticked()).isEmpty();
        assertThat(bench.owed())
                .containsExactly(
                        "evaluation.checks to U0PABLO at " + NOW,
                        "evaluation.checks.overdue to U0PABLO at " + OVERDUE,
                        "evaluation.move to U0ADA at " + NOW,
                        "evaluation.move.overdue to U0ADA at " + OVERDUE);
        assertThat(bench.events()).containsExactly("evaluation.completed " + DEAL.value15());
    }

    @OnBothDatabases
    void marking_twice_does_nothing(Bench bench) {
        bench.desk.complete(PABLO, "view:1", DEAL);
        bench.desk.complete(PABLO, "view:1", DEAL);
        List<String> owed = bench.owed();
        assertThat(refused(() -> bench.complete(PABLO)))
                .isEqualTo(
                        "This evaluation is marked complete already; Pablo sees to what is left. Nothing was changed.");
        assertThat(bench.owed()).isEqualTo(owed);
        assertThat(bench.events()).hasSize(1);
    }

    @OnBothDatabases
    void of_many_who_mark_in_the_same_second_one_does(Bench bench) {
        AtomicInteger marked = new AtomicInteger();
        Crowd.of(6, number -> {
            try {
                bench.desk.complete(PABLO, "action:" + number, DEAL);
                marked.incrementAndGet();
            } catch (Refusal refusal) {
                assertThat(refusal.words()).containsAnyOf("marked complete already", "just now");
            }
        });
        assertThat(marked).hasValue(1);
        assertThat(bench.owed()).hasSize(4);
    }

    @OnBothDatabases
    void only_the_accounts_sa_marks_it_and_ticks(Bench bench) {
        for (String other : List.of(ADA, MAYA, SAM)) {
            assertThat(refused(() -> bench.complete(other)))
                    .isEqualTo(
                            "You cannot mark a technical evaluation complete here. Who may: the account team as SA.");
        }
        assertThat(refused(() -> bench.complete(Cast.STRANGER))).startsWith("I do not know you yet");
        bench.complete(PABLO);
        assertThat(refused(() -> bench.toggle(ADA, Check.POV))).startsWith("You cannot tick what is seen to");
        assertThat(refused(() -> bench.desk.toggle(PABLO, bench.gesture(), 99, Check.POV)))
                .isEqualTo("This button belongs to nothing I know.");
    }

    @OnBothDatabases
    void an_opportunity_elsewhere_or_unknown_is_refused(Bench bench) {
        bench.moveTo(Stage.PROPOSAL);
        assertThat(refused(() -> bench.complete(PABLO)))
                .isEqualTo(
                        "This opportunity stands at 4-Proposal, not at 3-Technical Evaluation. Nothing was changed.");
        assertThat(refused(() -> bench.desk.complete(PABLO, bench.gesture(), new SalesforceId("0065e00001NOOPP"))))
                .isEqualTo("This button belongs to no opportunity I know.");
        assertThat(bench.owed()).isEmpty();
    }

    @OnBothDatabases
    void a_tick_is_kept_taken_back_and_all_three_settle_the_sas_part(Bench bench) {
        bench.complete(PABLO);
        bench.toggle(PABLO, Check.REASONS);
        bench.toggle(PABLO, Check.TIMELY);
        bench.toggle(PABLO, Check.REASONS);
        assertThat(bench.latest().ticked()).containsExactly(Check.TIMELY);
        bench.toggle(PABLO, Check.REASONS);
        bench.toggle(PABLO, Check.POV);
        assertThat(bench.owed()).noneMatch(each -> each.startsWith("evaluation.checks.overdue"));
        assertThat(bench.latest().state()).isEqualTo(EvaluationState.OPEN);
        bench.toggle(PABLO, Check.POV);
        assertThat(bench.owed()).contains("evaluation.checks.overdue to U0PABLO at " + OVERDUE);
        assertThat(bench.events())
                .startsWith("evaluation.unticked POV", "evaluation.ticked POV", "evaluation.ticked REASONS");
    }

    @OnBothDatabases
    void the_stage_moving_on_settles_the_sellers_part_and_both_together_are_all(Bench bench) {
        bench.complete(PABLO);
        bench.pass(Duration.ofHours(5));
        bench.moveTo(Stage.PROPOSAL);
        assertThat(bench.owed()).noneMatch(each -> each.startsWith("evaluation.move.overdue"));
        assertThat(bench.latest().movedAt()).contains(Cast.NOW.plus(Duration.ofHours(5)));
        bench.moveTo(Stage.NEGOTIATING);
        assertThat(bench.latest().movedAt()).contains(Cast.NOW.plus(Duration.ofHours(5)));
        for (Check check : Check.values()) {
            bench.toggle(PABLO, check);
        }
        assertThat(bench.latest().state()).isEqualTo(EvaluationState.DONE);
        assertThat(bench.owed()).noneMatch(each -> each.contains("overdue"));
        assertThat(refused(() -> bench.toggle(PABLO, Check.POV)))
                .isEqualTo("Nothing of this is asked any more. Nothing was changed.");
        assertThat(bench.acts.read(bench.desk::open)).isEmpty();
    }

    @OnBothDatabases
    void a_lost_deal_settles_all(Bench bench) {
        bench.complete(PABLO);
        bench.moveTo(Stage.CLOSED_LOST);
        assertThat(bench.latest().state()).isEqualTo(EvaluationState.ENDED);
        assertThat(bench.owed()).noneMatch(each -> each.contains("overdue"));
        assertThat(refused(() -> bench.toggle(PABLO, Check.POV))).startsWith("Nothing of this is asked any more.");
        assertThat(bench.events()).startsWith("evaluation.ended 8-Closed Lost");
    }

    @OnBothDatabases
    void back_at_stage_3_the_next_evaluation_is_marked_anew(Bench bench) {
        Evaluation first = bench.complete(PABLO);
        bench.moveTo(Stage.PROPOSAL);
        bench.moveTo(Stage.TECHNICAL_EVALUATION);
        assertThat(bench.latest().state()).isEqualTo(EvaluationState.ENDED);
        assertThat(bench.complete(PABLO).id()).isNotEqualTo(first.id());
        assertThat(bench.latest().state()).isEqualTo(EvaluationState.OPEN);
    }

    @OnBothDatabases
    void whoever_takes_over_gets_what_is_left(Bench bench) {
        bench.complete(PABLO);
        bench.staff(Role.SERVICING_SA, INES);
        assertThat(bench.latest().sa()).isEqualTo(INES);
        assertThat(bench.owed())
                .contains(
                        "evaluation.checks to U0INES at " + NOW,
                        "evaluation.checks.overdue to U0INES at 2024-03-07T15:00:00Z",
                        "evaluation.move.overdue to U0ADA at " + OVERDUE)
                .doesNotContain("evaluation.checks.overdue to U0PABLO at " + OVERDUE);
        assertThat(bench.events()).startsWith("evaluation.handed U0INES U0ADA");
        bench.toggle(INES, Check.POV);
        bench.act(act -> bench.accounts.unstaff(act, KESTREL, Role.AE));
        assertThat(bench.latest().seller()).isEmpty();
        assertThat(bench.owed()).noneMatch(each -> each.startsWith("evaluation.move.overdue"));
        bench.staff(Role.AE, ADA);
        assertThat(bench.owed()).contains("evaluation.move.overdue to U0ADA at " + OVERDUE);
        bench.staff(Role.PSE, "U0PETRA");
        assertThat(bench.events())
                .filteredOn(each -> each.startsWith("evaluation.handed"))
                .hasSize(3);
    }

    @OnBothDatabases
    void ticks_and_a_move_at_the_same_moment_are_all_kept(Bench bench) {
        bench.complete(PABLO);
        List<Runnable> deeds = List.of(
                () -> bench.moveTo(Stage.PROPOSAL),
                () -> bench.toggle(PABLO, Check.REASONS),
                () -> bench.toggle(PABLO, Check.TIMELY),
                () -> bench.toggle(PABLO, Check.POV));
        Crowd.of(deeds.size(), number -> deeds.get(number).run());
        assertThat(bench.latest().state()).isEqualTo(EvaluationState.DONE);
        assertThat(bench.events()).hasSize(5);
    }

    @OnBothDatabases
    void the_card_offers_it_at_stage_3_to_the_sa_and_shows_what_is_left_to_insiders(Bench bench) {
        assertThat(departure(bench, PABLO).completable()).hasSize(1);
        assertThat(departure(bench, ADA).completable()).isEmpty();
        bench.complete(PABLO);
        assertThat(departure(bench, PABLO).completable()).isEmpty();
        assertThat(departure(bench, ADA).open()).hasSize(1);
        assertThat(departure(bench, SAM).open()).isEmpty();
        bench.moveTo(Stage.CLOSED_LOST);
        assertThat(departure(bench, PABLO)).isEqualTo(new Departure(List.of(), List.of()));
    }

    private static Departure departure(Bench bench, String viewer) {
        return bench.acts.read(read -> {
            Who who = bench.accounts.who(
                    read, viewer, bench.accounts.existing(read, KESTREL), Cast.ROSTER, Optional.empty());
            return bench.desk.departure(read, bench.accounts.existing(read, KESTREL), who);
        });
    }
}
