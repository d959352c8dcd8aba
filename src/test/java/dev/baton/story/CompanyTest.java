package dev.baton.story;

import static dev.baton.Cast.CLEO;
import static dev.baton.Cast.CYRUS;
import static dev.baton.Cast.MAYA;
import static dev.baton.Cast.MONA;
import static dev.baton.Cast.SAM;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.baton.handbook.OperatorFile;
import dev.baton.sandbox.Ledger.Line;
import dev.baton.store.FreshDatabase;
import dev.baton.store.OnBothDatabases;
import java.util.List;

/** Others who use the same Slack: somebody unknown, two who answer in one moment, and Slack, which says things twice. */
class CompanyTest {
    private static final String DANA = "U0DANA";

    @OnBothDatabases(served = true)
    void a_stranger_is_refused_and_reads_whom_to_ask(FreshDatabase database) {
        try (World slack = World.open(database, Policy.CAST.people(withoutDana()))) {
            assertThat(slack.as(DANA).answerTo("/request-csm Northwind Bank")).contains("Otto");
            assertThat(slack.as(DANA).answerTo("/account Northwind Bank")).contains("Otto");
            assertThat(slack.as(DANA).everything()).doesNotContain("$420", "Cleo is");
            assertThat(slack.as(DANA).openModal()).isEmpty();

            slack.as(SAM).command("/request-csm Northwind Bank").submit();
            Posted card = slack.as(MAYA).dm("REQ-1");
            Presses.onMessage(slack, MAYA, card, "Assign")
                    .as(DANA, "request.assign")
                    .unanswerable()
                    .post();
            assertThat(slack.as(DANA).dm("Otto").buttons()).isEmpty();
            assertThat(slack.as(DANA).openModal()).isEmpty();
        }
    }

    @OnBothDatabases(served = true)
    void maya_and_mona_answer_in_the_same_moment_and_exactly_one_wins(Asked story) {
        World slack = story.slack.world();
        Modal picker = story.card.press("Assign");
        JsonObject mayas = picker.fill("CSM", "Cleo").submission(MAYA);
        JsonObject monas = picker.fill("CSM", "Cyrus").submission(MONA);
        List<String> answers = Together.both(slack, mayas, monas);
        slack.untilAllIsSaid();

        assertThat(answers).filteredOn(String::isEmpty).hasSize(1);
        boolean mayaWon = answers.get(0).isEmpty();
        String loser = answers.get(mayaWon ? 1 : 0);
        assertThat(loser)
                .contains("REQ-1 is already assigned to " + (mayaWon ? "Cleo by Maya" : "Cyrus by Mona"))
                .contains("Nothing was changed");
        assertThat(toldOfIt(slack, mayaWon ? CLEO : CYRUS)).isEqualTo(1);
        assertThat(slack.as(mayaWon ? CYRUS : CLEO).dms()).isEmpty();
        assertThat(slack.as(SAM).channel("C0NWB")).hasSize(2);
        story.card.until("Assigned to " + (mayaWon ? "Cleo by Maya" : "Cyrus by Mona"));
    }

    @OnBothDatabases(served = true)
    void what_slack_delivers_twice_is_done_once(Asked story) {
        World slack = story.slack.world();
        List<Line> submitted = slack.sandbox().ledger().accepted("view_submission");
        JsonObject asked = submitted.get(submitted.size() - 1).request();
        assertThat(slack.post().answerTo(asked)).isEmpty();

        JsonObject assigned = story.card.press("Assign").submission(MAYA);
        Together.both(slack, assigned, assigned)
                .forEach(answer -> assertThat(answer).isEmpty());
        assertThat(slack.post().answerTo(assigned)).isEmpty();
        slack.untilAllIsSaid();
        assertThat(slack.as(MAYA).dms()).hasSize(1);
        assertThat(toldOfIt(slack, CLEO)).isEqualTo(1);
        assertThat(slack.as(SAM).dms().stream().filter(each -> each.says("your request")))
                .hasSize(1);
        assertThat(slack.as(SAM).channel("C0NWB")).hasSize(2);
    }

    private static long toldOfIt(World slack, String csm) {
        return slack.as(csm).dms().stream()
                .filter(each -> each.says("assigned Northwind Bank to you"))
                .count();
    }

    private static String withoutDana() {
        String cast = OperatorFile.builtIn("cast-roster.yml");
        return cast.lines().filter(line -> !line.contains(DANA)).reduce("", (all, line) -> all + line + "\n");
    }
}
