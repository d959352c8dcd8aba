package dev.baton.slack;

import com.google.gson.JsonParseException;
import com.slack.api.bolt.middleware.Middleware;
import com.slack.api.bolt.middleware.MiddlewareChain;
import com.slack.api.bolt.request.Request;
import com.slack.api.bolt.request.RequestType;
import com.slack.api.bolt.response.Response;
import dev.baton.account.Refusal;
import dev.baton.store.NotWritten;
import dev.baton.watch.Reference;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stands around every handler. A refusal is told to the person in the way the place allows; anything unexpected is told as
 * such, with a reference that stands in the log beside the cause. Errors of the machine, such as no memory, pass.
 */
public final class Refusals implements Middleware, AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Refusals.class);

    private static final String NOT_WRITTEN =
            "Baton cannot write anything down at the moment: %s. Nothing was changed, and"
                    + " what you typed is not lost: close this and submit again later. Tell your administrator if it stays.";

    private final Places places;

    public Refusals(Courier courier) {
        this.places = new Places(courier);
    }

    @Override
    @SuppressWarnings("rawtypes") // Bolt's interface
    public Response apply(Request req, Response resp, MiddlewareChain chain) {
        Request<?> request = req;
        try {
            return chain.next(req);
        } catch (Refusal refusal) {
            Map<String, String> fields =
                    refusal.field().map(field -> Map.of(field, refusal.words())).orElse(Map.of());
            return places.show(request, refusal.words(), fields);
        } catch (Form.Rejected rejected) {
            return places.show(request, String.join("\n", rejected.errors().values()), rejected.errors());
        } catch (NotWritten notWritten) {
            // Without a trace: it tells nothing of the disk, and there may be many of these.
            log.error("A change was refused: {} ({})", notWritten.getMessage(), notWritten.because());
            return places.show(request, NOT_WRITTEN.formatted(notWritten.getMessage()), Map.of());
        } catch (SlackRefused refused) {
            if (refused.tooLate())
                return places.show(request, "That took too long for Slack. Please try again.", Map.of());
            return unexpected(request, refused);
        } catch (JsonParseException e) {
            // Bolt reads an event's particulars only for its listener; sent again they would be no better.
            if (request.getRequestType() != RequestType.Event) return unexpected(request, e);
            log.warn("A signed event could not be read ({})", e.getClass().getSimpleName());
            return Response.error(400);
        } catch (Exception e) {
            return unexpected(request, e);
        }
    }

    /** Lets what is still being told be told, for two seconds. */
    @Override
    public void close() {
        places.close();
    }

    private Response unexpected(Request<?> request, Exception e) {
        String reference = Reference.current();
        if (e instanceof SlackRefused) {
            // Slack's word says all there is to know; where we asked is in its method.
            log.error("Reference {}: {} failed ({})", reference, request.getRequestType(), e.getMessage());
        } else {
            log.error("Reference {}: {} failed", reference, request.getRequestType(), e);
        }
        // Nobody is there to be told; over HTTP Slack sends such an event again.
        if (request.getRequestType() == RequestType.Event) return Response.error(500);
        String words = "Something went wrong on our side, reference " + reference
                + ". Nothing was changed; please try again, and tell your administrator the reference if it stays.";
        return places.show(request, words, Map.of());
    }
}
