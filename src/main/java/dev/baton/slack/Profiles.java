package dev.baton.slack;

import com.slack.api.methods.response.users.UsersInfoResponse;
import com.slack.api.model.User;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What Slack says of people. Asked once for everybody in the background, one after the other at an easy pace: Slack being
 * down or slow must not stop a start. Later changes come as events.
 */
public final class Profiles implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Profiles.class);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);

    private final SlackApi api;
    private final Duration pace;
    private Optional<Thread> asking = Optional.empty();

    /**
     * The part of a profile that matters.
     *
     * @param zone empty where Slack says none, as of closed accounts
     * @param deactivated the account is closed
     */
    public record Profile(String person, Optional<ZoneId> zone, boolean deactivated) {

        public static Profile of(User user) {
            return new Profile(user.getId(), zone(user.getTz()), user.isDeleted());
        }

        private static Optional<ZoneId> zone(@Nullable String name) {
            try {
                return Optional.ofNullable(name).filter(each -> !each.isBlank()).map(ZoneId::of);
            } catch (DateTimeException e) {
                log.warn("Slack names a time zone that is none here: {}", name);
                return Optional.empty();
            }
        }
    }

    /** @param pace between one question and the next */
    public Profiles(SlackApi api, Duration pace) {
        this.api = api;
        this.pace = pace;
    }

    /** Begins to ask for these people, and returns at once. What is kept twice is kept once. */
    public synchronized void read(List<String> people, Consumer<Profile> keep) {
        close();
        Thread thread = new Thread(() -> ask(new ArrayDeque<>(people), keep), "slack-profiles");
        thread.setDaemon(true);
        asking = Optional.of(thread);
        thread.start();
    }

    /** Waits for the profile that is just being kept. */
    @Override
    public synchronized void close() {
        asking.ifPresent(thread -> {
            thread.interrupt();
            try {
                thread.join(SlackApi.CALL_TIMEOUT.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        asking = Optional.empty();
    }

    private void ask(Deque<String> people, Consumer<Profile> keep) {
        Duration pause = FIRST_PAUSE;
        try {
            while (!people.isEmpty()) {
                if (asked(people.element(), keep)) {
                    people.remove();
                    pause = FIRST_PAUSE;
                    Thread.sleep(pace.toMillis());
                } else {
                    Thread.sleep(pause.toMillis());
                    Duration longer = pause.multipliedBy(2);
                    pause = longer.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : longer;
                }
            }
        } catch (InterruptedException e) {
            // Closing; the thread ends.
            Thread.currentThread().interrupt();
        }
    }

    /** @return false when it has to be asked again */
    private boolean asked(String person, Consumer<Profile> keep) {
        Reply<UsersInfoResponse> reply =
                api.call("users.info", () -> api.methods().usersInfo(r -> r.user(person)));
        if (reply.no().isPresent()) {
            Reply.No no = reply.no().get();
            log.info("What Slack says of {} is not known yet: {}", person, no.why());
            return no.fault() == Fault.PERMANENT;
        }
        try {
            reply.value()
                    .flatMap(answer -> Optional.ofNullable(answer.getUser()))
                    .map(Profile::of)
                    .ifPresent(keep);
            return true;
        } catch (RuntimeException e) {
            log.warn("What Slack says of {} could not be kept; it is asked again", person, e);
            return false;
        }
    }
}
