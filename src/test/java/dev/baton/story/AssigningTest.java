package dev.baton.story;

import static dev.baton.Cast.CLEO;
import static dev.baton.Cast.MAYA;
import static dev.baton.Cast.MILO;
import static dev.baton.Cast.OTTO;
import static dev.baton.Cast.SAM;
import static dev.baton.Cast.SOL;
import static dev.baton.story.Forms.filled;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.handbook.OperatorFile;
import dev.baton.store.OnBothDatabases;
import java.util.List;

/** The acceptance stories of who answers a request: the region's manager, once, and whoever it is after a change. */
class AssigningTest {

    @OnBothDatabases(served = true, overSocket = true)
    void s04_maya_assigns_cleo_milo_may_not_and_a_second_press_changes_nothing(Told story) {
        story.when(
                "Sam asks for a CSM for Northwind Bank",
                () -> story.as(SAM).command("/request-csm Northwind Bank").submit());
        Posted card = story.as(MAYA).dm("REQ-1");
        Presses assign = Presses.onMessage(story.slack(), MAYA, card, "Assign");

        story.when("Milo, who manages EMEA, presses Assign", () -> {
            assign.as(MILO, "request.assign").unanswerable().post();
            Posted no = story.as(MILO).dm("Maya");
            assertThat(no.buttons()).isEmpty();
        });
        story.when("Maya presses Assign", () -> {
            Modal picker = card.again().press("Assign");
            List<String> offered = picker.offers("CSM");
            assertThat(offered).anyMatch(each -> each.startsWith("Cleo - 0 of 12 accounts"));
            assertThat(offered).anyMatch(each -> each.startsWith("Cyrus - 1 of 10 accounts"));
            assertThat(picker.value("CSM")).contains(CLEO);
            story.reads(MAYA, picker);
            story.reads(MAYA, "to choose from", offered);
        });
        story.when(
                "She assigns Cleo",
                () -> story.as(MAYA)
                        .modal()
                        .fill("Note", "They move from Jenkins.")
                        .submit());
        story.as(CLEO).dm("You are its CSM");
        story.as(SAM).dm("Cleo is the CSM of Northwind Bank");
        story.as(SOL).dm("Cleo is the CSM of Northwind Bank");
        assertThat(story.as(SAM).channel("C0NWB")).hasSize(2);

        int before = story.as(CLEO).dms().size();
        story.when("She presses Assign once more, on a screen that is not up to date", () -> {
            assign.post();
            story.refusal(MAYA, "already assigned to Cleo");
        });
        assertThat(story.as(CLEO).dms()).hasSize(before);
        assertThat(story.as(SAM).channel("C0NWB")).hasSize(2);
        assertThat(card.again().buttons()).containsExactly("Reassign");
        story.isAsInFile("S04");
    }

    @OnBothDatabases(served = true, overSocket = true)
    void s05_a_region_without_a_manager_loses_nothing_and_moves_once_when_it_has_one(Told story) {
        story.when(
                "Sam asks for an account in Latin America, which nobody manages",
                () -> filled(
                                story.as(SAM).command("/request-csm"),
                                "Pampa Foods",
                                "0015e00001PAMPA",
                                "0065e00001PAOPP",
                                "4-Proposal")
                        .fill("Region", "Latin America")
                        .submit());
        Posted mayas = story.as(MAYA).dm("REQ-1");
        story.as(OTTO).dm("Latin America has no CSM Manager");
        assertThat(story.as(SAM).dm("REQ-1").says("Maya has it")).isTrue();

        story.when("Baton starts again with a people file that names Milo", () -> story.restart(withMilo()));
        Posted milos = story.as(MILO).dm("REQ-1");
        assertThat(milos.buttons()).contains("Assign");
        assertThat(mayas.again().says("Milo has this request now")).isTrue();
        assertThat(mayas.again().buttons()).isEmpty();
        story.as(SAM).dm("is now with Milo");

        int milosMessages = story.as(MILO).dms().size();
        int samsMessages = story.as(SAM).dms().size();
        story.when("Baton starts again with the same people file", () -> story.restart(withMilo()));
        assertThat(story.as(MILO).dms()).hasSize(milosMessages);
        assertThat(story.as(SAM).dms()).hasSize(samsMessages);

        story.when(
                "Milo assigns Cyrus",
                () -> milos.again().press("Assign").fill("CSM", "Cyrus").submit());
        story.as(SAM).dm("Cyrus is the CSM of Pampa Foods");
        story.isAsInFile("S05");
    }

    private static String withMilo() {
        String cast = OperatorFile.builtIn("cast-roster.yml");
        String named = cast.replace("LATAM: { name: Latin America,", "LATAM: { name: Latin America, manager: U0MILO,");
        assertThat(named).isNotEqualTo(cast);
        return named;
    }
}
