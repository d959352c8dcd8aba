package dev.baton.story;

import static dev.baton.story.Forms.filled;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.baton.account.AccountsYaml;
import dev.baton.account.RosterYaml;
import dev.baton.notice.Reconciliation;
import dev.baton.sandbox.Ledger.Line;
import dev.baton.store.Backups;
import dev.baton.store.Database;
import dev.baton.store.Database.Dialect;
import dev.baton.store.FreshDatabase;
import dev.baton.store.Replacement;
import dev.baton.store.Restored;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;

/**
 * A company at work whose database is lost and put back from a copy. On SQLite the copy is a backup, taken beside whoever
 * serves; on PostgreSQL it is another database made from this one, as a dump is.
 */
final class Drill implements AutoCloseable {
    private static final String OWED_AND_DUE =
            "SELECT key FROM notice WHERE verb = 'POST' AND state IN ('pending', 'claimed') AND due_at <= ";

    private final FreshDatabase database;
    private final World slack;
    private Optional<Path> backup = Optional.empty();

    Drill(FreshDatabase database) {
        this.database = database;
        slack = World.open(database.url());
        StringBuilder accounts = new StringBuilder("accounts:\n");
        for (int n = 10; n < 60; n++) {
            accounts.append("""
                      - { name: Account %1$d, account: 0015e00001DRL%1$d, opportunity: 0065e00001DRL%1$d, segment: ENTERPRISE,
                          region: AMER_EAST, stage: 4-Proposal, arr: 420k, lam: 1.2M, close: 2024-04-15 }
                    """.formatted(n));
        }
        slack.know(AccountsYaml.parse("accounts.yml", accounts.toString(), RosterYaml.cast()));
    }

    World slack() {
        return slack;
    }

    /** Sam asks for a CSM for account number so and so. */
    void ask(int account) {
        filled(
                        slack.as("U0SAM").command("/request-csm Account " + account),
                        "Account " + account,
                        "0015e00001DRL" + account,
                        "0065e00001DRL" + account,
                        "4-Proposal")
                .submit();
    }

    void backUp() {
        if (database.dialect() == Dialect.SQLITE) {
            backup = Optional.of(backups().take().file());
        } else {
            slack.whileStopped(() -> {
                onServer("DROP DATABASE IF EXISTS dump");
                onServer("CREATE DATABASE dump TEMPLATE " + name());
            });
        }
    }

    Restored restore() {
        AtomicReference<Restored> restored = new AtomicReference<>();
        slack.whileStopped(() -> {
            if (backup.isPresent()) {
                new Replacement(database.url(), backups()).by(backup.get(), copy -> restored.set(reconciled(copy)));
            } else {
                onServer("DROP DATABASE " + name() + " WITH (FORCE)");
                onServer("CREATE DATABASE " + name() + " TEMPLATE dump");
                try (Database copy = Database.open(database.url())) {
                    restored.set(reconciled(copy));
                }
            }
        });
        return restored.get();
    }

    private Restored reconciled(Database copy) {
        return copy.write(
                tx -> new Reconciliation().run(tx, "the drill", slack.clock().instant()));
    }

    /** The keys of the messages that are owed by now and not said. */
    List<String> owed() {
        List<String> keys = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(database.url());
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery(OWED_AND_DUE + slack.clock().millis())) {
            while (rows.next()) {
                keys.add(rows.getString(1));
            }
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
        return keys;
    }

    /** How often Slack has accepted a message for each key. */
    Map<String, Long> said() {
        return slack.sandbox().ledger().accepted("chat.postMessage").stream()
                .collect(Collectors.groupingBy(Drill::key, TreeMap::new, Collectors.counting()));
    }

    private static String key(Line line) {
        // The client sends it as a form's field, which is JSON inside a string.
        JsonObject metadata = JsonParser.parseString(
                        line.request().get("metadata").getAsString())
                .getAsJsonObject();
        return metadata.getAsJsonObject("event_payload").get("key").getAsString();
    }

    private Backups backups() {
        return Backups.of(database.url(), Optional.empty(), InstantSource.system())
                .orElseThrow();
    }

    private String name() {
        return database.url().replaceFirst(".*/(\\w+)(\\?.*)?$", "$1");
    }

    private void onServer(String sql) {
        String server = database.url().replaceFirst("/\\w+(\\?.*)?$", "/postgres$1");
        try (Connection connection = DriverManager.getConnection(server);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new AssertionError(sql, e);
        }
    }

    @Override
    public void close() {
        slack.close();
        if (database.dialect() == Dialect.POSTGRESQL) {
            onServer("DROP DATABASE IF EXISTS dump");
        }
    }
}
