package dev.baton.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Pictures of a story, one for each step, numbered from a first one: {@code target/screens/01-opened.png}. */
final class Album {
    private static final Path FOLDER = Path.of("target", "screens");

    private int next;

    Album(int first) {
        next = first;
    }

    void add(String name, byte[] png) {
        try {
            Files.createDirectories(FOLDER);
            Files.write(FOLDER.resolve(String.format(Locale.ROOT, "%02d-%s.png", next, name)), png);
            next++;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
