package dev.baton.notice;

import static dev.baton.notice.PostRoom.CHANNEL;
import static dev.baton.notice.PostRoom.FAST;
import static dev.baton.notice.PostRoom.MAYA;
import static dev.baton.notice.PostRoom.SETTLE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.account.When;
import dev.baton.store.Database.Dialect;
import dev.baton.store.OnBothDatabases;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/** Each way in which a try can end, and what a later try does about it: nothing is lost, and nothing is said twice. */
class TryingTest {
    private static final Duration LEASE = NoticeRunner.LEASE;
    private static final Duration SECOND = Duration.ofSeconds(1);

    @OnBothDatabases
    void a_definite_no_waits_as_long_as_slack_asks_and_leaves_due_time_and_attempts_alone(PostRoom room) {
        String key = room.owe("card", "request:1", CHANNEL);
        Instant due = room.row(key).dueAt();
        room.slack.answers(new Outcome.Retry(Duration.ofSeconds(30), "ratelimited"));
        room.run();
        assertThat(room.row(key))
                .returns("pending", PostRoom.Row::state)
                .returns(due, PostRoom.Row::dueAt)
                .returns(0L, PostRoom.Row::attempts)
                .returns(false, PostRoom.Row::unresolved);
        room.pass(Duration.ofSeconds(28));
        assertThat(room.run()).isZero();
        room.pass(Duration.ofSeconds(3));
        room.run();
        assertThat(room.slack.posts()).hasSize(1);
        assertThat(room.slack.looks()).isZero();
    }

    @OnBothDatabases
    void an_unclear_try_waits_past_the_call_then_looks_and_finds(PostRoom room) {
        String key = room.owe("card", "request:1", CHANNEL);
        room.slack.losesTheAnswer();
        room.run();
        assertThat(room.row(key)).returns("pending", PostRoom.Row::state).returns(true, PostRoom.Row::unresolved);
        room.pass(SETTLE.minus(SECOND));
        assertThat(room.run()).isZero();
        room.pass(SECOND.multipliedBy(2));
        room.run();
        assertThat(room.slack.posts()).hasSize(1);
        assertThat(room.row(key))
                .returns("sent", PostRoom.Row::state)
                .returns(false, PostRoom.Row::unresolved)
                .returns(Optional.of("1000"), PostRoom.Row::ts);
        assertThat(room.slack.updates()).as("what it shows was unknown").containsExactly("C0NWB card 1");
    }

    @OnBothDatabases
    void an_unclear_try_that_did_not_get_through_is_sent_again_after_the_look(PostRoom room) {
        room.owe("card", "request:1", CHANNEL);
        room.slack.answers(new Outcome.Unknown("http_500"));
        room.run();
        room.pass(SETTLE.plus(SECOND));
        room.run();
        assertThat(room.slack.looks()).isEqualTo(1);
        assertThat(room.slack.posts()).hasSize(1);
    }

    @OnBothDatabases
    void while_nobody_can_look_nothing_is_sent_and_the_doubt_remains(PostRoom room) {
        String key = room.owe("card", "request:1", CHANNEL);
        room.slack
                .losesTheAnswer()
                .refusesToLook(new Outcome.Unknown("timeout"))
                .refusesToLook(new Outcome.Retry(SECOND, "ratelimited"))
                .refusesToLook(new Outcome.Pause("invalid_auth"));
        for (int round = 0; round < 4; round++) {
            room.run();
            assertThat(room.row(key).unresolved()).isTrue();
            assertThat(room.slack.posts()).hasSize(1);
            room.pass(Duration.ofMinutes(1));
        }
        room.run();
        assertThat(room.state(key)).isEqualTo("sent");
        assertThat(room.slack.posts()).hasSize(1);
    }

    @OnBothDatabases
    void a_conversation_that_cannot_be_opened_now_makes_no_doubt(PostRoom room) {
        String key = room.owe("card", "request:1", MAYA);
        room.slack.refusesToOpen(new Outcome.Unknown("timeout")).refusesToOpen(new Outcome.Retry(SECOND, "busy"));
        for (int round = 0; round < 2; round++) {
            room.run();
            assertThat(room.row(key)).returns("pending", PostRoom.Row::state).returns(false, PostRoom.Row::unresolved);
            room.pass(Duration.ofMinutes(1));
        }
        room.run();
        assertThat(room.slack.looks()).isZero();
        assertThat(room.slack.posts()).hasSize(1);
    }

    @OnBothDatabases
    void what_is_settled_while_a_try_is_unclear_is_still_looked_for_and_then_shown_as_settled(PostRoom room) {
        String key = room.owe("card", "request:1", CHANNEL);
        room.slack.losesTheAnswer();
        room.run();
        room.change("request:1", 0);
        room.pass(SETTLE.plus(SECOND));
        room.run();
        assertThat(room.state(key)).isEqualTo("sent");
        assertThat(room.slack.updates()).containsExactly("C0NWB card settled");
    }

    @OnBothDatabases
    void what_moves_while_a_sender_looks_is_not_sent_as_it_was(PostRoom room) {
        String key = room.owe("card", "request:1", CHANNEL);
        room.slack.answers(new Outcome.Unknown("http_500"));
        room.run();
        room.pass(SETTLE.plus(SECOND));
        room.slack.whileLooking(() -> room.act(act -> room.notices.owe(
                act,
                new Owed(key, "card", "request:1", CHANNEL, When.at(act.now().plus(Duration.ofHours(1)))))));
        room.run();
        assertThat(room.slack.posts()).isEmpty();
        assertThat(room.row(key)).returns("pending", PostRoom.Row::state).returns(1L, PostRoom.Row::gen);
        room.pass(Duration.ofHours(1));
        room.run();
        assertThat(room.slack.posts()).hasSize(1);
        assertThat(room.slack.looks()).as("the new generation was never tried").isEqualTo(1);
    }

    @OnBothDatabases
    void a_sender_that_stood_still_beyond_its_lease_does_not_send(PostRoom room) {
        String key = room.owe("card", "request:1", CHANNEL);
        NoticeRow stopped = room.claim().get(0);
        room.whileRendering(() -> {
            room.whileRendering(() -> {});
            room.passOnMachine(LEASE);
        });
        room.finish(stopped);
        assertThat(room.slack.posts()).isEmpty();
        room.run();
        assertThat(room.state(key)).isEqualTo("sent");
        assertThat(room.slack.posts()).hasSize(1);
    }

    @OnBothDatabases
    void a_lease_that_would_run_out_during_the_call_is_not_used(PostRoom room) {
        room.owe("card", "request:1", CHANNEL);
        NoticeRow late = room.claim().get(0);
        room.passOnMachine(LEASE.minus(SETTLE).plus(SECOND));
        room.finish(late);
        assertThat(room.slack.posts()).isEmpty();
        room.run();
        assertThat(room.slack.posts()).hasSize(1);
    }

    @OnBothDatabases
    void a_claim_whose_holder_is_gone_is_freed_and_looked_up(PostRoom room) {
        String key = room.owe("card", "request:1", CHANNEL);
        NoticeRow gone = room.claim().get(0);
        room.slack.accept(trial(gone), new Message("card 1", "[]"));
        room.restart(FAST);
        room.passOnMachine(LEASE.plus(SECOND));
        room.run();
        assertThat(room.slack.posts()).as("it had been sent just before").hasSize(1);
        assertThat(room.state(key)).isEqualTo("sent");
    }

    @OnBothDatabases
    void a_claim_left_by_a_kill_is_freed_at_once_where_one_process_serves_but_waits_past_its_last_call(PostRoom room) {
        Assumptions.assumingThat(room.database.dialect() == Dialect.SQLITE, () -> {
            String key = room.owe("card", "request:1", CHANNEL);
            room.claim();
            room.restart(FAST);
            assertThat(room.row(key)).returns("pending", PostRoom.Row::state);
            assertThat(room.run()).isZero();
            room.pass(SETTLE);
            room.run();
            assertThat(room.slack.looks()).isEqualTo(1);
            assertThat(room.slack.posts()).hasSize(1);
        });
    }

    @OnBothDatabases
    void who_comes_back_after_another_has_sent_changes_nothing(PostRoom room) {
        String key = room.owe("card", "request:1", CHANNEL);
        NoticeRow first = room.claim().get(0);
        room.slack.meanwhile(() -> {
            room.restart(FAST);
            room.passOnMachine(LEASE.plus(SECOND));
            room.run();
        });
        room.finish(first);
        assertThat(room.row(key)).returns("sent", PostRoom.Row::state);
        assertThat(room.row(key).ts()).contains("1000");
    }

    @OnBothDatabases
    void who_recorded_late_saves_the_other_from_sending_the_same(PostRoom room) {
        String key = room.owe("card", "request:1", CHANNEL);
        NoticeRow first = room.claim().get(0);
        room.slack.accept(trial(first), new Message("card 1", "[]"));
        room.restart(FAST);
        room.passOnMachine(LEASE.plus(SECOND));
        // The second one's history does not show it yet; the record of the first one comes while it renders.
        NoticeRow second = room.claim().get(0);
        room.database.write(
                tx -> new RecordStore(room.database.dialect()).sent(tx, first, CHANNEL, "1000", Optional.empty()));
        room.finish(second);
        assertThat(room.slack.posts()).hasSize(1);
        assertThat(room.state(key)).isEqualTo("sent");
    }

    @OnBothDatabases
    void a_person_is_opened_once_and_the_channel_kept(PostRoom room) {
        room.owe("card", "request:1", MAYA);
        room.owe("card", "request:2", MAYA);
        room.run();
        assertThat(room.slack.posts()).hasSize(2);
        assertThat(room.slack.opened()).isEqualTo(List.of(MAYA));
    }

    private static Try trial(NoticeRow row) {
        return new Try(
                row.key(),
                row.gen(),
                row.tryId(),
                row.verb(),
                row.recipient(),
                Optional.empty(),
                Optional.empty(),
                row.firstTry());
    }
}
