package dev.baton.notice;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.baton.Cast;
import dev.baton.store.Crowd;
import dev.baton.store.Database;
import dev.baton.store.Database.Dialect;
import dev.baton.store.FreshDatabase;
import dev.baton.store.OnBothDatabases;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.slf4j.LoggerFactory;

/** The loop with its threads, on clocks that run. */
class RunnerTest {
    private static final Duration DEADLINE = Duration.ofSeconds(60);
    private static final Duration SETTLE = Duration.ofMillis(50);
    private static final int CROWD = 1_500;

    @OnBothDatabases
    void what_is_owed_goes_out_while_it_runs_and_no_more_once_it_is_closed(PostRoom room) {
        try (NoticeRunner runner = runner(room.database, room, room.slack)) {
            runner.start();
            for (int i = 0; i < 20; i++) {
                room.owe("card", "request:" + i, "C" + i);
                runner.wake();
            }
            until("all are said", () -> room.slack.posts().size() == 20);
            room.change("request:7", 2);
            until("the change is shown", () -> room.slack.updates().contains("C7 card 2"));
        }
        room.owe("card", "request:late", "C1");
        assertThat(room.count("pending")).isEqualTo(1);
        assertThat(room.count("claimed")).isZero();
    }

    @OnBothDatabases
    void closing_waits_for_what_is_under_way_and_records_it(PostRoom room) {
        CountDownLatch calling = new CountDownLatch(1);
        CountDownLatch answer = new CountDownLatch(1);
        room.slack.meanwhile(() -> {
            calling.countDown();
            await(answer);
        });
        String key = room.owe("card", "request:1", "C1");
        NoticeRunner runner = runner(room.database, room, room.slack);
        runner.start();
        await(calling);
        Crowd.of(2, member -> {
            if (member == 0) {
                runner.close();
            } else {
                answer.countDown();
            }
        });
        assertThat(room.row(key)).returns("sent", PostRoom.Row::state);
    }

    @OnBothDatabases
    void one_that_was_never_started_closes_at_once(PostRoom room) {
        runner(room.database, room, room.slack).close();
        assertThat(room.slack.posts()).isEmpty();
    }

    @OnBothDatabases
    void it_outlives_a_database_that_fails_for_a_while(PostRoom room) {
        Logger log = (Logger) LoggerFactory.getLogger(NoticeRunner.class);
        ListAppender<ILoggingEvent> told = new ListAppender<>();
        log.setAdditive(false);
        log.setLevel(Level.ERROR);
        log.addAppender(told);
        told.start();
        try (NoticeRunner runner = runner(room.database, room, room.slack)) {
            runner.start();
            room.database.write(tx -> tx.execute("ALTER TABLE notice RENAME TO unplugged"));
            until("the loop has met the failure", () -> !told.list.isEmpty());
            room.database.write(tx -> tx.execute("ALTER TABLE unplugged RENAME TO notice"));
            room.owe("card", "request:1", "C1");
            until("it is said all the same", () -> room.slack.posts().size() == 1);
        } finally {
            log.detachAppender(told);
            log.setLevel(null);
            log.setAdditive(true);
        }
        assertThat(told.list.get(0).getFormattedMessage()).contains("could not read or claim; it goes on");
    }

    @OnBothDatabases
    void of_two_on_one_database_none_loses_and_none_doubles_whatever_slack_does(FreshDatabase fresh, PostRoom room) {
        int machines = fresh.dialect() == Dialect.POSTGRESQL ? 2 : 1;
        List<Flaky> outlets = new ArrayList<>();
        List<NoticeRunner> runners = new ArrayList<>();
        for (int i = 0; i < machines; i++) {
            Flaky outlet = new Flaky(room.slack);
            Database database = i == 0 ? room.database : fresh.open();
            outlets.add(outlet);
            runners.add(runner(database, room, outlet));
        }
        try {
            runners.forEach(NoticeRunner::start);
            room.act(act -> {
                for (int i = 0; i < CROWD; i++) {
                    room.notices.owe(act, Owed.now("card", "request:" + i, "C" + i, act.now()));
                }
            });
            until("all are said", () -> room.count("pending") + room.count("claimed") == 0);
        } finally {
            Crowd.of(machines, i -> runners.get(i).close());
        }
        Map<String, Long> times = room.slack.posted().stream()
                .collect(Collectors.groupingBy(ScriptedSlack.Said::key, Collectors.counting()));
        assertThat(times).hasSize(CROWD);
        assertThat(times.values()).containsOnly(1L);
        assertThat(outlets).allMatch(outlet -> outlet.calls.get() > 0);
        assertThat(outlets.stream().mapToInt(outlet -> outlet.lost.get()).sum()).isPositive();
    }

    /** Every hundredth call is not carried out, and every fiftieth is but nobody hears of it. */
    private record Flaky(ScriptedSlack slack, AtomicInteger calls, AtomicInteger lost) implements Outlet {
        Flaky(ScriptedSlack slack) {
            this(slack, new AtomicInteger(), new AtomicInteger());
        }

        @Override
        public String open(String person) {
            return slack.open(person);
        }

        @Override
        public Optional<String> find(Try attempt) {
            return slack.find(attempt);
        }

        @Override
        public Outcome perform(Try attempt, Message message) {
            int call = calls.incrementAndGet();
            if (call % 100 == 0) {
                return call % 200 == 0
                        ? new Outcome.Unknown("http_500")
                        : new Outcome.Retry(Duration.ofMillis(20), "ratelimited");
            }
            Outcome outcome = slack.accept(attempt, message);
            if (call % 50 == 0) {
                lost.incrementAndGet();
                return new Outcome.Unknown("timeout");
            }
            return outcome;
        }
    }

    private static NoticeRunner runner(Database database, PostRoom room, Outlet outlet) {
        double noLimit = Double.POSITIVE_INFINITY;
        return new NoticeRunner(
                database,
                room.store,
                Cast.people(),
                outlet,
                room.kinds(),
                new Pacing(new Pacing.Rates(noLimit, noLimit, noLimit, SETTLE)),
                room.business,
                InstantSource.system());
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(DEADLINE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void until(String what, BooleanSupplier condition) {
        long deadline = System.nanoTime() + DEADLINE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("did not come about: " + what);
            }
            LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
        }
    }
}
