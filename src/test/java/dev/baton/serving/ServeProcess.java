package dev.baton.serving;

import dev.baton.Eventually;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A real {@code serve}: a process of its own that can be killed and stopped. */
public final class ServeProcess implements AutoCloseable {
    /** How a process ends that is killed, from outside or at a step. */
    public static final int KILLED = 137;

    private static final Pattern LISTENS = Pattern.compile("Baton listens on (http://[^\\s\"]+)");
    private static final Pattern METRICS = Pattern.compile("Metrics are at (http://[^\\s\"]+)");

    /** Several starts at once take long on a small machine. */
    private static final Duration START = Duration.ofMinutes(3);

    private static final Duration SOON = Duration.ofSeconds(60);

    private final Process process;
    private final Path output;
    private final Path halt;
    private final HttpClient http = HttpClient.newHttpClient();

    private ServeProcess(Process process, Path output, Path halt) {
        this.process = process;
        this.output = output;
        this.halt = halt;
    }

    /**
     * Starts it; it need not come up.
     *
     * @param environment all that it sees of ours
     * @param options of the virtual machine, the class path among them
     * @param output gets whatever it prints; beside it stands the file that names a step to halt at
     * @param step where it halts, if not empty
     */
    public static ServeProcess start(Map<String, String> environment, List<String> options, Path output, String step) {
        Path halt = output.resolveSibling(output.getFileName() + ".halt");
        write(halt, step);
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.add("-Dlogback.configurationFile=logback.xml");
        command.add("-Dbaton.test.halt=@" + halt);
        command.addAll(List.of("dev.baton.Main", "serve"));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        try {
            return new ServeProcess(builder.start(), output, halt);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, String text) {
        try {
            Path fresh = file.resolveSibling(file.getFileName() + ".new");
            Files.writeString(fresh, text);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where Slack reaches it, once it listens. */
    public URI events() {
        return Eventually.get("an address in what serve prints", START, () -> printed(LISTENS));
    }

    /** Where monitoring asks. */
    public URI metrics() {
        return Eventually.get("an address of its metrics", START, () -> printed(METRICS));
    }

    /** Whether somebody who posts to it now need not wait until it has come up. */
    public boolean listens() {
        return process.isAlive() && printed(LISTENS).isPresent();
    }

    private Optional<URI> printed(Pattern told) {
        Matcher line = told.matcher(printed());
        if (line.find()) {
            return Optional.of(URI.create(line.group(1)));
        }
        if (!process.isAlive()) {
            throw new AssertionError("serve ended with " + process.exitValue() + ": " + printed());
        }
        return Optional.empty();
    }

    public ServeProcess untilReady() {
        Eventually.that("serve is ready", () -> probe("/readyz").statusCode() == 200);
        return this;
    }

    public HttpResponse<String> probe(String path) {
        return get(events().resolve(path));
    }

    public HttpResponse<String> get(URI address) {
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

    /** From now on whoever comes to this step ends the process, as losing power would. */
    public void haltAt(String step) {
        write(halt, step);
    }

    /** From now on whoever comes to this step stays there until it is let go. */
    public void holdAt(String step) {
        try {
            Files.deleteIfExists(held());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        write(halt, "hold " + step);
    }

    /** Somebody stays at the step. */
    public void untilHeld() {
        Eventually.that("somebody at " + halt, () -> Files.exists(held()));
    }

    private Path held() {
        return halt.resolveSibling(halt.getFileName() + ".held");
    }

    public void letGo() {
        write(halt, "");
    }

    /** SIGKILL: nothing of it runs any more when this returns. */
    public void kill() {
        process.destroyForcibly();
        ended(SOON);
    }

    /** SIGTERM. */
    public void tellToStop() {
        process.destroy();
    }

    /** SIGSTOP: it stands still and knows nothing of it. */
    public void pause() {
        signal("STOP");
    }

    /** SIGCONT. */
    public void goOn() {
        signal("CONT");
    }

    private void signal(String name) {
        try {
            Process kill = new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid())).start();
            if (kill.waitFor() != 0) {
                throw new AssertionError("kill -" + name + " ended with " + kill.exitValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public long pid() {
        return process.pid();
    }

    public boolean alive() {
        return process.isAlive();
    }

    /** Its exit code. */
    public int ended(Duration within) {
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

    public String printed() {
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
