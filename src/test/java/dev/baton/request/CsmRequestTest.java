package dev.baton.request;

import static dev.baton.Cast.CLEO;
import static dev.baton.Cast.CYRUS;
import static dev.baton.Cast.KESTREL;
import static dev.baton.Cast.MAYA;
import static dev.baton.Cast.MONA;
import static dev.baton.Cast.NORTHWIND;
import static dev.baton.Cast.PABLO;
import static dev.baton.Cast.SAM;
import static dev.baton.Cast.SOL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.baton.Cast;
import dev.baton.account.Refusal;
import dev.baton.notice.Owed;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What becomes of a request, and who is owed a word. */
class CsmRequestTest {
    private static final Instant LATER = Cast.NOW.plus(Duration.ofHours(2));

    @Test
    void asking_owes_the_manager_a_card_the_requester_a_receipt_and_the_channel_a_line() {
        CsmRequest.Step step = submitted();
        assertThat(step.owed())
                .extracting(Owed::kind, Owed::recipient, Owed::subject, Owed::dueAt)
                .containsExactly(
                        tuple(CsmRequest.CARD, MAYA, "request:1", Cast.NOW),
                        tuple(CsmRequest.RECEIPT, SAM, "request:1", Cast.NOW),
                        tuple(CsmRequest.LINE, "C0NWB", "request:1", Cast.NOW));
    }

    @Test
    void an_account_without_a_channel_gets_no_line() {
        CsmRequest.Step step = CsmRequest.submit(
                2,
                Requests.draft(PABLO, Cast.account(KESTREL), Admission.NEAR_END_STAGE_3),
                Optional.empty(),
                Cast.NOW);
        assertThat(step.owed()).extracting(Owed::kind).containsExactly(CsmRequest.CARD, CsmRequest.RECEIPT);
    }

    @Test
    void a_new_request_is_with_the_manager_and_never_with_a_csm() {
        CsmRequest request = submitted().next();
        assertThat(request.state()).isEqualTo(RequestState.ROUTED);
        assertThat(request.manager()).isEqualTo(MAYA);
        assertThat(request.csm()).isEmpty();
        assertThat(request.label()).isEqualTo("REQ-1");
        assertThat(request.submittedAt()).isEqualTo(Cast.NOW);
    }

    @Test
    void assigning_tells_the_csm_the_sa_the_account_executive_and_the_channel() {
        CsmRequest.Step step = assigned(submitted().next());
        assertThat(step.owed())
                .extracting(Owed::kind, Owed::recipient, Owed::dueAt)
                .containsExactly(
                        tuple(CsmRequest.ASSIGNED, CLEO, LATER),
                        tuple(CsmRequest.ASSIGNED, SAM, LATER),
                        tuple(CsmRequest.ASSIGNED, SOL, LATER),
                        tuple(CsmRequest.ASSIGNED_LINE, "C0NWB", LATER));
        assertThat(step.event()).isEqualTo("request.assigned");
    }

    @Test
    void nobody_is_told_twice_and_a_requester_outside_the_team_is_told_too() {
        CsmRequest asked = Requests.asked(PABLO, Cast.account(KESTREL));
        CsmRequest.Step step =
                asked.assign(MAYA, CLEO, Optional.empty(), Cast.team(KESTREL), Optional.empty(), Cast.ROSTER, LATER);
        assertThat(step.owed()).extracting(Owed::recipient).containsExactly(CLEO, "U0ADA", PABLO);
        assertThat(step.owed()).extracting(Owed::key).doesNotHaveDuplicates();
    }

    @Test
    void an_assigned_request_keeps_who_has_it_who_answered_and_the_note() {
        CsmRequest before = submitted().next();
        CsmRequest after = assigned(before).next();
        assertThat(after.state()).isEqualTo(RequestState.ASSIGNED);
        assertThat(after.csm()).contains(CLEO);
        assertThat(after.settledBy()).contains(MAYA);
        assertThat(after.answer()).contains("Welcome");
        assertThat(after.version()).isEqualTo(before.version() + 1);
    }

    @Test
    void a_second_press_changes_nothing_and_says_who_has_it() {
        CsmRequest assigned = assigned(submitted().next()).next();
        assertThatThrownBy(() ->
                        assigned.assign(MONA, CYRUS, Optional.empty(), Map.of(), Optional.empty(), Cast.ROSTER, LATER))
                .isInstanceOf(Refusal.class)
                .hasMessage("REQ-1 is already assigned to Cleo (by Maya). Nothing was changed.");
    }

    @Test
    void only_a_request_nobody_has_answered_is_open() {
        assertThat(RequestState.values()).filteredOn(RequestState::open).containsExactly(RequestState.ROUTED);
    }

    private static CsmRequest.Step submitted() {
        return CsmRequest.submit(
                1,
                Requests.draft(SAM, Cast.account(NORTHWIND), Admission.STAGE_4),
                Cast.account(NORTHWIND).channel(),
                Cast.NOW);
    }

    private static CsmRequest.Step assigned(CsmRequest request) {
        return request.assign(
                MAYA,
                CLEO,
                Optional.of("Welcome"),
                Cast.team(NORTHWIND),
                Cast.account(NORTHWIND).channel(),
                Cast.ROSTER,
                LATER);
    }
}
