package dev.baton.story;

import static dev.baton.Cast.ADA;
import static dev.baton.Cast.CLEO;
import static dev.baton.Cast.MAYA;
import static dev.baton.Cast.MILO;
import static dev.baton.Cast.SAM;
import static dev.baton.Cast.SOL;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.baton.sandbox.SandboxClock;
import dev.baton.store.OnBothDatabases;
import java.time.Duration;
import java.util.List;

/** The acceptance stories of a deal that moves: on, to its end, back, and to the sale. */
class StageTest {

    @OnBothDatabases(served = true, overSocket = true)
    void s12_northwind_is_won_and_cleo_answers_for_it_by_these_days(Told story) {
        story.when(
                "Sam asks for a CSM for Northwind Bank",
                () -> story.as(SAM).command("/request-csm Northwind Bank").submit());
        story.when(
                "Maya assigns Cleo",
                () -> story.as(MAYA)
                        .dm("asks for a CSM for Northwind Bank")
                        .press("Assign")
                        .fill("CSM", "Cleo")
                        .submit());
        story.when("Sol takes the deal to Closed Won", () -> {
            Modal form = update(story, SOL, "Northwind Bank");
            story.reads(SOL, form);
            form.fill("Opportunity stage", "Closed Won").until("Customer start date");
            assertThat(form.value("Customer start date")).contains("2024-04-15");
            form.fill("Customer start date", "2024-04-20");
            story.reads(SOL, form);
            form.submit();
            story.reads(SOL, story.as(SOL).modal().until("Post-sales"));
            story.as(SOL).closeForm();
        });
        assertThat(story.as(SOL).dm("is a customer now").says("2024-05-04")).isTrue();
        assertThat(story.as(CLEO).dm("You are the primary contact").says("2024-05-20"))
                .isTrue();
        assertThat(story.as(SAM).dm("is a customer now").says("2024-06-04")).isTrue();
        assertThat(story.as(SAM).channel("C0NWB")).hasSize(3);

        int sols = story.as(SOL).dms().size();
        int mayas = story.as(MAYA).dms().size();
        story.when("Sol saves the same once more", () -> {
            update(story, SOL, "Northwind Bank").submit();
            story.as(SOL).closeForm();
        });
        assertThat(story.as(SOL).dms()).hasSize(sols);
        assertThat(story.as(MAYA).dms()).hasSize(mayas);
        assertThat(story.as(SAM).channel("C0NWB")).hasSize(3);

        story.when("The customer begins a week later, and Sol says so", () -> {
            update(story, SOL, "Northwind Bank")
                    .fill("Customer start date", "2024-04-27")
                    .submit();
            story.as(SOL).closeForm();
        });
        assertThat(story.as(CLEO).dm("You are the primary contact").says("2024-05-11"))
                .isTrue();
        story.isAsInFile("S12-stage");
    }

    @OnBothDatabases(served = true, overSocket = true)
    void s14_northwind_is_won_without_a_csm_and_maya_hears_of_it_at_once(Told story) {
        story.when("Sol takes the deal to Closed Won, and nobody is its CSM", () -> won(story, SOL, "Northwind Bank"));
        Posted alert = story.as(MAYA).dm("Closed Won without a CSM");
        assertThat(alert.buttons()).containsExactly("Request a CSM");
        assertThat(story.as(SOL)
                        .dm("You are the primary contact until a CSM is assigned")
                        .says("2024-04-29"))
                .isTrue();

        story.when("Maya completes the request", () -> {
            Modal form = alert.press("Request a CSM");
            assertThat(form.value("Account name")).contains("Northwind Bank");
            assertThat(form.value("Opportunity stage")).contains("CLOSED_WON");
            form.submit();
        });
        story.when(
                "She assigns Cleo",
                () -> story.as(MAYA)
                        .dm("asks for a CSM for Northwind Bank")
                        .press("Assign")
                        .fill("CSM", "Cleo")
                        .submit());
        assertThat(alert.again().buttons()).isEmpty();
        assertThat(alert.again().says("Cleo is the CSM of Northwind Bank now")).isTrue();
        assertThat(story.as(SOL).dm("Cleo (CSM) is the primary contact").edited())
                .isTrue();
        story.as(CLEO).dm("You are the primary contact from now on");
        story.isAsInFile("S14");
    }

    @OnBothDatabases(served = true)
    void a_deal_goes_back_with_a_reason_and_the_managers_word(Told story) {
        story.when("Sol wants to take Northwind back and does not say why", () -> {
            Modal form = update(story, SOL, "Northwind Bank");
            form.fill("Opportunity stage", "2-Scoping").until("Maya is asked");
            form.fill("Expected close date", "2024-03-01");
            story.reads(SOL, form.submitWrong());
            form.fill("Opportunity stage", "0-Pending Acceptance");
            story.reads(SOL, form.submitWrong());
            assertThat(form.value("Expected close date")).contains("2024-03-01");
            form.fill("Opportunity stage", "2-Scoping")
                    .fill("Expected close date", "2024-06-28")
                    .fill("Reason", "They rewrite their requirements <soon>.")
                    .submit();
            story.reads(SOL, story.as(SOL).modal().until("has not answered yet"));
            story.as(SOL).closeForm();
        });
        assertThat(stage(story, "Northwind Bank")).isEqualTo("4-Proposal");
        story.when("Sam wants the same while Maya has not answered", () -> {
            Modal form = update(story, SAM, "Northwind Bank");
            form.fill("Opportunity stage", "3-Technical Evaluation").fill("Reason", "Too early.");
            story.reads(SAM, form.submitWrong());
            form.close();
            story.as(SAM).closeForm();
        });
        Posted card = story.as(MAYA).dm("wants to take Northwind Bank back");
        assertThat(card.buttons()).containsExactly("Approve", "Refuse");
        Presses approve = Presses.onMessage(story.slack(), MAYA, card, "Refuse");
        story.when("Milo, who manages EMEA, presses Approve", () -> {
            approve.as(MILO, "stage.approve").unanswerable().post();
            story.as(MILO).dm("Maya");
        });
        story.when(
                "Maya refuses",
                () -> card.again()
                        .press("Refuse")
                        .fill("Reason", "They have a proposal; wait for their answer.")
                        .submit());
        assertThat(stage(story, "Northwind Bank")).isEqualTo("4-Proposal");
        assertThat(card.again().buttons()).isEmpty();
        story.when("Sol asks again and Maya approves, and presses once more", () -> {
            update(story, SOL, "Northwind Bank")
                    .fill("Opportunity stage", "3-Technical Evaluation")
                    .fill("Reason", "They want a second POV.")
                    .submit();
            story.as(SOL).closeForm();
            story.slack().untilAllIsSaid();
            Posted second = story.as(MAYA).dm("to 3-Technical Evaluation");
            second.pressOnly("Approve");
            Presses.last(story.slack()).unanswerable().post();
        });
        assertThat(stage(story, "Northwind Bank")).isEqualTo("3-Technical Evaluation");
        story.when("Maya takes it back herself", () -> {
            Modal form = update(story, MAYA, "Northwind Bank");
            form.fill("Opportunity stage", "1-Discovery").until("takes effect at once");
            story.reads(MAYA, form.submitWrong());
            form.fill("Reason", "The champion has left.").submit();
            story.as(MAYA).closeForm();
        });
        assertThat(stage(story, "Northwind Bank")).isEqualTo("1-Discovery");
        story.isAsInFile("stages-back");
    }

    @OnBothDatabases(served = true)
    void a_deal_that_is_lost_ends_what_was_asked_for_it(Told story) {
        story.when(
                "Sam asks for a CSM for Northwind Bank",
                () -> story.as(SAM).command("/request-csm Northwind Bank").submit());
        story.when("Sol closes the deal as lost", () -> {
            Modal form = update(story, SOL, "Northwind Bank");
            form.fill("Opportunity stage", "8-Closed Lost").until("This ends the deal");
            form.fill("Reason", "They build it themselves.").submit();
            story.as(SOL).closeForm();
        });
        assertThat(story.as(MAYA).dm("CSM request REQ-1").buttons()).isEmpty();
        story.as(SAM).dm("REQ-1 (Northwind Bank) has ended");
        story.when("Two days pass, and nobody is reminded of it", () -> {
            SandboxClock clock = story.slack().clock();
            clock.moveTo(clock.instant().plus(Duration.ofDays(2)));
        });
        story.isAsInFile("stages-lost");
    }

    @OnBothDatabases(served = true)
    void a_deal_that_comes_far_without_a_csm_is_told_once_and_settled_by_a_csm(Told story) {
        story.when("Sol takes Northwind to 5-Negotiating", () -> moved(story, SOL, "5-Negotiating"));
        Posted alert = story.as(MAYA).dm("5-Negotiating without a CSM");
        assertThat(alert.buttons()).containsExactly("Request a CSM");
        story.when("Then to 6-Awaiting Signature", () -> moved(story, SOL, "6-Awaiting Signature"));
        assertThat(story.as(MAYA).dms()).hasSize(1);
        story.when("Maya asks and assigns Cleo", () -> {
            alert.again().press("Request a CSM").submit();
            story.as(MAYA)
                    .dm("asks for a CSM for Northwind Bank")
                    .press("Assign")
                    .fill("CSM", "Cleo")
                    .submit();
        });
        assertThat(alert.again().buttons()).isEmpty();
        story.isAsInFile("stages-far");
    }

    @OnBothDatabases(served = true)
    void two_people_move_one_deal_and_who_is_late_reads_so(Told story) {
        Modal sams = update(story, SAM, "Northwind Bank").fill("Opportunity stage", "5-Negotiating");
        moved(story, SOL, "6-Awaiting Signature");
        sams.fill("Reason", "They negotiate.");
        assertThat(sams.submitWrong()).isEmpty();
        Modal again = story.as(SAM).modal().until("was moved to 6-Awaiting Signature while you were typing");
        assertThat(again.value("Opportunity stage")).contains("NEGOTIATING");
        assertThat(again.value("Reason")).contains("They negotiate.");
        again.fill("Opportunity stage", "7-Closing").submit();
        story.as(SAM).closeForm();
        assertThat(stage(story, "Northwind Bank")).isEqualTo("7-Closing");

        Modal sols = update(story, SOL, "Northwind Bank").fill("Opportunity stage", "Closed Won");
        JsonObject twice = sols.submission(SOL);
        List<String> answers = Together.both(story.slack(), twice, twice);
        story.slack().untilAllIsSaid();
        assertThat(answers).allMatch(String::isEmpty);
        assertThat(story.as(SAM).dms().stream().filter(each -> each.says("is a customer now")))
                .hasSize(1);
        assertThat(story.as(SAM).channel("C0NWB")).hasSize(1);
    }

    @OnBothDatabases(served = true)
    void who_is_not_concerned_has_no_button(Workplace slack) {
        assertThat(slack.as(ADA).command("/account northwind").buttons()).isEmpty();
        assertThat(slack.as(SAM).command("/account northwind").buttons())
                .containsExactly("Request a CSM", "Edit account", "Update stage");
        assertThat(slack.as(MAYA).command("/account northwind").buttons()).contains("Update stage");
    }

    private static void won(Told story, String person, String account) {
        update(story, person, account).fill("Opportunity stage", "Closed Won").submit();
        story.as(person).closeForm();
    }

    private static void moved(Told story, String person, String stage) {
        update(story, person, "Northwind Bank").fill("Opportunity stage", stage).submit();
        story.as(person).closeForm();
    }

    private static Modal update(Told story, String person, String account) {
        story.as(person).command("/account " + account).press("Update stage");
        return story.as(person).modal();
    }

    /** What the account's card says. */
    private static String stage(Told story, String account) {
        Modal card = story.as(SOL).command("/account " + account);
        List<String> lines = Plain.lines(card.blocks());
        story.as(SOL).closeForm();
        return lines.stream()
                .filter(line -> line.startsWith("Stage: "))
                .map(line -> line.substring("Stage: ".length()))
                .findFirst()
                .orElse("");
    }
}
