package dev.baton.store;

import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** Where a SQLite database lies, and what has to be minded with files that must outlive a power cut. */
final class SqliteFile {
    static final String URL = "jdbc:sqlite:";
    private static final boolean POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

    private SqliteFile() {}

    static boolean isMeantBy(String url) {
        return url.startsWith(URL);
    }

    /** What stands behind the question mark are pragmas, and no part of the name. */
    static Path of(String url) {
        return Path.of(url.substring(URL.length()).replaceFirst("\\?.*", ""));
    }

    static String url(Path file) {
        return URL + file;
    }

    /** Not as the database is opened by its owner: nothing is written, not even a write-ahead log back into its file. */
    static SQLiteDataSource readOnly(String url) {
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        config.setBusyTimeout(5_000);
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl(url);
        return source;
    }

    /** What SQLite keeps beside a database that is open, or was when its process was killed. */
    static List<Path> besides(Path file) {
        return List.of(sibling(file, "-wal"), sibling(file, "-shm"));
    }

    static Path sibling(Path file, String ending) {
        return file.resolveSibling(file.getFileName() + ending);
    }

    /** A new and empty file that its owner alone may read: what comes into it are customers' data. */
    static void createPrivate(Path file) throws IOException {
        Files.createFile(file, ownerOnly("rw-------"));
    }

    static void createPrivateFolder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder, ownerOnly("rwx------"));
        }
    }

    private static FileAttribute<?>[] ownerOnly(String permissions) {
        return POSIX
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    /** Whoever could use the one can use the other: an administrator restores what somebody else's process opens. */
    static void likeOwnerOf(Path known, Path file) throws IOException {
        if (POSIX && Files.exists(known)) {
            PosixFileAttributes attributes = Files.readAttributes(known, PosixFileAttributes.class);
            PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
            if (!Files.getOwner(file).equals(attributes.owner())) {
                view.setOwner(attributes.owner());
            }
            view.setPermissions(attributes.permissions());
        }
    }

    /** Puts a finished file in its place, in one step and for good. */
    static void move(Path from, Path to) throws IOException {
        sync(from);
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        syncFolder(to);
    }

    private static void sync(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    /** Windows knows no such thing, and needs none. */
    private static void syncFolder(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (File.separatorChar == '/' && folder != null) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }
}
