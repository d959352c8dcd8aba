package dev.baton.notice;

import static dev.baton.notice.PostRoom.CHANNEL;
import static dev.baton.notice.PostRoom.MAYA;
import static dev.baton.notice.PostRoom.OTTO;
import static dev.baton.notice.PostRoom.SAM;
import static dev.baton.notice.PostRoom.SETTLE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.store.OnBothDatabases;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What those who run Baton may do about a message that did not get through, without it ever being said twice. */
class FailureTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    @OnBothDatabases
    void what_was_given_up_is_tried_again_in_the_same_generation(PostRoom room) {
        String key = room.owe("card", "request:1", CHANNEL);
        room.slack.answers(new Outcome.Dead("is_archived"));
        room.run();
        assertThat(room.state(key)).isEqualTo("dead");
        Instant due = room.row(key).dueAt();
        retry(room, only(room));
        room.run();
        assertThat(room.row(key))
                .returns("sent", PostRoom.Row::state)
                .returns(0L, PostRoom.Row::gen)
                .returns(due, PostRoom.Row::dueAt);
        assertThat(list(room)).isEmpty();
    }

    @OnBothDatabases
    void a_try_that_was_unclear_is_looked_for_before_it_is_sent_again(PostRoom room) {
        String key = room.owe("card", "request:1", CHANNEL);
        room.slack.losesTheAnswer().refusesToLook(new Outcome.Dead("not_in_channel"));
        room.run();
        room.pass(SETTLE.plus(SECOND));
        room.run();
        assertThat(room.row(key)).returns("dead", PostRoom.Row::state).returns(true, PostRoom.Row::unresolved);
        retry(room, only(room));
        assertThat(room.run()).as("a call may still be under way").isZero();
        room.pass(SETTLE.plus(SECOND));
        room.run();
        assertThat(room.state(key)).isEqualTo("sent");
        assertThat(room.slack.posts()).as("found, and not said twice").hasSize(1);
    }

    @OnBothDatabases
    void what_fails_again_and_again_is_shown_and_tried_at_once_when_asked(PostRoom room) {
        String key = room.owe("card", "request:1", CHANNEL);
        for (int i = 0; i < 3; i++) {
            room.slack.answers(new Outcome.Unknown("http_500"));
            room.run();
            room.pass(Duration.ofMinutes(1));
        }
        Failed failing = only(room);
        assertThat(failing).returns(false, Failed::dead).returns(3L, Failed::attempts);
        assertThat(failing.why()).contains("http_500");
        retry(room, failing);
        room.pass(SETTLE.plus(SECOND));
        room.run();
        assertThat(room.state(key)).isEqualTo("sent");
    }

    @OnBothDatabases
    void what_is_being_tried_just_now_is_left_alone(PostRoom room) {
        room.owe("card", "request:1", CHANNEL);
        for (int i = 0; i < 3; i++) {
            room.slack.answers(new Outcome.Unknown("http_500"));
            room.run();
            room.pass(Duration.ofMinutes(1));
        }
        List<NoticeRow> claimed = room.claim();
        assertThat(claimed).hasSize(1);
        Failed failing = only(room);
        room.act(act -> {
            assertThat(failures(room).retry(act, failing)).isFalse();
            assertThat(failures(room).withdraw(act, failing)).isFalse();
        });
    }

    @OnBothDatabases
    void handed_over_the_same_is_owed_to_somebody_else(PostRoom room) {
        String key = room.owe("card", "request:1", MAYA);
        room.slack.answers(new Outcome.Dead("user_disabled"));
        room.run();
        Failed dead = only(room);
        room.act(act -> {
            assertThat(failures(room).withdraw(act, dead)).isTrue();
            assertThat(failures(room).oweInstead(act, dead, OTTO)).isTrue();
            assertThat(failures(room).oweInstead(act, dead, OTTO)).isFalse();
            assertThat(failures(room).withdraw(act, dead)).isFalse();
        });
        room.run();
        assertThat(room.state(key)).isEqualTo("withdrawn");
        assertThat(room.row(key + ":for:" + OTTO))
                .returns("sent", PostRoom.Row::state)
                .returns(OTTO, PostRoom.Row::recipient);
    }

    @OnBothDatabases
    void the_numbers_are_those_of_the_table(PostRoom room) {
        room.owe("card", "request:1", CHANNEL);
        room.run();
        Instant first = room.acts.now();
        room.slack.answers(new Outcome.Dead("is_archived"));
        room.owe("card", "request:2", CHANNEL);
        room.pass(SECOND);
        room.run();
        room.owe("card", "request:3", SAM);
        room.owe("card", "request:4", MAYA, first.plus(Duration.ofDays(1)));
        room.pass(SECOND);
        assertThat(backlog(room)).isEqualTo(new Backlog(1, 1, 0, 0, 1, Optional.of(first.plus(SECOND))));
        room.claim();
        assertThat(backlog(room)).isEqualTo(new Backlog(0, 1, 1, 0, 1, Optional.empty()));
    }

    @OnBothDatabases
    void a_message_that_was_updated_often_is_no_failure(PostRoom room) {
        room.owe("card", "request:1", CHANNEL);
        room.run();
        for (int matter = 2; matter < 12; matter++) {
            room.change("request:1", matter);
            room.run();
        }
        room.change("request:1", 12);
        assertThat(list(room)).isEmpty();
        assertThat(backlog(room).failing()).isZero();

        room.slack.answers(new Outcome.Unknown("http_500"));
        room.run();
        room.pass(SETTLE.plus(SECOND));
        room.run();
        assertThat(room.slack.updates())
                .as("the first error waits no longer than a call")
                .endsWith("C0NWB card 12");
    }

    @OnBothDatabases
    void what_only_has_to_wait_or_is_not_needed_is_no_error(PostRoom room) {
        String key = room.owe("card", "request:1", CHANNEL);
        room.slack.answers(new Outcome.Unknown("http_500"));
        room.run();
        room.pass(SETTLE.plus(SECOND));
        NoticeRow late = room.claim().get(0);
        room.passOnMachine(NoticeRunner.LEASE);
        room.finish(late);
        assertThat(room.row(key).error()).as("it is the last error still").contains("http_500");
        room.run();
        room.act(act -> room.notices.touch(act, "request:1"));
        room.run();
        assertThat(room.row(key + ":update"))
                .returns("sent", PostRoom.Row::state)
                .returns(Optional.empty(), PostRoom.Row::error);
    }

    @OnBothDatabases
    void a_touch_makes_no_failing_update_well(PostRoom room) {
        String key = room.owe("card", "request:1", CHANNEL);
        room.run();
        for (int matter = 2; matter < 6; matter++) {
            room.change("request:1", matter);
            room.slack.answers(new Outcome.Unknown("http_500"));
            room.run();
            room.pass(Duration.ofMinutes(1));
        }
        assertThat(only(room)).returns(4L, Failed::attempts);
        room.slack.answers(new Outcome.Dead("invalid_blocks"));
        room.run();
        room.change("request:1", 6);
        assertThat(room.row(key + ":update"))
                .returns("pending", PostRoom.Row::state)
                .returns(0L, PostRoom.Row::attempts)
                .returns(Optional.empty(), PostRoom.Row::error);
    }

    @OnBothDatabases
    void a_change_that_is_unclear_and_set_aside_is_made_no_more(PostRoom room) {
        String key = room.owe("card", "request:1", CHANNEL);
        room.run();
        room.change("request:1", 2);
        for (int i = 0; i < 3; i++) {
            room.slack.answers(new Outcome.Unknown("http_500"));
            room.run();
            room.pass(Duration.ofMinutes(1));
        }
        Failed failing = only(room);
        room.act(act -> assertThat(failures(room).withdraw(act, failing)).isTrue());
        assertThat(room.run()).isZero();
        assertThat(room.state(key + ":update")).isEqualTo("withdrawn");
        room.change("request:1", 3);
        room.run();
        assertThat(room.slack.updates()).containsExactly("C0NWB card 3");
    }

    private static void retry(PostRoom room, Failed failed) {
        room.act(act -> assertThat(failures(room).retry(act, failed)).isTrue());
    }

    private static Failed only(PostRoom room) {
        List<Failed> list = list(room);
        assertThat(list).hasSize(1);
        return list.get(0);
    }

    private static List<Failed> list(PostRoom room) {
        return room.database.read(read -> failures(room).page(read, 0, 10));
    }

    private static Backlog backlog(PostRoom room) {
        return room.database.read(read -> failures(room).backlog(read, room.acts.now()));
    }

    private static FailureStore failures(PostRoom room) {
        return new FailureStore(room.database.dialect(), SETTLE, room.machine);
    }
}
