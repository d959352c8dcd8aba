package dev.baton.crash;

import dev.baton.story.Eventually;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A real {@code serve}: a process of its own that can be killed. */
final class ServeProcess implements AutoCloseable {
    private static final Pattern LISTENS = Pattern.compile("Baton listens on (http://\\S+)");

    private final Process process;
    private final Path output;
    private final HttpClient http = HttpClient.newHttpClient();

    private ServeProcess(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    /**
     * Starts it; it need not come up.
     *
     * @param environment all that it sees of ours
     * @param clock the business clock's file
     * @param output gets whatever it prints
     */
    static ServeProcess start(Map<String, String> environment, Path clock, Path output) {
        ProcessBuilder builder = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Dlogback.configurationFile=logback.xml",
                        "-Dbaton.test.clock=" + clock,
                        "-cp",
                        System.getProperty("java.class.path"),
                        "dev.baton.Main",
                        "serve"))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        try {
            return new ServeProcess(builder.start(), output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where Slack reaches it, once it listens. */
    URI events() {
        return Eventually.get("an address in what serve prints", () -> {
            Matcher line = LISTENS.matcher(printed());
            if (!line.find() && !process.isAlive()) {
                throw new AssertionError("serve ended with " + process.exitValue() + ": " + printed());
            }
            return line.reset().find() ? Optional.of(URI.create(line.group(1))) : Optional.empty();
        });
    }

    ServeProcess untilReady() {
        Eventually.that("serve is ready", () -> probe("/readyz").statusCode() == 200);
        return this;
    }

    HttpResponse<String> probe(String path) {
        HttpRequest request = HttpRequest.newBuilder(events().resolve(path))
                .timeout(Duration.ofSeconds(5))
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** SIGKILL: nothing of it runs any more when this returns. */
    void kill() {
        process.destroyForcibly();
        ended(Duration.ofSeconds(5));
    }

    /** SIGTERM. */
    void tellToStop() {
        process.destroy();
    }

    /** Its exit code. */
    int ended(Duration within) {
        try {
            if (!process.waitFor(within.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new AssertionError("serve still runs after " + within + ": " + printed());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        return process.exitValue();
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
