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
final class ServeProcess implements AutoCloseable {
    /** How a process ends that is killed, from outside or at a step. */
    static final int KILLED = 137;

    private static final Pattern LISTENS = Pattern.compile("Baton listens on (http://\\S+)");

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
     */
    static ServeProcess start(Map<String, String> environment, List<String> options, Path output) {
        Path halt = output.resolveSibling(output.getFileName() + ".halt");
        write(halt, "");
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

    /** From now on whoever comes to this step ends the process, as losing power would. */
    void haltAt(String step) {
        write(halt, step);
    }

    /** From now on whoever comes to this step stays there until it is let go. */
    void holdAt(String step) {
        write(halt, "hold " + step);
    }

    /** Somebody stays at the step. */
    void untilHeld() {
        Path held = halt.resolveSibling(halt.getFileName() + ".held");
        Eventually.that("somebody at " + halt, () -> Files.exists(held));
    }

    void letGo() {
        write(halt, "");
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

    /** SIGSTOP: it stands still and knows nothing of it. */
    void pause() {
        signal("STOP");
    }

    /** SIGCONT. */
    void goOn() {
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

    boolean alive() {
        return process.isAlive();
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
