package dev.baton.hostile;

import dev.baton.story.Eventually;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A real {@code serve} with a heap that is small enough to notice what is kept. */
final class ServeProcess implements AutoCloseable {
    private static final Pattern LISTENS = Pattern.compile("Baton listens on (http://[^\\s\"]+)");
    private static final Pattern METRICS = Pattern.compile("Metrics are at (http://[^\\s\"]+)");
    private static final Pattern AFTER_FULL = Pattern.compile("Pause Full .*->(\\d+)M\\(");
    private static final String JAVA = System.getProperty("java.home");

    private final Process process;
    private final Path output;
    private final Path collections;
    private final HttpClient http = HttpClient.newHttpClient();

    private ServeProcess(Process process, Path output, Path collections) {
        this.process = process;
        this.output = output;
        this.collections = collections;
    }

    /**
     * Starts it; it need not come up.
     *
     * @param output gets whatever it prints
     */
    static ServeProcess start(Map<String, String> environment, Path clock, Path output) {
        Path collections = Path.of(output + ".gc");
        ProcessBuilder builder = new ProcessBuilder(List.of(
                        Path.of(JAVA, "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-Xlog:gc:file=" + collections,
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
            return new ServeProcess(builder.start(), output, collections);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where Slack reaches it, once it listens. */
    URI events() {
        return address("an address in what serve prints", LISTENS);
    }

    private URI address(String what, Pattern told) {
        return Eventually.get(what, () -> {
            Matcher line = told.matcher(printed());
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

    /** What is counted, as whoever monitors it reads it. */
    HttpResponse<String> metrics() {
        return get(address("an address of its metrics", METRICS));
    }

    HttpResponse<String> probe(String path) {
        return get(events().resolve(path));
    }

    private HttpResponse<String> get(URI address) {
        HttpRequest request =
                HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(5)).build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    boolean alive() {
        return process.isAlive();
    }

    /** Megabytes of heap that are in use when everything that can go has gone. */
    int heapInUse() {
        long before = fullCollections();
        tool("GC.run");
        Eventually.that("a full collection", () -> fullCollections() > before);
        return AFTER_FULL
                .matcher(read(collections))
                .results()
                .map(found -> Integer.parseInt(found.group(1)))
                .reduce((first, last) -> last)
                .orElseThrow();
    }

    private long fullCollections() {
        return AFTER_FULL.matcher(read(collections)).results().count();
    }

    /** How many threads run whose names begin so; of all of them for an empty beginning. */
    long threads(String beginning) {
        return Pattern.compile("(?m)^\"" + Pattern.quote(beginning))
                .matcher(tool("Thread.print"))
                .results()
                .map(MatchResult::start)
                .count();
    }

    private String tool(String command) {
        try {
            Process asked = new ProcessBuilder(
                            Path.of(JAVA, "bin", "jcmd").toString(), String.valueOf(process.pid()), command)
                    .redirectErrorStream(true)
                    .start();
            String answer = new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (asked.waitFor() != 0) {
                throw new AssertionError(command + ": " + answer);
            }
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What anybody on the machine can read of how it was started. */
    String commandLine() {
        return read(Path.of("/proc/" + process.pid() + "/cmdline"));
    }

    /** Lines that tell where in the code something failed: nobody but Baton's makers should ever need them. */
    List<String> traces() {
        return printed()
                .lines()
                .filter(line -> line.startsWith(" ") || line.startsWith("\t") || line.startsWith("Caused by"))
                .toList();
    }

    long printedBytes() {
        try {
            return Files.size(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String printed() {
        return read(output);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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

    @Override
    public void close() {
        process.destroyForcibly();
        ended(Duration.ofSeconds(5));
    }
}
