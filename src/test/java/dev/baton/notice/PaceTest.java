package dev.baton.notice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.store.OnBothDatabases;
import java.time.Duration;
import java.util.List;

/** How fast, in which order, and that nobody is kept waiting by somebody else's queue. */
class PaceTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    @OnBothDatabases
    void one_recipient_gets_a_message_a_second_and_others_do_not_wait_for_that(PostRoom room) {
        room.restart(PostRoom.rates(60, Double.POSITIVE_INFINITY));
        for (int i = 0; i < 40; i++) {
            oweNext(room, "request:" + i, "CBUSY");
        }
        oweNext(room, "request:last", "CQUIET");
        room.run();
        assertThat(room.slack.posts()).containsExactly("CBUSY card 1", "CQUIET card 1");
        for (int second = 2; second < 5; second++) {
            room.pass(SECOND);
            room.run();
            assertThat(room.slack.posts()).hasSize(second + 1);
        }
    }

    @OnBothDatabases
    void the_nearest_deadline_is_first_and_a_recipient_reads_in_order(PostRoom room) {
        room.restart(PostRoom.rates(60, Double.POSITIVE_INFINITY));
        List<String> expected = List.of("request:0", "request:1", "request:2", "request:3", "request:4", "request:5");
        for (int i = 5; i >= 0; i--) {
            room.owe("card", "request:" + i, "C1", room.acts.now().minusSeconds(100 - i));
        }
        for (int second = 0; second < 6; second++) {
            room.run();
            room.pass(SECOND);
        }
        assertThat(room.slack.posted())
                .extracting(said -> said.key().replace(":card", ""))
                .isEqualTo(expected);
    }

    @OnBothDatabases
    void no_more_is_claimed_than_the_workspace_may_send(PostRoom room) {
        room.restart(PostRoom.rates(60, 120));
        for (int i = 0; i < 30; i++) {
            oweNext(room, "request:" + i, "C" + i);
        }
        room.run();
        assertThat(room.slack.posts()).as("the bucket holds ten").hasSize(10);
        assertThat(room.count("pending")).isEqualTo(20);
        room.pass(SECOND);
        room.run();
        assertThat(room.slack.posts()).as("two a second").hasSize(12);
        assertThat(room.database.<Integer>read(
                        read -> read.createQuery("SELECT COUNT(*) FROM notice WHERE attempts > 0 AND state = 'pending'")
                                .mapTo(int.class)
                                .one()))
                .as("the rest was not even touched")
                .isZero();
    }

    @OnBothDatabases
    void updates_have_a_budget_of_their_own(PostRoom room) {
        for (int i = 0; i < 10; i++) {
            oweNext(room, "request:1", "C" + i);
        }
        room.run();
        room.restart(new Pacing.Rates(60, 12, 6, PostRoom.SETTLE));
        room.change("request:1", 2);
        for (int i = 0; i < 5; i++) {
            oweNext(room, "request:2", "CNEW" + i);
        }
        room.run();
        assertThat(room.slack.updates()).hasSize(1);
        assertThat(room.slack.posts()).hasSize(11);
        room.pass(Duration.ofSeconds(10));
        room.run();
        assertThat(room.slack.updates()).hasSize(2);
        assertThat(room.slack.posts()).hasSize(12);
    }

    @OnBothDatabases
    void what_turns_out_to_be_settled_costs_none_of_the_budget(PostRoom room) {
        room.restart(PostRoom.rates(60, 12));
        for (int i = 0; i < 20; i++) {
            oweNext(room, "request:1", "C" + i);
        }
        room.change("request:1", 0);
        oweNext(room, "request:2", "C3");
        room.run();
        assertThat(room.slack.posts()).containsExactly("C3 card 1");
        assertThat(room.count("withdrawn")).isEqualTo(20);
    }

    @OnBothDatabases
    void whom_slack_asks_to_leave_alone_is_left_alone_for_all_messages(PostRoom room) {
        oweNext(room, "request:1", "C1");
        oweNext(room, "request:2", "C1");
        oweNext(room, "request:3", "C2");
        room.slack.answers(new Outcome.Retry(Duration.ofSeconds(30), "ratelimited"));
        room.run();
        assertThat(room.slack.posts()).containsExactly("C2 card 1");
        room.pass(Duration.ofSeconds(31));
        room.run();
        assertThat(room.slack.posted())
                .extracting(ScriptedSlack.Said::key)
                .containsExactly("request:3:card:C2", "request:1:card:C1", "request:2:card:C1");
    }

    @OnBothDatabases
    void a_clock_that_is_set_back_closes_nobody_for_an_hour(PostRoom room) {
        room.restart(PostRoom.rates(60, 240));
        oweNext(room, "request:1", "C1");
        room.run();
        room.machine.move(Duration.ofHours(-1));
        oweNext(room, "request:2", "C1");
        room.run();
        assertThat(room.slack.posts()).hasSize(2);
    }

    private static void oweNext(PostRoom room, String subject, String recipient) {
        room.owe("card", subject, recipient);
    }
}
