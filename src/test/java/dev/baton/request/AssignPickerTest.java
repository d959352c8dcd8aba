package dev.baton.request;

import static dev.baton.Cast.CLEO;
import static dev.baton.Cast.CYRUS;
import static dev.baton.Cast.NORTHWIND;
import static dev.baton.Cast.SAM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.Cast;
import dev.baton.account.Load;
import dev.baton.account.Money;
import dev.baton.account.Person;
import dev.baton.account.Refusal;
import dev.baton.account.Roster;
import dev.baton.account.TimeOff;
import dev.baton.handbook.Role;
import dev.baton.request.AssignPicker.Candidate;
import dev.baton.request.CsmRequest.Settlement;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Whom the picker suggests for an account in Americas East, where Cleo serves and carries at most twelve. */
class AssignPickerTest {
    private static final LocalDate TODAY = Cast.TODAY;

    @Test
    void who_has_left_is_not_among_them() {
        AssignPicker picker = AssignPicker.of(
                Requests.seen(Requests.asked(SAM, NORTHWIND), NORTHWIND),
                List.of(),
                AssignPickerTest::atWork,
                id -> !id.equals(CLEO));
        assertThat(picker.candidates())
                .extracting(each -> each.person().slackId())
                .isNotEmpty()
                .doesNotContain(CLEO);
    }

    @Test
    void the_csm_of_the_region_comes_before_an_idle_one_elsewhere() {
        AssignPicker picker = picker(Cast.ROSTER, List.of(load(CLEO, 11)), Optional.empty());
        assertThat(suggested(picker)).contains(CLEO);
        assertThat(picker.candidates())
                .extracting(each -> each.person().slackId())
                .containsExactly(CLEO, CYRUS);
    }

    @Test
    void nobody_is_suggested_from_another_region() {
        Roster away = Cast.with(csm(CLEO, "Cleo", 12, new TimeOff(TODAY, TODAY)));
        assertThat(suggested(picker(away, List.of(), Optional.empty()))).isEmpty();
    }

    @Test
    void who_is_away_today_is_not_suggested_and_who_comes_back_today_is() {
        assertThat(suggested(picker(away(TODAY.minusDays(3), TODAY), List.of(), Optional.empty())))
                .isEmpty();
        assertThat(suggested(picker(away(TODAY.minusDays(3), TODAY.minusDays(1)), List.of(), Optional.empty())))
                .contains(CLEO);
        assertThat(suggested(picker(away(TODAY.plusDays(1), TODAY.plusDays(9)), List.of(), Optional.empty())))
                .contains(CLEO);
    }

    @Test
    void who_is_full_is_not_suggested_and_one_account_short_of_full_is() {
        assertThat(suggested(picker(Cast.ROSTER, List.of(load(CLEO, 12)), Optional.empty())))
                .isEmpty();
        assertThat(suggested(picker(Cast.ROSTER, List.of(load(CLEO, 13)), Optional.empty())))
                .isEmpty();
        assertThat(suggested(picker(Cast.ROSTER, List.of(load(CLEO, 11)), Optional.empty())))
                .contains(CLEO);
    }

    @Test
    void who_uses_the_least_share_of_the_capacity_is_suggested_although_the_count_is_higher() {
        Roster two = Cast.with(csm("U0CARL", "Carl", 4));
        List<Load> loads = List.of(load(CLEO, 5), load("U0CARL", 3));
        assertThat(suggested(picker(two, loads, Optional.empty()))).contains(CLEO);
    }

    @Test
    void a_wish_breaks_a_tie_and_no_more() {
        Roster two = Cast.with(csm("U0CARL", "Carl", 12));
        List<Load> tie = List.of(load(CLEO, 3), load("U0CARL", 3));
        assertThat(suggested(picker(two, tie, Optional.of(CLEO)))).contains(CLEO);
        assertThat(suggested(picker(two, tie, Optional.of("U0CARL")))).contains("U0CARL");
        List<Load> unequal = List.of(load(CLEO, 4), load("U0CARL", 3));
        assertThat(suggested(picker(two, unequal, Optional.of(CLEO)))).contains("U0CARL");
        assertThat(suggested(picker(Cast.ROSTER, List.of(), Optional.of(CYRUS))))
                .contains(CLEO);
    }

    @Test
    void without_a_wish_the_smaller_arr_and_then_the_name_decide() {
        Roster two = Cast.with(csm("U0CARL", "Carl", 12));
        List<Load> tie =
                List.of(new Load(CLEO, 3, Money.dollars(100_000)), new Load("U0CARL", 3, Money.dollars(200_000)));
        assertThat(suggested(picker(two, tie, Optional.empty()))).contains(CLEO);
        assertThat(suggested(picker(two, List.of(), Optional.empty()))).contains("U0CARL");
    }

    @Test
    void the_full_and_the_away_can_still_be_chosen() {
        AssignPicker picker = picker(away(TODAY, TODAY), List.of(load(CYRUS, 10)), Optional.empty());
        assertThat(picker.candidates()).hasSize(2);
    }

    @Test
    void who_has_no_slack_id_yet_is_not_offered() {
        Person unknown =
                new Person("", "Carl", Set.of(Role.CSM), List.of("AMER_EAST"), "UTC", OptionalInt.empty(), List.of());
        AssignPicker picker = picker(Cast.with(unknown), List.of(), Optional.empty());
        assertThat(picker.candidates()).extracting(each -> each.person().name()).containsExactly("Cleo", "Cyrus");
    }

    @Test
    void without_any_csm_the_manager_is_told_who_can_help() {
        assertThatThrownBy(() -> picker(Cast.without(Role.CSM), List.of(), Optional.empty()))
                .isInstanceOf(Refusal.class)
                .hasMessage("There is nobody to assign: the people file has no CSM yet. Otto can add one.");
    }

    @Test
    void a_later_csm_is_somebody_else_than_the_one_before() {
        Settlement cleo = new Settlement(Cast.MAYA, Optional.of(CLEO), Optional.empty());
        CsmRequest assigned = Requests.asked(SAM, NORTHWIND).settled(RequestState.ASSIGNED, cleo);
        AssignPicker picker =
                AssignPicker.of(Requests.seen(assigned, NORTHWIND), List.of(), AssignPickerTest::atWork, id -> true);
        assertThat(picker.others()).extracting(each -> each.person().slackId()).containsExactly(CYRUS);
        Roster alone = Cast.with(
                new Person(CYRUS, "Cyrus", Set.of(Role.CSE), List.of("EMEA"), "UTC", OptionalInt.empty(), List.of()));
        assertThatThrownBy(() -> AssignPicker.of(
                                Requests.seen(assigned, Cast.account(NORTHWIND), alone),
                                List.of(),
                                AssignPickerTest::atWork,
                                id -> true)
                        .others())
                .isInstanceOf(Refusal.class)
                .hasMessage("There is nobody else: Cleo is the only CSM in the people file. Otto can add one.");
        assertThatThrownBy(
                        () -> picker(Cast.ROSTER, List.of(), Optional.empty()).others())
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("nobody to take it from");
    }

    private static AssignPicker picker(Roster roster, List<Load> loads, Optional<String> preferred) {
        CsmRequest asked = Requests.asked(SAM, NORTHWIND);
        CsmRequest request = preferred
                .map(csm -> Requests.wishing(asked, Requests.preferring(csm)))
                .orElse(asked);
        return AssignPicker.of(
                Requests.seen(request, Cast.account(NORTHWIND), roster), loads, id -> until(roster, id), id -> true);
    }

    private static Optional<LocalDate> atWork(String anybody) {
        return Optional.empty();
    }

    private static Optional<LocalDate> until(Roster roster, String id) {
        return roster.person(id).orElseThrow().off().stream()
                .filter(time -> time.covers(TODAY))
                .map(TimeOff::last)
                .findFirst();
    }

    private static Optional<String> suggested(AssignPicker picker) {
        return picker.suggested().map(Candidate::person).map(Person::slackId);
    }

    private static Roster away(LocalDate first, LocalDate last) {
        return Cast.with(csm(CLEO, "Cleo", 12, new TimeOff(first, last)));
    }

    private static Person csm(String id, String name, int capacity, TimeOff... off) {
        return new Person(
                id,
                name,
                Set.of(Role.CSM),
                List.of("AMER_EAST"),
                "America/New_York",
                OptionalInt.of(capacity),
                List.of(off));
    }

    private static Load load(String csm, int accounts) {
        return new Load(csm, accounts, Money.dollars(100_000L * accounts));
    }
}
