package dev.baton.leaver;

import static dev.baton.Cast.ADA;
import static dev.baton.Cast.CLEO;
import static dev.baton.Cast.CYRUS;
import static dev.baton.Cast.INES;
import static dev.baton.Cast.MAYA;
import static dev.baton.Cast.MILO;
import static dev.baton.Cast.MONA;
import static dev.baton.Cast.OTTO;
import static dev.baton.Cast.PABLO;
import static dev.baton.Cast.SAM;
import static dev.baton.Cast.SOL;
import static dev.baton.leaver.Bench.NORTHWIND;
import static dev.baton.leaver.Bench.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.Cast;
import dev.baton.account.Person;
import dev.baton.account.Roster;
import dev.baton.handbook.Role;
import dev.baton.store.OnBothDatabases;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Who is told of a leaver, who may hand over to whom, and what each step leaves behind. */
class LeaverDeskTest {
    private static final String CSM = "place:" + NORTHWIND.value15() + ":CSM";

    @OnBothDatabases
    void each_manager_is_told_once_and_of_their_own_accounts(Bench bench) {
        bench.withCleo().leaves(CLEO);
        assertThat(bench.owed()).containsExactly("leaver.card to U0MAYA", "leaver.card to U0MILO");
        assertThat(List.of(bench.open(1), bench.open(2)))
                .containsExactlyInAnyOrder(
                        List.of("Northwind Bank: CSM", "Northwind Bank: errand"), List.of("Heron Retail: CSM"));
        bench.leaves(CLEO);
        bench.start();
        assertThat(bench.owed()).hasSize(2);
    }

    @OnBothDatabases
    void who_leaves_nothing_behind_is_nobodys_business(Bench bench) {
        bench.leaves(CLEO);
        bench.leaves(OTTO);
        assertThat(bench.owed()).isEmpty();
    }

    @OnBothDatabases
    void who_is_missing_from_the_next_people_file_is_found_at_the_start(Bench bench) {
        bench.start();
        assertThat(bench.owed()).isEmpty();
        bench.startedWith(without(SAM));
        bench.start();
        assertThat(bench.owed()).containsExactly("leaver.card to U0MAYA");
        assertThat(bench.open(1)).containsExactly("Helio Defense: SA", "Northwind Bank: SA");
    }

    @OnBothDatabases
    void nobody_is_missing_while_some_are_known_by_their_address_alone(Bench bench) {
        Person unknown = new Person(
                "",
                "Sam",
                Set.of(Role.SA),
                List.of("AMER_EAST"),
                "UTC",
                OptionalInt.empty(),
                List.of(),
                Optional.of("sam@example.com"));
        Roster others = without(SAM);
        List<Person> people = new ArrayList<>(others.people());
        people.add(unknown);
        bench.startedWith(new Roster(others.regions(), others.defaultManager(), others.cseChannel(), people, "other"));
        assertThat(bench.owed()).isEmpty();
    }

    @OnBothDatabases
    void a_csm_is_handed_over_as_if_the_manager_had_assigned_the_successor(Bench bench) {
        long id = mayas(bench.withCleo());
        assertThat(bench.handOver(MAYA, id, CSM, CYRUS)).isEqualTo("1");
        assertThat(bench.account(NORTHWIND).csm()).contains(CYRUS);
        assertThat(bench.team(NORTHWIND)).containsEntry(Role.CSM, CYRUS);
        assertThat(bench.assigned).containsExactly("U0CYRUS with U0SAM");
        assertThat(bench.open(id)).containsExactly("Northwind Bank: errand");
        assertThat(bench.owed()).contains("leaver.yours to U0CYRUS", "leaver.line to C0NWB");
        assertThat(bench.events(NORTHWIND)).containsExactly("U0MAYA CSM: U0CLEO → U0CYRUS");
    }

    @OnBothDatabases
    void all_at_once_is_told_once_to_each_and_settles_the_card(Bench bench) {
        long id = mayas(bench.withCleo());
        Opening form = bench.all(MONA, id);
        assertThat(form.choices()).extracting(Choice::key).containsExactly("share:CSM", "share:SA");
        assertThat(bench.handOverAll(MONA, id, Map.of("share:CSM", CYRUS, "share:SA", PABLO)))
                .isEqualTo("2");
        assertThat(bench.open(id)).isEmpty();
        assertThat(bench.estate(id).leaver().state()).isEqualTo(Leaver.State.SETTLED);
        assertThat(bench.owed())
                .contains("leaver.yours to U0CYRUS", "leaver.yours to U0PABLO", "leaver.line to C0NWB")
                .hasSize(5);
        assertThat(refused(() -> bench.all(MAYA, id))).contains("Everything is in other hands already");
    }

    @OnBothDatabases
    void what_moves_to_another_managers_region_is_shown_to_that_manager(Bench bench) {
        bench.leaves(SAM);
        assertThat(bench.owed()).containsExactly("leaver.card to U0MAYA");
        bench.moves(NORTHWIND, "EMEA");
        assertThat(bench.owed()).contains("leaver.card to U0MILO");
        assertThat(bench.open(bench.cardOf(MILO))).containsExactly("Northwind Bank: SA");
    }

    @OnBothDatabases
    void who_has_left_and_is_put_on_a_team_all_the_same_is_told_of(Bench bench) {
        bench.leaves(PABLO);
        assertThat(bench.owed()).isEmpty();
        bench.joins(PABLO, Role.SA, NORTHWIND);
        assertThat(bench.owed()).containsExactly("leaver.card to U0MAYA");
    }

    @OnBothDatabases
    void what_gets_no_successor_stays_open(Bench bench) {
        long id = mayas(bench.withCleo());
        bench.handOverAll(MAYA, id, Map.of("share:SA", SAM));
        assertThat(bench.open(id)).containsExactly("Northwind Bank: CSM");
        assertThat(bench.estate(id).leaver().state()).isEqualTo(Leaver.State.OPEN);
    }

    @OnBothDatabases
    void the_second_of_two_managers_learns_who_was_faster(Bench bench) {
        long id = mayas(bench.withCleo());
        bench.handOver(MONA, id, CSM, CYRUS);
        assertThat(refused(() -> bench.handOver(MAYA, id, CSM, CYRUS)))
                .isEqualTo("Mona has handed this over already, to Cyrus. Nothing was changed.");
        assertThat(refused(() -> bench.one(MAYA, id, CSM))).contains("Mona has handed this over already");
    }

    @OnBothDatabases
    void the_keepers_of_the_account_and_administrators_may_and_nobody_else(Bench bench) {
        long id = mayas(bench.withCleo());
        for (String person : List.of(ADA, SOL, MILO, CYRUS)) {
            assertThat(refused(() -> bench.one(person, id, CSM)))
                    .contains("You cannot hand over what a leaver had in hand here.", "Maya");
            assertThat(refused(() -> bench.handOverAll(person, id, Map.of("share:CSM", CYRUS))))
                    .contains("You cannot hand over");
        }
        for (String person : List.of(MAYA, MONA, OTTO)) {
            assertThat(bench.one(person, id, CSM).choices()).hasSize(1);
        }
    }

    @OnBothDatabases
    void a_successor_must_work_here_and_hold_the_role(Bench bench) {
        long id = mayas(bench.withCleo());
        assertThat(refused(() -> bench.handOver(MAYA, id, CSM, SAM))).contains("Sam cannot take this over");
        assertThat(refused(() -> bench.handOver(MAYA, id, CSM, CLEO))).contains("does not work here any more either");
        bench.leaves(CYRUS);
        assertThat(refused(() -> bench.handOver(MAYA, id, CSM, CYRUS)))
                .isEqualTo("Cyrus does not work here any more either. Choose somebody else.");
        assertThat(refused(() -> bench.one(MAYA, id, CSM)))
                .isEqualTo("There is nobody to take this over: the people file has no other CSM. Otto can add one.");
    }

    @OnBothDatabases
    void who_comes_back_keeps_what_is_open_and_is_told_of_anew_when_leaving_again(Bench bench) {
        long id = mayas(bench.withCleo());
        bench.comesBack(CLEO);
        assertThat(bench.estate(id).leaver().state()).isEqualTo(Leaver.State.BACK);
        assertThat(refused(() -> bench.handOver(MAYA, id, CSM, CYRUS)))
                .isEqualTo("Cleo works here again and keeps what is open. Nothing was changed.");
        bench.leaves(CLEO);
        assertThat(bench.owed()).filteredOn("leaver.card to U0MAYA"::equals).hasSize(2);
    }

    @OnBothDatabases
    void the_suggestion_serves_the_region_first(Bench bench) {
        bench.leaves(SAM);
        Successors offered = bench.one(MAYA, 1, "place:" + NORTHWIND.value15() + ":SA")
                .choices()
                .get(0)
                .successors();
        assertThat(offered.candidates())
                .extracting(each -> each.person().slackId())
                .containsExactly(INES, PABLO);
        assertThat(offered.suggested()).isEmpty();
    }

    /** Cleo leaves; the card of what is in Maya's accounts. */
    private static long mayas(Bench bench) {
        bench.leaves(CLEO);
        return List.of(1L, 2L).stream()
                .filter(id -> bench.estate(id).leaver().manager().equals(MAYA))
                .findFirst()
                .orElseThrow();
    }

    private static Roster without(String person) {
        List<Person> people = Cast.ROSTER.people().stream()
                .filter(each -> !each.slackId().equals(person))
                .toList();
        return new Roster(
                Cast.ROSTER.regions(), Cast.ROSTER.defaultManager(), Cast.ROSTER.cseChannel(), people, "without");
    }
}
