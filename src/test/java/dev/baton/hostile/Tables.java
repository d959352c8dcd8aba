package dev.baton.hostile;

import dev.baton.Eventually;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What stands in the database, row by row, read beside the process that writes it. */
final class Tables {
    private final String url;
    private final InstantSource clock;

    Tables(String url, InstantSource clock) {
        this.url = url;
        this.clock = clock;
    }

    /** Waits until nothing is due that has not been said. */
    Tables settled() {
        Eventually.that(
                "that all is said",
                () -> count("notice WHERE state = 'claimed' OR state = 'pending' AND due_at <= " + clock.millis())
                        == 0);
        return this;
    }

    long count(String from) {
        return Long.parseLong(rows("SELECT COUNT(*) FROM " + from).get(0));
    }

    /**
     * Every row of every table that says what people did and what is owed, sorted. Not among them: the store's own probe,
     * forms that wait for a second word, which a day clears away, and what anybody may cause by writing to Baton: an
     * answer, the gesture it answers, the channel it goes to, and a word to the admins where it reaches nobody.
     */
    Map<String, List<String>> content() {
        Map<String, List<String>> all = new TreeMap<>();
        for (String table : names()) {
            all.put(table, rows("SELECT * FROM " + table + only(table)));
        }
        return all;
    }

    private static String only(String table) {
        return switch (table) {
            case "counter" -> " WHERE name NOT IN ('probe', 'draft')";
            case "notice" -> " WHERE kind NOT IN ('help.answer', 'operations.undelivered')";
            default -> "";
        };
    }

    private Set<String> names() {
        Map<String, String> names = new TreeMap<>();
        try (Connection database = DriverManager.getConnection(url)) {
            DatabaseMetaData about = database.getMetaData();
            String schema = url.startsWith("jdbc:sqlite:") ? null : "public";
            try (ResultSet found = about.getTables(null, schema, "%", new String[] {"TABLE"})) {
                while (found.next()) {
                    String name = found.getString("TABLE_NAME");
                    names.put(name, name);
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        names.keySet()
                .removeIf(name -> name.startsWith("sqlite_")
                        || name.startsWith("flyway_")
                        || Set.of("gesture", "person", "request_draft").contains(name));
        return names.keySet();
    }

    void change(String statement) {
        try (Connection database = DriverManager.getConnection(url);
                Statement asked = database.createStatement()) {
            asked.execute(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(statement, e);
        }
    }

    /** The rows, sorted; the cells of a row divided by bars. */
    List<String> rows(String query) {
        List<String> rows = new ArrayList<>();
        try (Connection database = DriverManager.getConnection(url);
                Statement asked = database.createStatement();
                ResultSet answer = asked.executeQuery(query)) {
            int columns = answer.getMetaData().getColumnCount();
            while (answer.next()) {
                List<String> cells = new ArrayList<>();
                for (int column = 1; column <= columns; column++) {
                    cells.add(String.valueOf(answer.getString(column)));
                }
                rows.add(String.join("|", cells));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(query, e);
        }
        Collections.sort(rows);
        return rows;
    }
}
