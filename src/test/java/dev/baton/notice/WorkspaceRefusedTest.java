package dev.baton.notice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.store.OnBothDatabases;
import java.time.Duration;

/** While Slack refuses the whole workspace everything is kept, and one try at a time tells when it works again. */
class WorkspaceRefusedTest {
    private static final Outcome REFUSED = new Outcome.Pause("invalid_auth");

    @OnBothDatabases
    void everything_stays_owed_and_goes_out_when_it_works_again(PostRoom room) {
        oweTen(room);
        refuse(room, 4);
        room.run();
        assertThat(room.paused()).contains("invalid_auth");
        assertThat(room.count("pending")).isEqualTo(10);
        assertThat(room.run()).isZero();
        room.pass(Dispatch.PAUSE);
        room.run();
        assertThat(room.paused()).isEmpty();
        assertThat(room.slack.posts()).hasSize(10);
        assertThat(room.slack.looks()).as("a refusal is a definite no").isZero();
    }

    @OnBothDatabases
    void one_probe_is_made_at_a_time(PostRoom room) {
        oweTen(room);
        refuse(room, 4);
        room.run();
        for (int again = 0; again < 3; again++) {
            room.pass(Dispatch.PAUSE);
            NoticeRow probe = room.claim().get(0);
            assertThat(room.claim()).isEmpty();
            refuse(room, 1);
            room.finish(probe);
            assertThat(room.claim()).as("it waits again").isEmpty();
        }
        assertThat(room.count("pending")).isEqualTo(10);
    }

    @OnBothDatabases
    void a_notice_that_is_settled_proves_nothing_about_slack(PostRoom room) {
        oweTen(room);
        refuse(room, 4);
        room.run();
        for (int i = 0; i < 5; i++) {
            room.change("request:" + i, 0);
        }
        refuse(room, 1);
        room.pass(Dispatch.PAUSE);
        assertThat(room.run())
                .as("five that are settled, and one that asks Slack")
                .isEqualTo(6);
        assertThat(room.paused()).isPresent();
        assertThat(room.count("pending")).isEqualTo(5);
    }

    @OnBothDatabases
    void when_nothing_is_left_to_try_it_does_not_stay_refused_for_ever(PostRoom room) {
        String key = room.owe("card", "request:1", PostRoom.CHANNEL);
        refuse(room, 1);
        room.run();
        room.act(act -> room.notices.withdraw(act, key));
        room.pass(Duration.ofSeconds(5));
        room.run();
        assertThat(room.paused()).isPresent();
        room.pass(Dispatch.PAUSE);
        room.run();
        assertThat(room.paused()).isEmpty();
    }

    private static void oweTen(PostRoom room) {
        for (int i = 0; i < 10; i++) {
            room.owe("card", "request:" + i, "C" + i);
        }
    }

    private static void refuse(PostRoom room, int times) {
        for (int i = 0; i < times; i++) {
            room.slack.answers(REFUSED);
        }
    }
}
