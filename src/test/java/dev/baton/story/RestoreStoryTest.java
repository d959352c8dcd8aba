package dev.baton.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.Eventually;
import dev.baton.proof.Tally;
import dev.baton.sandbox.Faults.Fault;
import dev.baton.store.Database.Dialect;
import dev.baton.store.FreshDatabase;
import dev.baton.store.OnBothDatabases;
import dev.baton.store.Restored;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The database is lost and comes back as it was a while ago. Slack has gone on meanwhile, and so have people. */
class RestoreStoryTest {
    private static final String SAM = "U0SAM";
    private static final String MAYA = "U0MAYA";
    private static final String POST = "chat.postMessage";

    @OnBothDatabases
    void of_what_the_backup_knew_nothing_is_lost_and_nothing_is_said_twice(Drill drill, FreshDatabase database) {
        World slack = drill.slack();
        for (int account = 10; account < 20; account++) {
            drill.ask(account);
        }
        slack.untilAllIsSaid();
        slack.sandbox().faults().next(POST, 10_000, Fault.rateLimited(1));
        drill.ask(20);
        drill.ask(21);
        List<String> owed = drill.owed();
        assertThat(owed).as("owed when the backup is taken").hasSizeGreaterThanOrEqualTo(4);
        drill.backUp();
        slack.sandbox().faults().clear();

        lostPast(drill);
        Map<String, Long> before = drill.said();
        assertThat(before.values()).containsOnly(1L);
        assertThat(before.keySet()).containsAll(owed);
        long updates = updates(slack);

        Restored restored = drill.restore();
        slack.untilAllIsSaid();
        Map<String, Long> after = drill.said();
        assertThat(after.values()).as("said once each").containsOnly(1L);
        assertThat(restored.lookedUp()).isGreaterThanOrEqualTo(owed.size());
        assertThat(updates(slack) - updates).as("brought up to date").isGreaterThanOrEqualTo(restored.refreshed());
        keep(database, owed, after);

        Posted card = slack.as(MAYA).dm("REQ-1").until("Assign");
        assertThat(card.buttons()).as("as the backup knows it: open").contains("Assign", "Decline");
        numbersDifferFromThoseOfTheLostPast(drill);
        buttonsOfTheLostPastAreRefused(slack);
    }

    @OnBothDatabases
    void what_the_backup_owed_and_nobody_has_said_is_said_after_the_restore(Drill drill) {
        World slack = drill.slack();
        slack.sandbox().faults().next(POST, 10_000, Fault.rateLimited(1));
        drill.ask(10);
        drill.ask(11);
        List<String> owed = drill.owed();
        drill.backUp();
        drill.restore();
        slack.sandbox().faults().clear();
        slack.untilAllIsSaid();
        assertThat(drill.said().keySet()).containsExactlyInAnyOrderElementsOf(owed);
        assertThat(drill.said().values()).containsOnly(1L);
    }

    @OnBothDatabases
    void reminders_that_came_due_meanwhile_are_said_once_whichever_past_said_them(Drill drill) {
        World slack = drill.slack();
        drill.ask(10);
        drill.ask(11);
        slack.untilAllIsSaid();
        drill.backUp();
        slack.as(MAYA).dm("REQ-1").press("Assign").submit();
        slack.untilAllIsSaid();
        slack.clock().moveTo(slack.clock().instant().plus(Duration.ofHours(30)));
        slack.untilAllIsSaid();
        Set<String> nudges = nudges(drill);
        assertThat(nudges).as("REQ-1 was assigned in time").hasSize(1);
        drill.restore();
        slack.untilAllIsSaid();
        assertThat(nudges(drill))
                .as("and after the restore it was not")
                .hasSize(2)
                .containsAll(nudges);
        assertThat(drill.said().values()).containsOnly(1L);
    }

    /** Fifty changes with all their messages, and it is the next day. */
    private static void lostPast(Drill drill) {
        World slack = drill.slack();
        for (int account = 22; account < 52; account++) {
            drill.ask(account);
        }
        slack.untilAllIsSaid();
        for (int request = 1; request <= 9; request++) {
            slack.as(MAYA).dm(label(request)).press("Assign").submit();
        }
        for (int request = 14; request < 19; request++) {
            slack.as(MAYA)
                    .dm(label(request))
                    .press("Decline")
                    .fill("Reason", "No capacity")
                    .submit();
        }
        for (int request = 20; request < 26; request++) {
            slack.as(MAYA)
                    .dm(label(request))
                    .press("Ask")
                    .fill("Question to Sam", "Which region?")
                    .submit();
        }
        Instant nextDay = slack.clock().instant().plus(Duration.ofHours(30));
        slack.untilAllIsSaid();
        slack.clock().moveTo(nextDay);
        slack.untilAllIsSaid();
    }

    private static void numbersDifferFromThoseOfTheLostPast(Drill drill) {
        drill.ask(59);
        Posted receipt = drill.slack().as(SAM).dm("Account 59");
        assertThat(receipt.text()).doesNotContainPattern("REQ-[0-9]{1,3}\\b").containsPattern("REQ-[0-9]{4}");
    }

    /** Its card stands in Slack, and its request is known to nobody. */
    private static void buttonsOfTheLostPastAreRefused(World slack) {
        Posted lost = slack.as(MAYA).dms().stream()
                .filter(each -> each.text().contains("REQ-30") && each.buttons().contains("Assign"))
                .findFirst()
                .orElseThrow();
        lost.pressOnly("Assign");
        Eventually.that(
                "a plain refusal",
                () -> slack.as(MAYA).dms().stream()
                        .anyMatch(each -> each.onlyForReader() && each.says("There is no request REQ-30")));
    }

    private static String label(int request) {
        return "REQ-" + request + ":";
    }

    private static Set<String> nudges(Drill drill) {
        Set<String> nudges = new TreeSet<>(drill.said().keySet());
        nudges.removeIf(key -> !key.contains("nudge"));
        return nudges;
    }

    private static long updates(World slack) {
        return slack.sandbox().ledger().accepted("chat.update").size();
    }

    private static void keep(FreshDatabase database, List<String> owed, Map<String, Long> said) {
        String store = database.dialect() == Dialect.SQLITE ? "SQLite" : "PostgreSQL";
        long delivered = owed.stream().filter(said::containsKey).count();
        long doubled = said.values().stream().mapToLong(times -> times - 1).sum();
        Tally.faults("backup and restore", store, 1, owed.size(), delivered, doubled, Duration.ZERO)
                .keep();
    }
}
