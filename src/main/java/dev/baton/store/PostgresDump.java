package dev.baton.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.postgresql.Driver;

/** The command lines that copy a PostgreSQL database and put a copy back. Never with the password: lists of processes show it. */
public final class PostgresDump {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./:@%+=,-]+");
    private static final String BY_DEFAULT = "5432";

    private final List<String> connection;

    /** @throws UnableToOpenDatabase when it is no address of PostgreSQL's */
    public PostgresDump(String url) {
        Properties parsed = Optional.ofNullable(Driver.parseURL(url, new Properties()))
                .orElseThrow(() -> new UnableToOpenDatabase("BATON_DATABASE is no address of PostgreSQL's."));
        // Several hosts may stand in one address, for the driver to try in turn; the tools take the first.
        UnaryOperator<String> first = name -> parsed.getProperty(name, "").replaceFirst(",.*", "");
        List<String> options = new ArrayList<>();
        options.add("--host=" + first.apply("PGHOST"));
        options.add("--port="
                + Optional.of(first.apply("PGPORT"))
                        .filter(port -> !port.isEmpty())
                        .orElse(BY_DEFAULT));
        Optional.ofNullable(parsed.getProperty("user")).ifPresent(user -> options.add("--username=" + user));
        options.add("--dbname=" + parsed.getProperty("PGDBNAME", ""));
        connection = List.copyOf(options);
    }

    /** Writes a dump. */
    public String dump(String file) {
        return line("pg_dump", List.of("--format=custom", "--file=" + file), List.of());
    }

    /** Puts a dump in place of what is there: all of it, or nothing. */
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
