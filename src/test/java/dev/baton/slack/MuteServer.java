package dev.baton.slack;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.java_websocket.WebSocket;
import org.java_websocket.framing.Framedata;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.server.WebSocketServer;

/** The far end of a connection that is not there any more: it says hello and from then on nothing, not even that it lives. */
final class MuteServer extends WebSocketServer implements AutoCloseable {
    private final CountDownLatch listening = new CountDownLatch(1);
    private final AtomicInteger opened = new AtomicInteger();

    private MuteServer() {
        super(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1);
        setDaemon(true);
        setConnectionLostTimeout(0);
    }

    static MuteServer started() {
        MuteServer server = new MuteServer();
        server.start();
        try {
            server.listening.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return server;
    }

    int opened() {
        return opened.get();
    }

    @Override
    public void onStart() {
        listening.countDown();
    }

    @Override
    public void onOpen(WebSocket connection, ClientHandshake asked) {
        opened.incrementAndGet();
        connection.send("{\"type\":\"hello\",\"num_connections\":1}");
    }

    @Override
    public void onWebsocketPing(WebSocket connection, Framedata ping) {}

    @Override
    public void onMessage(WebSocket connection, String message) {}

    @Override
    public void onClose(WebSocket connection, int code, String reason, boolean remote) {}

    @Override
    public void onError(WebSocket connection, Exception failed) {}

    @Override
    public void close() {
        try {
            stop(200);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
