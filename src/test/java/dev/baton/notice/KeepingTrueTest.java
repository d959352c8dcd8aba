package dev.baton.notice;

import static dev.baton.notice.PostRoom.CHANNEL;
import static dev.baton.notice.PostRoom.MAYA;
import static dev.baton.notice.PostRoom.SETTLE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.Eventually;
import dev.baton.store.Crowd;
import dev.baton.store.Database.Dialect;
import dev.baton.store.OnBothDatabases;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A message that stands shows the state as it is, whatever happened while it was said or brought up to date. */
class KeepingTrueTest {

    @OnBothDatabases
    void a_touched_message_is_brought_up_to_date(PostRoom room) {
        room.owe("card", "request:1", MAYA);
        room.owe("card", "request:1", CHANNEL);
        room.owe("card", "request:2", MAYA);
        room.run();
        room.change("request:1", 2);
        room.run();
        assertThat(room.slack.updates()).containsExactlyInAnyOrder("DU0MAYA card 2", "C0NWB card 2");
        assertThat(room.slack.posts()).hasSize(3);
    }

    @OnBothDatabases
    void a_touch_that_shows_nowhere_costs_no_call(PostRoom room) {
        room.owe("card", "request:1", CHANNEL);
        room.run();
        room.act(act -> room.notices.touch(act, "request:1"));
        assertThat(room.run()).isEqualTo(1);
        assertThat(room.slack.updates()).isEmpty();
    }

    @OnBothDatabases
    void many_touches_are_one_update(PostRoom room) {
        room.owe("card", "request:1", CHANNEL);
        room.run();
        for (int matter = 2; matter < 7; matter++) {
            room.change("request:1", matter);
        }
        room.run();
        assertThat(room.slack.updates()).containsExactly("C0NWB card 6");
    }

    @OnBothDatabases
    void what_is_touched_before_it_is_said_is_said_as_it_is_and_needs_no_update(PostRoom room) {
        room.owe("card", "request:1", CHANNEL);
        room.change("request:1", 2);
        room.run();
        assertThat(room.slack.posts()).containsExactly("C0NWB card 2");
        assertThat(room.slack.updates()).isEmpty();
    }

    @OnBothDatabases
    void what_is_touched_while_it_is_said_is_updated_after_the_post(PostRoom room) {
        room.owe("card", "request:1", CHANNEL);
        room.slack.meanwhile(() -> {
            room.change("request:1", 2);
            room.run();
            assertThat(room.slack.updates()).as("nothing stands yet").isEmpty();
        });
        room.run();
        room.pass(Duration.ofSeconds(1));
        room.run();
        assertThat(room.slack.posts()).containsExactly("C0NWB card 1");
        assertThat(room.slack.updates()).containsExactly("C0NWB card 2");
    }

    @OnBothDatabases
    void what_is_touched_while_a_try_is_unclear_is_true_once_it_is_found(PostRoom room) {
        room.owe("card", "request:1", CHANNEL);
        room.slack.losesTheAnswer();
        room.run();
        room.change("request:1", 2);
        room.run();
        room.pass(SETTLE.plusSeconds(1));
        room.run();
        assertThat(room.slack.posts()).containsExactly("C0NWB card 1");
        assertThat(room.slack.updates()).containsExactly("C0NWB card 2");
    }

    @OnBothDatabases
    void what_is_touched_during_an_update_is_updated_again_and_never_by_two_at_once(PostRoom room) {
        room.owe("card", "request:1", CHANNEL);
        room.run();
        room.change("request:1", 2);
        room.slack.meanwhile(() -> {
            room.change("request:1", 3);
            assertThat(room.run()).as("the first update is still under way").isZero();
        });
        room.run();
        assertThat(room.slack.updates()).containsExactly("C0NWB card 2", "C0NWB card 3");
    }

    @OnBothDatabases
    void an_unclear_update_is_made_certain_even_if_the_state_has_gone_back(PostRoom room) {
        room.owe("card", "request:1", CHANNEL);
        room.run();
        room.change("request:1", 2);
        room.slack.losesTheAnswer();
        room.run();
        room.change("request:1", 1);
        room.pass(SETTLE.plusSeconds(1));
        room.run();
        assertThat(room.slack.updates()).containsExactly("C0NWB card 2", "C0NWB card 1");
        assertThat(room.slack.looks()).as("an update is idempotent").isZero();
    }

    @OnBothDatabases
    void an_update_whose_holder_is_gone_is_made_again(PostRoom room) {
        room.owe("card", "request:1", CHANNEL);
        room.run();
        room.change("request:1", 2);
        assertThat(room.claim()).hasSize(1);
        room.restart(PostRoom.FAST);
        room.pass(NoticeRunner.LEASE.plusSeconds(1));
        room.run();
        assertThat(room.slack.updates()).containsExactly("C0NWB card 2");
    }

    @OnBothDatabases
    void after_two_updates_of_which_nobody_knows_the_last_a_third_makes_it_certain(PostRoom room) {
        room.owe("card", "request:1", CHANNEL);
        room.run();
        room.change("request:1", 2);
        NoticeRow stopped = room.claim().get(0);
        room.slack.meanwhile(() -> {
            room.restart(PostRoom.FAST);
            room.passOnMachine(NoticeRunner.LEASE.plusSeconds(1));
            room.change("request:1", 3);
            room.run();
        });
        room.finish(stopped);
        room.run();
        assertThat(room.slack.updates()).endsWith("C0NWB card 2", "C0NWB card 3");
    }

    @OnBothDatabases
    void an_update_that_slack_puts_off_keeps_its_time_and_the_latest_words(PostRoom room) {
        room.owe("card", "request:1", CHANNEL);
        room.run();
        room.change("request:1", 2);
        room.slack.answers(new Outcome.Retry(Duration.ofSeconds(30), "ratelimited"));
        room.run();
        room.change("request:1", 3);
        assertThat(room.run()).as("Slack asked for half a minute").isZero();
        room.pass(Duration.ofSeconds(31));
        room.run();
        assertThat(room.slack.updates()).containsExactly("C0NWB card 3");
    }

    @OnBothDatabases
    void a_message_that_cannot_be_changed_is_tried_again_with_the_next_change(PostRoom room) {
        String key = room.owe("card", "request:1", CHANNEL);
        room.run();
        room.change("request:1", 2);
        room.slack.answers(new Outcome.Dead("invalid_blocks"));
        room.run();
        assertThat(room.state(key + ":update")).isEqualTo("dead");
        assertThat(room.alerts()).as("it is counted, so it is told as well").containsExactly("card");
        assertThat(room.state(key)).isEqualTo("sent");
        room.change("request:1", 3);
        room.run();
        assertThat(room.slack.updates()).containsExactly("C0NWB card 3");
    }

    @OnBothDatabases
    void a_message_that_somebody_deleted_is_no_failure(PostRoom room) {
        String key = room.owe("card", "request:1", CHANNEL);
        room.run();
        room.change("request:1", 2);
        room.slack.answers(new Outcome.Gone("message_not_found"));
        room.run();
        assertThat(room.state(key + ":update")).isEqualTo("withdrawn");
        assertThat(room.alerts()).isEmpty();
        assertThat(room.run()).isZero();
    }

    @OnBothDatabases
    void nothing_is_claimed_from_under_a_change_that_is_not_committed(PostRoom room) {
        room.owe("card", "request:1", CHANNEL);
        room.act(act -> {
            room.change(act, "request:1", 2);
            if (room.database.dialect() == Dialect.POSTGRESQL) {
                // Where changes run side by side, a claim now would render the state before this one.
                Crowd.of(1, other -> assertThat(room.run()).isZero());
            }
        });
        room.run();
        assertThat(room.slack.posts()).containsExactly("C0NWB card 2");
    }

    @OnBothDatabases
    void what_is_withdrawn_by_somebody_else_just_before_it_is_recorded_is_brought_up_to_date(PostRoom room) {
        String key = room.owe("card", "request:1", CHANNEL);
        NoticeRow claimed = room.claim().get(0);
        CompletableFuture<Ending> recording = new CompletableFuture<>();
        room.slack.meanwhile(() -> room.act(act -> PostRoom.set(act, "request:1", 0)));
        room.act(act -> {
            room.notices.withdraw(act, key);
            if (room.database.dialect() == Dialect.POSTGRESQL) {
                recording.completeAsync(() -> room.finish(claimed));
                Eventually.that("the record waits for the withdrawal", () -> waiting(room));
            }
        });
        if (room.database.dialect() == Dialect.POSTGRESQL) {
            recording.orTimeout(30, TimeUnit.SECONDS).join();
            room.run();
            assertThat(room.slack.posts()).containsExactly("C0NWB card 1");
            assertThat(room.slack.updates()).containsExactly("C0NWB card settled");
        }
    }

    private static boolean waiting(PostRoom room) {
        return room.database.read(read -> read.createQuery("""
                        SELECT COUNT(*) FROM pg_stat_activity
                        WHERE wait_event_type = 'Lock' AND datname = current_database() AND query LIKE '%state = ''sent''%'
                        """).mapTo(int.class).one()) > 0;
    }

    @OnBothDatabases
    void a_reminder_that_was_followed_by_another_is_kept_true_as_well(PostRoom room) {
        room.owe("reminder", "request:1", MAYA, room.business.instant());
        room.run();
        room.owe("reminder", "request:1", MAYA, room.business.instant().plusSeconds(60));
        room.pass(Duration.ofSeconds(61));
        room.run();
        assertThat(room.slack.posts()).hasSize(2);
        room.change("request:1", 2);
        room.run();
        assertThat(room.slack.updates()).endsWith("DU0MAYA reminder 2", "DU0MAYA reminder 2");
    }
}
