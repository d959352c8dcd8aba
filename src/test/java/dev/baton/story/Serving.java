package dev.baton.story;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A {@code serve} process that stories go through. */
final class Serving {
    private static final Pattern LISTENS = Pattern.compile("Baton listens on (http://\\S+)");

    /** Several starts at once take long on a small machine. */
    private static final Duration START = Duration.ofSeconds(90);

    private final Process process;
    private final Path output;

    private Serving(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    static Serving start(Map<String, String> environment, Path clock, Path output) {
        ProcessBuilder builder = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-XX:+UnlockDiagnosticVMOptions",
                        "-XX:-BytecodeVerificationRemote",
                        "-Xmx256m",
                        "-Dlogback.configurationFile=logback.xml",
                        "-Dbaton.test.clock=" + clock,
                        "-Dbaton.test.faster=1000",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "dev.baton.Main",
                        "serve"))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        try {
            return new Serving(builder.start(), output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Its door, once it is open. */
    URI untilReady() {
        URI door = Eventually.get("an address in what serve prints", START, () -> {
            Matcher line = LISTENS.matcher(printed());
            if (line.find()) {
                return Optional.of(URI.create(line.group(1)));
            }
            if (!process.isAlive()) {
                throw new AssertionError("serve ended with " + process.exitValue() + ": " + printed());
            }
            return Optional.empty();
        });
        Eventually.that("serve is ready", () -> status(door.resolve("/readyz")) == 200);
        return door;
    }

    private static int status(URI address) {
        try {
            HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
            connection.setReadTimeout(5_000);
            int status = connection.getResponseCode();
            connection.disconnect();
            return status;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String printed() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }
}
