package dev.baton.cli;

import dev.baton.Wiring;
import dev.baton.account.Roster;
import dev.baton.slack.Emails;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Baton while it serves: the wiring of the moment. People named by e-mail address are looked up as soon as Slack answers; Baton
 * is then put together anew, which it bears at any moment, as it bears being killed.
 */
final class Running implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Running.class);
    private static final Duration ASK_AGAIN = Duration.ofSeconds(5);

    private final Function<Roster, Wiring> assemble;
    private final Emails emails;
    private Wiring wiring;
    private final CountDownLatch closed = new CountDownLatch(1);

    /** Puts Baton together, with everybody whom Slack can name at once. Nothing listens or sends yet. */
    Running(Roster roster, Emails emails, Function<Roster, Wiring> assemble) {
        this.assemble = assemble;
        this.emails = emails;
        Optional<Roster> known = known(roster);
        wiring = assemble.apply(known.orElse(roster));
        if (known.isEmpty()) {
            Thread asking = new Thread(() -> keepAsking(roster), "baton-emails");
            asking.setDaemon(true);
            asking.start();
        }
    }

    synchronized void start() {
        wiring.start();
        wiring.keepHouse();
    }

    synchronized int port() {
        return wiring.port();
    }

    @Override
    public synchronized void close() {
        closed.countDown();
        wiring.close();
        emails.close();
    }

    private Optional<Roster> known(Roster roster) {
        List<String> unresolved = roster.unresolved();
        Optional<Map<String, String>> ids = unresolved.isEmpty() ? Optional.of(Map.of()) : emails.ids(unresolved);
        return ids.map(roster::resolved);
    }

    private void keepAsking(Roster roster) {
        try {
            while (!closed.await(ASK_AGAIN.toMillis(), TimeUnit.MILLISECONDS)) {
                Optional<Roster> known = known(roster);
                if (known.isPresent()) {
                    swap(known.get());
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void swap(Roster known) {
        if (closed.getCount() > 0) {
            log.info("Everybody in the people file has a Slack id now; open requests go where they belong.");
            wiring.close();
            try {
                wiring = assemble.apply(known);
                wiring.start();
                wiring.keepHouse();
            } catch (RuntimeException e) {
                log.error("Baton could not begin anew with the people now known; it ends, to be started again.", e);
                Runtime.getRuntime().halt(1);
            }
        }
    }
}
