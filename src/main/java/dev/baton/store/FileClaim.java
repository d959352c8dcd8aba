package dev.baton.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * One process to one SQLite file: an exclusive lock on {@code FILE.lock} beside it. A lock on the database file itself would
 * drop SQLite's own locks when it is released.
 */
final class FileClaim implements AutoCloseable {
    private final FileChannel channel;

    private FileClaim(FileChannel channel) {
        this.channel = channel;
    }

    static FileClaim of(Path database) {
        Path lock = database.resolveSibling(database.getFileName() + ".lock");
        try {
            Path folder = lock.toAbsolutePath().getParent();
            if (folder == null || !Files.isDirectory(folder)) {
                throw new UnableToOpenDatabase("Cannot open " + database + ": there is no folder " + folder
                        + ". Create it, or name another file in BATON_DATABASE.");
            }
            FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (held(channel) == null) {
                channel.close();
                throw new UnableToOpenDatabase("Another Baton is running on " + database
                        + ". SQLite serves one process: stop the other one, or put both on PostgreSQL.");
            }
            return new FileClaim(channel);
        } catch (IOException e) {
            throw new UnableToOpenDatabase(
                    "Cannot lock " + lock + ": " + e.getMessage() + ". The folder must be writable for Baton.", e);
        }
    }

    private static @Nullable FileLock held(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
