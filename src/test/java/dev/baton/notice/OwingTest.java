package dev.baton.notice;

import static dev.baton.notice.PostRoom.CHANNEL;
import static dev.baton.notice.PostRoom.MAYA;
import static dev.baton.notice.PostRoom.MONA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.store.OnBothDatabases;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What desks do: owe, owe again, withdraw, and ask what is coming. */
class OwingTest {
    private static final Instant NINE = Instant.parse("2024-03-04T09:00:00Z");
    private static final Instant TEN = Instant.parse("2024-03-04T10:00:00Z");
    private static final Instant NOON = Instant.parse("2024-03-04T12:00:00Z");
    private static final Duration HOUR = Duration.ofHours(1);
    private static final String KEY = "request:1:card";

    @OnBothDatabases
    void what_is_owed_is_said_when_it_is_due_and_not_before(PostRoom room) {
        room.owe("card", "request:1", MAYA, TEN);
        assertThat(room.run()).isZero();
        room.business.move(HOUR.minusMillis(1));
        assertThat(room.run()).isZero();
        room.business.move(Duration.ofMillis(1));
        room.run();
        assertThat(room.slack.posts()).containsExactly("DU0MAYA card 1");
        assertThat(room.state(KEY)).isEqualTo("sent");
    }

    @OnBothDatabases
    void an_act_that_fails_owes_nothing(PostRoom room) {
        try {
            room.act(act -> {
                room.notices.owe(act, Owed.now("card", "request:1", MAYA, act.now()));
                throw new IllegalArgumentException("refused");
            });
        } catch (IllegalArgumentException refused) {
            assertThat(refused).hasMessage("refused");
        }
        assertThat(room.run()).isZero();
    }

    @OnBothDatabases
    void owing_the_same_again_changes_nothing_pending_or_sent(PostRoom room) {
        room.owe("card", "request:1", MAYA, NINE);
        room.owe("card", "request:1", MAYA, NINE);
        assertThat(room.row(KEY).gen()).isZero();
        room.run();
        room.owe("card", "request:1", MAYA, NINE);
        room.run();
        assertThat(room.slack.posts()).hasSize(1);
        assertThat(room.row(KEY).gen()).isZero();
    }

    @OnBothDatabases
    void another_time_moves_what_is_pending_and_begins_a_generation(PostRoom room) {
        room.owe("card", "request:1", MAYA, TEN);
        room.owe("card", "request:1", MAYA, NOON);
        assertThat(room.row(KEY)).returns(1L, PostRoom.Row::gen).returns(NOON, PostRoom.Row::dueAt);
        room.business.move(HOUR);
        assertThat(room.run()).isZero();
        room.business.move(HOUR.multipliedBy(2));
        assertThat(room.run()).isEqualTo(1);
    }

    @OnBothDatabases
    void another_recipient_moves_it_too(PostRoom room) {
        room.owe("card", "request:1", MAYA, NINE);
        room.owe("card", "request:1", MONA, NINE);
        room.run();
        assertThat(room.slack.posts()).containsExactly("DU0MONA card 1");
        assertThat(room.row(KEY).gen()).isEqualTo(1);
    }

    @OnBothDatabases
    void another_time_in_the_past_is_no_change_so_a_message_under_way_is_not_doubled(PostRoom room) {
        room.owe("card", "request:1", MAYA, NINE);
        room.slack.meanwhile(() -> {
            room.business.move(Duration.ofSeconds(1));
            room.owe("card", "request:1", MAYA, room.acts.now());
        });
        room.run();
        assertThat(room.slack.posts()).hasSize(1);
        assertThat(room.state(KEY)).isEqualTo("sent");
    }

    @OnBothDatabases
    void what_was_sent_stays_sent_unless_its_new_time_lies_ahead(PostRoom room) {
        room.owe("card", "request:1", MAYA, NINE);
        room.run();
        room.business.move(HOUR);
        room.owe("card", "request:1", MAYA, TEN);
        assertThat(room.state(KEY)).isEqualTo("sent");
        room.owe("card", "request:1", MAYA, NOON);
        assertThat(room.row(KEY)).returns("pending", PostRoom.Row::state).returns(1L, PostRoom.Row::gen);
        room.business.move(HOUR.multipliedBy(2));
        room.run();
        assertThat(room.slack.posts()).hasSize(2);
    }

    @OnBothDatabases
    void what_is_withdrawn_is_not_said_and_may_be_owed_again(PostRoom room) {
        room.owe("card", "request:1", MAYA, NINE);
        room.act(act -> room.notices.withdraw(act, KEY));
        assertThat(room.run()).isZero();
        assertThat(room.state(KEY)).isEqualTo("withdrawn");
        room.owe("card", "request:1", MAYA, NINE);
        room.run();
        assertThat(room.slack.posts()).hasSize(1);
    }

    @OnBothDatabases
    void withdrawing_what_was_sent_leaves_it_sent(PostRoom room) {
        room.owe("card", "request:1", MAYA, NINE);
        room.run();
        room.act(act -> room.notices.withdraw(act, KEY));
        assertThat(room.state(KEY)).isEqualTo("sent");
    }

    @OnBothDatabases
    void what_is_withdrawn_or_moved_between_claim_and_call_is_not_said(PostRoom room) {
        room.owe("card", "request:1", MAYA, NINE);
        room.owe("card", "request:2", MAYA, NINE);
        room.whileRendering(() -> {
            room.act(act -> room.notices.withdraw(act, KEY));
            room.owe("card", "request:2", MAYA, NOON);
        });
        room.run();
        assertThat(room.slack.posts()).isEmpty();
        assertThat(room.state(KEY)).isEqualTo("withdrawn");
        assertThat(room.row("request:2:card")).returns("pending", PostRoom.Row::state);
    }

    @OnBothDatabases
    void what_is_withdrawn_during_the_call_stands_and_is_shown_as_settled(PostRoom room) {
        String key = room.owe("card", "request:1", MAYA);
        room.slack.meanwhile(() -> room.act(act -> {
            room.change(act, "request:1", 0);
            room.notices.withdraw(act, key);
        }));
        room.run();
        assertThat(room.row(key)).returns("sent", PostRoom.Row::state);
        assertThat(room.slack.posts()).containsExactly("DU0MAYA card 1");
        assertThat(room.slack.updates()).containsExactly("DU0MAYA card settled");
    }

    @OnBothDatabases
    void what_is_withdrawn_while_a_try_is_unclear_is_found_and_shown_as_settled(PostRoom room) {
        String key = room.owe("card", "request:1", MAYA);
        room.slack.losesTheAnswer();
        room.run();
        room.act(act -> {
            room.change(act, "request:1", 0);
            room.notices.withdraw(act, key);
        });
        room.pass(PostRoom.SETTLE.plusSeconds(1));
        room.run();
        assertThat(room.slack.posts()).containsExactly("DU0MAYA card 1");
        assertThat(room.slack.updates()).containsExactly("DU0MAYA card settled");
        assertThat(room.state(key)).isEqualTo("sent");
    }

    @OnBothDatabases
    void what_is_withdrawn_while_a_try_is_unclear_that_did_not_get_through_is_not_said(PostRoom room) {
        String key = room.owe("card", "request:1", MAYA);
        room.slack.answers(new Outcome.Unknown("http_500"));
        room.run();
        room.act(act -> room.notices.withdraw(act, key));
        assertThat(room.acts.<List<Notices.Coming>>read(read -> room.notices.coming(read, 9)))
                .isEmpty();
        room.pass(PostRoom.SETTLE.plusSeconds(1));
        room.run();
        assertThat(room.slack.looks()).isEqualTo(1);
        assertThat(room.slack.posts()).isEmpty();
        assertThat(room.state(key)).isEqualTo("withdrawn");
    }

    @OnBothDatabases
    void what_is_withdrawn_and_owed_again_while_a_try_is_unclear_is_said_once(PostRoom room) {
        String key = room.owe("card", "request:1", MAYA);
        room.slack.losesTheAnswer();
        room.run();
        room.act(act -> room.notices.withdraw(act, key));
        room.owe("card", "request:1", MAYA);
        room.pass(PostRoom.SETTLE.plusSeconds(1));
        room.run();
        assertThat(room.slack.posts()).containsExactly("DU0MAYA card 1");
        assertThat(room.state(key)).isEqualTo("sent");
    }

    @OnBothDatabases
    void what_is_withdrawn_under_the_hands_of_one_who_is_gone_is_found_and_shown_as_settled(PostRoom room) {
        String key = room.owe("card", "request:1", CHANNEL);
        NoticeRow gone = room.claim().get(0);
        room.slack.accept(
                new Try(key, 0, gone.tryId(), Verb.POST, CHANNEL, Optional.empty(), Optional.empty(), gone.firstTry()),
                new Message("card 1", "[]"));
        room.act(act -> {
            room.change(act, "request:1", 0);
            room.notices.withdraw(act, key);
        });
        room.restart(PostRoom.FAST);
        room.passOnMachine(NoticeRunner.LEASE.plusSeconds(1));
        room.run();
        assertThat(room.slack.posts()).hasSize(1);
        assertThat(room.slack.updates()).containsExactly("C0NWB card settled");
        assertThat(room.state(key)).isEqualTo("sent");
    }

    @OnBothDatabases
    void what_gets_another_recipient_during_the_call_reaches_both_and_the_late_record_harms_nothing(PostRoom room) {
        room.owe("card", "request:1", MAYA, NINE);
        NoticeRow first = room.claim().get(0);
        room.slack.meanwhile(() -> {
            room.owe("card", "request:1", MONA, NINE);
            room.run();
        });
        room.finish(first);
        room.run();
        assertThat(room.slack.posts()).containsExactlyInAnyOrder("DU0MAYA card 1", "DU0MONA card 1");
        String mona = room.slack.posted().stream()
                .filter(said -> said.channel().equals("DU0MONA"))
                .findFirst()
                .orElseThrow()
                .ts();
        assertThat(room.row(KEY).ts()).contains(mona);
    }

    @OnBothDatabases
    void what_is_settled_before_it_was_said_is_withdrawn(PostRoom room) {
        String key = room.owe("card", "request:1", MAYA);
        room.change("request:1", 0);
        room.run();
        assertThat(room.slack.posts()).isEmpty();
        assertThat(room.row(key)).returns("withdrawn", PostRoom.Row::state);
    }

    @OnBothDatabases
    void what_comes_too_late_expires_and_may_be_owed_anew(PostRoom room) {
        room.owe("reminder", "meeting:1", MAYA, NINE);
        room.owe("reminder", "meeting:2", MAYA, TEN);
        room.business.move(HOUR.plusMillis(1));
        room.run();
        assertThat(room.state("meeting:1:reminder")).isEqualTo("expired");
        assertThat(room.slack.posts()).containsExactly("DU0MAYA reminder 1");
        room.owe("reminder", "meeting:1", MAYA, NOON);
        assertThat(room.state("meeting:1:reminder")).isEqualTo("pending");
    }

    @OnBothDatabases
    void what_is_coming_is_told_soonest_first(PostRoom room) {
        room.owe("card", "request:2", MAYA, NOON);
        room.owe("card", "request:1", CHANNEL, TEN);
        room.owe("card", "request:3", MAYA, NINE);
        room.run();
        assertThat(room.acts.<List<Notices.Coming>>read(read -> room.notices.coming(read, 10)))
                .containsExactly(
                        new Notices.Coming(TEN, "card", "request:1", CHANNEL),
                        new Notices.Coming(NOON, "card", "request:2", MAYA));
    }
}
