package dev.baton.watch;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where monitoring asks: {@code GET /metrics}, {@code /healthz} and {@code /readyz}, at an address of its own that Slack never
 * sees. It is good to have and nothing that serving depends on: if its port is taken, the log says so and all else goes on.
 */
public final class AdminDoor implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(AdminDoor.class);
    private static final int THREADS = 6;
    private static final Duration IDLE = Duration.ofSeconds(10);
    private static final String PLAIN = "text/plain;charset=utf-8";
    private static final String PROMETHEUS = "text/plain; version=0.0.4; charset=utf-8";

    private final Server server;
    private final ServerConnector connector;
    private final Instruments instruments;

    /**
     * Nothing is opened yet.
     *
     * @param address where to listen; port 0 for any free one
     * @param notReady why Baton cannot do its work now; empty when it can
     */
    public AdminDoor(InetSocketAddress address, Instruments instruments, Supplier<Optional<String>> notReady) {
        this.instruments = instruments;
        QueuedThreadPool threads = new QueuedThreadPool(THREADS, 1);
        threads.setName("admin-door");
        threads.setDaemon(true);
        server = new Server(threads);
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
        connector.setHost(address.getHostString());
        connector.setPort(address.getPort());
        connector.setIdleTimeout(IDLE.toMillis());
        server.addConnector(connector);
        server.setStopTimeout(0);
        server.setHandler(new Answers(instruments, notReady));
    }

    /** Opens it, if it can be had. */
    public void start() {
        try {
            instruments.watchProcess();
            server.start();
            log.info("Metrics are at http://{}:{}/metrics", connector.getHost(), port());
        } catch (Exception e) {
            log.warn(
                    "Metrics are not to be had: {}:{} cannot be opened ({}). Baton serves without; BATON_ADMIN names another place.",
                    connector.getHost(),
                    connector.getPort(),
                    e.getMessage());
            close();
        }
    }

    /** Negative while it is closed. */
    public int port() {
        return connector.getLocalPort();
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            log.warn("The door for monitoring does not close: {}", e.toString());
        }
    }

    private static final class Answers extends Handler.Abstract {
        private final Instruments instruments;
        private final Supplier<Optional<String>> notReady;

        Answers(Instruments instruments, Supplier<Optional<String>> notReady) {
            this.instruments = instruments;
            this.notReady = notReady;
        }

        @Override
        public boolean handle(Request request, Response response, Callback callback) {
            if (!request.getMethod().equals("GET") && !request.getMethod().equals("HEAD")) {
                response.getHeaders().put(HttpHeader.ALLOW, "GET, HEAD");
                answer(405, PLAIN, "Not this method\n", response, callback);
                return true;
            }
            switch (Request.getPathInContext(request)) {
                case "/metrics" -> answer(200, PROMETHEUS, instruments.scrape(), response, callback);
                case "/healthz" -> answer(200, PLAIN, "ok\n", response, callback);
                case "/readyz" -> ready(response, callback);
                default -> answer(404, PLAIN, "Nothing here but /metrics, /healthz and /readyz\n", response, callback);
            }
            return true;
        }

        private void ready(Response response, Callback callback) {
            Optional<String> reason = notReady.get();
            answer(reason.isPresent() ? 503 : 200, PLAIN, reason.orElse("ok") + "\n", response, callback);
        }

        private static void answer(int status, String type, String body, Response response, Callback callback) {
            response.setStatus(status);
            response.getHeaders().put(HttpHeader.CONTENT_TYPE, type);
            Content.Sink.write(response, true, body, callback);
        }
    }
}
