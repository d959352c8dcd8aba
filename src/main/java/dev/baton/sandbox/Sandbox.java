package dev.baton.sandbox;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.net.BindException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A running workspace: its page and its Web API on one loopback port. */
public final class Sandbox implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Sandbox.class);
    private static final int PORTS_TRIED = 20;

    private final Server server;
    private final URI pageUrl;
    private final SandboxClock clock;
    private final Live live;
    private final PageClock pageClock;
    private final PageEvents pageEvents;
    private final Ledger ledger;
    private final Faults faults;
    private final Tiers tiers;
    private final Sockets sockets;
    private final AppCalls app;
    private final Events events;
    private final Beginning beginning;
    private final PageApi.Gestures gestures;
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(Daemons.named("sandbox-timer"));
    private final List<ScheduledFuture<?>> repeated = new ArrayList<>();

    private Sandbox(SandboxOptions options) {
        clock = options.clock();
        server = server();
        pageUrl = URI.create("http://127.0.0.1:" + bind(server, options.port()) + "/");
        ledger = new Ledger(options.machine());
        faults = new Faults(options.machine());
        tiers = new Tiers(options.machine());
        sockets = new Sockets(options.opening().app().id(), ledger);
        app = new AppCalls(options.signingSecret(), options.machine(), ledger, faults, sockets);
        pageClock = new PageClock(clock);
        live = new Live(options.opening(), clock, options.machine());
        pageEvents = new PageEvents(live::version);
        live.watch(pageEvents::changed);
        Payloads payloads = new Payloads(live, pageUrl);
        Posts posts = new Posts(live);
        Responses responses = new Responses(live, posts);
        events = new Events(live, app, options.machine());
        beginning = new Beginning(live, events);
        gestures = new PageApi.Gestures(
                new Commands(live, app, payloads, posts, responses, ledger),
                new Presses(live, app, payloads),
                new Submissions(live, app, payloads, ledger),
                new Speech(live, app, payloads, posts, events),
                new Administration(live, events));
        server.setHandler(new Front(
                new WebApi(live, options.botToken(), ledger, faults, tiers, connections(options)),
                new ResponseDoor(live, responses, ledger, faults),
                new PageApi(live, pageClock, new Backstage(this), gestures, beginning),
                pageEvents,
                new UploadDoor(live)));
        every(200, events::retryDue);
        every(10_000, pageEvents::beat);
    }

    /**
     * Starts a workspace on the loopback interface.
     *
     * @throws IllegalStateException where no port is free, or the server does not start
     */
    public static Sandbox start(SandboxOptions options) {
        Sandbox sandbox = new Sandbox(options);
        try {
            sandbox.server.start();
        } catch (Exception failed) {
            sandbox.close();
            throw new IllegalStateException("the sandbox did not start: " + failed.getMessage(), failed);
        }
        return sandbox;
    }

    /** Where a browser finds the workspace; ends in a slash. */
    public URI pageUrl() {
        return pageUrl;
    }

    /** Where the app finds the Web API; ends in {@code /api/}. */
    public URI apiUrl() {
        return pageUrl.resolve("/api/");
    }

    /**
     * From now on commands, interactions and events go to these addresses in turn, such as {@code …/slack/events}. Where
     * one does not answer, the call has failed: nobody else is asked instead.
     */
    public void connect(URI... appEventsUrls) {
        app.connect(List.of(appEventsUrls));
    }

    private ConnectionsApi connections(SandboxOptions options) {
        return new ConnectionsApi(options.appToken(), options.botToken(), sockets, ledger);
    }

    /** The app's sockets, where it comes by itself instead of being called. */
    public Sockets sockets() {
        return sockets;
    }

    /** Slack cannot be reached any more: its port is closed and every connection cut. Nothing is forgotten. */
    public void pause() {
        sockets.drop();
        try {
            connector().stop();
        } catch (Exception failed) {
            throw new IllegalStateException("the sandbox did not stop listening", failed);
        }
    }

    /**
     * Slack can be reached again, at the address of before.
     *
     * @throws IllegalStateException where somebody else took the port meanwhile
     */
    public void resume() {
        try {
            connector().setPort(pageUrl.getPort());
            connector().start();
        } catch (Exception failed) {
            throw new IllegalStateException("the sandbox does not listen again: " + failed.getMessage(), failed);
        }
    }

    /** A second address of the same workspace, which a pause does not close; ends in a slash. */
    public URI backstage() {
        ServerConnector behind = connector(server);
        server.addConnector(behind);
        try {
            behind.start();
        } catch (Exception failed) {
            throw new IllegalStateException("the sandbox has no second port", failed);
        }
        return URI.create("http://127.0.0.1:" + behind.getLocalPort() + "/");
    }

    /** Whether calls beyond Slack's documented rates are answered with 429. */
    public void rateTiers(boolean enforced) {
        tiers.enforce(enforced);
    }

    /** How long an event that failed waits for its second retry; the third waits five times as long. Slack: a minute. */
    public void retryMinute(Duration minute) {
        events.minute(minute);
    }

    /** The business clock, which people move on the page. */
    public SandboxClock clock() {
        return clock;
    }

    /** Whom to ask what lies ahead; until this is called, nothing does. */
    public void upcoming(Upcoming upcoming) {
        pageClock.upcoming(upcoming);
        live.touch();
    }

    /**
     * Somebody types a command and submits the form that opens, with what stands in it; even while the workspace starts over.
     *
     * @throws IllegalStateException where no form opens, or the app does not take it
     */
    public void submitAsItStands(String user, String channel, String command) {
        gestures.commands().type(user, channel, command).join();
        List<OpenView> open = live.look(() -> live.views.stack(user));
        if (open.isEmpty()) {
            throw new IllegalStateException(command + " opened no form for " + user);
        }
        String view = open.get(open.size() - 1).id;
        JsonObject answer = gestures.submissions()
                .submit(Json.object("as", user, "viewId", view))
                .join();
        if (!Json.flag(answer, "ok")) {
            throw new IllegalStateException("what " + command + " opened for " + user + " was not taken: " + answer);
        }
    }

    /** Who ends the app and begins it anew when the page asks to start over. Until this is called, the app is not told. */
    public void restart(Restart restart) {
        beginning.restart(restart);
    }

    /** Whether the app refuses a wrong signature; empty while it does not answer. */
    Optional<Boolean> refusesForgery() {
        return app.refusesForgery();
    }

    /** What went back and forth. */
    public Ledger ledger() {
        return ledger;
    }

    /** Trouble on request. */
    public Faults faults() {
        return faults;
    }

    @Override
    public void close() {
        repeated.forEach(task -> task.cancel(false));
        timer.shutdown();
        pageEvents.close();
        try {
            server.stop();
        } catch (Exception failed) {
            LOG.warn("the sandbox did not stop cleanly", failed);
        }
        beginning.close();
        app.close();
        sockets.close();
    }

    private static Server server() {
        QueuedThreadPool threads = new QueuedThreadPool(32, 4);
        threads.setName("sandbox");
        threads.setDaemon(true);
        Server server = new Server(threads);
        server.addConnector(connector(server));
        return server;
    }

    private static ServerConnector connector(Server server) {
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        ServerConnector connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
        connector.setHost("127.0.0.1");
        return connector;
    }

    private ServerConnector connector() {
        return (ServerConnector) server.getConnectors()[0];
    }

    private static int bind(Server server, int wanted) {
        ServerConnector connector = (ServerConnector) server.getConnectors()[0];
        for (int port = wanted; port <= wanted + PORTS_TRIED; port++) {
            connector.setPort(port);
            try {
                connector.open();
                return connector.getLocalPort();
            } catch (IOException taken) {
                if (!(taken instanceof BindException || taken.getCause() instanceof BindException)) {
                    throw new IllegalStateException("cannot listen on 127.0.0.1:" + port, taken);
                }
            }
        }
        throw new IllegalStateException(
                "ports " + wanted + " to " + (wanted + PORTS_TRIED) + " on 127.0.0.1 are all taken");
    }

    private void every(int millis, Runnable work) {
        repeated.add(timer.scheduleWithFixedDelay(guarded(work), millis, millis, TimeUnit.MILLISECONDS));
    }

    private static Runnable guarded(Runnable work) {
        return () -> {
            try {
                work.run();
            } catch (RuntimeException failed) {
                LOG.error("a repeated task of the sandbox failed", failed);
            }
        };
    }
}
