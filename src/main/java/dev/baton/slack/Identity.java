package dev.baton.slack;

import com.slack.api.methods.response.auth.AuthTestResponse;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who Baton is on Slack. Asked in the background, again and again until Slack answers: Slack being down must not stop a
 * start, it only keeps Baton unready.
 */
public final class Identity implements Readiness, AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Identity.class);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    private final SlackApi api;
    private final Duration firstPause;
    private final Thread asking;
    private Optional<Bot> bot = Optional.empty();
    private Optional<String> trouble = Optional.of("not asked yet");

    /** The workspace and Baton's two ids in it. */
    public record Bot(String teamId, String userId, String botId) {}

    /** Asks nobody before {@link #start}. */
    public Identity(SlackApi api) {
        this(api, Duration.ofSeconds(1));
    }

    /** @param firstPause before the second question; it doubles up to a minute */
    Identity(SlackApi api, Duration firstPause) {
        this.api = api;
        this.firstPause = firstPause;
        this.asking = new Thread(this::keepAsking, "slack-identity");
        asking.setDaemon(true);
    }

    /** Begins to ask, and returns at once. */
    public void start() {
        asking.start();
    }

    /** Known once Slack has answered; it stays known when the token fails later. */
    public synchronized Optional<Bot> bot() {
        return bot;
    }

    @Override
    public synchronized Optional<String> notReady() {
        return trouble.map(why -> "Slack's token is not known to work yet: " + why);
    }

    /** A call failed for the whole workspace: unready from here on, and ask until it works again. */
    synchronized void doubt(String why) {
        trouble = Optional.of(why);
        notifyAll();
    }

    @Override
    public void close() {
        asking.interrupt();
    }

    private void keepAsking() {
        Duration pause = firstPause;
        try {
            while (!Thread.currentThread().isInterrupted()) {
                Reply<AuthTestResponse> reply =
                        api.call("auth.test", () -> api.methods().authTest(r -> r));
                if (reply.no().isPresent()) {
                    pause = unknown(reply.no().get(), pause);
                } else {
                    reply.value().ifPresent(this::known);
                    awaitDoubt();
                    pause = firstPause;
                }
            }
        } catch (InterruptedException e) {
            // Closing; the thread ends.
            Thread.currentThread().interrupt();
        }
    }

    /** Waits before the next question. @return how long to wait after that one */
    private Duration unknown(Reply.No no, Duration pause) throws InterruptedException {
        synchronized (this) {
            trouble = Optional.of(no.why());
        }
        Duration longer = no.error().equals("ratelimited") && no.pause().compareTo(pause) > 0 ? no.pause() : pause;
        log.warn("Slack's token is not known to work yet: {}; asking again in {} ms", no.why(), longer.toMillis());
        Thread.sleep(longer.toMillis());
        Duration doubled = pause.multipliedBy(2);
        return doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
    }

    private synchronized void known(AuthTestResponse answer) {
        Bot us = new Bot(answer.getTeamId(), answer.getUserId(), String.valueOf(answer.getBotId()));
        bot = Optional.of(us);
        trouble = Optional.empty();
        log.info("Slack knows this token: team {}, user {}, bot {}", us.teamId(), us.userId(), us.botId());
    }

    private synchronized void awaitDoubt() throws InterruptedException {
        while (trouble.isEmpty()) wait();
    }
}
