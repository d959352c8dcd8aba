package dev.baton.slack;

import com.slack.api.bolt.App;
import com.slack.api.bolt.request.Request;
import com.slack.api.bolt.response.Response;
import com.slack.api.methods.response.apps.connections.AppsConnectionsOpenResponse;
import dev.baton.slack.SocketLink.NotConnected;
import dev.baton.watch.Instruments;
import dev.baton.watch.Reference;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where Slack comes in without an address of ours: Baton calls Slack and holds the line (Socket Mode). The line is opened
 * again whenever it breaks; a new one stands before an old one is let go, and an old one is let go when all that came on it
 * is answered. The SDK's own client answers on whichever line is newest, drops what is in flight when told to stop, and
 * leaves unanswered what failed; so this one stands on the JDK's.
 */
public final class SocketDoor implements Readiness, SocketLink.Ear, AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(SocketDoor.class);
    private static final int THREADS = 16;
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
    private static final Duration FAREWELL = Duration.ofSeconds(7);

    private final SlackApi api;
    private final String appToken;
    private final Reception reception;
    private final Instruments instruments;
    private final Duration firstPause;
    private final Duration beat;
    private final HttpClient http;
    private final ExecutorService answering = Executors.newFixedThreadPool(THREADS, daemons());
    private final Thread connecting;
    private final List<SocketLink> links = new CopyOnWriteArrayList<>();
    private @Nullable SocketLink newest;
    private boolean closed;
    private String trouble = "not asked yet";

    /** Calls nobody before {@link #start}. */
    public SocketDoor(SlackApi api, String appToken, App app, Instruments instruments) {
        this(api, appToken, app, instruments, Duration.ofSeconds(1), Duration.ofSeconds(10));
    }

    /**
     * @param firstPause before the second try to connect; it doubles up to a minute
     * @param beat between two questions whether the other end still lives
     */
    SocketDoor(SlackApi api, String appToken, App app, Instruments instruments, Duration firstPause, Duration beat) {
        this.api = api;
        this.appToken = appToken;
        this.reception = new Reception(app, instruments);
        this.instruments = instruments;
        this.firstPause = firstPause;
        this.beat = beat;
        this.http =
                HttpClient.newBuilder().connectTimeout(SlackApi.CALL_TIMEOUT).build();
        this.connecting = daemons().newThread(this::keepConnected);
    }

    /** Begins to call, and returns at once. */
    public void start() {
        connecting.start();
    }

    @Override
    public synchronized Optional<String> notReady() {
        boolean open = links.stream().anyMatch(link -> !link.over());
        return open ? Optional.empty() : Optional.of("Slack cannot reach Baton, no socket is open: " + trouble);
    }

    /** Takes nothing new, lets what is in flight be answered for at most seven seconds, and hangs up. */
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
        }
        answering.shutdown();
        connecting.interrupt();
        links.forEach(SocketLink::leave);
        try {
            if (!answering.awaitTermination(FAREWELL.toMillis(), TimeUnit.MILLISECONDS)) {
                log.warn("Not everything that came over the socket was answered in {} s", FAREWELL.toSeconds());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        links.forEach(SocketLink::abort);
    }

    private static ThreadFactory daemons() {
        return work -> {
            Thread thread = new Thread(work, "slack-socket");
            thread.setDaemon(true);
            return thread;
        };
    }

    // Holding the line

    private void keepConnected() {
        Duration pause = Duration.ZERO;
        try {
            while (!answering.isShutdown()) {
                Thread.sleep(pause.toMillis());
                Optional<Reply.No> no = connect();
                Duration longer = pause.isZero() ? firstPause : pause.multipliedBy(2);
                pause = longer.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : longer;
                if (no.isPresent()) {
                    pause = told(no.get(), pause);
                } else if (untilNeeded()) {
                    pause = Duration.ZERO;
                }
            }
        } catch (InterruptedException e) {
            // Closing; the thread ends.
            Thread.currentThread().interrupt();
        }
    }

    private Duration told(Reply.No no, Duration pause) {
        synchronized (this) {
            trouble = no.why();
        }
        Duration wait = no.error().equals("ratelimited") && no.pause().compareTo(pause) > 0 ? no.pause() : pause;
        log.warn("No socket to Slack: {}; trying again in {} ms", no.why(), wait.toMillis());
        return wait;
    }

    private Optional<Reply.No> connect() throws InterruptedException {
        Reply<AppsConnectionsOpenResponse> reply =
                api.call("apps.connections.open", () -> api.methods(appToken).appsConnectionsOpen(ask -> ask));
        if (reply.no().isPresent()) return reply.no();
        String address = reply.value().map(AppsConnectionsOpenResponse::getUrl).orElse("");
        SocketLink link = new SocketLink(this);
        try {
            link.open(http, address);
        } catch (NotConnected e) {
            String why = "the socket that Slack offered: " + e.getMessage();
            return Optional.of(new Reply.No(Fault.LATER, "not_connected", why, Duration.ZERO));
        }
        List<SocketLink> older = List.copyOf(links);
        if (taken(link)) older.forEach(SocketLink::leave);
        else link.close();
        return Optional.empty();
    }

    private synchronized boolean taken(SocketLink link) {
        if (closed) return false;
        links.add(link);
        newest = link;
        log.info("A socket to Slack is open");
        return true;
    }

    /** Waits until another line is needed. @return whether this one was of any use before */
    private boolean untilNeeded() throws InterruptedException {
        boolean lasted = false;
        while (true) {
            SocketLink link;
            synchronized (this) {
                link = newest;
                if (link == null || link.tired() || link.over()) return lasted;
                wait(beat.toMillis());
                if (link.tired() || link.over()) return lasted;
            }
            lasted = true;
            if (!link.beat()) {
                log.warn("Slack has not been heard for a while; the socket is given up");
                link.abort();
            }
        }
    }

    @Override
    public synchronized void ended(SocketLink link) {
        links.remove(link);
        if (!closed && link == newest) {
            trouble = link.ending();
            log.warn("The socket to Slack is gone: {}", trouble);
        }
        notifyAll();
    }

    // Answering

    @Override
    public void heard(SocketLink link, String message) {
        Optional<Envelope> read = Envelope.read(message);
        if (read.isEmpty()) {
            log.warn("Something on the socket could not be read");
            return;
        }
        Envelope envelope = read.get();
        switch (envelope.type()) {
            case "hello" -> link.greeted();
            case "disconnect" -> renew(link, envelope.reason());
            default -> receive(link, envelope);
        }
    }

    private synchronized void renew(SocketLink link, String reason) {
        log.info("Slack asks for a new socket ({})", reason);
        link.tire();
        notifyAll();
    }

    private void receive(SocketLink link, Envelope envelope) {
        if (envelope.id().isEmpty()) {
            log.info("Slack says {} on the socket, which needs no answer", envelope.type());
            return;
        }
        Instruments.Lap since = instruments.begin();
        link.owe();
        try {
            answering.execute(() -> Reference.around(() -> answer(link, envelope, since)));
        } catch (RejectedExecutionException e) {
            // Closing. Unacknowledged, it is sent again, or whoever made the gesture is told that it did not work.
            link.settle();
        }
    }

    private void answer(SocketLink link, Envelope envelope, Instruments.Lap since) {
        try {
            Optional<Request<?>> request =
                    reception.read(Reception.enveloped(envelope.payload().toString(), envelope.retry()));
            if (request.isPresent()) {
                reception.answer(request.get(), since, response -> acknowledge(link, envelope, response));
            } else {
                instruments.turnedAway("unreadable");
                instruments.answered(since, "turned_away", 400);
                acknowledge(link, envelope, Response.error(400));
            }
        } finally {
            link.settle();
        }
    }

    private void acknowledge(SocketLink link, Envelope envelope, Response response) {
        String body = response.getBody() == null ? "" : response.getBody();
        boolean done = response.getStatusCode() / 100 == 2;
        String answer = envelope.acknowledgement(done ? body : envelope.apology(Reference.current()));
        if (!link.send(answer) && !other(link).map(newer -> newer.send(answer)).orElse(false)) {
            log.warn("The answer to a {} found no open socket", envelope.type());
        }
    }

    private synchronized Optional<SocketLink> other(SocketLink than) {
        return Optional.ofNullable(newest).filter(link -> link != than);
    }
}
