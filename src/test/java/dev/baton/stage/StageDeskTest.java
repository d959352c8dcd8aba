package dev.baton.stage;

import static dev.baton.Cast.ADA;
import static dev.baton.Cast.CLEO;
import static dev.baton.Cast.MAYA;
import static dev.baton.Cast.MILO;
import static dev.baton.Cast.MONA;
import static dev.baton.Cast.SAM;
import static dev.baton.Cast.SOL;
import static dev.baton.stage.Bench.CLOSE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.account.Account;
import dev.baton.account.Account.Phase;
import dev.baton.account.Refusal;
import dev.baton.handbook.Segment;
import dev.baton.handbook.Stage;
import dev.baton.store.Crowd;
import dev.baton.store.OnBothDatabases;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** How deals move, who decides, and what is owed in the same transaction. */
class StageDeskTest {

    @OnBothDatabases
    void the_sale_makes_a_customer_in_one_step(Bench bench) {
        bench.serve(CLEO);
        bench.update(SOL, Stage.CLOSED_WON, CLOSE, "");
        assertThat(bench.account().phase()).isEqualTo(Phase.POST_SALES);
        assertThat(bench.onboarding().orElseThrow().dates())
                .isEqualTo("start 2024-04-15, kickoff by 2024-04-29, first cadence call by 2024-05-15,"
                        + " onboarding done by 2024-05-30");
        assertThat(bench.owed())
                .containsExactly(
                        "stage.won to U0CLEO", "stage.won to U0SAM", "stage.won to U0SOL", "stage.won.line to C0NWB");
        bench.update(SOL, Stage.CLOSED_WON, CLOSE, "");
        bench.anotherDeal(Stage.CLOSED_WON);
        assertThat(bench.owed()).hasSize(4);
        assertThat(bench.onboarding().orElseThrow().opportunity()).isEqualTo(Bench.DEAL);
        assertThat(bench.events()).containsExactly("onboarding.begun");
    }

    @OnBothDatabases
    void it_is_the_same_sale_by_whichever_form_it_comes(Bench bench) {
        bench.by(SAM, act -> bench.accounts.save(act, bench.deal().moved(Stage.CLOSED_WON, CLOSE)));
        assertThat(bench.account().phase()).isEqualTo(Phase.POST_SALES);
        assertThat(bench.owed())
                .containsExactly(
                        "stage.won to U0SAM",
                        "stage.won to U0SOL",
                        "stage.won.line to C0NWB",
                        "stage.won.unserved to U0MAYA");
    }

    @OnBothDatabases
    void a_start_of_its_own_moves_the_days_and_without_one_they_follow_the_sale(Bench bench) {
        bench.start(SOL, LocalDate.of(2024, 4, 20));
        assertThat(bench.onboarding().orElseThrow().kickoff()).isEqualTo("2024-05-04");
        bench.start(SOL, LocalDate.of(2024, 4, 27));
        assertThat(bench.onboarding().orElseThrow().done()).isEqualTo("2024-06-11");
        bench.update(SOL, Stage.CLOSED_WON, LocalDate.of(2024, 2, 1), "");
        assertThat(bench.onboarding().orElseThrow().cadence()).isEqualTo("2024-03-02");
        assertThat(bench.events()).containsExactly("onboarding.moved", "onboarding.moved", "onboarding.begun");
    }

    @OnBothDatabases
    void the_pool_and_those_below_the_threshold_alarm_nobody(Bench bench) {
        bench.serve(Account.SCALE);
        bench.update(SOL, Stage.CLOSED_WON, CLOSE, "");
        assertThat(bench.owed()).noneMatch(line -> line.startsWith("stage.won.unserved"));
        assertThat(bench.account().phase()).isEqualTo(Phase.POST_SALES);
    }

    @OnBothDatabases
    void a_sale_that_is_taken_back_makes_no_customer_and_the_next_one_is_told_anew(Bench bench) {
        bench.update(SOL, Stage.CLOSED_WON, CLOSE, "");
        bench.update(MAYA, Stage.CLOSING, CLOSE, "Booked too early.");
        assertThat(bench.account().phase()).isEqualTo(Phase.PRE_SALES);
        assertThat(bench.onboarding().orElseThrow().standing()).isFalse();
        bench.update(SOL, Stage.CLOSED_WON, CLOSE, "");
        assertThat(bench.onboarding().orElseThrow().round()).isEqualTo(2);
        assertThat(bench.owed()).filteredOn("stage.won to U0SOL"::equals).hasSize(2);
    }

    @OnBothDatabases
    void back_is_the_managers_word_and_nothing_changes_before(Bench bench) {
        bench.update(SOL, Stage.SCOPING, CLOSE, "They begin anew.");
        assertThat(bench.deal().stage()).isEqualTo(Stage.PROPOSAL);
        assertThat(bench.owed()).containsExactly("stage.back.card to U0MAYA", "stage.back.receipt to U0SOL");
        long id = bench.reversals().get(0).id();
        assertThatThrownBy(() -> bench.approve(SOL, id)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> bench.approve(MILO, id)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> bench.update(SAM, Stage.DISCOVERY, CLOSE, "Me too."))
                .hasMessageStartingWith("Sol has asked already to go back (4-Proposal → 2-Scoping)");
        bench.approve(MONA, id);
        assertThat(bench.deal().stage()).isEqualTo(Stage.SCOPING);
        assertThatThrownBy(() -> bench.refuse(MAYA, id, "Too late"))
                .hasMessage("This was approved by Mona already. Nothing was changed.");
        assertThat(bench.events()).containsExactly("stage.back.approved", "stage.back.asked");
    }

    @OnBothDatabases
    void a_refusal_leaves_the_deal_and_the_way_free_to_ask_again(Bench bench) {
        bench.update(SOL, Stage.SCOPING, CLOSE, "They begin anew.");
        bench.refuse(MAYA, bench.reversals().get(0).id(), "They do not.");
        assertThat(bench.deal().stage()).isEqualTo(Stage.PROPOSAL);
        assertThat(bench.owed()).contains("stage.back.answer to U0SOL");
        bench.update(SOL, Stage.SCOPING, CLOSE, "They do.");
        assertThat(bench.reversals())
                .extracting(Reversal::state)
                .containsExactly(Reversal.State.PENDING, Reversal.State.REFUSED);
    }

    @OnBothDatabases
    void a_deal_that_moves_on_leaves_nothing_to_decide(Bench bench) {
        bench.update(SOL, Stage.SCOPING, CLOSE, "They begin anew.");
        bench.update(SAM, Stage.NEGOTIATING, CLOSE, "");
        assertThat(bench.reversals().get(0).state()).isEqualTo(Reversal.State.LAPSED);
        assertThat(bench.owed()).contains("stage.back.answer to U0SOL");
    }

    @OnBothDatabases
    void another_manager_decides_once_the_account_is_theirs(Bench bench) {
        bench.update(SOL, Stage.SCOPING, CLOSE, "They begin anew.");
        bench.by(
                MAYA,
                act -> bench.accounts.save(
                        act, bench.account().with(Segment.ENTERPRISE, "EMEA", Optional.empty(), Optional.empty())));
        assertThat(bench.owed()).contains("stage.back.card to U0MILO");
        bench.approve(MILO, bench.reversals().get(0).id());
        assertThat(bench.deal().stage()).isEqualTo(Stage.SCOPING);
    }

    @OnBothDatabases
    void who_is_not_of_the_team_moves_nothing(Bench bench) {
        assertThatThrownBy(() -> bench.update(ADA, Stage.NEGOTIATING, CLOSE, ""))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith("You cannot update the stage here. Who may: the account team as ");
        bench.serve(CLEO);
        assertThatThrownBy(() -> bench.update(CLEO, Stage.NEGOTIATING, CLOSE, ""))
                .isInstanceOf(Refusal.class);
    }

    @OnBothDatabases
    void the_manager_hears_once_of_a_deal_that_has_come_far(Bench bench) {
        bench.update(SOL, Stage.NEGOTIATING, CLOSE, "");
        bench.update(SOL, Stage.CLOSING, CLOSE, "");
        bench.update(MAYA, Stage.PROPOSAL, CLOSE, "Once more.");
        bench.update(SOL, Stage.NEGOTIATING, CLOSE, "");
        assertThat(bench.owed()).containsExactly("stage.uncovered to U0MAYA");
        bench.anotherDeal(Stage.NEGOTIATING);
        assertThat(bench.owed()).containsExactly("stage.uncovered to U0MAYA", "stage.uncovered to U0MAYA");
    }

    @OnBothDatabases
    void a_served_account_alarms_nobody_however_far_it_comes(Bench bench) {
        bench.serve(CLEO);
        bench.update(SOL, Stage.CLOSING, CLOSE, "");
        assertThat(bench.owed()).isEmpty();
    }

    @OnBothDatabases
    void who_joins_a_new_customer_hears_of_it(Bench bench) {
        bench.update(SOL, Stage.CLOSED_WON, CLOSE, "");
        bench.serve(CLEO);
        assertThat(bench.owed()).contains("stage.won to U0CLEO");
    }

    @OnBothDatabases
    void of_several_who_ask_in_one_moment_one_has_asked(Bench bench) {
        Queue<String> refused = new ConcurrentLinkedQueue<>();
        Crowd.of(5, number -> {
            try {
                bench.update(number % 2 == 0 ? SOL : SAM, Stage.SCOPING, CLOSE, "Reason " + number);
            } catch (Refusal refusal) {
                refused.add(refusal.words());
            }
        });
        assertThat(bench.reversals()).hasSize(1);
        assertThat(refused).hasSize(4).allMatch(words -> words.contains("has asked already"));
    }

    @OnBothDatabases
    void of_several_who_win_in_one_moment_the_customer_begins_once(Bench bench) {
        Wish won = new Wish(Optional.of(Stage.CLOSED_WON), Optional.of(CLOSE), Optional.empty(), Optional.empty());
        Crowd.of(4, number -> bench.update(number % 2 == 0 ? SOL : SAM, Stage.PROPOSAL, won));
        assertThat(bench.events()).containsExactly("onboarding.begun");
        assertThat(bench.onboarding().orElseThrow().round()).isEqualTo(1);
    }

    @OnBothDatabases
    void who_typed_over_an_older_stage_is_asked_again(Bench bench) {
        Wish wish = new Wish(Optional.of(Stage.NEGOTIATING), Optional.of(CLOSE), Optional.empty(), Optional.empty());
        bench.update(SOL, Stage.AWAITING_SIGNATURE, CLOSE, "");
        assertThatThrownBy(() -> bench.update(SAM, Stage.PROPOSAL, wish))
                .isInstanceOfSatisfying(StageDesk.MovedOn.class, moved -> {
                    assertThat(moved.again().deal().stage()).isEqualTo(Stage.AWAITING_SIGNATURE);
                    assertThat(moved.again().wish()).isEqualTo(wish);
                });
        assertThat(bench.deal().stage()).isEqualTo(Stage.AWAITING_SIGNATURE);
    }
}
