package dev.baton.store;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The command lines that copy a PostgreSQL database and put a copy back. Never with the password: lists of processes show it. */
public final class PostgresDump {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./:@%+=,-]+");
    private static final String BY_DEFAULT = "5432";

    private final List<String> connection;

    /** @throws UnableToOpenDatabase when it is no address of PostgreSQL's */
    public PostgresDump(String url) {
        Map<String, String> parsed = parsed(url);
        // Several hosts may stand in one address, for the driver to try in turn; the tools take the first.
        UnaryOperator<String> first = name -> parsed.getOrDefault(name, "").replaceFirst(",.*", "");
        List<String> options = new ArrayList<>();
        options.add("--host=" + first.apply("PGHOST"));
        options.add("--port="
                + Optional.of(first.apply("PGPORT"))
                        .filter(port -> !port.isEmpty())
                        .orElse(BY_DEFAULT));
        Optional.ofNullable(parsed.get("user")).ifPresent(user -> options.add("--username=" + user));
        options.add("--dbname=" + parsed.getOrDefault("PGDBNAME", ""));
        connection = List.copyOf(options);
    }

    private static Map<String, String> parsed(String url) {
        try {
            return Arrays.stream(DriverManager.getDriver(url).getPropertyInfo(url, new Properties()))
                    .filter(each -> each.value != null)
                    .collect(Collectors.toMap(each -> each.name, each -> each.value, (first, again) -> first));
        } catch (SQLException e) {
            throw new UnableToOpenDatabase("BATON_DATABASE is no address of PostgreSQL's.", e);
        }
    }

    /** Writes a dump. */
    public String dump(String file) {
        return line("pg_dump", List.of("--format=custom", "--file=" + file), List.of());
    }

    /** Empties the database. What a newer Baton has added stands in no older dump, and would stay beside it. */
    public String empty() {
        return line("psql", List.of("--command=DROP SCHEMA public CASCADE; CREATE SCHEMA public"), List.of());
    }

    /** Puts a dump into the emptied database: all of it, or nothing. */
    public String restore(String file) {
        return line(
                "pg_restore",
                List.of("--clean", "--if-exists", "--no-owner", "--single-transaction", "--exit-on-error"),
                List.of(file));
    }

    private String line(String program, List<String> options, List<String> arguments) {
        List<String> words = new ArrayList<>(List.of(program));
        words.addAll(options);
        words.addAll(connection);
        words.addAll(arguments);
        return words.stream().map(PostgresDump::quoted).collect(Collectors.joining(" "));
    }

    private static String quoted(String word) {
        return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
