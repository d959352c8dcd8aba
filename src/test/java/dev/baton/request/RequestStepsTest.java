package dev.baton.request;

import static dev.baton.Cast.ADA;
import static dev.baton.Cast.CLEO;
import static dev.baton.Cast.CYRUS;
import static dev.baton.Cast.KESTREL;
import static dev.baton.Cast.MAYA;
import static dev.baton.Cast.MILO;
import static dev.baton.Cast.MONA;
import static dev.baton.Cast.NORTHWIND;
import static dev.baton.Cast.OTTO;
import static dev.baton.Cast.PABLO;
import static dev.baton.Cast.REMY;
import static dev.baton.Cast.SAM;
import static dev.baton.Cast.SOL;
import static dev.baton.Cast.TINY_TEAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.Cast;
import dev.baton.account.Account;
import dev.baton.account.Money;
import dev.baton.account.Opportunity;
import dev.baton.account.Refusal;
import dev.baton.account.Routing;
import dev.baton.account.When;
import dev.baton.handbook.Qualification;
import dev.baton.handbook.Role;
import dev.baton.handbook.Segment;
import dev.baton.handbook.Stage;
import dev.baton.notice.Owed;
import dev.baton.request.RequestSteps.Around;
import dev.baton.request.RequestSteps.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What becomes of a request, and who is owed a word. */
class RequestStepsTest {
    private static final Instant LATER = Cast.NOW.plus(Duration.ofHours(2));
    private static final RequestSteps STEPS = new RequestSteps(Cast.HANDBOOK, Cast.ROSTER);
    private static final CsmRequest ASKED = Requests.asked(SAM, NORTHWIND);
    private static final Around AROUND = Requests.around(NORTHWIND);

    @Test
    void asking_owes_the_manager_a_card_the_requester_a_receipt_and_the_channel_a_line() {
        Step step = STEPS.submit(ASKED, AROUND, Cast.NOW);
        assertThat(told(step))
                .containsExactly(
                        "request.card U0MAYA",
                        "request.receipt U0SAM",
                        "request.line C0NWB",
                        "request.nudge U0MAYA",
                        "request.escalation U0MONA");
        assertThat(step.owed().subList(0, 3)).allMatch(owed -> owed.when().equals(When.at(Cast.NOW)));
        assertThat(step.owed().subList(3, 5)).allMatch(owed -> owed.when().reminder());
    }

    @Test
    void a_deal_that_is_lost_ends_the_request_and_both_sides_hear_it_except_who_closed_it() {
        Opportunity deal = Cast.opportunity(NORTHWIND);
        Opportunity lost = deal.moved(Stage.CLOSED_LOST, deal.closeDate());
        Step step = STEPS.dealLost(ASKED, SOL, lost, LATER);
        assertThat(step.next().state()).isEqualTo(RequestState.WITHDRAWN);
        assertThat(told(step)).containsExactly("request.lost " + MAYA, "request.lost " + SAM);
        assertThat(step.withdrawn()).containsExactlyInAnyOrderElementsOf(Nudging.managerKeys(ASKED));
        assertThat(told(STEPS.dealLost(ASKED, SAM, lost, LATER))).containsExactly("request.lost " + MAYA);
    }

    @Test
    void an_account_without_a_channel_gets_no_line() {
        Step step = STEPS.submit(Requests.asked(PABLO, KESTREL), Requests.around(KESTREL), Cast.NOW);
        assertThat(told(step)).noneMatch(line -> line.startsWith("request.line"));
    }

    @Test
    void of_a_region_nobody_keeps_the_administrators_hear() {
        Account latam = Cast.account(NORTHWIND).with(Segment.ENTERPRISE, "LATAM", Optional.empty(), Optional.empty());
        CsmRequest request = Requests.asked(SAM, latam, Admission.STAGE_4);
        Around around = new Around(Map.of(), Optional.empty(), Routing.of(Cast.ROSTER, "LATAM", Segment.ENTERPRISE));
        Step step = STEPS.submit(request, around, Cast.NOW);
        assertThat(told(step)).contains("request.card " + MAYA, "request.hole " + OTTO);
        assertThat(told(step)).as("Maya does not escalate to herself").noneMatch(line -> line.contains("escalation"));
    }

    @Test
    void assigning_tells_the_csm_the_sa_the_account_executive_and_the_channel() {
        Step step = assigned();
        assertThat(told(step))
                .containsExactly(
                        "request.assigned " + CLEO,
                        "request.assigned " + SAM,
                        "request.assigned " + SOL,
                        "request.assigned.line C0NWB");
        assertThat(step.withdrawn()).as("reminders").containsExactlyInAnyOrderElementsOf(Nudging.managerKeys(ASKED));
    }

    @Test
    void assigning_tells_the_servicing_sa() {
        CsmRequest asked = Requests.asked(Cast.INES, Cast.FJORD);
        Around around = new Around(
                Map.of(Role.AE, ADA, Role.SERVICING_SA, PABLO),
                Optional.empty(),
                Requests.around(Cast.FJORD).routing());
        assertThat(told(STEPS.assign(asked, MILO, CYRUS, Optional.empty(), around, LATER)))
                .contains("request.assigned " + PABLO, "request.assigned " + ADA);
    }

    @Test
    void nobody_is_told_twice_and_a_requester_outside_the_team_is_told_too() {
        Step step = STEPS.assign(
                Requests.asked(PABLO, KESTREL), MAYA, CLEO, Optional.empty(), Requests.around(KESTREL), LATER);
        assertThat(step.owed()).extracting(Owed::recipient).containsExactly(CLEO, ADA, PABLO);
        assertThat(step.owed()).extracting(Owed::key).doesNotHaveDuplicates();
    }

    @Test
    void an_assigned_request_keeps_who_has_it_who_answered_and_the_note() {
        CsmRequest after = assigned().next();
        assertThat(after.state()).isEqualTo(RequestState.ASSIGNED);
        assertThat(after.settlement())
                .contains(new CsmRequest.Settlement(MAYA, Optional.of(CLEO), Optional.of("Welcome")));
        assertThat(after.version()).isEqualTo(ASKED.version() + 1);
    }

    @Test
    void a_second_press_changes_nothing_and_says_who_has_it() {
        CsmRequest assigned = assigned().next();
        assertThatThrownBy(() -> STEPS.assign(assigned, MONA, CYRUS, Optional.empty(), AROUND, LATER))
                .isInstanceOf(Refusal.class)
                .hasMessage("REQ-1 is already assigned to Cleo by Maya. Nothing was changed.");
    }

    @ParameterizedTest
    @EnumSource(value = RequestState.class, names = "ROUTED", mode = EnumSource.Mode.EXCLUDE)
    void a_settled_request_takes_no_other_answer(RequestState state) {
        CsmRequest settled = ASKED.settled(state, new CsmRequest.Settlement(MAYA, Optional.empty(), Optional.empty()));
        Remark question = Requests.remark(Remark.Kind.QUESTION, MAYA, "Who?");
        List<Runnable> answers = List.of(
                () -> STEPS.assign(settled, MAYA, CLEO, Optional.empty(), AROUND, LATER),
                () -> STEPS.decline(settled, MAYA, "no", LATER),
                () -> STEPS.redirect(settled, MAYA, Optional.empty(), LATER),
                () -> STEPS.withdraw(settled, SAM, LATER),
                () -> STEPS.ask(settled, 7, LATER),
                () -> STEPS.answer(settled, question, AROUND, LATER),
                () -> STEPS.edit(settled, 7, "LAM", LATER),
                () -> STEPS.override(settled, Qualification.CSM, MAYA, "so", 7, LATER));
        assertThat(answers)
                .allSatisfy(answer -> assertThatThrownBy(answer::run)
                        .isInstanceOf(Refusal.class)
                        .hasMessageEndingWith("Nothing was changed."));
    }

    @Test
    void below_the_threshold_an_override_comes_before_an_assignment() {
        CsmRequest below = Requests.asked(REMY, TINY_TEAL);
        Around around = Requests.around(TINY_TEAL);
        assertThatThrownBy(() -> STEPS.assign(below, MAYA, CLEO, Optional.empty(), around, LATER))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("Override qualification");
        CsmRequest ruled = STEPS.override(below, Qualification.CSM, MAYA, "A reference", 7, LATER)
                .next();
        assertThat(STEPS.assign(ruled, MAYA, CLEO, Optional.empty(), around, LATER)
                        .next()
                        .csm())
                .contains(CLEO);
    }

    @Test
    void a_ruling_stands_when_the_facts_change_and_without_one_they_decide() {
        Optional<Money> much = Optional.of(Money.dollars(90_000_000));
        CsmRequest ruled = STEPS.override(ASKED, Qualification.SCALE_CSE, MAYA, "so", 7, LATER)
                .next();
        assertThat(ruled.qualified()
                        .again(Cast.HANDBOOK, Segment.ENTERPRISE, much)
                        .result())
                .isEqualTo(Qualification.SCALE_CSE);
        Qualified less = ASKED.qualified().again(Cast.HANDBOOK, Segment.ENTERPRISE, Optional.of(Money.dollars(1)));
        assertThat(STEPS.requalify(ASKED, less).orElseThrow().next().qualified().result())
                .isEqualTo(Qualification.NONE);
        assertThat(STEPS.requalify(ASKED, ASKED.qualified())).isEmpty();
    }

    @Test
    void a_question_moves_the_reminder_to_the_requester_and_the_answer_moves_it_back() {
        Step asked = STEPS.ask(ASKED, 7, LATER);
        assertThat(told(asked)).containsExactly("request.question " + SAM, "request.question.nudge " + SAM);
        assertThat(asked.withdrawn()).containsExactlyInAnyOrderElementsOf(Nudging.managerKeys(ASKED));
        assertThat(asked.next().state()).isEqualTo(RequestState.ROUTED);
        Remark question = Requests.remark(Remark.Kind.QUESTION, MAYA, "Who is the champion?");
        Step answered = STEPS.answer(ASKED, question, AROUND, LATER);
        assertThat(told(answered))
                .containsExactly("request.answer " + MAYA, "request.nudge " + MAYA, "request.escalation " + MONA);
        assertThat(answered.withdrawn()).containsExactly(Nudging.questionKey(7));
        assertThatThrownBy(() -> STEPS.answer(ASKED, Requests.replied(question, "Her."), AROUND, LATER))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("answered already");
    }

    @Test
    void another_csm_is_told_with_the_one_before_and_everybody_concerned() {
        CsmRequest assigned = assigned().next();
        Step step = STEPS.reassign(assigned, MAYA, CYRUS, "Away for long", AROUND, 7, LATER);
        assertThat(step.owed()).extracting(Owed::recipient).containsExactlyInAnyOrder(CYRUS, SAM, SOL, CLEO);
        assertThat(step.next().csm()).contains(CYRUS);
        assertThatThrownBy(() -> STEPS.reassign(assigned, MAYA, CLEO, "why", AROUND, 7, LATER))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> STEPS.reassign(ASKED, MAYA, CLEO, "why", AROUND, 7, LATER))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("nobody to take it from");
    }

    @Test
    void a_request_follows_its_region_to_another_manager_and_stays_where_it_belongs() {
        Routing milo = new Routing("AMER_EAST", MILO, Optional.of(MAYA), false);
        Step step = STEPS.reroute(ASKED, milo, LATER).orElseThrow();
        assertThat(told(step)).contains("request.card " + MILO, "request.rerouted " + SAM);
        assertThat(STEPS.reroute(ASKED, AROUND.routing(), LATER)).isEmpty();
        assertThat(STEPS.reroute(assigned().next(), milo, LATER)).as("settled").isEmpty();
    }

    @Test
    void only_a_request_nobody_has_answered_is_open() {
        assertThat(RequestState.values()).filteredOn(RequestState::open).containsExactly(RequestState.ROUTED);
    }

    private static Step assigned() {
        return STEPS.assign(ASKED, MAYA, CLEO, Optional.of("Welcome"), AROUND, LATER);
    }

    private static List<String> told(Step step) {
        return step.owed().stream()
                .map(owed -> owed.kind() + " " + owed.recipient())
                .toList();
    }
}
