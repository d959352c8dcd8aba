package dev.baton.sandbox;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Tells every open page that something changed. A page that is slow to read gets the latest version and none between. */
final class PageEvents {
    private final LongSupplier version;
    private final Set<Listener> listeners = ConcurrentHashMap.newKeySet();

    PageEvents(LongSupplier version) {
        this.version = version;
    }

    void listen(Request request, Response response, Callback callback) {
        response.setStatus(200);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/event-stream; charset=utf-8");
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-cache");
        Listener listener = new Listener(response, callback);
        request.addIdleTimeoutListener(timeout -> false);
        request.addFailureListener(listener::gone);
        listeners.add(listener);
        listener.tell();
    }

    void changed() {
        listeners.forEach(Listener::tell);
    }

    /** Writes a line that means nothing, by which a page that has gone is noticed. */
    void beat() {
        listeners.forEach(Listener::beat);
    }

    void close() {
        listeners.forEach(Listener::end);
    }

    private final class Listener implements Callback {
        private final Response response;
        private final Callback callback;
        private boolean writing;
        private boolean ended;
        private long told;

        Listener(Response response, Callback callback) {
            this.response = response;
            this.callback = callback;
        }

        void tell() {
            long now = version.getAsLong();
            if (begin(now)) {
                write("data: {\"version\":" + now + "}\n\n");
            }
        }

        private synchronized boolean begin(long now) {
            if (writing || ended || now <= told) {
                return false;
            }
            told = now;
            writing = true;
            return true;
        }

        void beat() {
            synchronized (this) {
                if (writing || ended) {
                    return;
                }
                writing = true;
            }
            write(": still here\n\n");
        }

        private void write(String line) {
            response.write(false, ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8)), this);
        }

        @Override
        public void succeeded() {
            synchronized (this) {
                writing = false;
            }
            tell();
        }

        @Override
        public void failed(Throwable failure) {
            gone(failure);
        }

        private void gone(Throwable failure) {
            if (finish()) {
                callback.failed(failure);
            }
        }

        void end() {
            if (finish()) {
                callback.succeeded();
            }
        }

        private synchronized boolean finish() {
            listeners.remove(this);
            boolean first = !ended;
            ended = true;
            return first;
        }
    }
}
