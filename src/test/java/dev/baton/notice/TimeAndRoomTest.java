package dev.baton.notice;

import static dev.baton.notice.PostRoom.CHANNEL;
import static dev.baton.notice.PostRoom.FAST;
import static dev.baton.notice.PostRoom.MAYA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.proof.Tally;
import dev.baton.store.Database.Dialect;
import dev.baton.store.NotWritten;
import dev.baton.store.OnBothDatabases;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** Clocks jump and disks fill up while notices are pending, claimed and unclear. Nothing is lost, and nothing said twice. */
class TimeAndRoomTest {
    private static final List<Duration> JUMPS = List.of(
            Duration.ofHours(3), Duration.ofDays(2), Duration.ofHours(-3), Duration.ofDays(-2), Duration.ofDays(-40));

    @OnBothDatabases
    void the_business_clock_jumps(PostRoom room) {
        everyJump(room, Duration.ofDays(1), (jumping, by) -> jumping.business.move(by));
    }

    /** Else the look-up after a lost answer would begin after the message. */
    @OnBothDatabases
    void when_the_clock_is_set_back_between_claim_and_call_nothing_is_sent_by_the_old_one(PostRoom room) {
        room.owe("card", "request:1", CHANNEL);
        NoticeRow claimed = room.claim().get(0);
        room.business.move(Duration.ofHours(-1));
        room.finish(claimed);
        assertThat(room.slack.posts()).isEmpty();
        room.business.move(Duration.ofHours(1));
        room.run();
        assertThat(room.slack.posts()).containsExactly("C0NWB card 1");
    }

    @OnBothDatabases
    void a_clock_set_back_during_a_call_whose_answer_is_lost_makes_the_look_up_begin_there(PostRoom room) {
        room.owe("card", "request:1", CHANNEL);
        room.slack.losesTheAnswer(() -> room.business.move(Duration.ofHours(-1)));
        room.run();
        Instant earlier = room.business.instant();
        room.business.move(Duration.ofHours(25));
        room.passOnMachine(Duration.ofMinutes(5));
        room.run();
        assertThat(room.slack.posts()).containsExactly("C0NWB card 1");
        assertThat(room.slack.lookedFrom()).isEqualTo(earlier);
    }

    /** Where leases go by the database's own clock the machine's moves pacing alone. */
    @OnBothDatabases
    void the_machines_clock_jumps(PostRoom room) {
        everyJump(room, ClaimStore.LONGEST_WAIT.dividedBy(40), (jumping, by) -> jumping.machine.move(by));
    }

    @OnBothDatabases
    void what_slack_put_off_does_not_wait_until_a_clock_that_was_set_back_has_caught_up(PostRoom room) {
        room.owe("card", "request:1", CHANNEL);
        room.slack.answers(new Outcome.Retry(Duration.ofSeconds(30), "ratelimited"));
        room.run();
        room.passOnMachine(Duration.ofDays(-1));
        room.run();
        assertThat(room.slack.posts()).containsExactly("C0NWB card 1");
    }

    @OnBothDatabases
    void however_long_slack_wants_to_be_left_alone_an_hour_is_the_longest(PostRoom room) {
        room.owe("card", "request:1", CHANNEL);
        room.slack.answers(new Outcome.Retry(Duration.ofHours(20), "ratelimited"));
        room.run();
        room.restart(FAST);
        room.pass(ClaimStore.LONGEST_WAIT.minusSeconds(10));
        assertThat(room.run()).isZero();
        room.pass(Duration.ofSeconds(11));
        room.run();
        assertThat(room.slack.posts()).hasSize(1);
    }

    @OnBothDatabases
    void nor_does_the_probe_while_slack_refuses_the_whole_workspace(PostRoom room) {
        room.owe("card", "request:1", CHANNEL);
        room.slack.answers(new Outcome.Pause("account_inactive"));
        room.run();
        assertThat(room.paused()).isPresent();
        room.passOnMachine(Duration.ofDays(-1));
        room.run();
        assertThat(room.paused()).isEmpty();
        assertThat(room.slack.posts()).hasSize(1);
    }

    @OnBothDatabases
    void both_jump(PostRoom room) {
        everyJump(room, Duration.ofDays(1), (jumping, by) -> {
            jumping.business.move(by);
            jumping.machine.move(by);
        });
    }

    private static void everyJump(PostRoom room, Duration pace, BiConsumer<PostRoom, Duration> jump) {
        int owed = 0;
        for (Duration by : JUMPS) {
            String pending = room.owe("card", "request:" + owed + ":pending", MAYA);
            String unclear = room.owe("card", "request:" + owed + ":unclear", CHANNEL);
            room.slack.losesTheAnswer().losesTheAnswer();
            room.run();
            String claimed = room.owe("card", "request:" + owed + ":claimed", PostRoom.SAM);
            room.claim();
            String later = "request:" + owed + ":later:card";
            room.owe(
                    "card",
                    "request:" + owed + ":later",
                    PostRoom.MONA,
                    room.business.instant().plusSeconds(60));
            jump.accept(room, by);
            room.restart(FAST);
            settle(room, pace);
            assertThat(Stream.of(pending, unclear, claimed, later).map(room::state))
                    .as("after " + by)
                    .containsOnly("sent");
            owed += 4;
        }
        assertThat(room.slack.posted())
                .hasSize(owed)
                .extracting(ScriptedSlack.Said::key)
                .doesNotHaveDuplicates();
        String store = room.database.dialect() == Dialect.SQLITE ? "SQLite" : "PostgreSQL";
        Tally.faults(
                        "clock jumps",
                        store,
                        JUMPS.size(),
                        owed,
                        room.slack.posted().size(),
                        0,
                        Duration.ZERO)
                .keep();
    }

    /**
     * Time goes on from there, past every lease, rest and due time. Due times that lie ahead after the business clock was set
     * back come when they come; the machine's clock puts nothing off for longer than the longest wait.
     */
    private static void settle(PostRoom room, Duration pace) {
        for (int round = 0; round < 50 && room.count("pending") + room.count("claimed") > 0; round++) {
            room.run();
            room.pass(round < 5 ? Duration.ofSeconds(61) : pace);
        }
    }

    @OnBothDatabases
    void what_cannot_be_claimed_for_good_is_not_sent_and_goes_out_when_there_is_room(PostRoom room) {
        Assumptions.assumeTrue(room.database.dialect() == Dialect.SQLITE, "whose disk can be filled by a test");
        int owed = 100;
        room.act(act -> IntStream.range(0, owed)
                .forEach(each -> room.notices.owe(act, Owed.now("card", "request:" + each, CHANNEL, act.now()))));
        limit(
                room,
                room.database.read(read ->
                        read.createQuery("PRAGMA page_count").mapTo(int.class).one()));
        assertThatThrownBy(room::run).isInstanceOf(NotWritten.class).hasMessage("the disk is full");
        assertThat(room.count("claimed")).isZero();
        assertThat(room.slack.posted()).as("each of them with its claim").hasSize((int) room.count("sent"));
        limit(room, 1_000_000);
        room.run();
        assertThat(room.slack.posted())
                .hasSize(owed)
                .extracting(ScriptedSlack.Said::key)
                .doesNotHaveDuplicates();
        Tally.faults("disk full", "SQLite", 1, owed, room.count("sent"), 0, Duration.ZERO)
                .keep();
    }

    private static void limit(PostRoom room, int pages) {
        room.database.write(tx -> tx.createQuery("PRAGMA max_page_count = " + pages)
                .mapTo(int.class)
                .one());
    }
}
