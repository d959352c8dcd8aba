package dev.baton.slack;

import com.slack.api.bolt.request.Request;
import com.slack.api.bolt.response.Response;
import dev.baton.watch.Instruments;
import dev.baton.watch.Reference;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** Answers every HTTP request: looks at the size, then at the signature, and only then lets Bolt see the body. */
final class Doorkeeper extends Handler.Abstract {
    private final Optional<Signature> signature;
    private final Reception reception;
    private final Readiness readiness;
    private final Instruments instruments;

    Doorkeeper(Optional<Signature> signature, Reception reception, Readiness readiness, Instruments instruments) {
        this.signature = signature;
        this.reception = reception;
        this.readiness = readiness;
        this.instruments = instruments;
    }

    @Override
    public boolean handle(
            org.eclipse.jetty.server.Request request, org.eclipse.jetty.server.Response response, Callback callback) {
        Visit visit = new Visit(request, response, callback, instruments.begin());
        String path = org.eclipse.jetty.server.Request.getPathInContext(request);
        if (path.equals("/slack/events") && signature.isPresent()) {
            events(visit, signature.get());
            return true;
        }
        switch (path) {
            case "/healthz" -> probe(visit, Optional.empty());
            case "/readyz" -> probe(visit, readiness.notReady());
            default -> visit.refuse(404, "Nothing here");
        }
        return true;
    }

    private void probe(Visit visit, Optional<String> notReady) {
        String method = visit.request.getMethod();
        if (!method.equals("GET") && !method.equals("HEAD")) visit.refuseMethod("GET, HEAD");
        else if (notReady.isPresent()) visit.answer(503, "text/plain;charset=utf-8", notReady.get() + "\n");
        else visit.answer(200, "text/plain;charset=utf-8", "ok\n");
    }

    private void events(Visit visit, Signature signature) {
        if (!visit.request.getMethod().equals("POST")) {
            visit.refuseMethod("POST");
            return;
        }
        if (visit.request.getLength() > IncomingBody.CAP) {
            turnAway(visit, "too_big", 413, "Too big");
            return;
        }
        Optional<Signature.Claim> claim =
                signature.claim(visit.header(Signature.TIMESTAMP), visit.header(Signature.HEADER));
        if (claim.isEmpty()) {
            turnAway(visit, "signature", 401, "Not signed by Slack");
            return;
        }
        IncomingBody.read(visit.request, IncomingBody.CAP, new IncomingBody.Reader() {
            @Override
            public void whole(byte[] body) {
                if (signature.holds(claim.get(), body)) Reference.around(() -> signed(visit, body));
                else turnAway(visit, "signature", 401, "Not signed by Slack");
            }

            @Override
            public void tooBig() {
                turnAway(visit, "too_big", 413, "Too big");
            }

            @Override
            public void broken(Throwable why) {
                visit.callback.failed(why);
            }
        });
    }

    private void signed(Visit visit, byte[] body) {
        Optional<Request<?>> read = reception.read(Reception.posted(
                new String(body, StandardCharsets.UTF_8),
                visit.headers(),
                org.eclipse.jetty.server.Request.getRemoteAddr(visit.request)));
        if (read.isEmpty()) {
            turnAway(visit, "unreadable", 400, "Not a request that Slack sends");
            return;
        }
        reception.answer(read.get(), visit.since, visit::answer);
    }

    private void turnAway(Visit visit, String reason, int status, String words) {
        instruments.turnedAway(reason);
        instruments.answered(visit.since, "turned_away", status);
        visit.refuse(status, words);
    }

    /** One request with the means to answer it. */
    private record Visit(
            org.eclipse.jetty.server.Request request,
            org.eclipse.jetty.server.Response response,
            Callback callback,
            Instruments.Lap since) {

        @Nullable
        String header(String name) {
            return request.getHeaders().get(name);
        }

        Map<String, List<String>> headers() {
            Map<String, List<String>> all = new HashMap<>();
            for (HttpField field : request.getHeaders()) {
                String value = field.getValue() == null ? "" : field.getValue();
                all.computeIfAbsent(field.getName(), name -> new ArrayList<>()).add(value);
            }
            return all;
        }

        void answer(Response bolt) {
            bolt.getHeaders()
                    .forEach((name, values) ->
                            values.forEach(v -> response.getHeaders().add(name, v)));
            String body = bolt.getBody() == null ? "" : bolt.getBody();
            answer(bolt.getStatusCode(), bolt.getContentType(), body);
        }

        void answer(int status, String contentType, String body) {
            response.setStatus(status);
            if (!body.isEmpty()) response.getHeaders().put(HttpHeader.CONTENT_TYPE, contentType);
            Content.Sink.write(response, true, body, callback);
        }

        void refuseMethod(String allowed) {
            response.getHeaders().put(HttpHeader.ALLOW, allowed);
            refuse(405, "Not this method");
        }

        /** Says no, and lets the sender finish speaking so that it hears it. */
        void refuse(int status, String words) {
            response.setStatus(status);
            response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/plain;charset=utf-8");
            response.getHeaders().put(HttpHeader.CONNECTION, "close");
            Content.Sink.write(response, true, words + "\n", Callback.from(this::hearOut, callback::failed));
        }

        private void hearOut() {
            // Who asks "Expect: 100-continue" waits for our word before sending anything.
            if (request.getLength() == 0 || request.getHeaders().contains(HttpHeader.EXPECT)) {
                callback.succeeded();
                return;
            }
            IncomingBody.read(request, 0, new IncomingBody.Reader() {
                @Override
                public void whole(byte[] body) {
                    callback.succeeded();
                }

                @Override
                public void tooBig() {
                    callback.succeeded();
                }

                @Override
                public void broken(Throwable why) {
                    callback.failed(why);
                }
            });
        }
    }
}
