package dev.baton.slack;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection to Slack: whole messages in, one message after the other out. It never opens itself again. Its address holds
 * a ticket that is as good as a password, and is in no log.
 */
final class SocketLink implements WebSocket.Listener {
    private static final Logger log = LoggerFactory.getLogger(SocketLink.class);
    private static final Duration OPENING = Duration.ofSeconds(10);
    private static final Duration SENDING = Duration.ofSeconds(5);
    private static final Duration CLOSING = Duration.ofSeconds(1);
    private static final int SILENCE = 3;

    private final Ear ear;
    private final StringBuilder arriving = new StringBuilder();
    private final CompletableFuture<Boolean> greeted = new CompletableFuture<>();
    private final CompletableFuture<String> ended = new CompletableFuture<>();
    private @Nullable WebSocket socket;
    private CompletableFuture<?> sending = CompletableFuture.completedFuture(true);
    private boolean tooBig;
    private final AtomicInteger silent = new AtomicInteger();
    private volatile boolean tired;
    private boolean leaving;
    private int unanswered;

    /** Who listens. It is called by the connection's own thread, and must not keep it. */
    interface Ear {
        void heard(SocketLink link, String message);

        /** Once, whoever ended it. */
        void ended(SocketLink link);
    }

    SocketLink(Ear ear) {
        this.ear = ear;
    }

    /**
     * Connects, and waits until Slack has said hello.
     *
     * @throws NotConnected with the reason, fit for a log
     */
    void open(HttpClient http, String address) throws NotConnected, InterruptedException {
        try {
            CompletableFuture<WebSocket> connecting =
                    http.newWebSocketBuilder().connectTimeout(OPENING).buildAsync(URI.create(address), this);
            await(connecting, OPENING);
            await(greeted, OPENING);
        } catch (IllegalArgumentException e) {
            throw new NotConnected("the address that Slack gave is none");
        } catch (TimeoutException e) {
            abort();
            throw new NotConnected("no hello within " + OPENING.toSeconds() + " s");
        } catch (ExecutionException e) {
            abort();
            // Some of these messages quote the address.
            throw new NotConnected(String.valueOf(e.getCause()).replaceAll(":.*", ""));
        }
    }

    private static <T> T await(CompletableFuture<T> what, Duration atMost)
            throws InterruptedException, ExecutionException, TimeoutException {
        return what.get(atMost.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Slack said hello. */
    void greeted() {
        greeted.complete(true);
    }

    /** Slack wants it replaced. */
    void tire() {
        tired = true;
    }

    boolean tired() {
        return tired;
    }

    boolean over() {
        return ended.isDone();
    }

    /** How it ended; empty while it stands. */
    String ending() {
        return ended.getNow("");
    }

    /** Sends it after what is being sent, and waits for that. @return false when it cannot have arrived */
    boolean send(String message) {
        CompletableFuture<?> mine;
        synchronized (this) {
            WebSocket to = socket;
            if (to == null || over()) return false;
            mine = sending.handle((sent, failed) -> true).thenCompose(before -> to.sendText(message, true));
            sending = mine;
        }
        try {
            await(mine, SENDING);
            return true;
        } catch (ExecutionException | TimeoutException e) {
            // Whatever half of it went out, nothing may follow on this one.
            abort();
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Asks for a sign of life. @return false when several such questions brought none; the network forgot this connection */
    boolean beat() {
        if (silent.incrementAndGet() > SILENCE) return false;
        socket().sendPing(ByteBuffer.allocate(0)).exceptionally(failed -> {
            log.debug("A ping could not be sent ({})", failed.getClass().getSimpleName());
            return null;
        });
        return true;
    }

    /** Something came on it that is to be answered on it. */
    synchronized void owe() {
        unanswered++;
    }

    /** That is answered, or never will be. */
    void settle() {
        boolean last;
        synchronized (this) {
            unanswered--;
            last = leaving && unanswered == 0;
        }
        if (last) close();
    }

    /** Closes it as soon as nothing on it waits for an answer. */
    void leave() {
        boolean now;
        synchronized (this) {
            leaving = true;
            now = unanswered == 0;
        }
        if (now) close();
    }

    /** Says goodbye and waits for a moment; then hangs up. */
    void close() {
        if (!over()) {
            try {
                await(socket().sendClose(WebSocket.NORMAL_CLOSURE, ""), CLOSING);
                await(ended, CLOSING);
            } catch (ExecutionException | TimeoutException e) {
                log.debug("Slack did not say goodbye ({})", e.getClass().getSimpleName());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        abort();
    }

    /** Hangs up. */
    void abort() {
        WebSocket known;
        synchronized (this) {
            known = socket;
        }
        if (known != null) known.abort();
        end("it was given up");
    }

    private synchronized WebSocket socket() {
        if (socket == null) throw new IllegalStateException("not open");
        return socket;
    }

    private void end(String how) {
        if (ended.complete(how)) {
            greeted.completeExceptionally(new NotConnected(how));
            ear.ended(this);
        }
    }

    // What the connection's thread tells

    @Override
    public void onOpen(WebSocket opened) {
        synchronized (this) {
            socket = opened;
        }
        opened.request(1);
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
        silent.set(0);
        tooBig = tooBig || arriving.length() + part.length() > IncomingBody.CAP;
        if (!tooBig) arriving.append(part);
        if (last) {
            if (tooBig) log.warn("Something bigger than Slack sends was thrown away");
            else ear.heard(this, arriving.toString());
            arriving.setLength(0);
            tooBig = false;
        }
        from.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onPing(WebSocket from, ByteBuffer message) {
        silent.set(0);
        from.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onPong(WebSocket from, ByteBuffer message) {
        silent.set(0);
        from.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int status, String reason) {
        // The JDK says 1006 where the line was cut without a word.
        end(status == 1006 ? "it broke off" : "Slack closed it (" + status + ")");
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        end("it broke (" + error.getClass().getSimpleName() + ")");
    }

    /** No connection, and why. */
    static final class NotConnected extends Exception {
        private static final long serialVersionUID = 1L;

        NotConnected(String why) {
            super(why);
        }
    }
}
