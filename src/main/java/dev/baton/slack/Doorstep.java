package dev.baton.slack;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * Shows out whoever stands on the doorstep and does not come in: a connection on which no request begins. Jetty's idle
 * timeout counts from the last byte, so that a head of which a byte comes now and then is read for hours.
 */
final class Doorstep implements Connection.Listener {
    private final Connector connector;
    private final Duration patience;
    private final Map<Connection, Scheduler.Task> watched = new ConcurrentHashMap<>();

    /** @param patience a request has begun after twice this at the latest */
    Doorstep(Connector connector, Duration patience) {
        this.connector = connector;
        this.patience = patience;
    }

    @Override
    public void onOpened(Connection connection) {
        later(connection);
    }

    /** A connection holds some 40 KB, which may not wait for the next look. */
    @Override
    public void onClosed(Connection connection) {
        Scheduler.Task look = watched.remove(connection);
        if (look != null) look.cancel();
    }

    private void later(Connection connection) {
        long begun = connection.getMessagesIn();
        long answered = connection.getMessagesOut();
        watched.put(
                connection,
                connector
                        .getScheduler()
                        .schedule(() -> look(connection, begun, answered), patience.toMillis(), TimeUnit.MILLISECONDS));
        // It may have been closed while it was being noted.
        if (!connection.getEndPoint().isOpen()) onClosed(connection);
    }

    private void look(Connection connection, long begun, long answered) {
        boolean nothing = connection.getMessagesIn() == begun && connection.getMessagesOut() == answered;
        // What is being answered has a deadline of its own.
        if (nothing && begun == answered) connection.getEndPoint().close(new TimeoutException("no request began"));
        else later(connection);
    }
}
