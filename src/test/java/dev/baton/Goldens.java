package dev.baton;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What was looked at once and found good, kept as files. After an intended change run the tests with {@code
 * -Dscreens.update}, and look at the difference before it is committed.
 */
public final class Goldens {
    private static final Path FOLDER = Path.of("src/test/resources");
    private static final Gson PRETTY =
            new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

    private Goldens() {}

    /** JSON, laid out so that a difference shows in few lines. */
    public static String pretty(String json) {
        return PRETTY.toJson(JsonParser.parseString(json)) + "\n";
    }

    /** Holds what is there now against the file of that name, or rewrites the file when asked to. */
    public static void check(String name, String actual) {
        Path file = FOLDER.resolve(name);
        try {
            if (System.getProperty("screens.update") != null) {
                Files.createDirectories(file.getParent());
                Files.writeString(file, actual);
            }
            assertThat(file).as("a golden file; -Dscreens.update writes it").exists();
            assertThat(actual).as(name).isEqualTo(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The names of the files in a folder, so that none is left over when its screen is gone. */
    public static List<String> names(String folder) {
        try (Stream<Path> files = Files.list(FOLDER.resolve(folder))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
