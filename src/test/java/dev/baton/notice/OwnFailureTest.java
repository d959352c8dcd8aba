package dev.baton.notice;

import static dev.baton.notice.PostRoom.CHANNEL;
import static dev.baton.notice.PostRoom.MAYA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.store.OnBothDatabases;
import java.time.Duration;

/** Failures of ours: a screen that cannot be drawn, an outlet that throws, a database that is gone for a moment. */
class OwnFailureTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    @OnBothDatabases
    void a_kind_that_fails_waits_longer_each_time_and_keeps_nobody_else_waiting(PostRoom room) {
        String broken = room.owe("broken", "request:1", MAYA);
        room.owe("card", "request:2", MAYA);
        room.run();
        assertThat(room.slack.posts()).containsExactly("DU0MAYA card 1");
        assertThat(room.row(broken))
                .returns("pending", PostRoom.Row::state)
                .returns(1L, PostRoom.Row::attempts)
                .returns(false, PostRoom.Row::unresolved);
        assertThat(room.row(broken).error())
                .hasValueSatisfying(why -> assertThat(why).contains("cannot be drawn"));
        room.pass(SECOND.multipliedBy(3));
        assertThat(room.run()).isEqualTo(1);
        room.pass(SECOND.multipliedBy(3));
        assertThat(room.run()).isZero();
        room.pass(SECOND.multipliedBy(2));
        assertThat(room.run()).isEqualTo(1);
    }

    @OnBothDatabases
    void a_kind_that_nobody_words_waits(PostRoom room) {
        String key = room.owe("of.tomorrow", "request:1", MAYA);
        room.run();
        assertThat(room.row(key)).returns("pending", PostRoom.Row::state);
        assertThat(room.row(key).error())
                .hasValueSatisfying(why -> assertThat(why).contains("of.tomorrow"));
    }

    @OnBothDatabases
    void an_outlet_that_breaks_its_word_and_throws_leaves_a_doubt(PostRoom room) {
        String key = room.owe("card", "request:1", CHANNEL);
        room.slack.meanwhile(() -> {
            throw new IllegalStateException("out of its depth");
        });
        room.run();
        assertThat(room.row(key)).returns("pending", PostRoom.Row::state).returns(true, PostRoom.Row::unresolved);
        room.pass(Duration.ofMinutes(1));
        room.run();
        assertThat(room.slack.looks()).isEqualTo(1);
        assertThat(room.slack.posts()).hasSize(1);
    }

    @OnBothDatabases
    void a_database_that_fails_after_slack_accepted_loses_nothing_and_doubles_nothing(PostRoom room) {
        String key = room.owe("card", "request:1", CHANNEL);
        NoticeRow row = room.claim().get(0);
        room.slack.meanwhile(() -> rename(room, "notice", "unplugged"));
        assertThat(room.finish(row)).isEqualTo(Ending.Plain.UNCLEAR);
        rename(room, "unplugged", "notice");
        assertThat(room.state(key)).isEqualTo("claimed");
        room.pass(NoticeRunner.LEASE.plus(SECOND));
        room.run();
        assertThat(room.slack.posts()).hasSize(1);
        assertThat(room.state(key)).isEqualTo("sent");
    }

    private static void rename(PostRoom room, String from, String to) {
        room.database.write(tx -> tx.execute("ALTER TABLE " + from + " RENAME TO " + to));
    }
}
