package dev.baton.operations;

import static dev.baton.Cast.LENA;
import static dev.baton.Cast.OTTO;
import static dev.baton.Cast.SAM;
import static dev.baton.Cast.SOL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.Cast;
import dev.baton.account.AccountStore;
import dev.baton.account.Accounts;
import dev.baton.account.Acts;
import dev.baton.account.HistoryStore;
import dev.baton.account.Permissions;
import dev.baton.account.Permit;
import dev.baton.account.Permit.Grant;
import dev.baton.account.Person;
import dev.baton.account.Refusal;
import dev.baton.account.Roster;
import dev.baton.account.SalesforceId;
import dev.baton.account.Standing;
import dev.baton.account.When;
import dev.baton.handbook.Role;
import dev.baton.notice.Failed;
import dev.baton.notice.FailureStore;
import dev.baton.notice.NoticeStore;
import dev.baton.notice.Notices;
import dev.baton.notice.Owed;
import dev.baton.operations.OperationsFeature.Vitals;
import dev.baton.operations.Trouble.Seen;
import dev.baton.store.Database;
import dev.baton.store.OnBothDatabases;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;

/** Decisions about what did not get through: by administrators, and each with one effect. */
class OperationsDeskTest {
    private static final String DIGEST = "digest";

    private static final Roster TWO_ADMINS = Cast.with(new Person(
            LENA,
            "Lena",
            Set.of(Role.SA_LEADER, Role.ADMIN),
            List.of("AMER_EAST"),
            "America/New_York",
            Cast.person(LENA).capacity(),
            List.of()));

    @OnBothDatabases
    void two_administrators_who_try_it_again_at_once_have_it_tried_once(Database database) {
        Room room = new Room(database, 1);
        Seen seen = room.desk.overview(OTTO, 0).troubles().get(0).seen();
        List<String> answers =
                room.together(() -> room.desk.retry(OTTO, "one", seen), () -> room.desk.retry(LENA, "two", seen));
        assertThat(answers).hasSize(2).containsOnlyOnce("done");
        assertThat(room.count("pending")).isEqualTo(1);
    }

    @OnBothDatabases
    void a_press_that_slack_repeats_is_answered_and_changes_nothing(Database database) {
        Room room = new Room(database, 1);
        Seen seen = room.desk.overview(OTTO, 0).troubles().get(0).seen();
        room.desk.setAside(OTTO, "one", seen);
        room.desk.setAside(OTTO, "one", seen);
        assertThat(room.count("withdrawn")).isEqualTo(1);
    }

    @OnBothDatabases
    void handed_over_by_two_to_two_it_goes_to_one(Database database) {
        Room room = new Room(database, 1);
        Seen seen = room.desk.overview(OTTO, 0).troubles().get(0).seen();
        List<String> answers = room.together(
                () -> room.desk.handOver(OTTO, "one", seen, OTTO), () -> room.desk.handOver(LENA, "two", seen, LENA));
        assertThat(answers).hasSize(2).containsOnlyOnce("done");
        assertThat(room.count("pending")).isEqualTo(1);
        assertThat(room.count("withdrawn")).isEqualTo(1);
        assertThat(room.count("dead")).isZero();
    }

    @OnBothDatabases
    void nobody_is_told_the_same_twice_and_the_message_is_not_lost_over_it(Database database) {
        Room room = new Room(database, 1);
        Seen seen = room.desk.overview(OTTO, 0).troubles().get(0).seen();
        room.desk.handOver(OTTO, "one", seen, OTTO);
        room.die();
        Seen died = room.desk.overview(OTTO, 0).troubles().get(0).seen();
        assertThatThrownBy(() -> room.desk.handOver(OTTO, "two", died, OTTO)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> room.desk.handOver(OTTO, "three", died, "U0NOBODY"))
                .hasMessageContaining("I do not know this person");
        room.desk.handOver(OTTO, "four", died, LENA);
        assertThat(room.recipients("pending")).containsExactly(LENA);
        assertThat(room.count("dead")).isZero();
    }

    @OnBothDatabases
    void a_long_list_is_read_in_pages(Database database) {
        Room room = new Room(database, 25);
        assertThat(room.desk.overview(OTTO, 0))
                .returns(3, Overview::pages)
                .returns(25L, Overview::all)
                .satisfies(page -> assertThat(page.troubles()).hasSize(10));
        assertThat(room.desk.overview(OTTO, 2).troubles()).hasSize(5);
        assertThat(room.desk.overview(OTTO, 99).page())
                .as("a page that is gone is the last")
                .isEqualTo(2);
        assertThat(room.desk.overview(OTTO, -3).page()).isZero();
    }

    @OnBothDatabases
    void only_administrators_see_and_decide(Database database) {
        Room room = new Room(database, 1);
        Seen seen = room.desk.overview(OTTO, 0).troubles().get(0).seen();
        List<Runnable> attempts = List.of(
                () -> room.desk.overview(SAM, 0),
                () -> room.desk.handingOver(SAM, seen),
                () -> room.desk.retry(SAM, "one", seen),
                () -> room.desk.setAside(SAM, "two", seen),
                () -> room.desk.handOver(SAM, "three", seen, SOL));
        attempts.forEach(each -> assertThatThrownBy(each::run).isInstanceOf(Refusal.class));
        assertThat(room.count("dead")).isEqualTo(1);
    }

    @OnBothDatabases
    void what_is_about_no_account_is_handed_to_nobody(Database database) {
        Room room = new Room(database, 0);
        room.givenUp(DIGEST);
        Trouble trouble = room.desk.overview(OTTO, 0).troubles().get(0);
        assertThat(trouble.canBeHandedOver()).isFalse();
        assertThatThrownBy(() -> room.desk.handingOver(OTTO, trouble.seen())).hasMessageContaining("which account");
        assertThatThrownBy(() -> room.desk.handOver(OTTO, "one", trouble.seen(), SOL))
                .hasMessageContaining("who may read it");
        assertThat(room.count("dead")).isEqualTo(1);
    }

    @OnBothDatabases
    void what_is_owed_every_week_is_set_aside_for_this_week_only(Database database) {
        Room room = new Room(database, 0);
        room.givenUp(DIGEST);
        room.desk.setAside(
                OTTO, "one", room.desk.overview(OTTO, 0).troubles().get(0).seen());
        assertThat(room.count("dead")).isZero();
        assertThat(room.recipients("pending")).containsExactly(SAM);
        assertThat(room.desk.overview(OTTO, 0).health())
                .returns(0L, Health::due)
                .returns(1L, Health::later);
    }

    /** Messages that were given up. */
    private static final class Room {
        private final Database database;
        private final Acts acts;
        private final Notices notices;
        private final OperationsDesk desk;

        Room(Database database, int dead) {
            this.database = database;
            InstantSource still = InstantSource.fixed(Cast.NOW);
            acts = new Acts(database, still);
            notices = new Notices(new NoticeStore(database.dialect()), Cast.people());
            HistoryStore history = new HistoryStore();
            Permissions permissions = new Permissions(Cast.HANDBOOK);
            permissions.add(List.of(
                    Permit.of(OperationsDesk.SEE, "see", Grant.to(Standing.ADMIN)),
                    Permit.of(OperationsDesk.MEND, "decide", Grant.to(Standing.ADMIN))));
            desk = new OperationsDesk(
                    acts,
                    Cast.people(TWO_ADMINS),
                    permissions,
                    new Accounts(new AccountStore(), history),
                    history,
                    notices,
                    new FailureStore(database.dialect(), Duration.ofSeconds(11), still),
                    new Vitals(Optional::empty, Optional::empty, Optional::empty, Optional::empty),
                    new Unworded());
            acts.own("test", act -> {
                new AccountStore().save(act, Cast.account(Cast.NORTHWIND));
                IntStream.range(0, dead)
                        .forEach(i -> notices.owe(act, Owed.now("kind", "subject:" + i, SAM, act.now())));
                return dead;
            });
            die();
        }

        void givenUp(String kind) {
            acts.own("test", act -> {
                notices.owe(act, Owed.now(kind, kind, SAM, act.now()));
                return kind;
            });
            die();
        }

        void die() {
            database.write(
                    tx -> tx.execute(
                            "UPDATE notice SET state = 'dead', last_error = 'chat.postMessage: is_archived' WHERE state = 'pending'"));
        }

        List<String> together(Runnable... decisions) {
            return List.of(decisions).stream()
                    .map(each -> CompletableFuture.supplyAsync(() -> outcome(each)))
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .toList();
        }

        private static String outcome(Runnable decision) {
            try {
                decision.run();
                return "done";
            } catch (Refusal refusal) {
                return refusal.words();
            }
        }

        long count(String state) {
            return recipients(state).size();
        }

        List<String> recipients(String state) {
            return database.read(
                    read -> read.createQuery("SELECT recipient FROM notice WHERE state = :state ORDER BY id")
                            .bind("state", state)
                            .mapTo(String.class)
                            .list());
        }
    }

    private static final class Unworded implements OperationsDesk.Wording {
        @Override
        public Optional<String> words(Failed failed, Handle read, Instant now) {
            return Optional.of("words of " + failed.key());
        }

        @Override
        public Optional<SalesforceId> account(Failed failed, Handle read) {
            return failed.kind().equals(DIGEST)
                    ? Optional.empty()
                    : Optional.of(Cast.account(Cast.NORTHWIND).id());
        }

        @Override
        public Optional<When> next(Failed failed, Instant now, Handle read) {
            return failed.kind().equals(DIGEST) ? Optional.of(When.at(now.plus(Duration.ofDays(7)))) : Optional.empty();
        }
    }
}
