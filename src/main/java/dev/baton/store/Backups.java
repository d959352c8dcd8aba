package dev.baton.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The folder with the backups of one SQLite database. Taking one needs no claim and holds nobody up: it may be done beside a
 * Baton that serves, also from another process. Names tell the machine's time in UTC: {@code baton-20261120T110000Z.db}.
 *
 * <p>The 24 latest are kept, and the latest of each of the last 14 days; so are, for 14 days, those taken before a migration
 * ({@code before-V10-…}) or a restore ({@code before-restore-…}).
 */
public final class Backups {
    private static final int LATEST_KEPT = 24;
    private static final int DAYS_KEPT = 14;
    private static final Duration DUE_AFTER = Duration.ofHours(1);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final Pattern NAME = Pattern.compile("(baton|before-[A-Za-z0-9]+)-(\\d{8}T\\d{6}Z)\\.db(-wal)?");
    private static final Pattern LEFT =
            Pattern.compile(NAME.pattern() + Pattern.quote(SqliteCopy.UNFINISHED) + "(-journal)?");

    /** Of one process: a file lock tells processes apart, and not threads. */
    private static final Object ONE_AT_A_TIME = new Object();

    private final Path database;
    private final Path folder;
    private final InstantSource machine;

    /**
     * One copy of the database.
     *
     * @param at when it was begun, by the machine's clock, to the second
     */
    public record Backup(Path file, Instant at, long bytes) {}

    private record Named(Path file, String kind, Instant at) {}

    private Backups(Path database, Path folder, InstantSource machine) {
        this.database = database;
        this.folder = folder;
        this.machine = machine;
    }

    /**
     * Those of the database under this address.
     *
     * @param folder empty for {@code backups} beside the database
     * @return empty for PostgreSQL, which has means of its own
     */
    public static Optional<Backups> of(String url, Optional<Path> folder, InstantSource machine) {
        if (!SqliteFile.isMeantBy(url)) {
            return Optional.empty();
        }
        Path file = SqliteFile.of(url);
        return Optional.of(new Backups(file, folder.orElseGet(() -> file.resolveSibling("backups")), machine));
    }

    /** Whether the latest is older than an hour. */
    public boolean due() {
        Instant now = machine.instant();
        return latest().filter(latest -> latest.at.plus(DUE_AFTER).isAfter(now)).isEmpty();
    }

    /** Until now. One from the future was taken by another clock, and nobody knows when. */
    public Optional<Backup> latest() {
        Instant now = machine.instant();
        return latest(each -> !each.at.isAfter(now));
    }

    private Optional<Backup> latest(Predicate<Named> which) {
        return kept().filter(each -> each.kind.equals("baton"))
                .filter(which)
                .max(Comparator.comparing(Named::at))
                .map(this::backup);
    }

    /**
     * Takes one now, and removes those that need not be kept any longer, with whatever a killed process left unfinished.
     *
     * @throws UnableToOpenDatabase when there is nothing to copy
     * @throws UncheckedIOException when it cannot be written; those that were there are still there
     */
    public Backup take() {
        Instant now = now();
        return alone(() -> {
            Backup taken = copied(folder.resolve(name("baton", now)), now);
            prune();
            return taken;
        });
    }

    /** Takes one to this place, which must be free; an existing folder gets it under its usual name. */
    public Backup take(Path place) {
        Path file = Files.isDirectory(place) ? place.resolve(name("baton", now())) : place;
        if (Files.exists(file)) {
            throw new UnableToOpenDatabase(file + " exists already. Name another file.");
        }
        try {
            return copied(file, now());
        } catch (IOException e) {
            throw new UncheckedIOException("no backup: " + e.getMessage(), e);
        }
    }

    /** Takes one before something is done to the database that cannot be undone. */
    Backup before(String what) {
        Instant now = now();
        return alone(() -> copied(folder.resolve(name("before-" + what, now)), now));
    }

    /** Keeps a file that cannot be copied as a database, byte by byte, with the log beside it. */
    Backup keepAsItIs(String what) {
        return alone(() -> {
            Path kept = folder.resolve(name("before-" + what, now()));
            Path log = SqliteFile.sibling(database, "-wal");
            if (Files.exists(log)) {
                Files.copy(log, SqliteFile.sibling(kept, "-wal"));
            }
            Files.copy(database, kept);
            return new Backup(kept, now(), Files.size(kept));
        });
    }

    /** Refuses where nothing stands that could be looked after; opening it would make a new one. */
    public void requireDatabase() {
        if (!Files.exists(database)) {
            throw new UnableToOpenDatabase("There is no database " + database + ".");
        }
    }

    /** What an operator does whose database cannot be used. A backup from the future is better than none. */
    String advice() {
        return latest().or(() -> latest(each -> true))
                .map(latest -> "the latest backup is " + latest.file() + "; `baton restore " + latest.file()
                        + "` puts it in place.")
                .orElse("there is no backup in " + folder + ". If you have one elsewhere, `baton restore FILE` puts a"
                        + " backup in its place; or move it away to begin anew.");
    }

    private Backup copied(Path file, Instant at) throws IOException {
        requireDatabase();
        requireRoom(file);
        SqliteCopy.of(database, file);
        return new Backup(file, at, Files.size(file));
    }

    /** Before anything is written: on a disk that is nearly full the attempt alone would do harm. */
    private void requireRoom(Path file) throws IOException {
        Path place = file.toAbsolutePath().getParent();
        Path log = SqliteFile.sibling(database, "-wal");
        long needed = Files.size(database) + (Files.exists(log) ? Files.size(log) : 0);
        if (place != null && Files.exists(place)) {
            long free = Files.getFileStore(place).getUsableSpace();
            if (free < needed) {
                throw new IOException("there is no room for it: it may need " + needed + " bytes, and " + free
                        + " are free in " + place);
            }
        }
    }

    private interface Work {
        Backup done() throws IOException;
    }

    /** One at a time, so that what lies there unfinished belongs to nobody who is still at it. */
    private Backup alone(Work work) {
        synchronized (ONE_AT_A_TIME) {
            try {
                SqliteFile.createPrivateFolder(folder);
                try (FileChannel channel = FileChannel.open(
                        folder.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                    channel.lock();
                    return work.done();
                }
            } catch (IOException e) {
                throw new UncheckedIOException("no backup in " + folder + ": " + e.getMessage(), e);
            }
        }
    }

    private void prune() throws IOException {
        List<Named> all =
                kept().sorted(Comparator.comparing(Named::at).reversed()).toList();
        List<Named> hourly =
                all.stream().filter(each -> each.kind.equals("baton")).toList();
        Set<Path> worthKeeping = new HashSet<>();
        hourly.stream().limit(LATEST_KEPT).map(Named::file).forEach(worthKeeping::add);
        LocalDate oldest = day(now()).minusDays(DAYS_KEPT - 1);
        Set<LocalDate> days = new HashSet<>();
        for (Named each : all) {
            boolean young = !day(each.at).isBefore(oldest);
            if (young && (!each.kind.equals("baton") || days.add(day(each.at)))) {
                worthKeeping.add(each.file);
            }
        }
        for (Named each : all) {
            if (!worthKeeping.contains(each.file)) {
                Files.deleteIfExists(each.file);
            }
        }
        for (Path left : unfinished()) {
            Files.deleteIfExists(left);
        }
    }

    private List<Path> unfinished() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(each -> LEFT.matcher(nameOf(each)).matches()).toList();
        }
    }

    private Stream<Named> kept() {
        if (!Files.isDirectory(folder)) {
            return Stream.empty();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.flatMap(Backups::named).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot look into " + folder + ": " + e.getMessage(), e);
        }
    }

    private static Stream<Named> named(Path file) {
        Matcher name = NAME.matcher(nameOf(file));
        return name.matches()
                ? Stream.of(new Named(file, name.group(1), TIME.parse(name.group(2), Instant::from)))
                : Stream.empty();
    }

    /** Its own name alone: what the folders above are called is the operator's affair. */
    private static String nameOf(Path file) {
        return String.valueOf(file.getFileName());
    }

    private Backup backup(Named named) {
        try {
            return new Backup(named.file, named.at, Files.size(named.file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String name(String kind, Instant at) {
        return kind + "-" + TIME.format(at) + ".db";
    }

    private Instant now() {
        return machine.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }
}
