package dev.baton.history;

import dev.baton.crash.ClassArchive;
import dev.baton.story.Eventually;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A real {@code serve}: a process of its own that may be killed, at once or when it comes to a step of its work. */
final class Serving implements AutoCloseable {
    private static final Duration START = Duration.ofSeconds(90);
    private static final Pattern LISTENS = Pattern.compile("Baton listens on (http://\\S+)");

    private final Process process;
    private final Path output;
    private final Path halt;
    private Optional<URI> address = Optional.empty();

    private Serving(Process process, Path output, Path halt) {
        this.process = process;
        this.output = output;
        this.halt = halt;
    }

    /** Starts one, and does not wait until it has come up. */
    static Serving begin(Map<String, String> environment, Path clock, Path output) {
        Path halt = output.resolveSibling(output.getFileName() + ".halt");
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx192m"));
        command.addAll(ClassArchive.options());
        command.addAll(List.of(
                "-Dlogback.configurationFile=logback.xml",
                "-Dbaton.test.clock=" + clock,
                "-Dbaton.test.halt=@" + halt,
                "-Dbaton.test.call=1500",
                "-Dbaton.test.lease=5000",
                "-Dbaton.test.faster=1000",
                "dev.baton.Main",
                "serve"));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        try {
            Files.writeString(halt, "");
            return new Serving(builder.start(), output, halt);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where Slack reaches it; waits until it listens, which may take long on a busy machine. */
    URI address() {
        Instant deadline = Instant.now().plus(START);
        while (address.isEmpty() && Instant.now().isBefore(deadline)) {
            address = printedAddress();
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
        return address.orElseThrow(() -> new AssertionError("serve did not come up: " + printed()));
    }

    private Optional<URI> printedAddress() {
        Matcher line = LISTENS.matcher(printed());
        if (line.find()) {
            return Optional.of(URI.create(line.group(1)));
        }
        if (!process.isAlive()) {
            throw new AssertionError("serve ended with " + process.exitValue() + ": " + printed());
        }
        return Optional.empty();
    }

    boolean listens() {
        return process.isAlive() && (address.isPresent() || printedAddress().isPresent());
    }

    boolean alive() {
        return process.isAlive();
    }

    /** From now on it ends when it comes to that step; an empty one takes it back. */
    void haltAt(String step) {
        try {
            Files.writeString(halt, step);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** SIGKILL: nothing of it runs any more when this returns. */
    void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    /** Whatever lost the connection to it may know of its end before the system does. */
    void awaitEnd() {
        Eventually.that("serve has ended", () -> !process.isAlive());
    }

    String printed() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        kill();
    }
}
