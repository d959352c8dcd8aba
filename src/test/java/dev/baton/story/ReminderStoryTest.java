package dev.baton.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.Eventually;
import dev.baton.sandbox.Ledger.Line;
import dev.baton.store.OnBothDatabases;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Reminders come, are put off, explain themselves, and come together. It is Monday 4 March 2024, 4 in the morning in New York. */
class ReminderStoryTest {
    private static final String SAM = "U0SAM";
    private static final String MAYA = "U0MAYA";
    private static final String WAITS = "still waits for you";
    private static final Instant TUESDAY_NINE = Instant.parse("2024-03-05T14:00:00Z");

    @OnBothDatabases(served = true)
    void maya_is_reminded_puts_it_off_and_is_reminded_again(Workplace slack) {
        ask(slack, "Northwind Bank");
        slack.clock().moveTo(TUESDAY_NINE);
        Posted nudge = slack.as(MAYA).dm(WAITS);
        assertThat(nudge.buttons()).containsExactly("Why this?");

        Modal why = nudge.press("Why this?");
        assertThat(why.title()).isEqualTo("Why this?");
        assertThat(Plain.lines(why.blocks()))
                .containsExactly(
                        "> REQ-1 still waits for you: Sam asked for a CSM for Northwind Bank (close 2024-04-15). The card"
                                + " with the buttons is above.",
                        "The rule",
                        "A CSM Manager who has not answered a request for a CSM is reminded.",
                        "Source: Baton's own rule; the handbook names the manager, and no time (001:25) · CSM Managers by"
                                + " region",
                        "Counted from: Mon 4 Mar 2024, 04:00",
                        "Comes: 1 business day later",
                        "Whose hours: Maya, America/New_York, quiet 18:00–08:00",
                        "By the rule: Tue 5 Mar 2024, 09:00",
                        "Was due: Tue 5 Mar 2024, 09:00",
                        "What moved it",
                        "• Tue 5 Mar 2024, 04:00 lies in the quiet hours, 18:00–08:00: so the next working morning.",
                        "What comes next",
                        "• Wed 6 Mar 2024, 09:00 to Mona");
        slack.as(MAYA).closeForm();

        nudge.choose("Tomorrow morning");
        nudge.until("Snoozed until Wed 09:00");
        slack.clock().moveTo(TUESDAY_NINE.plusSeconds(24 * 3600));
        Eventually.that("the second reminder", () -> reminders(slack).size() == 2);
        assertThat(reminders(slack).get(1).says("Snoozed")).isFalse();
        assertThat(reminders(slack).get(1).buttons()).containsExactly("Why this?");
        nudge.until(WAITS);
        Eventually.that(
                "the first asks for nothing any more",
                () -> nudge.again().buttons().isEmpty());
    }

    @OnBothDatabases(served = true)
    void two_reminders_of_the_same_minute_are_one_message_and_each_can_be_put_off(Workplace slack) {
        ask(slack, "Northwind Bank");
        ask(slack, "Kestrel Robotics");
        slack.clock().moveTo(TUESDAY_NINE);
        Posted both = slack.as(MAYA).dm("2 reminders");
        assertThat(String.join("\n", both.lines()).lines())
                .containsExactly(
                        "<< 2 reminders:",
                        "• REQ-1 still waits for you: Sam asked for a CSM for Northwind Bank (close 2024-04-15). The card with"
                                + " the buttons is above.",
                        "• REQ-2 still waits for you: Sam asked for a CSM for Kestrel Robotics (close 2024-05-20). The card"
                                + " with the buttons is above. >>",
                        "2 reminders",
                        "REQ-1 still waits for you: Sam asked for a CSM for Northwind Bank (close 2024-04-15). The card with"
                                + " the buttons is above.",
                        "[Snooze ▾] [Why this?]",
                        "REQ-2 still waits for you: Sam asked for a CSM for Kestrel Robotics (close 2024-05-20). The card"
                                + " with the buttons is above.",
                        "[Snooze ▾] [Why this?]");
        assertThat(reminders(slack)).hasSize(1);

        both.choose("1 hour", "Kestrel");
        both.until("Snoozed until Tue 10:00");
        slack.as(MAYA).dms().stream()
                .filter(each -> each.says("REQ-1") && each.buttons().contains("Assign"))
                .findFirst()
                .orElseThrow()
                .press("Assign")
                .submit();
        both.until("REQ-1 (Northwind Bank) is assigned");
        slack.clock().moveTo(TUESDAY_NINE.plusSeconds(3600));
        Eventually.that(
                "Kestrel's comes by itself",
                () -> reminders(slack).stream().anyMatch(each -> !each.ts().equals(both.ts()) && each.says("Kestrel")));
        both.until("Nothing of this waits for you any more");
    }

    @OnBothDatabases(served = true)
    void the_list_of_what_is_coming_puts_off_and_shows_it_at_once(Workplace slack) {
        assertThat(slack.as("U0CLEO").command("/baton coming").text()).contains("Nothing is coming to you.");
        ask(slack, "Northwind Bank");
        Modal list = slack.as(MAYA).command("/baton coming");
        list.until(WAITS);
        assertThat(list.text()).contains("*Tue 09:00*", "Times are those of America/New_York.");
        list.choose("1 hour", WAITS);
        list.until("*Tue 10:00* (snoozed)");

        list.choose("A date…", WAITS);
        Modal date = slack.as(MAYA).modal();
        assertThat(date.title()).isEqualTo("Snooze");
        date.fill("Day", "2024-03-01").fill("Time", "09:00");
        assertThat(date.submitWrong()).isEqualTo(Map.of("Day", "That is past. Choose a later time."));
        date.fill("Day", "2024-03-07").fill("Time", "15:30").submit();
        list.until("*Thu 15:30* (snoozed)");
    }

    @OnBothDatabases(served = true)
    void what_is_answered_meanwhile_does_not_come_again(Workplace slack) {
        ask(slack, "Northwind Bank");
        slack.clock().moveTo(TUESDAY_NINE);
        Posted nudge = slack.as(MAYA).dm(WAITS);
        nudge.choose("Tomorrow morning");
        nudge.until("Snoozed until");
        slack.as(MAYA).dm("REQ-1").press("Assign").submit();
        nudge.until("is assigned");
        assertThat(nudge.again().buttons()).isEmpty();
        slack.clock().moveTo(TUESDAY_NINE.plusSeconds(48 * 3600));
        slack.world().untilAllIsSaid();
        assertThat(reminders(slack)).isEmpty();
    }

    @OnBothDatabases(served = true)
    void what_slack_delivers_again_puts_off_once(Workplace slack) {
        ask(slack, "Northwind Bank");
        slack.clock().moveTo(TUESDAY_NINE);
        Posted nudge = slack.as(MAYA).dm(WAITS);
        nudge.choose("1 hour");
        nudge.until("Snoozed until Tue 10:00");
        List<Line> pressed = slack.world().sandbox().ledger().accepted("block_actions");
        slack.clock().moveTo(TUESDAY_NINE.plusSeconds(1800));
        slack.world().post().answerTo(pressed.get(pressed.size() - 1).request());
        slack.clock().moveTo(TUESDAY_NINE.plusSeconds(3600));
        Eventually.that("the second reminder", () -> reminders(slack).size() == 2);
    }

    private static void ask(Workplace slack, String account) {
        slack.as(SAM)
                .command("/request-csm " + account)
                .fill("Opportunity stage", "4-Proposal")
                .fill("Landed Addressable Market (LAM)", "300k")
                .submit();
        slack.world().untilAllIsSaid();
    }

    private static List<Posted> reminders(Workplace slack) {
        return slack.as(MAYA).dms().stream().filter(each -> each.says(WAITS)).toList();
    }
}
