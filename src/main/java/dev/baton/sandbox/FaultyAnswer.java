package dev.baton.sandbox;

import com.google.gson.JsonElement;
import dev.baton.sandbox.Faults.Fault;
import dev.baton.sandbox.Faults.Kind;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The answer of a call, as a planned fault lets it be. */
final class FaultyAnswer {
    private static final Logger LOG = LoggerFactory.getLogger(FaultyAnswer.class);
    private static final ExecutorService LATE = Executors.newFixedThreadPool(4, Daemons.named("sandbox-late"));

    private final @Nullable Fault fault;
    private final Request request;
    private final Response response;
    private final Callback callback;

    FaultyAnswer(@Nullable Fault fault, Request request, Response response, Callback callback) {
        this.fault = fault;
        this.request = request;
        this.response = response;
        this.callback = callback;
    }

    /** What is answered when nothing is in the way. */
    record Said(int status, String type, String body) {
        static Said json(int status, JsonElement answer) {
            return new Said(status, "application/json", answer.toString());
        }
    }

    /** Answers instead of the method, or gives {@code false} where the call takes effect nevertheless. */
    boolean instead() {
        if (fault == null) {
            return false;
        }
        switch (fault.kind()) {
            case RATE_LIMITED -> {
                response.getHeaders().put(HttpHeader.RETRY_AFTER, fault.amount());
                Replies.json(response, callback, 429, new Refused("ratelimited").answer());
            }
            case SERVER_ERROR -> Replies.text(response, callback, 500, "text/plain", "Internal Server Error");
            case DROPPED -> Replies.drop(request, callback);
            case REFUSED -> Replies.json(response, callback, 200, new Refused(fault.error()).answer());
            case GARBAGE -> Replies.text(response, callback, 200, "text/html", "<html><body>Bad gateway</body></html>");
            case ACCEPTED_DROPPED, DROPPED_MIDWAY, ACCEPTED_SLOW, SLOW -> {
                return false;
            }
        }
        return true;
    }

    /** What the ledger calls it. */
    String name() {
        return fault == null ? "" : "fault " + fault.kind();
    }

    /** Lets the call take effect, and answers. */
    void after(Supplier<Said> effect) {
        Kind kind = fault == null ? Kind.GARBAGE : fault.kind();
        if (kind == Kind.SLOW) {
            late(() -> answer(effect.get()));
            return;
        }
        Said said = effect.get();
        switch (kind) {
            case ACCEPTED_DROPPED -> Replies.drop(request, callback);
            case DROPPED_MIDWAY -> Replies.half(request, response, callback, said.body());
            case ACCEPTED_SLOW -> late(() -> answer(said));
            default -> answer(said);
        }
    }

    private void answer(Said said) {
        Replies.text(response, callback, said.status(), said.type(), said.body());
    }

    private void late(Runnable work) {
        int millis = fault == null ? 0 : fault.amount();
        Executor then = CompletableFuture.delayedExecutor(millis, TimeUnit.MILLISECONDS, LATE);
        then.execute(() -> {
            try {
                work.run();
            } catch (RuntimeException failed) {
                LOG.error("a late answer failed", failed);
                callback.failed(failed);
            }
        });
    }
}
