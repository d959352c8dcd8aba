package dev.baton;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;

/** A business clock that several processes of one test share: UTC milliseconds in a file. Settings refuse it elsewhere. */
public final class FileClock implements InstantSource {
    private final Path file;

    public FileClock(Path file) {
        this.file = file;
    }

    @Override
    public Instant instant() {
        try {
            return Instant.ofEpochMilli(Long.parseLong(Files.readString(file).strip()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
