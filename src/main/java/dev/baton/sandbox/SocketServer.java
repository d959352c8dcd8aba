package dev.baton.sandbox;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.java_websocket.WebSocket;
import org.java_websocket.drafts.Draft;
import org.java_websocket.exceptions.InvalidDataException;
import org.java_websocket.framing.CloseFrame;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.handshake.ServerHandshakeBuilder;
import org.java_websocket.server.WebSocketServer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The port of the sockets, on the loopback interface. It lets in whoever shows a ticket, and no page of a browser. */
final class SocketServer extends WebSocketServer {
    private static final Logger LOG = LoggerFactory.getLogger(SocketServer.class);
    private static final Pattern TICKET = Pattern.compile("/link/\\?ticket=([0-9a-f-]+)(&.*)?");
    private static final int PING_SECONDS = 10;

    private final Sockets sockets;
    private final CountDownLatch listening = new CountDownLatch(1);

    private SocketServer(Sockets sockets) {
        super(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1);
        this.sockets = sockets;
        setDaemon(true);
        setReuseAddr(true);
        setConnectionLostTimeout(PING_SECONDS);
    }

    static SocketServer started(Sockets sockets) {
        SocketServer server = new SocketServer(sockets);
        server.start();
        try {
            if (!server.listening.await(5, TimeUnit.SECONDS)) {
                throw new IllegalStateException("the sandbox has no port for sockets");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
        return server;
    }

    void end() {
        try {
            stop(200);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public ServerHandshakeBuilder onWebsocketHandshakeReceivedAsServer(
            WebSocket connection, Draft draft, ClientHandshake asked) throws InvalidDataException {
        ServerHandshakeBuilder answer = super.onWebsocketHandshakeReceivedAsServer(connection, draft, asked);
        Matcher ticket = TICKET.matcher(asked.getResourceDescriptor());
        if (asked.hasFieldValue("Origin") || !ticket.matches() || !sockets.admits(ticket.group(1))) {
            throw new InvalidDataException(CloseFrame.POLICY_VALIDATION, "no such ticket");
        }
        return answer;
    }

    @Override
    public void onStart() {
        listening.countDown();
    }

    @Override
    public void onOpen(WebSocket connection, ClientHandshake asked) {
        sockets.opened(connection);
    }

    @Override
    public void onMessage(WebSocket connection, String message) {
        sockets.heard(message);
    }

    @Override
    public void onClose(WebSocket connection, int code, String reason, boolean remote) {
        sockets.closed(connection);
    }

    @Override
    public void onError(@Nullable WebSocket connection, Exception failed) {
        if (connection == null) {
            LOG.error("the sandbox's port for sockets failed", failed);
        } else {
            LOG.info("a socket of the app broke ({})", failed.getClass().getSimpleName());
        }
    }
}
