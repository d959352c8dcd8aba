package dev.baton.stage;

import dev.baton.account.Act;
import dev.baton.account.SalesforceId;
import dev.baton.store.Overtaken;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Customers since when, the days that count from it, and which managers were told that somebody is missing. */
final class OnboardingStore {

    Optional<Onboarding> onboarding(Handle read, SalesforceId account) {
        return read.createQuery("SELECT * FROM onboarding WHERE account_id = :account")
                .bind("account", account.value15())
                .map((row, context) -> onboarding(row))
                .findOne();
    }

    List<Onboarding> standing(Handle read) {
        return read.createQuery("SELECT * FROM onboarding WHERE standing = 1 ORDER BY account_id")
                .map((row, context) -> onboarding(row))
                .list();
    }

    /** @throws Overtaken when somebody else's change was faster */
    void save(Act act, Onboarding next) {
        int saved = act.handle()
                .createUpdate("""
                        INSERT INTO onboarding (account_id, opportunity_id, round, start_date, kickoff, cadence, done,
                            standing, version)
                        VALUES (:account, :opportunity, :round, :start, :kickoff, :cadence, :done, :standing, :version)
                        ON CONFLICT (account_id) DO UPDATE SET opportunity_id = excluded.opportunity_id,
                            round = excluded.round, start_date = excluded.start_date, kickoff = excluded.kickoff,
                            cadence = excluded.cadence, done = excluded.done, standing = excluded.standing,
                            version = excluded.version
                        WHERE onboarding.version = excluded.version - 1
                        """)
                .bind("account", next.account().value15())
                .bind("opportunity", next.opportunity().value15())
                .bind("round", next.round())
                .bind("start", next.start().toString())
                .bind("kickoff", next.kickoff().toString())
                .bind("cadence", next.cadence().toString())
                .bind("done", next.done().toString())
                .bind("standing", next.standing() ? 1 : 0)
                .bind("version", next.version())
                .execute();
        if (saved == 0) {
            throw new Overtaken("onboarding of " + next.account());
        }
    }

    /** From when on they are a customer by this deal, where that is not the day it closed. */
    Optional<LocalDate> start(Handle read, SalesforceId opportunity) {
        return read.createQuery("SELECT start_date FROM customer_start WHERE opportunity_id = :deal")
                .bind("deal", opportunity.value15())
                .mapTo(String.class)
                .findOne()
                .map(LocalDate::parse);
    }

    void startOn(Act act, SalesforceId opportunity, LocalDate start) {
        act.handle()
                .createUpdate("""
                        INSERT INTO customer_start (opportunity_id, start_date) VALUES (:deal, :start)
                        ON CONFLICT (opportunity_id) DO UPDATE SET start_date = excluded.start_date
                        """)
                .bind("deal", opportunity.value15())
                .bind("start", start.toString())
                .execute();
    }

    /** The day the deal closed counts. */
    void startWhenClosed(Act act, SalesforceId opportunity) {
        act.handle()
                .createUpdate("DELETE FROM customer_start WHERE opportunity_id = :deal")
                .bind("deal", opportunity.value15())
                .execute();
    }

    /** False when a manager was told of this deal already. */
    boolean tell(Act act, Uncovered alert) {
        return act.handle()
                        .createUpdate("""
                        INSERT INTO uncovered (opportunity_id, manager, told_at) VALUES (:deal, :manager, :at)
                        ON CONFLICT DO NOTHING
                        """)
                        .bind("deal", alert.opportunity().value15())
                        .bind("manager", alert.manager())
                        .bind("at", alert.at().toEpochMilli())
                        .execute()
                == 1;
    }

    Optional<Uncovered> told(Handle read, SalesforceId opportunity) {
        return read.createQuery("SELECT * FROM uncovered WHERE opportunity_id = :deal")
                .bind("deal", opportunity.value15())
                .map((row, context) -> uncovered(row))
                .findOne();
    }

    List<Uncovered> told(Handle read) {
        return read.createQuery("SELECT * FROM uncovered ORDER BY opportunity_id")
                .map((row, context) -> uncovered(row))
                .list();
    }

    private static Uncovered uncovered(ResultSet row) throws SQLException {
        return new Uncovered(
                new SalesforceId(row.getString("opportunity_id")),
                row.getString("manager"),
                Instant.ofEpochMilli(row.getLong("told_at")));
    }

    private static Onboarding onboarding(ResultSet row) throws SQLException {
        return new Onboarding(
                new SalesforceId(row.getString("account_id")),
                new SalesforceId(row.getString("opportunity_id")),
                row.getLong("round"),
                LocalDate.parse(row.getString("start_date")),
                LocalDate.parse(row.getString("kickoff")),
                LocalDate.parse(row.getString("cadence")),
                LocalDate.parse(row.getString("done")),
                row.getLong("standing") == 1,
                row.getLong("version"));
    }
}
