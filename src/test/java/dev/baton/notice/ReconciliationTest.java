package dev.baton.notice;

import static dev.baton.notice.PostRoom.CHANNEL;
import static dev.baton.notice.PostRoom.FAST;
import static dev.baton.notice.PostRoom.MAYA;
import static dev.baton.notice.PostRoom.MONA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.store.OnBothDatabases;
import dev.baton.store.Restored;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The database is older than Slack. What a lost past has said is put into Slack by hand here; the row is as it was when the
 * backup was taken.
 */
class ReconciliationTest {
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration HOUR = Duration.ofHours(1);

    @OnBothDatabases
    void what_was_owed_and_has_been_said_since_is_not_said_again_but_brought_up_to_date(PostRoom room) {
        String key = room.owe("card", "request:1", CHANNEL);
        lostPastSaid(room, key, 0, CHANNEL);
        restore(room, HOUR);
        room.run();
        assertThat(room.slack.posts()).hasSize(1);
        assertThat(room.row(key)).returns("sent", PostRoom.Row::state).returns(Optional.of("1000"), PostRoom.Row::ts);
        assertThat(room.slack.updates()).containsExactly("C0NWB card 1");
    }

    @OnBothDatabases
    void what_was_owed_and_was_not_said_is_said_now(PostRoom room) {
        String key = room.owe("card", "request:1", CHANNEL);
        restore(room, HOUR);
        room.run();
        assertThat(room.slack.looks()).isEqualTo(1);
        assertThat(room.slack.posts()).containsExactly("C0NWB card 1");
        assertThat(room.state(key)).isEqualTo("sent");
    }

    @OnBothDatabases
    void what_was_moved_in_the_lost_past_is_found_under_its_later_generation(PostRoom room) {
        String key = room.owe("card", "request:1", CHANNEL);
        lostPastSaid(room, key, 3, CHANNEL);
        restore(room, HOUR);
        room.run();
        assertThat(room.slack.posts()).hasSize(1);
        assertThat(room.state(key)).isEqualTo("sent");
    }

    @OnBothDatabases
    void an_earlier_generation_does_not_stand_for_a_later_one(PostRoom room) {
        Instant tomorrow = room.business.instant().plus(DAY);
        room.owe("card", "request:1", CHANNEL, tomorrow);
        room.owe("card", "request:1", CHANNEL, tomorrow.plus(HOUR));
        lostPastSaid(room, "request:1:card", 0, CHANNEL);
        restore(room, DAY.multipliedBy(2));
        room.run();
        assertThat(room.row("request:1:card")).returns(1L, PostRoom.Row::gen).returns("sent", PostRoom.Row::state);
        assertThat(room.slack.posts()).hasSize(2);
    }

    @OnBothDatabases
    void what_was_in_claim_is_free_and_looked_for(PostRoom room) {
        String key = room.owe("card", "request:1", CHANNEL);
        room.claim();
        lostPastSaid(room, key, 0, CHANNEL);
        restore(room, Duration.ofMinutes(1));
        room.run();
        assertThat(room.slack.posts()).hasSize(1);
        assertThat(room.state(key)).isEqualTo("sent");
    }

    @OnBothDatabases
    void what_was_in_claim_a_moment_ago_is_looked_for_when_its_call_has_ended(PostRoom room) {
        String key = room.owe("card", "request:1", CHANNEL);
        room.claim();
        restore(room, Duration.ZERO);
        assertThat(room.run()).isZero();
        lostPastSaid(room, key, 0, CHANNEL);
        room.pass(NoticeRunner.LEASE.plusSeconds(1));
        room.run();
        assertThat(room.slack.posts()).hasSize(1);
        assertThat(room.state(key)).isEqualTo("sent");
    }

    @OnBothDatabases
    void what_becomes_due_long_after_the_restore_is_said_at_its_time_without_a_look(PostRoom room) {
        room.owe("card", "request:1", CHANNEL, room.business.instant().plus(DAY.multipliedBy(3)));
        restore(room, HOUR);
        assertThat(room.run()).isZero();
        room.pass(DAY.multipliedBy(4));
        room.run();
        assertThat(room.slack.looks()).isZero();
        assertThat(room.slack.posts()).hasSize(1);
    }

    @OnBothDatabases
    void what_the_backup_has_made_too_late_is_looked_for_and_then_expires_as_after_downtime(PostRoom room) {
        room.owe("reminder", "request:1", CHANNEL, room.business.instant());
        room.owe("reminder", "request:2", CHANNEL, room.business.instant());
        lostPastSaid(room, "request:2:reminder", 0, CHANNEL);
        restore(room, HOUR.multipliedBy(5));
        room.run();
        assertThat(room.state("request:1:reminder")).isEqualTo("expired");
        assertThat(room.state("request:2:reminder")).isEqualTo("sent");
        assertThat(room.slack.posts()).hasSize(1);
    }

    @OnBothDatabases
    void what_stands_is_brought_up_to_date_whatever_it_is_believed_to_show(PostRoom room) {
        room.owe("card", "request:1", CHANNEL);
        room.run();
        restore(room, HOUR);
        room.run();
        assertThat(room.slack.updates()).containsExactly("C0NWB card 1");
        restore(room, HOUR);
        room.run();
        assertThat(room.slack.updates()).as("after each restore").hasSize(2);
    }

    @OnBothDatabases
    void what_is_older_than_two_weeks_is_left_alone_unless_it_is_still_open(PostRoom room) {
        room.owe("card", "request:1", CHANNEL);
        room.owe("card", "request:2", CHANNEL);
        room.run();
        room.pass(DAY.multipliedBy(20));
        room.owe("card", "request:3", CHANNEL);
        room.run();
        Restored restored = restore(room, HOUR);
        assertThat(restored.refreshed()).isEqualTo(1);
        room.act(act -> {
            Reconciliation reconciliation = new Reconciliation();
            assertThat(reconciliation.resume(act)).contains(restored);
            assertThat(reconciliation.resume(act)).as("once").isEmpty();
            reconciliation.refresh(act, "request:2");
        });
        room.run();
        assertThat(room.slack.updated()).extracting(ScriptedSlack.Said::ts).containsExactlyInAnyOrder("1001", "1002");
    }

    @OnBothDatabases
    void who_stands_in_is_not_told_twice_either(PostRoom room) {
        room.tellInstead(MONA);
        room.slack.without(MAYA);
        String key = room.owe("card", "request:1", MAYA);
        lostPastSaid(room, key + ":for:" + MONA, 0, "D" + MONA);
        restore(room, HOUR);
        room.run();
        assertThat(room.state(key)).isEqualTo("dead");
        assertThat(room.state(key + ":for:" + MONA)).isEqualTo("sent");
        assertThat(room.slack.posts()).hasSize(1);
    }

    @OnBothDatabases
    void whom_an_administrator_hands_it_to_is_not_told_twice_either(PostRoom room) {
        room.slack.without(MAYA);
        String key = room.owe("card", "request:1", MAYA);
        lostPastSaid(room, key + ":for:" + MONA, 0, "D" + MONA);
        restore(room, HOUR);
        room.run();
        FailureStore failures = new FailureStore(room.database.dialect(), PostRoom.SETTLE, room.machine);
        Failed dead = room.database.read(read -> failures.page(read, 0, 1)).get(0);
        room.act(act -> {
            assertThat(failures.withdraw(act, dead)).isTrue();
            assertThat(failures.oweInstead(act, dead, MONA)).isTrue();
        });
        room.run();
        assertThat(room.state(key + ":for:" + MONA)).isEqualTo("sent");
        assertThat(room.slack.posts()).hasSize(1);
    }

    @OnBothDatabases
    void what_starting_owes_anew_is_looked_for_and_what_people_cause_later_is_not(PostRoom room) {
        room.owe("card", "request:9", CHANNEL);
        room.run();
        restore(room, HOUR);
        String again = room.owe("card", "request:1", CHANNEL);
        lostPastSaid(room, again, 0, CHANNEL);
        room.act(act -> assertThat(new Reconciliation().resume(act)).isPresent());
        room.run();
        assertThat(room.slack.posts()).hasSize(2);
        int looks = room.slack.looks();
        room.owe("card", "request:1001", CHANNEL);
        room.run();
        assertThat(room.slack.looks()).isEqualTo(looks);
        assertThat(room.slack.posts()).hasSize(3);
    }

    @OnBothDatabases
    void the_look_begins_with_the_last_thing_that_is_remembered(PostRoom room) {
        room.owe("card", "request:1", CHANNEL);
        room.run();
        Instant last = room.business.instant();
        room.pass(HOUR);
        room.owe("card", "request:2", CHANNEL);
        Restored restored = restore(room, DAY);
        assertThat(restored.knownUntil()).isEqualTo(last);
        assertThat(restored.lookedUp()).isEqualTo(1);
        List<NoticeRow> claimed = room.claim();
        assertThat(claimed)
                .filteredOn(NoticeRow::restored)
                .extracting(NoticeRow::firstTry)
                .containsExactly(last);
    }

    @OnBothDatabases
    void numbers_leap_further_the_more_time_has_passed(PostRoom room) {
        room.owe("card", "request:1", CHANNEL);
        room.run();
        restore(room, Duration.ofMinutes(90));
        assertThat(number(room)).isEqualTo(1_000 + 90 * 10);
    }

    /** A message that the rows know nothing of. */
    private static void lostPastSaid(PostRoom room, String key, long gen, String channel) {
        room.slack.accept(
                new Try(
                        key,
                        gen,
                        gen + ".lost",
                        Verb.POST,
                        channel,
                        Optional.empty(),
                        Optional.empty(),
                        room.business.instant()),
                new Message("card 1", "[]"));
    }

    /** So long after the last thing the database knows. */
    private static Restored restore(PostRoom room, Duration later) {
        room.pass(later);
        Restored restored =
                room.database.write(tx -> new Reconciliation().run(tx, "a backup", room.business.instant()));
        room.restart(FAST);
        return restored;
    }

    private static long number(PostRoom room) {
        return room.database.read(read -> (long) PostRoom.matter(read, "request"));
    }
}
