package dev.baton.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One process to one SQLite file: an exclusive lock on {@code FILE.lock} beside it. A lock on the database file itself would
 * drop SQLite's own locks when it is released.
 */
final class FileClaim implements AutoCloseable {
    /** What this process holds: a second channel on the same lock file would, when closed, drop the lock of the first. */
    private static final Set<Path> OURS = ConcurrentHashMap.newKeySet();

    private final Path lock;
    private final FileChannel channel;

    private FileClaim(Path lock, FileChannel channel) {
        this.lock = lock;
        this.channel = channel;
    }

    static FileClaim of(Path database) {
        Path lock = lockBeside(database);
        if (!OURS.add(lock)) {
            throw taken(database);
        }
        try {
            return new FileClaim(lock, locked(lock, database));
        } catch (IOException e) {
            OURS.remove(lock);
            throw new UnableToOpenDatabase(
                    "Cannot lock " + lock + ": " + e.getMessage() + ". The folder must be writable for Baton.", e);
        } catch (RuntimeException e) {
            OURS.remove(lock);
            throw e;
        }
    }

    /** One lock for one file, by whatever links it is reached. */
    private static Path lockBeside(Path database) {
        Path folder = database.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new UnableToOpenDatabase("Cannot open " + database + ": there is no folder " + folder
                    + ". Create it, or name another file in BATON_DATABASE.");
        }
        try {
            Path real = Files.exists(database)
                    ? database.toRealPath()
                    : folder.toRealPath().resolve(database.getFileName());
            return real.resolveSibling(real.getFileName() + ".lock");
        } catch (IOException e) {
            throw new UnableToOpenDatabase("Cannot open " + database + ": " + e.getMessage(), e);
        }
    }

    private static FileChannel locked(Path lock, Path database) throws IOException {
        FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        boolean locked = false;
        try {
            locked = channel.tryLock() != null;
        } finally {
            if (!locked) {
                channel.close();
            }
        }
        if (!locked) {
            throw taken(database);
        }
        return channel;
    }

    private static UnableToOpenDatabase taken(Path database) {
        return new UnableToOpenDatabase("Another Baton is running on " + database
                + ". SQLite serves one process: stop the other one, or put both on PostgreSQL.");
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            OURS.remove(lock);
        }
    }
}
