package dev.baton.crash;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.baton.proof.Tally;
import dev.baton.sandbox.Ledger.Line;
import dev.baton.store.Database.Dialect;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Counts: what is owed by the database, what was said by Slack's ledger. */
final class Books implements AutoCloseable {
    static final String POST = "chat.postMessage";
    static final String UPDATE = "chat.update";

    /** Kills burn attempts, and each makes the next wait longer. */
    private static final Duration LONGEST = Duration.ofSeconds(90);

    private final String url;
    private final Ground ground;
    private Tally kept;
    private @Nullable Connection connection;

    Books(String url, Ground ground) {
        this.url = url;
        this.ground = ground;
        this.kept = Tally.of("crashes and faults", store());
    }

    /** Waits until everything that is due has been said, and everything posted is up to date. */
    void untilAllIsSaid() {
        long deadline = System.nanoTime() + LONGEST.toNanos();
        for (List<String> open = open(); !open.isEmpty(); open = open()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("still open: " + open + ", printed " + ground.printed());
            }
            LockSupport.parkNanos(60_000_000);
        }
    }

    /** What is due and not said, or in claim. */
    List<String> open() {
        return strings("SELECT state || ' ' || verb || ' ' || key FROM notice WHERE state = 'claimed'"
                + " OR state = 'pending' AND due_at <= " + ground.now().toEpochMilli());
    }

    List<String> strings(String sql) {
        try (Statement statement = connection().createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> all = new ArrayList<>();
            while (rows.next()) {
                all.add(rows.getString(1));
            }
            return all;
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /** One for all questions, since they are asked often. */
    private Connection connection() throws SQLException {
        Connection known = connection;
        if (known == null) {
            known = DriverManager.getConnection(url);
            connection = known;
        }
        return known;
    }

    void execute(String sql) {
        try (Statement statement = connection().createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /** How often each notice was said, by its key; a notice that is owed again has a key for each time. */
    Map<String, Integer> said() {
        Map<String, Integer> times = new TreeMap<>();
        for (Line line : ground.accepted(POST)) {
            stamp(line).ifPresent(key -> times.merge(key, 1, Integer::sum));
        }
        return times;
    }

    /** What a message carries unseen. */
    private static Optional<String> stamp(Line line) {
        JsonElement metadata = line.request().get("metadata");
        if (metadata == null) {
            return Optional.empty();
        }
        JsonObject told = metadata.isJsonObject()
                ? metadata.getAsJsonObject()
                : JsonParser.parseString(metadata.getAsString()).getAsJsonObject();
        JsonObject payload = told.getAsJsonObject("event_payload");
        return Optional.of(
                payload.get("key").getAsString() + "#" + payload.get("gen").getAsLong());
    }

    /** The notices that had to be said, by the database; an earlier message of one has a row of its own, and a ts in its key. */
    List<String> owed() {
        return strings(
                "SELECT key || '#' || gen FROM notice WHERE verb = 'POST' AND state = 'sent' AND key NOT LIKE '%#%'");
    }

    /** In which conversations something about the request for this account was said. */
    List<String> places(int account) {
        return ground.accepted(POST).stream()
                .map(Line::request)
                .filter(call -> call.get("text").getAsString().contains(Ground.name(account)))
                .map(call -> call.get("channel").getAsString())
                .toList();
    }

    /**
     * Nothing is lost and nothing doubled: what was owed was said once, and nothing else was said.
     *
     * @param faults how often something was broken on purpose
     * @param since when nothing hindered it any more
     */
    void balance(int faults, Instant since) {
        Map<String, Integer> said = said();
        Set<String> owed = new TreeSet<>(owed());
        said.keySet().stream().filter(this::owedAgainSince).forEach(owed::add);
        long delivered = owed.stream().filter(said::containsKey).count();
        long doubled = said.values().stream().mapToLong(times -> times - 1).sum();
        kept = Tally.faults(
                "crashes and faults", store(), kept.faults() + faults, owed.size(), delivered, doubled, later(since));
        if (doubled > 0 || !said.keySet().equals(owed)) {
            throw new AssertionError("owed " + owed + ", said " + said + ", printed " + ground.printed());
        }
    }

    /** Nothing is lost and nothing doubled; hindered until Slack failed for the last time. */
    void balance(int faults) {
        balance(
                faults,
                ground.refusals().stream().map(Line::at).max(Instant::compareTo).orElseGet(Instant::now));
    }

    /** What is said every week is the same row, with another generation; nothing else is said anew. */
    private boolean owedAgainSince(String said) {
        if (!said.startsWith("digest:")) {
            return false;
        }
        int at = said.lastIndexOf('#');
        return !strings("SELECT key FROM notice WHERE key = '" + said.substring(0, at) + "' AND gen > "
                        + said.substring(at + 1))
                .isEmpty();
    }

    /** Adds what has been counted to the table of the whole proof. */
    @Override
    public void close() {
        kept.keep();
        try {
            if (connection != null) {
                connection.close();
            }
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private Duration later(Instant since) {
        Duration before = Duration.ofMillis(kept.worst());
        Duration now = worst(since);
        return now.compareTo(before) > 0 ? now : before;
    }

    private Duration worst(Instant since) {
        return ground.accepted(POST).stream()
                .map(line -> Duration.between(since, line.at()))
                .filter(late -> !late.isNegative())
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }

    private String store() {
        return ground.database().dialect() == Dialect.SQLITE ? "SQLite" : "PostgreSQL";
    }
}
