package dev.baton.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.handbook.Deployment;
import dev.baton.handbook.Role;
import dev.baton.handbook.Segment;
import dev.baton.handbook.Stage;
import dev.baton.store.Crowd;
import dev.baton.store.Database;
import dev.baton.store.OnBothDatabases;
import dev.baton.store.Overtaken;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Nested;

/** What is kept of accounts, people and what happened. */
class StoresTest {
    private static final Instant NOW = Instant.parse("2024-03-04T09:00:00.123Z");
    private static final SalesforceId NORTHWIND = new SalesforceId("0015e00001NWBNK");
    private static final SalesforceId KESTREL = new SalesforceId("0015e00001KSTRL");
    private static final SalesforceId DEAL = new SalesforceId("0065e00001NWOPP");
    private static final SalesforceId WON = new SalesforceId("0065e00001NWWON");
    private static final SalesforceId LOST = new SalesforceId("0065e00001NWLST");
    private static final String CLEO = "U0CLEO";
    private static final String SAM = "U0SAM";

    private final AccountStore accounts = new AccountStore();
    private final HistoryStore history = new HistoryStore();
    private final PersonStore people = new PersonStore();

    @Nested
    class Accounts {
        @OnBothDatabases
        void an_account_comes_back_as_it_was_saved(Database database) {
            Account bare = account(NORTHWIND, "Nörthwind \"Bank\" & Söhne 🏦");
            save(database, bare);
            assertThat(read(database, NORTHWIND)).isEqualTo(with(bare, Optional.empty(), 1));
            Account full = new Account(
                    KESTREL,
                    "Kestrel Robotics",
                    Segment.MID_MARKET,
                    "AMER_WEST",
                    Optional.of(Deployment.DEDICATED),
                    Optional.of("Copper Finch"),
                    Optional.of("C0COP"),
                    Optional.of(CLEO),
                    Account.Phase.POST_SALES,
                    Optional.of("https://example.com/p"),
                    Optional.of(Tier.PREMIUM),
                    Map.of(Information.COMMAND_PLAN, "https://example.com/c"),
                    0);
            save(database, full);
            assertThat(read(database, KESTREL)).isEqualTo(with(full, full.csm(), 1));
        }

        @OnBothDatabases
        void a_change_is_saved_and_counts_the_version_up(Database database) {
            save(database, account(NORTHWIND, "Northwind"));
            save(database, read(database, NORTHWIND).withCsm(CLEO));
            assertThat(read(database, NORTHWIND))
                    .returns(Optional.of(CLEO), Account::csm)
                    .returns(2L, Account::version);
        }

        @OnBothDatabases
        void what_somebody_else_changed_meanwhile_is_not_overwritten(Database database) {
            save(database, account(NORTHWIND, "Northwind"));
            Account stale = read(database, NORTHWIND);
            save(database, stale.withCsm(CLEO));
            assertThatThrownBy(() -> save(database, stale)).isInstanceOf(Overtaken.class);
            assertThatThrownBy(() -> save(database, account(NORTHWIND, "Somebody else's")))
                    .isInstanceOf(Overtaken.class);
            assertThat(read(database, NORTHWIND))
                    .returns(Optional.of(CLEO), Account::csm)
                    .returns("Northwind", Account::name);
        }

        @OnBothDatabases
        void two_changes_at_the_same_moment_both_count(Database database) {
            save(database, account(NORTHWIND, "Northwind"));
            Acts acts = acts(database);
            Crowd.of(
                    2,
                    member -> acts.own("test", act -> {
                        Account now = accounts.account(act.handle(), NORTHWIND).orElseThrow();
                        accounts.save(
                                act,
                                member == 0
                                        ? now.withCsm(CLEO)
                                        : now.with(now.segment(), "EMEA", Optional.empty(), Optional.empty()));
                        return member;
                    }));
            assertThat(read(database, NORTHWIND))
                    .returns(Optional.of(CLEO), Account::csm)
                    .returns("EMEA", Account::region);
        }

        @OnBothDatabases
        void a_role_of_the_team_has_one_person(Database database) {
            save(database, account(NORTHWIND, "Northwind"));
            acts(database).own("test", act -> {
                accounts.saveTeam(act, NORTHWIND, Role.SA, SAM);
                accounts.saveTeam(act, NORTHWIND, Role.CSM, "U0CYRUS");
                accounts.saveTeam(act, NORTHWIND, Role.CSM, CLEO);
                accounts.saveTeam(act, NORTHWIND, Role.SERVICING_SA, "U0INES");
                accounts.saveTeam(act, NORTHWIND, Role.SERVICING_SA, "U0PABLO");
                return "";
            });
            assertThat(database.<Map<Role, String>>read(read -> accounts.team(read, NORTHWIND)))
                    .isEqualTo(Map.of(Role.SA, SAM, Role.CSM, CLEO, Role.SERVICING_SA, "U0PABLO"));
        }

        @OnBothDatabases
        void a_load_is_the_accounts_and_the_leading_deal_of_each(Database database) {
            save(database, account(NORTHWIND, "Northwind").withCsm(CLEO));
            save(database, account(KESTREL, "Kestrel").withCsm(CLEO));
            save(database, account(new SalesforceId("0015e00001HERON"), "Heron").withCsm("U0CYRUS"));
            save(database, account(new SalesforceId("0015e00001FJORD"), "Fjord"));
            save(database, opportunity(DEAL, Stage.NEGOTIATING, Optional.of(Money.dollars(50))));
            save(database, opportunity(WON, Stage.CLOSED_WON, Optional.of(Money.dollars(900))));
            save(database, opportunity(LOST, Stage.CLOSED_LOST, Optional.of(Money.dollars(7_000))));
            assertThat(database.<List<Load>>read(read -> accounts.loads(read)))
                    .containsExactly(new Load(CLEO, 2, Money.dollars(50)), new Load("U0CYRUS", 1, Money.dollars(0)));
        }
    }

    @Nested
    class History {
        @OnBothDatabases
        void what_happened_is_told_newest_first_also_within_one_moment(Database database) {
            save(database, account(NORTHWIND, "Northwind"));
            Acts acts = acts(database);
            acts.once(SAM, "view:V1:h", "modal", act -> {
                history.add(act, NORTHWIND, "request:1", "request.submitted", "REQ-1 to U0MAYA");
                history.add(act, NORTHWIND, "request:1", "request.assigned", "REQ-1 to U0CLEO");
                return "1";
            });
            HistoryStore.Line last =
                    new HistoryStore.Line("request:1", NOW, SAM, "modal", "request.assigned", "REQ-1 to U0CLEO");
            assertThat(database.<List<HistoryStore.Line>>read(read -> history.of(read, NORTHWIND, 10)))
                    .hasSize(2)
                    .startsWith(last);
            assertThat(database.<List<HistoryStore.Line>>read(read -> history.of(read, NORTHWIND, 1)))
                    .containsExactly(last);
        }

        @OnBothDatabases
        void an_act_that_is_refused_leaves_no_line_and_wakes_nobody(Database database) {
            save(database, account(NORTHWIND, "Northwind"));
            Acts acts = acts(database);
            AtomicBoolean woken = new AtomicBoolean();
            acts.afterCommit(() -> woken.set(true));
            assertThatThrownBy(() -> acts.once(SAM, "g", "modal", act -> {
                        history.add(act, NORTHWIND, "request:1", "request.submitted", "");
                        throw new Refusal("not now");
                    }))
                    .isInstanceOf(Refusal.class);
            assertThat(database.<List<HistoryStore.Line>>read(read -> history.of(read, NORTHWIND, 10)))
                    .isEmpty();
            assertThat(woken).isFalse();
        }
    }

    @Nested
    class People {
        @OnBothDatabases
        void a_direct_channel_is_kept_and_replaced(Database database) {
            assertThat(database.<Optional<String>>read(read -> people.directChannel(read, SAM)))
                    .isEmpty();
            database.write(tx -> people.keepDirectChannel(tx, SAM, "D1"));
            database.write(tx -> people.keepDirectChannel(tx, SAM, "D2"));
            assertThat(database.<Optional<String>>read(read -> people.directChannel(read, SAM)))
                    .contains("D2");
        }
    }

    @Nested
    class Requests {
        @OnBothDatabases
        void numbers_go_up_without_a_gap_even_when_an_act_fails_between(Database database) {
            assertThat(number(database)).isEqualTo(1);
            assertThatThrownBy(() -> database.write(tx -> {
                        next(tx);
                        throw new IllegalArgumentException("refused");
                    }))
                    .isInstanceOf(IllegalArgumentException.class);
            Set<Long> given = ConcurrentHashMap.newKeySet();
            Crowd.of(10, member -> given.add(number(database)));
            assertThat(given).containsExactlyInAnyOrder(2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L, 11L);
        }

        @OnBothDatabases
        void an_opportunity_has_one_open_request_whoever_is_faster_and_any_number_of_settled_ones(Database database) {
            save(database, account(NORTHWIND, "Northwind"));
            save(database, opportunity(DEAL, Stage.PROPOSAL, Optional.empty()));
            Set<Integer> inserted = ConcurrentHashMap.newKeySet();
            Crowd.of(6, member -> {
                if (database.<Integer>write(tx -> request(tx, member, "ROUTED")) == 1) {
                    inserted.add(member);
                }
            });
            assertThat(inserted).hasSize(1);
            database.write(tx -> tx.execute("UPDATE csm_request SET state = 'DECLINED'"));
            assertThat(database.<Integer>write(tx -> request(tx, 100, "ROUTED")))
                    .isEqualTo(1);
            assertThat(database.<Integer>write(tx -> request(tx, 101, "ROUTED")))
                    .isZero();
            assertThat(database.<Integer>write(tx -> request(tx, 102, "WITHDRAWN")))
                    .isEqualTo(1);
        }

        private int request(Handle tx, int number, String state) {
            return tx.execute("""
                    INSERT INTO csm_request (number, account_id, opportunity_id, requester, state, qualification,
                        qualified_why, admission, manager, submitted_at)
                    VALUES (?, ?, ?, 'U0SAM', ?, 'UNKNOWN', '', 'OPEN', 'U0MAYA', 1)
                    ON CONFLICT DO NOTHING
                    """, number, NORTHWIND.value15(), DEAL.value15(), state);
        }

        private long next(Handle tx) {
            return tx.createQuery("UPDATE counter SET value = value + 1 WHERE name = 'request' RETURNING value")
                    .mapTo(long.class)
                    .one();
        }

        private long number(Database database) {
            return database.write(this::next);
        }
    }

    private static Acts acts(Database database) {
        return new Acts(database, InstantSource.fixed(NOW));
    }

    private Account read(Database database, SalesforceId id) {
        return database.<Optional<Account>>read(read -> accounts.account(read, id))
                .orElseThrow();
    }

    private void save(Database database, Account account) {
        acts(database).own("test", act -> {
            accounts.save(act, account);
            return "";
        });
    }

    private void save(Database database, Opportunity opportunity) {
        acts(database).own("test", act -> {
            accounts.save(act, opportunity);
            return "";
        });
    }

    private static Account account(SalesforceId id, String name) {
        return Account.create(id, name, Segment.ENTERPRISE, "AMER_EAST");
    }

    private static Account with(Account account, Optional<String> csm, long version) {
        return new Account(
                account.id(),
                account.name(),
                account.segment(),
                account.region(),
                account.deployment(),
                account.codename(),
                account.channel(),
                csm,
                account.phase(),
                account.projectUrl(),
                account.tier(),
                account.information(),
                version);
    }

    private static Opportunity opportunity(SalesforceId id, Stage stage, Optional<Money> arr) {
        return Opportunity.create(id, NORTHWIND, stage, LocalDate.of(2024, 4, 15), Money.dollars(1_200_000), arr);
    }
}
