package dev.baton.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/**
 * A workspace as a process of its own, so that it outlives the apps that are killed around it.
 *
 * <p>Beside {@code Main} it is the one place where the wall clock is read: it is a program that knows nothing of Baton's,
 * and {@code Main} knows nothing of it.
 */
public final class SandboxMain {
    private static final List<String> OPTIONS = List.of("--port", "--workspace", "--manifest", "--clock", "--ends");
    private static final String USAGE = """
            SLACK_SIGNING_SECRET=… SLACK_BOT_TOKEN=… [SLACK_APP_TOKEN=…] java -cp … dev.baton.sandbox.SandboxMain
              --port N           where to listen on 127.0.0.1; default: any free port
              --workspace FILE   people and channels; default: the built-in cast
              --manifest FILE    the app's manifest; default: the built-in one
              --clock FILE       the business clock, UTC milliseconds, shared with others; default: one of its own
              --ends with-input  ends when its standard input does
            """;

    private SandboxMain() {}

    public static void main(String[] args) {
        try {
            serve(options(args), System.getenv(), InstantSource.system());
        } catch (IOException | IllegalArgumentException | IllegalStateException wrong) {
            System.err.println(wrong.getMessage());
            System.exit(1);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static Map<String, String> options(String[] args) {
        Map<String, String> options = new HashMap<>();
        for (int i = 0; i < args.length; i += 2) {
            if (!OPTIONS.contains(args[i]) || i + 1 == args.length) {
                throw new IllegalArgumentException(USAGE);
            }
            options.put(args[i], args[i + 1]);
        }
        return options;
    }

    private static void serve(Map<String, String> options, Map<String, String> environment, InstantSource wallClock)
            throws IOException, InterruptedException {
        Workspace opening = Workspace.parse(
                text(options, "--workspace", "/sandbox/cast.yml"), text(options, "--manifest", "/manifest.yml"));
        String clockFile = options.get("--clock");
        SandboxClock clock = clockFile == null
                ? new SandboxClock(wallClock, opening.start())
                : SandboxClock.shared(Path.of(clockFile));
        int port = Integer.parseInt(options.getOrDefault("--port", "0"));
        String secret = known(environment, "SLACK_SIGNING_SECRET");
        String token = known(environment, "SLACK_BOT_TOKEN");
        Sandbox sandbox = Sandbox.start(new SandboxOptions(port, opening, clock, wallClock, secret, token)
                .withAppToken(environment.getOrDefault("SLACK_APP_TOKEN", "")));
        System.out.println("The workspace is open: " + sandbox.pageUrl() + " and, behind it, " + sandbox.backstage());
        if (options.containsKey("--ends")) {
            System.in.transferTo(OutputStream.nullOutputStream());
            sandbox.close();
        } else {
            new CountDownLatch(1).await();
        }
    }

    private static String known(Map<String, String> environment, String name) {
        String value = environment.getOrDefault(name, "");
        if (value.isBlank()) {
            throw new IllegalArgumentException(name + " is not set");
        }
        return value;
    }

    private static String text(Map<String, String> options, String option, String builtIn) throws IOException {
        String file = options.get(option);
        if (file != null) {
            return Files.readString(Path.of(file));
        }
        try (InputStream text = SandboxMain.class.getResourceAsStream(builtIn)) {
            if (text == null) {
                throw new IllegalStateException(builtIn + " is not on the class path");
            }
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
