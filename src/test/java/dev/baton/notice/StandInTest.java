package dev.baton.notice;

import static dev.baton.notice.PostRoom.CHANNEL;
import static dev.baton.notice.PostRoom.MAYA;
import static dev.baton.notice.PostRoom.MONA;
import static dev.baton.notice.PostRoom.OTTO;
import static dev.baton.notice.PostRoom.SAM;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.store.OnBothDatabases;
import java.time.Duration;

/** Who can never be reached is stood in for. */
class StandInTest {

    @OnBothDatabases
    void the_stand_in_gets_the_same_card_once_and_it_is_kept_true(PostRoom room) {
        room.tellInstead(MAYA, MONA, OTTO);
        room.slack.without(MAYA);
        String key = room.owe("card", "request:1", MAYA);
        room.run();
        assertThat(room.slack.posts()).containsExactly("DU0MONA card 1 instead of U0MAYA");
        assertThat(room.row(key)).returns("dead", PostRoom.Row::state);
        assertThat(room.row(key).error()).contains("user_disabled");
        room.change("request:1", 2);
        room.run();
        assertThat(room.slack.updates()).containsExactly("DU0MONA card 2 instead of U0MAYA");
        assertThat(room.slack.posts()).hasSize(1);
    }

    @OnBothDatabases
    void when_the_stand_in_is_gone_too_the_next_in_line_is_told_and_nobody_twice(PostRoom room) {
        room.tellInstead(MONA, SAM, MONA, OTTO);
        room.slack.without(MAYA).without(MONA).without(SAM);
        room.owe("card", "request:1", MAYA);
        room.run();
        assertThat(room.slack.posts()).containsExactly("DU0OTTO card 1 instead of U0MAYA");
        assertThat(room.count("dead")).isEqualTo(3);
    }

    @OnBothDatabases
    void what_was_withdrawn_and_cannot_even_be_looked_for_is_nobodys_loss(PostRoom room) {
        room.tellInstead(MONA);
        String key = room.owe("card", "request:1", MAYA);
        room.slack.losesTheAnswer().refusesToLook(new Outcome.Dead("channel_not_found"));
        room.run();
        room.act(act -> room.notices.withdraw(act, key));
        room.pass(PostRoom.SETTLE.plusSeconds(1));
        room.run();
        assertThat(room.state(key)).isEqualTo("withdrawn");
        assertThat(room.alerts()).isEmpty();
        assertThat(room.count("pending")).isZero();
    }

    @OnBothDatabases
    void what_is_withdrawn_while_slack_refuses_it_is_nobodys_loss_either(PostRoom room) {
        room.tellInstead(MONA);
        String key = room.owe("card", "request:1", MAYA);
        room.slack.refuses("user_disabled", () -> room.act(act -> room.notices.withdraw(act, key)));
        room.run();
        assertThat(room.state(key)).isEqualTo("withdrawn");
        assertThat(room.alerts()).isEmpty();
        assertThat(room.slack.posts()).isEmpty();
    }

    @OnBothDatabases
    void who_has_left_is_not_even_tried_and_the_stand_in_is_told(PostRoom room) {
        room.tellInstead(MONA);
        room.leaves(MAYA);
        String key = room.owe("card", "request:1", MAYA);
        room.run();
        assertThat(room.slack.posts()).containsExactly("DU0MONA card 1 instead of U0MAYA");
        assertThat(room.row(key)).returns("dead", PostRoom.Row::state);
        assertThat(room.row(key).error()).contains("no longer works here");
    }

    @OnBothDatabases
    void what_concerns_a_leaver_alone_ends_without_a_word_also_where_they_had_talked_before(PostRoom room) {
        room.owe("receipt", "request:1", SAM);
        room.run();
        room.leaves(SAM);
        String key = room.owe("reminder", "request:1", SAM);
        room.run();
        assertThat(room.slack.posts()).containsExactly("DU0SAM receipt 1");
        assertThat(room.state(key)).isEqualTo("withdrawn");
        assertThat(room.alerts()).isEmpty();
    }

    @OnBothDatabases
    void what_a_leaver_has_read_is_not_brought_up_to_date_any_more(PostRoom room) {
        room.owe("receipt", "request:1", SAM);
        room.run();
        room.leaves(SAM);
        room.change("request:1", 2);
        room.run();
        assertThat(room.slack.updates()).isEmpty();
        assertThat(room.count("pending")).isZero();
    }

    @OnBothDatabases
    void when_nobody_is_left_it_ends(PostRoom room) {
        room.tellInstead(MONA, SAM);
        room.slack.without(MAYA).without(MONA).without(SAM);
        room.owe("card", "request:1", MAYA);
        room.run();
        assertThat(room.slack.posts()).isEmpty();
        assertThat(room.count("dead")).isEqualTo(3);
        assertThat(room.count("pending")).isZero();
    }

    @OnBothDatabases
    void owed_anew_to_somebody_gone_the_stand_in_is_told_anew(PostRoom room) {
        room.tellInstead(MONA);
        room.slack.without(MAYA);
        room.owe("card", "request:1", MAYA);
        room.run();
        room.business.move(Duration.ofDays(1));
        room.owe("card", "request:1", MAYA);
        room.run();
        assertThat(room.slack.posts()).hasSize(2);
    }

    @OnBothDatabases
    void a_channel_that_is_archived_has_nobody_to_stand_in_without_a_word_of_its_kind(PostRoom room) {
        String key = room.owe("card", "request:1", CHANNEL);
        room.slack.answers(new Outcome.Dead("is_archived"));
        room.run();
        assertThat(room.row(key)).returns("dead", PostRoom.Row::state);
        assertThat(room.run()).isZero();
    }
}
