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

    /** Where somebody serves, and as what. */
    List<Place> places(Handle handle, String person) {
        return handle.createQuery("""
                        SELECT account_id, role FROM team WHERE person = :person
                        UNION SELECT id, 'CSM' FROM account WHERE csm = :person
                        ORDER BY account_id, role
                        """)
                .bind("person", person)
                .map((row, context) -> new Place(new SalesforceId(row.getString(1)), Role.valueOf(row.getString(2))))
                .list();
    }

    /** Everybody who serves an account. */
    List<String> serving(Handle handle) {
        return handle.createQuery("""
                        SELECT person FROM team UNION SELECT csm FROM account WHERE csm IS NOT NULL AND csm <> :pool
                        """)
                .bind("pool", Account.SCALE)
                .mapTo(String.class)
                .list();
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
                        INSERT INTO account (id, name, name_folded, segment, region, deployment, codename,
                            codename_folded, channel, csm, phase, project_url, tier, meeting_notes, command_plan,
                            account_plan, strategy_plan, version)
                        VALUES (:id, :name, :folded, :segment, :region, :deployment, :codename,
                            :codenameFolded, :channel, :csm, :phase, :project, :tier, :meetingNotes, :commandPlan,
                            :accountPlan, :strategyPlan, :version + 1)
                        ON CONFLICT (id) DO UPDATE SET name = excluded.name, name_folded = excluded.name_folded,
                            segment = excluded.segment, region = excluded.region, deployment = excluded.deployment,
                            codename = excluded.codename, codename_folded = excluded.codename_folded,
                            channel = excluded.channel, csm = excluded.csm, phase = excluded.phase,
                            project_url = excluded.project_url, tier = excluded.tier,
                            meeting_notes = excluded.meeting_notes, command_plan = excluded.command_plan,
                            account_plan = excluded.account_plan, strategy_plan = excluded.strategy_plan,
                            version = excluded.version
                        WHERE account.version = :version
                        """)
                .bind("id", account.id().value15())
                .bind("name", account.name())
                .bind("folded", Names.folded(account.name()))
                .bind("segment", account.segment().name())
                .bind("region", account.region())
                .bind("deployment", account.deployment().map(Enum::name).orElse(null))
                .bind("codename", account.codename().orElse(null))
                .bind("codenameFolded", account.codename().map(Names::folded).orElse(null))
                .bind("channel", account.channel().orElse(null))
                .bind("csm", account.csm().orElse(null))
                .bind("phase", account.phase().name())
                .bind("project", account.projectUrl().orElse(null))
                .bind("tier", account.tier().map(Enum::name).orElse(null))
                .bind("meetingNotes", account.information().get(Information.MEETING_NOTES))
                .bind("commandPlan", account.information().get(Information.COMMAND_PLAN))
                .bind("accountPlan", account.information().get(Information.ACCOUNT_PLAN))
                .bind("strategyPlan", account.information().get(Information.STRATEGY_PLAN))
                .bind("version", account.version())
                .execute();
        if (saved == 0) {
            throw new Overtaken("account " + account.id());
        }
    }

    /**
     * Inserts an opportunity that nobody knew, or changes the one that was read.
     *
     * @throws Overtaken when somebody else has made it known or changed it since
     */
    public void save(Act act, Opportunity opportunity) {
        int saved = act.handle()
                .createUpdate("""
                        INSERT INTO opportunity (id, account_id, stage, close_date, lam_cents, arr_cents, version)
                        VALUES (:id, :account, :stage, :closeDate, :lam, :arr, :version + 1)
                        ON CONFLICT (id) DO UPDATE SET stage = excluded.stage, close_date = excluded.close_date,
                            lam_cents = excluded.lam_cents, arr_cents = excluded.arr_cents, version = excluded.version
                        WHERE opportunity.version = :version
                        """)
                .bind("id", opportunity.id().value15())
                .bind("account", opportunity.account().value15())
                .bind("stage", opportunity.stage().name())
                .bind("closeDate", opportunity.closeDate().toString())
                .bind("lam", opportunity.lam().cents())
                .bind("arr", opportunity.arr().map(Money::cents).orElse(null))
                .bind("version", opportunity.version())
                .execute();
        if (saved == 0) {
            throw new Overtaken("opportunity " + opportunity.id());
        }
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

    /** Takes a role of the account's team from whoever holds it. */
    public void clearTeam(Act act, SalesforceId account, Role role) {
        act.handle()
                .createUpdate("DELETE FROM team WHERE account_id = :account AND role = :role")
                .bind("account", account.value15())
                .bind("role", role.name())
                .execute();
    }

    /** Those whose name or codename is exactly this, but for case and accents. */
    public List<Account> named(Handle handle, String name) {
        return handle.createQuery(
                        "SELECT * FROM account WHERE name_folded = :name OR codename_folded = :name ORDER BY id")
                .bind("name", Names.folded(name))
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

    /**
     * Makes sure that nobody has changed the account since it was read, and that nobody changes its deals or its team until
     * this act is done. Read it again before it is saved: it has a new version.
     *
     * @throws Overtaken when somebody was faster
     */
    public void hold(Act act, Account read) {
        int held = act.handle()
                .createUpdate("UPDATE account SET version = version + 1 WHERE id = :id AND version = :version")
                .bind("id", read.id().value15())
                .bind("version", read.version())
                .execute();
        if (held == 0) {
            throw new Overtaken("account " + read.id());
        }
    }

    static Account account(ResultSet row) throws SQLException {
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
                Optional.ofNullable(row.getString("tier")).map(Tier::valueOf),
                information(row),
                row.getLong("version"));
    }

    private static Map<Information, String> information(ResultSet row) throws SQLException {
        Map<Information, String> information = new EnumMap<>(Information.class);
        for (Information place : Information.values()) {
            Optional.ofNullable(row.getString(place.name().toLowerCase(Locale.ROOT)))
                    .ifPresent(link -> information.put(place, link));
        }
        return information;
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
                arr,
                row.getLong("version"));
    }
}
