package dev.baton.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.Cast;
import dev.baton.handbook.Segment;
import dev.baton.handbook.Stage;
import dev.baton.store.Crowd;
import dev.baton.store.Database;
import dev.baton.store.OnBothDatabases;
import dev.baton.store.Overtaken;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** An opportunity has its own fence: two people who change one deal at once both count. */
final class OpportunityStoreTest {
    private static final SalesforceId NORTHWIND = new SalesforceId("0015e00001NWBNK");
    private static final SalesforceId DEAL = new SalesforceId("0065e00001NWB01");
    private static final Opportunity BLANK = Opportunity.create(
            DEAL, NORTHWIND, Stage.PROPOSAL, LocalDate.of(2024, 4, 15), Money.dollars(1_200_000), Optional.empty());

    private final AccountStore accounts = new AccountStore();

    @OnBothDatabases
    void it_comes_back_and_a_blank_amount_stays_blank(Database database) {
        save(database, BLANK);
        Opportunity read = read(database);
        assertThat(read).isEqualTo(BLANK.at(1));
        Opportunity won = with(read, Stage.CLOSED_WON, Money.dollars(420_000));
        save(database, won);
        assertThat(database.<List<Opportunity>>read(handle -> accounts.opportunities(handle, NORTHWIND)))
                .containsExactly(won.at(2));
    }

    @OnBothDatabases
    void what_somebody_else_changed_meanwhile_is_not_overwritten(Database database) {
        save(database, BLANK);
        Opportunity stale = read(database);
        Opportunity changed = with(stale, Stage.NEGOTIATING, Money.dollars(420_000));
        save(database, changed);
        assertThatThrownBy(() -> save(database, stale)).isInstanceOf(Overtaken.class);
        assertThatThrownBy(() -> save(database, BLANK)).isInstanceOf(Overtaken.class);
        assertThat(read(database)).isEqualTo(changed.at(2));
    }

    @OnBothDatabases
    void the_stage_and_the_amount_changed_in_one_moment_both_count(Database database) {
        save(database, BLANK);
        Acts acts = acts(database);
        Crowd.of(
                2,
                member -> acts.own("test", act -> {
                    Opportunity now = accounts.opportunity(act.handle(), DEAL).orElseThrow();
                    accounts.save(
                            act,
                            member == 0
                                    ? with(now, Stage.NEGOTIATING, now.arr().orElse(Money.dollars(0)))
                                    : with(now, now.stage(), Money.dollars(420_000)));
                    return member;
                }));
        assertThat(read(database))
                .returns(Stage.NEGOTIATING, Opportunity::stage)
                .returns(3L, Opportunity::version);
    }

    private static Opportunity with(Opportunity deal, Stage stage, Money arr) {
        return new Opportunity(
                deal.id(), deal.account(), stage, deal.closeDate(), deal.lam(), Optional.of(arr), deal.version());
    }

    private Opportunity read(Database database) {
        return database.read(handle -> accounts.opportunity(handle, DEAL).orElseThrow());
    }

    private void save(Database database, Opportunity opportunity) {
        acts(database).own("test", act -> {
            if (accounts.account(act.handle(), NORTHWIND).isEmpty()) {
                accounts.save(act, Account.create(NORTHWIND, "Northwind", Segment.ENTERPRISE, "AMER_EAST"));
            }
            accounts.save(act, opportunity);
            return "";
        });
    }

    private static Acts acts(Database database) {
        return new Acts(database, InstantSource.fixed(Cast.NOW));
    }
}
