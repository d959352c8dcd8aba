package dev.baton.notice;

import static dev.baton.notice.PostRoom.FAST;
import static dev.baton.notice.PostRoom.MAYA;
import static dev.baton.notice.PostRoom.MILO;
import static dev.baton.notice.PostRoom.SETTLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.account.Anchor;
import dev.baton.account.Refusal;
import dev.baton.account.When;
import dev.baton.handbook.Span;
import dev.baton.store.OnBothDatabases;
import java.time.Duration;
import java.time.Instant;

/** A reader puts a reminder off. It comes again at that time, whatever happens to it meanwhile; once, and not before. */
class SnoozeTest {
    private static final Duration HOUR = Duration.ofHours(1);

    @OnBothDatabases
    void what_has_been_said_is_said_again_in_a_new_message_and_the_first_is_kept_true(PostRoom room) {
        String key = nudge(room, "request:1");
        room.run();
        room.snooze(key, in(room, HOUR));
        assertThat(room.row(key))
                .extracting(PostRoom.Row::state, PostRoom.Row::gen)
                .containsExactly("pending", 1L);
        room.pass(HOUR.minusSeconds(1));
        room.run();
        assertThat(room.slack.posts()).hasSize(1);
        room.pass(Duration.ofSeconds(1));
        room.run();
        assertThat(room.slack.posts()).containsExactly("DU0MAYA nudge 1", "DU0MAYA nudge 1");
        assertThat(room.state(key)).isEqualTo("sent");
        room.change("request:1", 2);
        room.run();
        assertThat(room.slack.updates()).endsWith("DU0MAYA nudge 2", "DU0MAYA nudge 2");
    }

    @OnBothDatabases
    void of_two_wishes_the_last_counts(PostRoom room) {
        String key = nudge(room, "request:1");
        room.run();
        room.snooze(key, in(room, Duration.ofDays(1)));
        room.snooze(key, in(room, HOUR));
        room.pass(HOUR);
        room.run();
        room.pass(Duration.ofDays(1));
        room.run();
        assertThat(room.slack.posts()).hasSize(2);
    }

    @OnBothDatabases
    void what_is_still_to_come_comes_at_the_later_of_rule_and_wish(PostRoom room) {
        Instant due = in(room, Duration.ofDays(1));
        room.owe("nudge", "request:1", MAYA, due);
        room.snooze("request:1:nudge", in(room, HOUR));
        assertThat(room.row("request:1:nudge").dueAt()).isEqualTo(due);
        room.snooze("request:1:nudge", in(room, Duration.ofDays(2)));
        assertThat(room.row("request:1:nudge").dueAt()).isEqualTo(in(room, Duration.ofDays(2)));
    }

    @OnBothDatabases
    void whoever_owes_it_again_does_not_undo_the_wish(PostRoom room) {
        Instant due = room.business.instant();
        room.owe("nudge", "request:1", MAYA, due);
        room.run();
        room.snooze("request:1:nudge", in(room, HOUR));
        room.owe("nudge", "request:1", MAYA, due);
        room.owe("nudge", "request:1", MAYA, due.plusSeconds(60));
        assertThat(room.row("request:1:nudge").dueAt()).isEqualTo(in(room, HOUR));
    }

    @OnBothDatabases
    void nor_does_another_zone_of_the_readers(PostRoom room) {
        When when = When.nudge(MAYA, room.business.instant().minus(Duration.ofDays(7)), span("1 business day"));
        room.act(act -> room.notices.owe(act, new Owed("n", "nudge", "request:1", MAYA, when)));
        room.run();
        Instant until = in(room, Duration.ofDays(1));
        room.snooze("n", until);
        room.act(act -> room.notices.recount(act, MAYA));
        assertThat(room.row("n").dueAt()).isEqualTo(until);
    }

    @OnBothDatabases
    void the_wish_of_one_reader_is_not_that_of_the_next(PostRoom room) {
        Instant due = room.business.instant();
        room.owe("nudge", "request:1", MAYA, due.plusSeconds(60));
        room.snooze("request:1:nudge", in(room, HOUR));
        room.owe("nudge", "request:1", MILO, due.plusSeconds(60));
        assertThat(room.row("request:1:nudge"))
                .extracting(PostRoom.Row::recipient, PostRoom.Row::dueAt)
                .containsExactly(MILO, due.plusSeconds(60));
    }

    @OnBothDatabases
    void a_wish_that_lies_past_the_moment_by_now_does_not_count(PostRoom room) {
        Instant meeting = in(room, Duration.ofDays(3));
        room.act(act -> room.notices.owe(act, lead(meeting)));
        room.snooze("m", meeting.minus(HOUR));
        Instant earlier = in(room, Duration.ofDays(1));
        room.act(act -> room.notices.owe(act, lead(earlier)));
        assertThat(room.row("m").dueAt()).isBefore(earlier);
        room.pass(Duration.ofHours(6));
        room.run();
        assertThat(room.slack.posts()).hasSize(1);
    }

    @OnBothDatabases
    void put_off_while_a_try_is_unclear_it_is_looked_for_first_and_said_once_more_then(PostRoom room) {
        String key = nudge(room, "request:1");
        room.slack.losesTheAnswer();
        room.run();
        room.snooze(key, in(room, HOUR));
        room.pass(SETTLE.plusSeconds(1));
        room.run();
        assertThat(room.slack.posts()).hasSize(1);
        assertThat(room.row(key).ts()).as("the first message is known").isPresent();
        room.pass(HOUR);
        room.run();
        assertThat(room.slack.posts()).hasSize(2);
    }

    @OnBothDatabases
    void put_off_while_a_try_is_unclear_that_had_not_got_through_it_is_said_then_alone(PostRoom room) {
        String key = nudge(room, "request:1");
        room.slack.answers(new Outcome.Unknown("timeout"));
        room.run();
        room.snooze(key, in(room, HOUR));
        room.pass(SETTLE.plusSeconds(1));
        room.run();
        assertThat(room.slack.posts()).isEmpty();
        room.pass(HOUR);
        room.run();
        assertThat(room.slack.posts()).hasSize(1);
    }

    @OnBothDatabases
    void put_off_in_claim_it_is_not_said_before_its_time(PostRoom room) {
        String key = nudge(room, "request:1");
        NoticeRow claimed = room.claim().get(0);
        room.snooze(key, in(room, HOUR));
        room.finish(claimed);
        room.run();
        assertThat(room.slack.posts()).isEmpty();
        room.pass(HOUR);
        room.run();
        assertThat(room.slack.posts()).hasSize(1);
    }

    @OnBothDatabases
    void put_off_in_claim_by_a_process_that_is_gone_it_is_neither_lost_nor_doubled(PostRoom room) {
        String key = nudge(room, "request:1");
        room.claim();
        room.snooze(key, in(room, HOUR));
        room.restart(FAST);
        room.pass(Duration.ofMinutes(2));
        room.run();
        assertThat(room.slack.posts()).isEmpty();
        room.pass(HOUR);
        room.run();
        assertThat(room.slack.posts()).hasSize(1);
    }

    @OnBothDatabases
    void put_off_while_slack_takes_it_it_comes_again_and_the_message_shows_it(PostRoom room) {
        String key = nudge(room, "request:1");
        room.slack.meanwhile(() -> room.snooze(key, in(room, HOUR)));
        room.run();
        assertThat(room.slack.posts()).hasSize(1);
        assertThat(room.row(key))
                .extracting(PostRoom.Row::state, PostRoom.Row::dueAt)
                .containsExactly("pending", in(room, HOUR));
        room.pass(HOUR);
        room.run();
        assertThat(room.slack.posts()).hasSize(2);
    }

    @OnBothDatabases
    void what_is_settled_by_then_is_not_said_again(PostRoom room) {
        String key = nudge(room, "request:1");
        room.run();
        room.snooze(key, in(room, HOUR));
        room.change("request:1", 0);
        room.act(act -> room.notices.withdraw(act, key));
        room.pass(HOUR);
        room.run();
        assertThat(room.slack.posts()).hasSize(1);
        assertThat(room.slack.updates()).endsWith("DU0MAYA nudge settled");
        assertThatThrownBy(() -> room.snooze(key, in(room, HOUR)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("Nothing is left to snooze");
    }

    @OnBothDatabases
    void what_comes_every_week_is_put_off_this_once(PostRoom room) {
        Instant monday = room.business.instant();
        room.owe("weekly", "digest:1", MAYA, monday);
        room.run();
        assertThat(room.row("digest:1:weekly").dueAt()).isEqualTo(monday.plus(Duration.ofDays(7)));
        room.snooze("digest:1:weekly", in(room, HOUR));
        room.pass(HOUR);
        room.run();
        assertThat(room.slack.posts()).hasSize(2);
        assertThat(room.row("digest:1:weekly").dueAt()).isAfter(monday.plus(Duration.ofDays(6)));
    }

    private static String nudge(PostRoom room, String subject) {
        return room.owe("nudge", subject, MAYA);
    }

    private static Owed lead(Instant meeting) {
        return new Owed("m", "nudge", "meeting:1", MAYA, When.before(MAYA, Anchor.at(meeting), span("1 hour")));
    }

    private static Span span(String words) {
        return Span.parse(words).orElseThrow();
    }

    private static Instant in(PostRoom room, Duration time) {
        return room.business.instant().plus(time);
    }
}
