package dev.baton.hostile;

import dev.baton.Eventually;
import dev.baton.serving.ClassArchive;
import dev.baton.serving.ServeProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A {@code serve} with a heap that is small enough to notice what is kept, and all that can be seen of it from outside. */
final class WatchedProcess implements AutoCloseable {
    private static final Pattern AFTER_FULL = Pattern.compile("Pause Full .*->(\\d+)M\\(");

    private final ServeProcess serve;
    private final Path output;
    private final Path collections;

    private WatchedProcess(ServeProcess serve, Path output, Path collections) {
        this.serve = serve;
        this.output = output;
        this.collections = collections;
    }

    /**
     * Starts it; it need not come up.
     *
     * @param output gets whatever it prints
     */
    static WatchedProcess start(Map<String, String> environment, Path clock, Path output) {
        Path collections = Path.of(output + ".gc");
        List<String> options = ClassArchive.options(
                "-Xmx256m",
                "-XX:+ExitOnOutOfMemoryError",
                "-Xlog:gc:file=" + collections,
                "-Dbaton.test.clock=" + clock);
        return new WatchedProcess(ServeProcess.start(environment, options, output, ""), output, collections);
    }

    URI events() {
        return serve.events();
    }

    WatchedProcess untilReady() {
        serve.untilReady();
        return this;
    }

    /** What is counted, as whoever monitors it reads it. */
    HttpResponse<String> metrics() {
        return serve.get(serve.metrics());
    }

    HttpResponse<String> probe(String path) {
        return serve.probe(path);
    }

    boolean alive() {
        return serve.alive();
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
            String jcmd =
                    Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
            Process asked = new ProcessBuilder(jcmd, String.valueOf(serve.pid()), command)
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
        return read(Path.of("/proc/" + serve.pid() + "/cmdline"));
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
        return serve.printed();
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
        return serve.ended(within);
    }

    @Override
    public void close() {
        serve.close();
    }
}
