package dev.baton.story;

import static dev.baton.Cast.CLEO;
import static dev.baton.Cast.CYRUS;
import static dev.baton.Cast.MAYA;
import static dev.baton.Cast.MONA;
import static dev.baton.Cast.PABLO;
import static dev.baton.Cast.SAM;
import static dev.baton.Cast.SOL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.handbook.OperatorFile;
import dev.baton.store.OnBothDatabases;

/** Somebody leaves: what was in their hands is shown to the manager, and goes into other hands. */
class LeaversTest {

    @OnBothDatabases(served = true)
    void cleo_leaves_and_maya_hands_her_account_over_with_all_that_goes_along(Told story) {
        story.when(
                "Sam asks for a CSM for Northwind Bank",
                () -> story.as(SAM).command("/request-csm Northwind Bank").submit());
        story.when(
                "Maya assigns Cleo",
                () -> story.as(MAYA)
                        .dm("REQ-1")
                        .press("Assign")
                        .fill("CSM", "Cleo")
                        .submit());
        story.when("Cleo's account in Slack is closed", () -> {
            story.as(CLEO).leave();
            story.as(MAYA).dm("Cleo* has left");
        });
        Posted card = story.as(MAYA).dm("Cleo* has left");
        assertThat(card.buttons()).containsExactly("Hand over…", "Hand over…", "Hand over all…");

        story.when("Maya hands over the account", () -> {
            Modal form = card.press("Hand over…");
            story.reads(MAYA, form);
            assertThat(form.offers("Hand over to"))
                    .hasSize(1)
                    .allSatisfy(each -> assertThat(each).contains("Cyrus", "1 of 10 accounts", "other region"));
            form.fill("Hand over to", "Cyrus").submit();
        });
        assertThat(card.again().buttons()).isEmpty();
        story.as(MAYA).dm("REQ-1").until("Assigned to Cyrus by Maya");
        assertThat(story.as(SAM).command("/account northwind").text())
                .contains("Cyrus", "Maya handed over CSM: Cleo → Cyrus");
        story.as(SAM).closeForm();
        assertThat(story.as(CYRUS).dm("You own it; Sam co-owns it").buttons()).isEmpty();
        story.isAsInFile("cleo-leaves");
    }

    @OnBothDatabases(served = true)
    void sam_is_missing_from_the_people_file_and_maya_hands_over_one_thing_and_then_all(Told story) {
        story.when(
                "Sam asks for a CSM for Northwind Bank",
                () -> story.as(SAM).command("/request-csm Northwind Bank").submit());
        story.when("The next people file names no Sam", () -> story.restart(without(SAM)));
        Posted card = story.as(MAYA).dm("has left. 3 things are open");

        story.when("Maya hands over one thing", () -> {
            Modal form = card.press("Hand over…");
            story.reads(MAYA, form);
            form.fill("Hand over to", "Pablo").submit();
        });
        story.when("Maya hands over the rest", () -> {
            Modal form = card.again().press("Hand over all…");
            story.reads(MAYA, form);
            form.fill("SA", "Pablo")
                    .fill("SA or SAE or AE or SMB Customer Advocate", "Sol")
                    .submit();
        });
        assertThat(card.again().buttons()).isEmpty();
        assertThat(story.as(PABLO).dms()).hasSize(2);
        assertThat(story.as(SOL).dm("REQ-1: your request").buttons()).contains("Withdraw");
        story.when(
                "Maya assigns Cleo",
                () -> story.as(MAYA)
                        .dm("REQ-1")
                        .press("Assign")
                        .fill("CSM", "Cleo")
                        .submit());
        story.isAsInFile("sam-leaves");
    }

    @OnBothDatabases
    void who_comes_back_keeps_what_was_not_handed_over(Told story) {
        story.as(SAM).leave();
        Posted card = story.as(MAYA).dm("Sam* has left. 2 things are open");
        Modal form = card.press("Hand over…").fill("Hand over to", "Pablo");
        story.as(SAM).comeBack();
        card.until("Sam* is back, and keeps what was not handed over");
        assertThat(card.again().buttons()).isEmpty();
        String answer = String.valueOf(form.submitWrong());
        assertThat(answer + story.as(MAYA).everything()).contains("Sam works here again and keeps what is open");
        assertThat(story.as(PABLO).dms()).isEmpty();
    }

    @OnBothDatabases
    void where_the_manager_has_left_too_the_backup_is_told_and_may(Told story) {
        story.as(MAYA).leave();
        story.as(SOL).leave();
        Posted card = story.as(MONA).dm("Sol* has left. 2 things are open");
        assertThat(card.says("For you because Maya cannot be reached.")).isTrue();
        assertThat(story.as(MAYA).dms()).isEmpty();
    }

    private static String without(String person) {
        return OperatorFile.builtIn("cast-roster.yml")
                .lines()
                .filter(line -> !line.contains("slack: " + person))
                .reduce("", (all, line) -> all + line + "\n");
    }
}
