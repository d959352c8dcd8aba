package dev.baton.history;

import dev.baton.history.Play.Different;
import dev.baton.history.Play.Ending;
import dev.baton.history.Play.Rules;
import dev.baton.proof.Tally;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Plays histories on one kind of database, in three places at once, since much of the time is spent in waiting. */
final class Stage implements AutoCloseable {
    private static final int PLACES = 3;
    private static final int TRIES = 40;

    private final Path folder;
    private final String database;
    private final boolean sqlite;
    private final Queue<Site> free = new ConcurrentLinkedQueue<>();
    private final Deque<Runnable> toClose = new ConcurrentLinkedDeque<>();
    private int sites;
    private volatile boolean failed;

    Stage(Path folder, String database) {
        this.folder = folder;
        this.database = database;
        this.sqlite = database.startsWith("jdbc:sqlite:");
    }

    /** From this seed on, so many histories; the first that fails is made short and printed, and no other is begun. */
    void playAll(long seed, int histories) {
        ExecutorService places = Executors.newFixedThreadPool(PLACES);
        try {
            List<CompletableFuture<Tally>> playing = IntStream.range(0, histories)
                    .mapToObj(i -> CompletableFuture.supplyAsync(() -> play(seed + i), places))
                    .toList();
            CompletableFuture<Void> all = CompletableFuture.allOf(playing.toArray(CompletableFuture<?>[]::new));
            all.exceptionally(failure -> null).join();
            playing.stream().map(CompletableFuture::join).reduce(Tally::plus).ifPresent(Tally::keep);
        } finally {
            places.shutdown();
        }
    }

    private Tally play(long seed) {
        if (failed) {
            return Tally.of("random histories", store());
        }
        List<Command> history = Histories.of(seed);
        try {
            return tally(played(history, Model::new));
        } catch (Different first) {
            failed = true;
            List<Command> shortest = shrunken(history, Model::new);
            String why = why(shortest, Model::new).orElse("(not always) " + first.getMessage());
            throw new AssertionError("""
                    History %d on %s fails. Kept as a file under histories/, it is played with every build:
                    %s

                    %s""".formatted(seed, store(), text(shortest), why), first);
        }
    }

    /** All that are kept. */
    void playKept() {
        kept().forEach(this::playOne);
    }

    void playOne(Path kept) {
        why(Command.readAll(read(kept)), Model::new).ifPresent(why -> {
            throw new AssertionError(kept.getFileName() + " fails on " + store() + ":\n" + why);
        });
    }

    /** What is left of a history that fails by these rules. */
    List<Command> shrunken(List<Command> history, Rules rules) {
        return Shrinking.of(history, TRIES, less -> why(less, rules).isPresent());
    }

    private Optional<String> why(List<Command> history, Rules rules) {
        try {
            played(history, rules);
            return Optional.empty();
        } catch (Different different) {
            return Optional.of(String.valueOf(different.getMessage()));
        }
    }

    private Ending played(List<Command> history, Rules rules) {
        Site site = Optional.ofNullable(free.poll()).orElseGet(this::site);
        boolean usable = false;
        try {
            Ending ending = Play.of(history, site, rules);
            usable = true;
            return ending;
        } catch (Different different) {
            usable = !different.stuck;
            throw different;
        } finally {
            if (usable && !site.full()) {
                free.add(site);
            } else {
                site.close();
            }
        }
    }

    private synchronized Site site() {
        try {
            Path own = Files.createDirectories(folder.resolve("site-" + ++sites));
            Site site = new Site(own, sqlite ? "jdbc:sqlite:" + own.resolve("baton.db") : fresh(), sqlite ? 1 : 2);
            toClose.push(site::close);
            return site;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String fresh() {
        String name = database.replaceFirst(".*/(\\w+)\\?.*", "$1_") + sites;
        run("CREATE DATABASE " + name);
        toClose.push(() -> run("DROP DATABASE " + name + " WITH (FORCE)"));
        return database.replaceFirst("/(\\w+)\\?", "/" + name + "?");
    }

    private void run(String sql) {
        try (Connection connection = DriverManager.getConnection(database);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private Tally tally(Ending ending) {
        return Tally.histories(
                store(),
                1,
                ending.faults(),
                ending.findings().owed(),
                ending.findings().delivered(),
                ending.findings().doubled(),
                ending.worst());
    }

    private String store() {
        return sqlite ? "SQLite" : "PostgreSQL";
    }

    private static String text(List<Command> history) {
        return String.join("\n", history.stream().map(Command::line).toList());
    }

    private static List<Path> kept() {
        try (Stream<Path> files = Files.list(Path.of("src", "test", "resources", "histories"))) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        toClose.forEach(Runnable::run);
    }
}
