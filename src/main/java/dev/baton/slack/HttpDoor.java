package dev.baton.slack;

import com.slack.api.bolt.App;
import dev.baton.watch.Instruments;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where Slack comes in over HTTP: {@code POST /slack/events} for commands, interactivity and events, {@code GET
 * /healthz} and {@code GET /readyz} for whoever watches. Nothing unsigned is parsed, and nothing that was sent is logged.
 * Without a signing secret nobody can be told from Slack, and there is no {@code /slack/events}.
 */
public final class HttpDoor implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(HttpDoor.class);
    private static final int THREADS = 48;
    private static final int CONNECTIONS = 2_000;
    private static final Duration IDLE = Duration.ofSeconds(10);
    /** How long a kept-alive connection on which nothing happens may delay the stop. */
    private static final Duration SHUTDOWN_IDLE = Duration.ofMillis(200);

    private static final Duration FAREWELL = Duration.ofSeconds(7);
    private static final Duration THREADS_END = Duration.ofSeconds(1);

    private final Server server;
    private final ServerConnector connector;

    /**
     * @param port 0 for any free one
     * @param machine the machine's clock, against which the age of a signature is measured
     */
    public HttpDoor(String host, int port, String signingSecret, App app, InstantSource machine, Readiness readiness) {
        this(host, port, Optional.of(signingSecret), app, machine, readiness, Instruments.silent());
    }

    /** The same, and what comes in is counted and timed. */
    public HttpDoor(
            String host,
            int port,
            Optional<String> signingSecret,
            App app,
            InstantSource machine,
            Readiness readiness,
            Instruments instruments) {
        QueuedThreadPool threads = new QueuedThreadPool(THREADS, 4);
        threads.setName("door");
        threads.setStopTimeout(THREADS_END.toMillis());
        this.server = new Server(threads);
        this.connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http()));
        connector.setHost(host);
        connector.setPort(port);
        connector.setIdleTimeout(IDLE.toMillis());
        connector.setShutdownIdleTimeout(SHUTDOWN_IDLE.toMillis());
        connector.addBean(new Doorstep(connector, IDLE));
        server.addConnector(connector);
        server.addBean(new NetworkConnectionLimit(CONNECTIONS, server));
        server.setErrorHandler(HttpDoor::plainError);
        Optional<Signature> signature = signingSecret.map(secret -> new Signature(secret, machine));
        server.setHandler(new GracefulHandler(
                new Doorkeeper(signature, new Reception(app, instruments), readiness, instruments)));
        server.setStopTimeout(FAREWELL.toMillis());
    }

    /** Opens the port. @throws UncheckedIOException when it cannot be had, e.g. because another program has it */
    public void start() {
        try {
            server.start();
        } catch (IOException e) {
            close();
            throw new UncheckedIOException(e.getMessage(), e);
        } catch (Exception e) {
            close();
            throw new IllegalStateException("The HTTP door does not open: " + e.getMessage(), e);
        }
    }

    public int port() {
        return connector.getLocalPort();
    }

    /** Stops accepting, lets what is in flight finish for at most eight seconds, and closes. */
    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            log.warn("Not everything in flight was finished in {} s ({})", FAREWELL.toSeconds(), e.toString());
        }
    }

    private static HttpConfiguration http() {
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setSendXPoweredBy(false);
        http.setRequestHeaderSize(16 * 1024);
        return http;
    }

    /** Jetty's own answers to malformed HTTP, without the page that tells who wrote the server. */
    private static boolean plainError(Request request, Response response, Callback callback) {
        response.getHeaders().put("Content-Type", "text/plain;charset=utf-8");
        Content.Sink.write(response, true, "Error " + response.getStatus() + "\n", callback);
        return true;
    }
}
