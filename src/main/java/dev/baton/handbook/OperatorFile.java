package dev.baton.handbook;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/** The text of a file an operator named. */
public final class OperatorFile {
    private static final long LARGEST = 2L * 1024 * 1024;

    private OperatorFile() {}

    /**
     * Reads all of it as UTF-8.
     *
     * @throws Misconfigured saying in words why the file cannot be read
     */
    public static String read(Path file) {
        try {
            if (Files.isDirectory(file)) {
                throw unreadable(file, "is a folder, not a file");
            }
            if (Files.size(file) > LARGEST) {
                throw unreadable(file, "is larger than 2 MiB; a file of this kind has a few kilobytes");
            }
            return Files.readString(file);
        } catch (NoSuchFileException missing) {
            throw unreadable(file, "does not exist");
        } catch (AccessDeniedException denied) {
            throw unreadable(file, "may not be read by the user Baton runs as");
        } catch (CharacterCodingException encoded) {
            throw unreadable(file, "is not UTF-8 text");
        } catch (IOException failed) {
            throw unreadable(file, "cannot be read: " + failed);
        }
    }

    private static Misconfigured unreadable(Path file, String why) {
        return new Misconfigured(List.of(new Problem(file.toString(), 0, "", why)));
    }

    /** The text of a file that is part of the program. */
    public static String builtIn(String name) {
        try (InputStream in = OperatorFile.class.getResourceAsStream("/" + name)) {
            if (in == null) {
                throw new IllegalStateException("the program was built without " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
