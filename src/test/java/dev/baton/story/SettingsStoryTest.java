package dev.baton.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.Eventually;
import dev.baton.Goldens;
import dev.baton.store.OnBothDatabases;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What people choose for themselves, and who reads for them while they are away. */
class SettingsStoryTest {
    private static final String SAM = "U0SAM";
    private static final String MAYA = "U0MAYA";
    private static final String MONA = "U0MONA";
    private static final String MILO = "U0MILO";
    private static final String CLEO = "U0CLEO";
    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("EEE d MMMM uuuu, HH:mm", Locale.ENGLISH);

    @OnBothDatabases(served = true)
    void maya_lets_reminders_come_later_in_the_day_and_reads_when_the_next_ones_come(Workplace slack) {
        slack.clock().moveTo(Instant.parse("2024-03-05T15:00:00Z"));
        slack.as(SAM).command("/request-csm Northwind Bank").submit();
        slack.as(MAYA).dm("REQ-1");

        Modal settings = slack.as(MAYA).command("/baton settings");
        assertThat(settings.text()).contains("America/New_York", "Wed 6 March, 10:00: REQ-1 still waits for you");
        assertThat(settings.offers("Public holidays of"))
                .containsExactly(
                        "United States (us)",
                        "United Kingdom (gb)",
                        "Singapore (sg)",
                        "Brazil (br)",
                        "No public holidays");
        settings.fill("Quiet from", "20:00")
                .fill("Quiet until", "11:00")
                .fill("Working days", "Monday + Tuesday + Thursday + Friday")
                .fill("Remind me of meetings", "4 hours");
        settings.submit();

        assertThat(slack.as(MAYA).modal().text()).contains("Saved", "Thu 7 March, 11:00: REQ-1 still waits for you");
        slack.as(MAYA).closeForm();
        Modal again = slack.as(MAYA).command("/baton settings");
        assertThat(again.value("Quiet until")).contains("11:00");
        assertThat(again.value("Working days")).doesNotContain("WEDNESDAY").contains("THURSDAY");
        assertThat(again.value("Remind me of meetings")).contains("4 hours");
    }

    @OnBothDatabases
    void what_makes_no_sense_is_said_under_its_field_and_nothing_typed_is_lost(Workplace slack) {
        Modal settings = slack.as(MAYA).command("/baton settings");
        settings.fill("Quiet from", "08:30")
                .fill("Quiet until", "08:00")
                .fill("Working days", "")
                .fill("Pause what can wait until", "2024-03-04");
        assertThat(settings.submitWrong())
                .containsOnly(
                        Map.entry("Quiet until", "That leaves 30 minutes a day for reminders. Leave an hour."),
                        Map.entry("Working days", "Tick at least one day. For a leave enter time off below."),
                        Map.entry("Pause what can wait until", "Choose tomorrow or later, or clear it."));
        assertThat(settings.value("Quiet from")).contains("08:30");

        settings.press("Add time off");
        Modal leave = slack.as(MAYA).modal();
        leave.fill("From", "2024-03-22").fill("To", "2024-03-18").fill("Delegate", MAYA);
        assertThat(leave.submitWrong())
                .containsOnly(
                        Map.entry("To", "The last day comes before the first."),
                        Map.entry("Delegate", "You cannot stand in for yourself. Choose somebody else, or nobody."));
        leave.fill("To", "2024-03-25").fill("Delegate", "");
        leave.submit();
        settings.until("Away from Fri 22 March to Mon 25 March. Mona reads what comes for you, as your backup.");
        assertThat(settings.value("Quiet from")).contains("08:30");

        away(slack, MILO, "2024-03-20", "2024-03-24");
        settings.press("Add time off");
        Modal second = slack.as(MAYA).modal();
        second.fill("From", "2024-03-19").fill("To", "2024-03-22");
        assertThat(second.submitWrong())
                .containsEntry(
                        "From",
                        "You are away from Fri 22 March to Mon 25 March already. Choose other days, or remove that"
                                + " first.");
        second.fill("To", "2024-03-21").fill("Delegate", MILO);
        assertThat(second.submitWrong())
                .containsEntry("Delegate", "Milo is away too from Wed 20 March to Thu 21 March. Choose somebody else.");
    }

    @OnBothDatabases(served = true)
    void while_maya_is_away_milo_who_accepted_reads_for_her_and_acts_in_her_place(Workplace slack) {
        Modal settings = slack.as(MAYA).command("/baton settings");
        settings.press("Add time off");
        slack.as(MAYA)
                .modal()
                .fill("From", "2024-03-04")
                .fill("To", "2024-03-06")
                .fill("Delegate", MILO)
                .submit();
        settings.until("Milo is asked to stand in and has not answered yet");
        slack.as(MAYA).closeForm();
        Posted question = slack.as(MILO).dm("Maya asks you to stand in from Mon 4 March to Wed 6 March.");
        question.pressOnly("Accept");
        question.until("You stand in for Maya");
        slack.as(MAYA).dm("Milo stands in for you from Mon 4 March to Wed 6 March.");

        slack.as(SAM).command("/request-csm Northwind Bank").submit();
        Posted card = slack.as(MILO).dm("asks for a CSM for *Northwind Bank*");
        assertThat(card.says("For Maya, who is away until Wed 6 March.")).isTrue();
        Modal picker = card.press("Assign");
        picker.fill("Note", "Good luck.").submit();

        slack.as(CLEO).dm("You are its CSM");
        Posted assigned = card.until("Assigned to Cleo by Milo");
        assertThat(assigned.says("For Maya, who is away until Wed 6 March.")).isTrue();
        assertThat(slack.as(MAYA).dms().stream().filter(each -> each.says("REQ-1")))
                .isEmpty();
        assertThat(slack.as(MONA).dms().stream().filter(each -> each.says("REQ-1")))
                .isEmpty();
    }

    @OnBothDatabases(served = true)
    void without_an_accepted_delegate_her_backup_reads_and_once_back_she_does_again(Workplace slack) {
        away(slack, MAYA, "2024-03-04", "2024-03-05", MILO);
        Posted question = slack.as(MILO).dm("Maya asks you to stand in");
        question.pressOnly("Decline");
        slack.as(MAYA).dm("Milo cannot stand in for you").until("Mona reads what comes for you");
        assertThat(question.until("You declined").buttons()).isEmpty();

        slack.as(SAM).command("/request-csm Northwind Bank").submit();
        assertThat(slack.as(MONA)
                        .dm("asks for a CSM for *Northwind Bank*")
                        .says("For Maya, who is away until Tue 5 March."))
                .isTrue();

        slack.clock().moveTo(Instant.parse("2024-03-06T15:00:00Z"));
        Forms.filled(slack.as(SAM).command("/request-csm"), "Pampa", "0015e00001PAMPA", "0065e00001PAOPP", "4-Proposal")
                .submit();
        Posted hers = slack.as(MAYA).dm("REQ-2");
        assertThat(hers.says("who is away")).isFalse();
    }

    @OnBothDatabases
    void time_off_taken_back_is_taken_back_for_the_delegate_too(Workplace slack) {
        away(slack, MAYA, "2024-03-18", "2024-03-22", MILO);
        Posted question = slack.as(MILO).dm("Maya asks you to stand in from Mon 18 March to Fri 22 March.");
        Modal settings = slack.as(MAYA).command("/baton settings");
        settings.press("Remove");
        Eventually.that("it is gone", () -> !settings.text().contains("Mon 18 March"));
        assertThat(question.until("Maya no longer needs anybody to stand in").buttons())
                .isEmpty();
    }

    @OnBothDatabases(served = true)
    void maya_flies_to_tokyo_on_a_friday_evening_and_five_nudges_follow_her(Workplace slack) {
        Map<String, String> asked = new LinkedHashMap<>();
        asked.put("2024-03-08T06:30:00Z", "ONE");
        asked.put("2024-03-08T08:45:00Z", "TWO");
        asked.put("2024-03-08T12:00:00Z", "TRE");
        asked.put("2024-03-08T14:10:00Z", "FOR");
        asked.put("2024-03-08T20:20:00Z", "FIV");
        asked.forEach((at, code) -> {
            slack.clock().moveTo(Instant.parse(at));
            Forms.filled(
                            slack.as(SAM).command("/request-csm"),
                            "Account " + code,
                            "0015e00001ACC" + code.substring(0, 2),
                            "0065e00001OPP" + code.substring(0, 2),
                            "4-Proposal")
                    .submit();
            slack.as(MAYA).dm("Account " + code);
        });
        slack.clock().moveTo(Instant.parse("2024-03-08T23:30:00Z"));
        StringBuilder told = new StringBuilder("# Friday 8 March 2024, 18:30 in New York\n" + next(slack));

        slack.as(MAYA).travelTo("Asia/Tokyo");
        Eventually.that("Baton knows where Maya is", () -> shown(slack).contains("Asia/Tokyo"));
        told.append("\n# Saturday 9 March 2024, 08:30 in Tokyo\n").append(next(slack));

        told.append("\n# What Maya read, in Tokyo\n");
        int messages = 0;
        int nudges = 0;
        for (Instant now = slack.clock().instant();
                now.isBefore(Instant.parse("2024-03-12T06:00:00Z"));
                now = now.plus(inTheOffice(now) ? Duration.ofMinutes(15) : Duration.ofHours(1))) {
            // The clock went on while the requests were made, so what is counted from them is due a little later, too.
            slack.clock().moveTo(now.plus(Duration.ofMinutes(1)));
            slack.world().untilAllIsSaid();
            List<Posted> fresh = slack.as(MAYA).dms().stream()
                    .filter(each -> each.says("still waits for you"))
                    .skip(messages)
                    .toList();
            List<String> said = fresh.stream()
                    .flatMap(each -> each.text().lines())
                    .filter(line -> line.contains("still waits for you"))
                    .toList();
            messages += fresh.size();
            nudges += said.size();
            if (!said.isEmpty()) {
                told.append(TIME.format(LocalDateTime.ofInstant(now, TOKYO)))
                        .append("\n")
                        .append(String.join("\n", said).indent(2));
            }
        }
        assertThat(nudges).isEqualTo(5);
        assertThat(messages).as("three at the same minute are one message").isEqualTo(3);
        Goldens.check("stories/maya-to-tokyo.txt", told.toString());
    }

    /** Where any minute may be the one of a reminder; at other times none is due at all. */
    private static boolean inTheOffice(Instant now) {
        LocalDateTime there = LocalDateTime.ofInstant(now, TOKYO);
        return there.getDayOfWeek().getValue() < 6 && there.getHour() >= 7 && there.getHour() < 19;
    }

    /** What the settings say of the next three. */
    private static String next(Workplace slack) {
        String text = shown(slack);
        String list = text.substring(text.indexOf("*What comes next*"));
        return list.substring(list.indexOf("\\n") + 2, list.indexOf('"')).replace("\\n", "\n") + "\n";
    }

    private static String shown(Workplace slack) {
        Modal settings = slack.as(MAYA).command("/baton settings");
        String text = settings.text();
        settings.close();
        return text;
    }

    private static void away(Workplace slack, String person, String first, String last) {
        away(slack, person, first, last, "");
    }

    private static void away(Workplace slack, String person, String first, String last, String delegate) {
        slack.as(person).command("/baton settings").press("Add time off");
        Modal leave = slack.as(person).modal();
        leave.fill("From", first).fill("To", last);
        if (!delegate.isEmpty()) {
            leave.fill("Delegate", delegate);
        }
        leave.submit();
        slack.as(person).closeForm();
    }
}
