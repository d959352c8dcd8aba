package dev.baton.sandbox;

import com.google.gson.JsonObject;
import dev.baton.sandbox.AppCalls.Answer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Events for the app, those alone that its manifest subscribes to. One that fails comes again at once, after a minute
 * and after five, under the same event_id.
 */
final class Events {
    private static final Logger LOG = LoggerFactory.getLogger(Events.class);
    private static final List<Integer> RETRIES = List.of(0, 1, 5);

    private final Live live;
    private final AppCalls app;
    private final InstantSource machine;
    private final List<Retry> waiting = new ArrayList<>();
    private int age;
    private volatile Duration minute = Duration.ofMinutes(1);

    Events(Live live, AppCalls app, InstantSource machine) {
        this.live = live;
        this.app = app;
        this.machine = machine;
    }

    /** How long a minute is to whoever waits for a retry. */
    void minute(Duration newMinute) {
        minute = newMinute;
    }

    private record Retry(JsonObject envelope, int number, String reason, Instant due) {}

    /** Sends the event and does not wait for it. {@code subscription} is its name in the manifest. */
    void send(String subscription, JsonObject event) {
        Set<String> subscribed = live.opening.manifest().events();
        if (subscribed.contains(subscription)) {
            deliver(envelope(event), 0, "", age());
        }
    }

    private JsonObject envelope(JsonObject event) {
        String team = live.opening.team();
        JsonObject authorization = Json.object(
                "team_id", team, "user_id", live.app().user(), "is_bot", true, "is_enterprise_install", false);
        return Json.object(
                "token",
                Payloads.TOKEN,
                "team_id",
                team,
                "context_team_id",
                team,
                "api_app_id",
                live.app().id(),
                "event",
                event,
                "type",
                "event_callback",
                "event_id",
                "Ev" + UUID.randomUUID().toString().substring(0, 10).replace("-", ""),
                "event_time",
                live.clock.instant().getEpochSecond(),
                "authorizations",
                List.of(authorization),
                "is_ext_shared_channel",
                false);
    }

    private int age() {
        synchronized (waiting) {
            return age;
        }
    }

    private void deliver(JsonObject envelope, int number, String reason, int ofAge) {
        Map<String, String> headers = number == 0
                ? Map.of()
                : Map.of("X-Slack-Retry-Num", Integer.toString(number), "X-Slack-Retry-Reason", reason);
        Instant sent = machine.instant();
        CompletableFuture<Void> unused = app.event(envelope, headers)
                .thenAccept(answer -> delivered(envelope, number, sent, ofAge, answer))
                .exceptionally(Events::unsent);
    }

    private static @Nullable Void unsent(Throwable failure) {
        LOG.error("an event could not be sent", failure);
        return null;
    }

    private void delivered(JsonObject envelope, int number, Instant sent, int ofAge, Answer answer) {
        if (answer.ok() || !answer.mayRetry() || number == RETRIES.size()) {
            return;
        }
        String reason = answer.failure().equals("operation_timeout") ? "http_timeout" : answer.failure();
        Instant due = sent.plus(minute.multipliedBy(RETRIES.get(number)));
        synchronized (waiting) {
            if (ofAge == age) {
                waiting.add(new Retry(envelope, number + 1, reason, due));
            }
        }
    }

    /** The app these events were meant for has ended: none of them comes again. */
    void forget() {
        synchronized (waiting) {
            age++;
            waiting.clear();
        }
    }

    /** Sends again what is due by the machine clock; called a few times a second. */
    void retryDue() {
        List<Retry> due = new ArrayList<>();
        synchronized (waiting) {
            for (Iterator<Retry> each = waiting.iterator(); each.hasNext(); ) {
                Retry retry = each.next();
                if (!retry.due().isAfter(machine.instant())) {
                    each.remove();
                    due.add(retry);
                }
            }
        }
        due.forEach(retry -> deliver(retry.envelope(), retry.number(), retry.reason(), age()));
    }
}
