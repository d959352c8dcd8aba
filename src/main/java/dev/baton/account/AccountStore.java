package dev.baton.account;

import dev.baton.handbook.Deployment;
import dev.baton.handbook.Role;
import dev.baton.handbook.Segment;
import dev.baton.handbook.Stage;
import dev.baton.store.Overtaken;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Accounts, their opportunities and their teams. */
public final class AccountStore {

    public Optional<Account> account(Handle handle, SalesforceId id) {
        return handle.createQuery("SELECT * FROM account WHERE id = :id")
                .bind("id", id.value15())
                .map((row, context) -> account(row))
                .findOne();
    }

    public List<Opportunity> opportunities(Handle handle, SalesforceId account) {
        return handle.createQuery("SELECT * FROM opportunity WHERE account_id = :account ORDER BY id")
                .bind("account", account.value15())
                .map((row, context) -> opportunity(row))
                .list();
    }

    public Optional<Opportunity> opportunity(Handle handle, SalesforceId id) {
        return handle.createQuery("SELECT * FROM opportunity WHERE id = :id")
                .bind("id", id.value15())
                .map((row, context) -> opportunity(row))
                .findOne();
    }

    /** Who serves the account, by role. */
    public Map<Role, String> team(Handle handle, SalesforceId account) {
        Map<Role, String> team = new EnumMap<>(Role.class);
        handle.createQuery("SELECT role, person FROM team WHERE account_id = :account")
                .bind("account", account.value15())
                .map((row, context) -> Map.entry(Role.valueOf(row.getString("role")), row.getString("person")))
                .forEach(entry -> team.put(entry.getKey(), entry.getValue()));
        return team;
    }

    /** What each CSM carries now: accounts, and the ARR of each account's leading opportunity. */
    public List<Load> loads(Handle handle) {
        Map<String, List<Opportunity>> deals = handle.createQuery("""
                        SELECT opportunity.* FROM opportunity JOIN account ON account.id = opportunity.account_id
                        WHERE account.csm IS NOT NULL
                        """).map((row, context) -> opportunity(row)).stream()
                .collect(Collectors.groupingBy(each -> each.account().value15()));
        Map<String, Load> loads = new TreeMap<>();
        handle.createQuery("SELECT id, csm FROM account WHERE csm IS NOT NULL")
                .map((row, context) -> Map.entry(row.getString("id"), row.getString("csm")))
                .forEach(account -> {
                    Optional<Opportunity> leading =
                            Opportunity.leading(deals.getOrDefault(account.getKey(), List.of()));
                    long cents =
                            leading.flatMap(Opportunity::arr).map(Money::cents).orElse(0L);
                    loads.merge(account.getValue(), new Load(account.getValue(), 1, new Money(cents)), Load::and);
                });
        return List.copyOf(loads.values());
    }

    /**
     * Inserts an account that nobody knew, or changes the one that was read.
     *
     * @throws Overtaken when somebody else has made it known or changed it since
     */
    public void save(Act act, Account account) {
        int saved = act.handle()
                .createUpdate("""
                        INSERT INTO account (id, name, name_folded, segment, region, deployment, codename, channel, csm,
                            phase, project_url, version)
                        VALUES (:id, :name, :folded, :segment, :region, :deployment, :codename, :channel, :csm,
                            :phase, :project, :version + 1)
                        ON CONFLICT (id) DO UPDATE SET name = excluded.name, name_folded = excluded.name_folded,
                            segment = excluded.segment, region = excluded.region, deployment = excluded.deployment,
                            codename = excluded.codename, channel = excluded.channel, csm = excluded.csm,
                            phase = excluded.phase, project_url = excluded.project_url, version = excluded.version
                        WHERE account.version = :version
                        """)
                .bind("id", account.id().value15())
                .bind("name", account.name())
                .bind("folded", folded(account.name()))
                .bind("segment", account.segment().name())
                .bind("region", account.region())
                .bind("deployment", account.deployment().map(Enum::name).orElse(null))
                .bind("codename", account.codename().orElse(null))
                .bind("channel", account.channel().orElse(null))
                .bind("csm", account.csm().orElse(null))
                .bind("phase", account.phase().name())
                .bind("project", account.projectUrl().orElse(null))
                .bind("version", account.version())
                .execute();
        if (saved == 0) {
            throw new Overtaken("account " + account.id());
        }
    }

    public void save(Act act, Opportunity opportunity) {
        act.handle()
                .createUpdate("""
                        INSERT INTO opportunity (id, account_id, stage, close_date, lam_cents, arr_cents)
                        VALUES (:id, :account, :stage, :closeDate, :lam, :arr)
                        ON CONFLICT (id) DO UPDATE SET stage = excluded.stage, close_date = excluded.close_date,
                            lam_cents = excluded.lam_cents, arr_cents = excluded.arr_cents,
                            version = opportunity.version + 1
                        """)
                .bind("id", opportunity.id().value15())
                .bind("account", opportunity.account().value15())
                .bind("stage", opportunity.stage().name())
                .bind("closeDate", opportunity.closeDate().toString())
                .bind("lam", opportunity.lam().cents())
                .bind("arr", opportunity.arr().map(Money::cents).orElse(null))
                .execute();
    }

    /** Puts a person into a role of the account's team, in place of whoever held it. */
    public void saveTeam(Act act, SalesforceId account, Role role, String person) {
        act.handle()
                .createUpdate("""
                        INSERT INTO team (account_id, role, person) VALUES (:account, :role, :person)
                        ON CONFLICT (account_id, role) DO UPDATE SET person = excluded.person
                        """)
                .bind("account", account.value15())
                .bind("role", role.name())
                .bind("person", person)
                .execute();
    }

    /** Those whose name is exactly this, but for case. */
    public List<Account> named(Handle handle, String name) {
        return handle.createQuery(
                        "SELECT * FROM account WHERE name_folded = :name OR LOWER(codename) = :name ORDER BY id")
                .bind("name", folded(name))
                .map((row, context) -> account(row))
                .list();
    }

    /** Those without a CSM. */
    public List<Account> unserved(Handle handle) {
        return handle.createQuery("SELECT * FROM account WHERE csm IS NULL ORDER BY name_folded, id")
                .map((row, context) -> account(row))
                .list();
    }

    /** Something Baton has learned or applied, such as the Salesforce host. */
    public Optional<String> known(Handle handle, String what) {
        return handle.createQuery("SELECT value FROM known WHERE name = :name")
                .bind("name", what)
                .mapTo(String.class)
                .findOne();
    }

    public void learn(Act act, String what, String value) {
        act.handle().createUpdate("""
                        INSERT INTO known (name, value) VALUES (:name, :value)
                        ON CONFLICT (name) DO UPDATE SET value = excluded.value WHERE known.value <> excluded.value
                        """).bind("name", what).bind("value", value).execute();
    }

    static String folded(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }

    private static Account account(ResultSet row) throws SQLException {
        return new Account(
                new SalesforceId(row.getString("id")),
                row.getString("name"),
                Segment.valueOf(row.getString("segment")),
                row.getString("region"),
                Optional.ofNullable(row.getString("deployment")).map(Deployment::valueOf),
                Optional.ofNullable(row.getString("codename")),
                Optional.ofNullable(row.getString("channel")),
                Optional.ofNullable(row.getString("csm")),
                Account.Phase.valueOf(row.getString("phase")),
                Optional.ofNullable(row.getString("project_url")),
                row.getLong("version"));
    }

    private static Opportunity opportunity(ResultSet row) throws SQLException {
        long cents = row.getLong("arr_cents");
        Optional<Money> arr = row.wasNull() ? Optional.empty() : Optional.of(new Money(cents));
        return new Opportunity(
                new SalesforceId(row.getString("id")),
                new SalesforceId(row.getString("account_id")),
                Stage.valueOf(row.getString("stage")),
                LocalDate.parse(row.getString("close_date")),
                new Money(row.getLong("lam_cents")),
                arr);
    }
}
