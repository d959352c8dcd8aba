package dev.baton.slack;

import com.slack.api.bolt.App;
import com.slack.api.bolt.request.Request;
import com.slack.api.bolt.request.RequestHeaders;
import com.slack.api.bolt.request.RequestType;
import com.slack.api.bolt.response.Response;
import com.slack.api.bolt.util.SlackRequestParser;
import com.slack.api.bolt.util.SlackRequestParser.HttpRequest;
import dev.baton.watch.Instruments;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Behind every door: what is known to come from Slack is read, looked at, answered by Bolt's app, and counted. */
final class Reception {
    private static final Logger log = LoggerFactory.getLogger(Reception.class);

    private static final Map<RequestType, String> KINDS = kinds();

    private final App app;
    private final Instruments instruments;
    private final SlackRequestParser parser;

    Reception(App app, Instruments instruments) {
        this.app = app;
        this.instruments = instruments;
        this.parser = new SlackRequestParser(app.config());
    }

    /** What was posted, as Bolt wants it told. */
    static HttpRequest posted(String body, Map<String, List<String>> headers, String from) {
        return HttpRequest.builder()
                .requestUri("/slack/events")
                .queryString(Map.of())
                .requestBody(body)
                .headers(new RequestHeaders(headers))
                .remoteAddress(from)
                .build();
    }

    /** A payload that came over a socket, as Bolt wants it told. */
    static HttpRequest enveloped(String payload, Map<String, List<String>> headers) {
        HttpRequest told = posted(payload, headers, "");
        told.setSocketMode(true);
        return told;
    }

    /** Empty for what Slack does not send; Bolt's parser takes the payload at its word and throws on what it cannot read. */
    Optional<Request<?>> read(HttpRequest told) {
        try {
            Optional<Request<?>> parsed = Optional.ofNullable(parser.parse(told));
            Optional<String> lacking = parsed.flatMap(Shape::lacks);
            lacking.ifPresent(part ->
                    log.warn("A signed {} lacks its {}", parsed.orElseThrow().getRequestType(), part));
            return lacking.isPresent() ? Optional.empty() : parsed;
        } catch (RuntimeException | StackOverflowError e) {
            // The message may quote the body, so only the class is worth keeping.
            log.warn("A signed request could not be read ({})", e.getClass().getSimpleName());
            return Optional.empty();
        }
    }

    /** Lets the app answer, and tells it to whoever asked. */
    void answer(Request<?> request, Instruments.Lap since, Consumer<Response> teller) {
        Response answer = answered(request);
        teller.accept(answer);
        instruments.answered(since, KINDS.getOrDefault(request.getRequestType(), "other"), answer.getStatusCode());
    }

    private Response answered(Request<?> request) {
        try {
            return app.run(request);
        } catch (StackOverflowError e) {
            // Bolt reads an event once more, and deeper down the stack than the door did.
            log.warn("A signed {} is nested too deeply", request.getRequestType());
            return Response.error(400);
        } catch (Exception e) {
            // Refusals catches around handlers: this is Bolt's own wiring that failed.
            log.error("Bolt failed on a {}", request.getRequestType(), e);
            return Response.error(500);
        }
    }

    /** Such as {@code block_action}, from Bolt's BlockAction. */
    private static Map<RequestType, String> kinds() {
        Map<RequestType, String> kinds = new EnumMap<>(RequestType.class);
        for (RequestType type : RequestType.values()) {
            kinds.put(type, type.name().replaceAll("(?<=[a-z])(?=[A-Z])", "_").toLowerCase(Locale.ROOT));
        }
        return kinds;
    }
}
