package dev.baton.notice;

import static dev.baton.notice.PostRoom.CHANNEL;
import static dev.baton.notice.PostRoom.FAST;
import static dev.baton.notice.PostRoom.MAYA;
import static dev.baton.notice.PostRoom.MONA;
import static dev.baton.notice.PostRoom.SAM;
import static dev.baton.notice.PostRoom.SETTLE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.store.OnBothDatabases;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;

/** Reminders to one person in the same minute become one message, which shows how each of them ends. */
class MergingTest {

    @OnBothDatabases
    void two_of_the_same_minute_become_one_message(PostRoom room) {
        nudges(room, 2, MAYA);
        room.owe("nudge", "request:8", SAM);
        room.owe("card", "request:9", MAYA);
        room.run();
        assertThat(room.slack.posts())
                .containsExactlyInAnyOrder("DU0MAYA nudge 1, nudge 1", "DU0SAM nudge 1", "DU0MAYA card 1");
        assertThat(room.count("merged")).isEqualTo(2);
        assertThat(room.run()).isZero();
    }

    @OnBothDatabases
    void what_is_due_in_another_minute_or_in_a_channel_or_for_ever_alone_stays_alone(PostRoom room) {
        room.owe("nudge", "request:1", MAYA);
        room.owe("nudge", "request:2", MAYA, room.business.instant().minusSeconds(60));
        room.owe("weekly", "digest:1", MAYA);
        room.owe("weekly", "digest:2", MAYA);
        room.owe("nudge", "request:3", CHANNEL);
        room.owe("nudge", "request:4", CHANNEL);
        room.run();
        assertThat(room.slack.posts()).hasSize(6);
        assertThat(room.count("merged")).isZero();
    }

    @OnBothDatabases
    void all_that_has_become_late_comes_in_one(PostRoom room) {
        for (int hour = 0; hour < 5; hour++) {
            room.owe("nudge", "request:" + hour, MAYA, room.business.instant().plus(Duration.ofHours(hour)));
        }
        room.pass(Duration.ofHours(20));
        room.run();
        assertThat(room.slack.posts()).containsExactly("DU0MAYA nudge 1, nudge 1, nudge 1, nudge 1, nudge 1");
    }

    @OnBothDatabases
    void what_is_too_late_to_be_said_is_not_said_with_the_others_either(PostRoom room) {
        nudges(room, 2, MAYA);
        room.pass(Duration.ofDays(8));
        nudges(room, 10, 12, MAYA);
        room.run();
        assertThat(room.slack.posts()).containsExactly("DU0MAYA nudge 1, nudge 1");
        assertThat(room.count("expired")).isEqualTo(2);
    }

    @OnBothDatabases
    void more_than_a_message_holds_become_two(PostRoom room) {
        nudges(room, Merging.MOST + 3, MAYA);
        room.run();
        assertThat(room.slack.posts()).hasSize(2);
        assertThat(room.count("merged")).isEqualTo(Merging.MOST + 3);
    }

    @OnBothDatabases
    void what_is_settled_by_then_is_left_out_and_of_nothing_nothing_is_said(PostRoom room) {
        nudges(room, 2, MAYA);
        room.change("request:0", 0);
        room.run();
        assertThat(room.slack.posts()).containsExactly("DU0MAYA nudge 1");
        nudges(room, 10, 12, MONA);
        room.change("request:10", 0);
        room.change("request:11", 0);
        room.run();
        assertThat(room.slack.posts()).hasSize(1);
    }

    @OnBothDatabases
    void the_message_is_kept_true_for_each_of_them(PostRoom room) {
        nudges(room, 2, MAYA);
        room.run();
        room.change("request:1", 2);
        room.run();
        assertThat(room.slack.updates()).containsExactly("DU0MAYA nudge 1, nudge 2");
        room.change("request:0", 0);
        room.run();
        assertThat(room.slack.updates()).endsWith("DU0MAYA nudge settled, nudge 2");
    }

    @OnBothDatabases
    void what_is_touched_or_withdrawn_while_the_message_is_on_its_way_is_true_afterwards(PostRoom room) {
        nudges(room, 3, MAYA);
        room.slack.meanwhile(() -> {
            room.change("request:1", 2);
            room.act(act -> room.notices.withdraw(act, "request:2:nudge:" + MAYA));
        });
        room.run();
        assertThat(room.slack.posts()).containsExactly("DU0MAYA nudge 1, nudge 1, nudge 1");
        assertThat(room.slack.updates()).endsWith("DU0MAYA nudge 1, nudge 2");
    }

    @OnBothDatabases
    void one_that_is_put_off_leaves_and_comes_by_itself(PostRoom room) {
        nudges(room, 2, MAYA);
        room.run();
        Instant until = room.business.instant().plus(Duration.ofHours(1));
        room.snooze("request:0:nudge:" + MAYA, until);
        room.run();
        assertThat(room.slack.updates()).containsExactly("DU0MAYA nudge 1 snoozed, nudge 1");
        room.pass(Duration.ofHours(1));
        room.run();
        assertThat(room.slack.posts()).endsWith("DU0MAYA nudge 1");
        assertThat(room.slack.updates()).endsWith("DU0MAYA nudge 1");
    }

    @OnBothDatabases
    void two_that_are_put_off_to_the_same_morning_become_one_again(PostRoom room) {
        nudges(room, 2, MAYA);
        room.run();
        Instant until = room.business.instant().plus(Duration.ofHours(20));
        room.snooze("request:0:nudge:" + MAYA, until);
        room.snooze("request:1:nudge:" + MAYA, until);
        room.run();
        room.pass(Duration.ofHours(20));
        room.run();
        assertThat(room.slack.posts()).containsExactly("DU0MAYA nudge 1, nudge 1", "DU0MAYA nudge 1, nudge 1");
    }

    @OnBothDatabases
    void lost_after_the_claim_it_is_said_once(PostRoom room) {
        nudges(room, 2, MAYA);
        assertThat(room.claim()).hasSize(1);
        room.restart(FAST);
        room.pass(Duration.ofMinutes(2));
        room.run();
        assertThat(room.slack.posts()).containsExactly("DU0MAYA nudge 1, nudge 1");
    }

    @OnBothDatabases
    void lost_after_slack_has_taken_it_it_is_found_and_not_said_again(PostRoom room) {
        nudges(room, 2, MAYA);
        room.slack.losesTheAnswer();
        room.run();
        room.restart(FAST);
        room.pass(SETTLE.plusSeconds(1));
        room.run();
        assertThat(room.slack.posts()).containsExactly("DU0MAYA nudge 1, nudge 1");
        assertThat(room.count("merged")).isEqualTo(2);
    }

    @OnBothDatabases
    void what_cannot_be_delivered_together_is_said_one_by_one_and_each_finds_its_stand_in(PostRoom room) {
        room.tellInstead(MONA);
        nudges(room, 2, MAYA);
        room.slack.without(MAYA);
        room.run();
        assertThat(room.slack.posts())
                .containsExactly("DU0MONA nudge 1 instead of U0MAYA", "DU0MONA nudge 1 instead of U0MAYA");
        assertThat(room.count("dead")).isEqualTo(2);
    }

    @OnBothDatabases
    void one_that_moves_to_somebody_else_before_it_is_said_leaves(PostRoom room) {
        Instant due = room.business.instant();
        room.owe("nudge", "request:0", MAYA, due);
        room.owe("nudge", "request:1", MAYA, due);
        room.slack.answers(new Outcome.Retry(Duration.ofSeconds(30), "ratelimited"));
        room.run();
        room.owe("nudge", "request:1", MONA, due);
        room.pass(Duration.ofSeconds(31));
        room.run();
        assertThat(room.slack.posts()).containsExactlyInAnyOrder("DU0MONA nudge 1", "DU0MAYA nudge 1");
    }

    private static void nudges(PostRoom room, int count, String person) {
        nudges(room, 0, count, person);
    }

    private static void nudges(PostRoom room, int from, int to, String person) {
        IntStream.range(from, to).forEach(each -> room.owe("nudge", "request:" + each, person));
    }
}
