package dev.baton.card;

import static dev.baton.card.Office.HELIO;
import static dev.baton.card.Office.NORTHWIND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.account.Account;
import dev.baton.account.Information;
import dev.baton.account.Profile;
import dev.baton.account.Refusal;
import dev.baton.account.SalesforceId;
import dev.baton.account.Tier;
import dev.baton.card.Found.Hit;
import dev.baton.handbook.Deployment;
import dev.baton.handbook.Role;
import dev.baton.handbook.Segment;
import dev.baton.store.OnBothDatabases;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is found and saved, on each database. */
class CardDeskTest {
    private static final String SAM = "U0SAM";
    private static final String SOL = "U0SOL";
    private static final String ADA = "U0ADA";

    @OnBothDatabases
    void names_are_found_without_case_accents_and_signs_that_sql_reads(Office office) {
        rename(office, "Café_Zürich 100%!");
        for (String typed : List.of("cafe", "ZURICH", "_zur", "100%", "%!", "é_Z")) {
            assertThat(names(office.cards.find(SAM, typed))).as(typed).containsExactly("Café_Zürich 100%!");
        }
        assertThat(names(office.cards.find(SAM, "e%h"))).isEmpty();
        assertThat(names(office.cards.find(SAM, "!!"))).isEmpty();
    }

    @OnBothDatabases
    void an_exact_name_among_many_is_found_although_they_do_not_all_fit(Office office) {
        for (int i = 0; i < 40; i++) {
            add(office, String.format("0015e%010d", i), "Aqua " + i);
        }
        add(office, "0015e00000ZZZZZ", "Aqua");
        Found found = office.cards.find(SAM, "aqua");
        assertThat(found.single()).contains(new SalesforceId("0015e00000ZZZZZ"));
        assertThat(found.more()).isTrue();
    }

    @OnBothDatabases
    void a_confidential_account_is_found_by_what_the_asker_may_read(Office office) {
        assertThat(names(office.cards.find(SAM, "helio"))).containsExactly("Helio Defense");
        assertThat(names(office.cards.find(SAM, "finch"))).containsExactly("Helio Defense");
        assertThat(names(office.cards.find(ADA, "helio"))).isEmpty();
        assertThat(names(office.cards.find(ADA, "FINCH"))).containsExactly("Copper Finch");
        assertThat(names(office.cards.find("U0LENA", "helio"))).isEmpty();
        office.change(
                HELIO,
                helio -> helio.with(new Profile(
                        "Helio Defense",
                        Segment.ENTERPRISE,
                        "AMER_EAST",
                        Optional.of(Deployment.DEDICATED),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Map.of())));
        assertThat(names(office.cards.find(ADA, "e"))).noneMatch(name -> name.contains("Dedicated"));
        assertThat(names(office.cards.find(ADA, HELIO.value18()))).containsExactly("a Dedicated customer");
        assertThat(names(office.cards.find("U0MAYA", "helio"))).containsExactly("Helio Defense");
    }

    @OnBothDatabases
    void strangers_are_refused_everywhere(Office office) {
        assertThatThrownBy(() -> office.cards.find("U0NOBODY", "north")).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> office.face("U0NOBODY", NORTHWIND)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> office.cards.log("U0NOBODY", NORTHWIND, 0)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> office.edits.adding("U0NOBODY", "x")).isInstanceOf(Refusal.class);
    }

    @OnBothDatabases
    void an_editor_from_outside_is_refused_and_told_who_may(Office office) {
        assertThatThrownBy(() -> office.edits.editing(ADA, NORTHWIND))
                .hasMessageContaining("You cannot edit this account here")
                .hasMessageContaining("the account team")
                .hasMessageContaining("Maya (CSM Manager)");
    }

    @OnBothDatabases
    void an_edit_reaches_the_account_its_deal_its_team_and_its_history(Office office) {
        EditForm form = office.edits.editing(SAM, NORTHWIND);
        office.edits.save(
                SAM,
                office.gesture(),
                typed(
                        form,
                        Map.of(
                                Sheet.TIER,
                                "ULTIMATE",
                                Sheet.field(Information.ACCOUNT_PLAN),
                                "https://docs.example/a",
                                Sheet.ARR,
                                "$500k",
                                Sheet.field(Role.PSE),
                                "U0PETRA",
                                Sheet.field(Role.SAE),
                                "")));
        Account saved = office.account(NORTHWIND);
        assertThat(saved.tier()).contains(Tier.ULTIMATE);
        assertThat(saved.information()).containsEntry(Information.ACCOUNT_PLAN, "https://docs.example/a");
        Face face = office.face(SAM, NORTHWIND);
        assertThat(face.arr().orElseThrow()).hasToString("$500k");
        assertThat(face.team()).containsEntry(Role.PSE, "U0PETRA").doesNotContainKey(Role.SAE);
        assertThat(face.composition().warnings(office.handbook)).containsExactly("Incomplete team: no SAE, no CSM.");
        assertThat(face.recent())
                .extracting(Deed::words)
                .contains(
                        "Sam put Petra on the team (PSE)",
                        "Sam took Sol off the team (SAE)",
                        "Sam changed the opportunity: ARR: $420,000 → $500,000");
    }

    @OnBothDatabases
    void one_gesture_has_one_effect(Office office) {
        EditForm form = typed(office.edits.editing(SAM, NORTHWIND), Map.of(Sheet.TIER, "FREE"));
        office.edits.save(SAM, "view:1", form);
        int lines = office.face(SAM, NORTHWIND).lines();
        office.edits.save(SAM, "view:1", form);
        assertThat(office.face(SAM, NORTHWIND).lines()).isEqualTo(lines);
    }

    @OnBothDatabases
    void a_contradiction_saves_nothing_and_goes_through_the_second_time(Office office) {
        EditForm sams = office.edits.editing(SAM, NORTHWIND);
        EditForm sols = office.edits.editing(SOL, NORTHWIND);
        office.edits.save(SAM, office.gesture(), typed(sams, Map.of(Sheet.LAM, "$2M")));
        EditForm wanted = typed(sols, Map.of(Sheet.LAM, "$3M", Sheet.TIER, "FREE"));
        assertThatThrownBy(() -> office.edits.save(SOL, office.gesture(), wanted))
                .isInstanceOfSatisfying(Contradicted.class, told -> {
                    assertThat(told.again().notes())
                            .anyMatch(note -> note.startsWith("Sam changed this account"))
                            .contains("Landed Addressable Market (LAM) is now: $2M");
                    assertThat(office.account(NORTHWIND).tier()).isEmpty();
                    office.edits.save(SOL, office.gesture(), told.again());
                });
        assertThat(office.face(SOL, NORTHWIND).lam().orElseThrow()).hasToString("$3M");
        assertThat(office.account(NORTHWIND).tier()).contains(Tier.FREE);
    }

    @OnBothDatabases
    void a_page_beyond_the_last_is_the_last(Office office) {
        Log log = office.cards.log(SAM, NORTHWIND, 99);
        assertThat(log.page()).isEqualTo(log.pages() - 1);
        assertThat(log.deeds()).isNotEmpty();
    }

    private static EditForm typed(EditForm form, Map<String, String> changes) {
        Map<String, String> values = new LinkedHashMap<>(form.sheet().values());
        values.putAll(changes);
        return EditForm.submitted(form.carried(), new Sheet(values));
    }

    private static List<String> names(Found found) {
        return found.hits().stream().map(Hit::name).toList();
    }

    private static void rename(Office office, String name) {
        Profile old = office.account(NORTHWIND).profile();
        office.change(
                NORTHWIND,
                account -> account.with(new Profile(
                        name,
                        old.segment(),
                        old.region(),
                        old.deployment(),
                        old.codename(),
                        old.tier(),
                        old.channel(),
                        old.information())));
    }

    private static void add(Office office, String id, String name) {
        office.acts.own("test", act -> {
            office.accounts.save(act, Account.create(new SalesforceId(id), name, Segment.SMB, "EMEA"));
            return id;
        });
    }
}
