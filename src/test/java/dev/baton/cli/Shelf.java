package dev.baton.cli;

import dev.baton.store.Database;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import picocli.CommandLine;

/** A database on a disk, and the verbs that look after it: called here, or as processes of their own that can be halted. */
final class Shelf {
    private static final InstantSource CLOCK = () -> Instant.parse("2026-11-20T11:00:00Z");
    private static final int LONG = 60;

    private final Path folder;

    Shelf(Path folder) {
        this.folder = folder;
    }

    /** What a verb printed, and its exit code in the last line. */
    String backup(String... arguments) {
        return run(new Backup(environment(), new Properties(), CLOCK), arguments);
    }

    String restore(String... arguments) {
        return run(new Restore(environment(), new Properties(), CLOCK), arguments);
    }

    static String run(Callable<Integer> verb, String... arguments) {
        StringWriter printed = new StringWriter();
        CommandLine line = new CommandLine(verb)
                .setOut(new PrintWriter(printed))
                .setErr(new PrintWriter(printed))
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    command.getErr().println(failure.getMessage());
                    return 1;
                });
        int code = line.execute(arguments);
        return printed + "exit " + code;
    }

    /** A real process that is lost at this step. @return its exit code */
    int halted(String step, String... arguments) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(Stream.concat(
                        Stream.of(
                                Path.of(System.getProperty("java.home"), "bin", "java")
                                        .toString(),
                                "-XX:TieredStopAtLevel=1",
                                "-XX:+UseSerialGC",
                                "-Dbaton.test.halt=" + step,
                                "-cp",
                                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                                "dev.baton.Main"),
                        Stream.of(arguments))
                .toList());
        builder.environment().clear();
        builder.environment().putAll(environment());
        Process process = builder.redirectErrorStream(true)
                .redirectOutput(folder.resolve("printed-" + step).toFile())
                .start();
        if (!process.waitFor(LONG, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("still runs: " + Files.readString(folder.resolve("printed-" + step)));
        }
        return process.exitValue();
    }

    private Map<String, String> environment() {
        return Map.of("BATON_DATABASE", url(), "SLACK_API_URL", "http://127.0.0.1:9/api/");
    }

    Path file() {
        return folder.resolve("baton.db");
    }

    String url() {
        return "jdbc:sqlite:" + file();
    }

    Database open() {
        return Database.open(url());
    }

    void write(String name) {
        try (Database database = open()) {
            database.write(tx -> tx.execute("INSERT INTO known (name, value) VALUES (?, '')", name));
        }
    }

    List<String> names() {
        return names(file());
    }

    static List<String> names(Path file) {
        try (Database database = Database.open("jdbc:sqlite:" + file)) {
            return database.read(read -> read.createQuery("SELECT name FROM known")
                    .mapTo(String.class)
                    .list());
        }
    }

    /** How often it was restored. */
    long restorations() {
        try (Database database = open()) {
            return restorations(database);
        }
    }

    static long restorations(Database database) {
        return database.read(read -> read.createQuery("SELECT COUNT(*) FROM restoration")
                .mapTo(long.class)
                .one());
    }

    List<Path> backups() {
        if (!Files.exists(folder.resolve("backups"))) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder.resolve("backups"))) {
            return files.filter(each -> !each.toString().endsWith(".lock"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
