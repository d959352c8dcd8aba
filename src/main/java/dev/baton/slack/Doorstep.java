package dev.baton.slack;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.server.Connector;

/**
 * Shows out whoever stands on the doorstep and does not come in: a connection on which no request begins. Jetty's idle
 * timeout counts from the last byte, so that a head of which a byte comes now and then is read for hours.
 */
final class Doorstep implements Connection.Listener {
    private final Connector connector;
    private final Duration patience;

    /** @param patience a request has begun after twice this at the latest */
    Doorstep(Connector connector, Duration patience) {
        this.connector = connector;
        this.patience = patience;
    }

    @Override
    public void onOpened(Connection connection) {
        later(connection);
    }

    private void later(Connection connection) {
        long begun = connection.getMessagesIn();
        long answered = connection.getMessagesOut();
        connector
                .getScheduler()
                .schedule(() -> look(connection, begun, answered), patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void look(Connection connection, long begun, long answered) {
        if (!connection.getEndPoint().isOpen()) return;
        boolean nothing = connection.getMessagesIn() == begun && connection.getMessagesOut() == answered;
        // What is being answered has a deadline of its own.
        if (nothing && begun == answered) connection.getEndPoint().close(new TimeoutException("no request began"));
        else later(connection);
    }
}
