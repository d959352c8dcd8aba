package dev.baton.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** SQLite files in temporary folders. The migrated one is made once and copied. */
final class SqliteFolder {
    private static final Path TEMPLATE = template();

    private SqliteFolder() {}

    static FreshDatabase fresh(boolean migrated) {
        try {
            Path folder = Files.createTempDirectory("baton-test");
            Path file = folder.resolve("baton.db");
            if (migrated) {
                Files.copy(TEMPLATE, file);
            }
            return new FreshDatabase("jdbc:sqlite:" + file, () -> remove(folder));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path template() {
        try {
            Path folder = Files.createTempDirectory("baton-template");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(folder)));
            Path file = folder.resolve("baton.db");
            Database.open("jdbc:sqlite:" + file).close();
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void remove(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
            for (Path each : deepestFirst) {
                Files.delete(each);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
