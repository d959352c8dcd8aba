package dev.baton.sandbox;

import dev.baton.sandbox.Faults.Fault;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** The answer of a call that a planned fault keeps from taking effect. */
final class FaultyAnswer {
    private FaultyAnswer() {}

    /** Answers instead of the method, or gives {@code false} where the fault concerns the answer alone. */
    static boolean instead(Fault fault, Request request, Response response, Callback callback) {
        switch (fault.kind()) {
            case RATE_LIMITED -> {
                response.getHeaders().put(HttpHeader.RETRY_AFTER, fault.amount());
                Replies.json(response, callback, 429, new Refused("ratelimited").answer());
            }
            case SERVER_ERROR -> Replies.text(response, callback, 500, "text/plain", "Internal Server Error");
            case DROPPED -> Replies.drop(request, callback);
            case REFUSED -> Replies.json(response, callback, 200, new Refused(fault.error()).answer());
            case GARBAGE -> Replies.text(response, callback, 200, "text/html", "<html><body>Bad gateway</body></html>");
            case ACCEPTED_DROPPED, ACCEPTED_SLOW -> {
                return false;
            }
        }
        return true;
    }
}
