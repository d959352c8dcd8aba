package dev.baton.slack;

import java.io.ByteArrayOutputStream;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * Reads a request's body as it arrives, without holding a thread for a sender that is slow. Beyond the cap it keeps
 * nothing but reads on for a while: a sender that is cut off in mid-sentence sees a broken pipe instead of our answer.
 */
final class IncomingBody implements Runnable {
    static final int CAP = 1 << 20;
    private static final int PATIENCE = 8 * CAP;
    private static final long DEADLINE_SECONDS = 10;

    private final Request request;
    private final int cap;
    private final Reader reader;
    private final Scheduler.Task deadline;
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private long seen;

    /** Called exactly once, on a thread of the server's pool. */
    interface Reader {
        void whole(byte[] body);

        /** More than the cap arrived; all of it, or as much as anybody has patience for, is thrown away. */
        void tooBig();

        void broken(Throwable why);
    }

    static void read(Request request, int cap, Reader reader) {
        new IncomingBody(request, cap, reader).run();
    }

    private IncomingBody(Request request, int cap, Reader reader) {
        this.request = request;
        this.cap = cap;
        this.reader = reader;
        // Jetty's idle timeout allows a byte every nine seconds for ever; this one does not.
        this.deadline = request.getComponents()
                .getScheduler()
                .schedule(
                        () -> request.fail(new HttpException.RuntimeException(408, "The body took too long")),
                        DEADLINE_SECONDS,
                        TimeUnit.SECONDS);
    }

    @Override
    public void run() {
        while (true) {
            Content.Chunk chunk = request.read();
            if (chunk == null) {
                request.demand(this);
                return;
            }
            if (Content.Chunk.isFailure(chunk)) {
                deadline.cancel();
                reader.broken(chunk.getFailure());
                return;
            }
            keep(chunk);
            boolean last = chunk.isLast();
            chunk.release();
            if (last || seen > PATIENCE) {
                finish();
                return;
            }
        }
    }

    private void keep(Content.Chunk chunk) {
        seen += chunk.remaining();
        if (seen > cap) return;
        byte[] bytes = new byte[chunk.remaining()];
        chunk.getByteBuffer().get(bytes);
        kept.writeBytes(bytes);
    }

    private void finish() {
        deadline.cancel();
        if (seen > cap) reader.tooBig();
        else reader.whole(kept.toByteArray());
    }
}
