package dev.baton.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.Eventually;
import dev.baton.proof.Tally;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many who say nothing, or one byte now and then, do not keep anybody else waiting, and do not stay for ever. */
class SlowSendersTest {
    private static final int IDLE = 500;
    private static final int SLOW = 200;
    private static final long THREADS = 48 + 2;
    private static final Duration PROMPT = Duration.ofMillis(1500);
    /** Ten seconds are allowed for a head, ten for a body, ten for saying nothing; a busy machine is late. */
    private static final Duration GONE = Duration.ofSeconds(25);

    @TempDir
    private Path folder;

    @Test
    void whoever_is_slow_holds_up_nobody_and_is_shown_out() throws IOException {
        List<Socket> guests = new ArrayList<>();
        ScheduledExecutorService pace = Executors.newSingleThreadScheduledExecutor();
        try (Site site = Site.prepare(folder, "jdbc:sqlite:" + folder.resolve("baton.db"))) {
            WatchedProcess serve = site.serve();
            int port = serve.events().getPort();
            served(site);
            List<Socket> dripping = new ArrayList<>();
            for (int number = 0; number < IDLE; number++) {
                guests.add(guest(port, ""));
            }
            for (int number = 0; number < SLOW; number++) {
                dripping.add(guest(port, number % 2 == 0 ? "POST /slack/events HTTP/1.1\r\nX-Slow: " : head()));
            }
            guests.addAll(dripping);
            Instant came = Instant.now();
            var dripped =
                    pace.scheduleWithFixedDelay(() -> dripping.forEach(SlowSendersTest::drip), 1, 1, TimeUnit.SECONDS);

            List<Duration> waits = new ArrayList<>();
            while (Duration.between(came, Instant.now()).toSeconds() < 5) {
                waits.add(served(site));
            }
            assertThat(waits).allSatisfy(wait -> assertThat(wait).isLessThan(PROMPT));
            assertThat(serve.threads("door-")).as("threads of the door").isLessThanOrEqualTo(THREADS);

            guests.forEach(guest -> untilClosed(guest, came.plus(GONE)));
            assertThat(dripped.isDone()).as("somebody still drips").isFalse();
            assertThat(served(site)).isLessThan(PROMPT);
            assertThat(serve.traces()).isEmpty();
            Tally.payloads("SQLite", IDLE + SLOW).keep();
        } finally {
            pace.shutdownNow();
            for (Socket guest : guests) {
                guest.close();
            }
        }
    }

    private static Duration served(Site site) {
        Instant before = Instant.now();
        site.as("U0SAM").command("/account northwind");
        Duration wait = Duration.between(before, Instant.now());
        site.as("U0SAM").closeForm();
        return wait;
    }

    /** A body of which a byte comes now and then; the signature need only look like one. */
    private static String head() {
        return "POST /slack/events HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\nX-Slack-Request-Timestamp: "
                + Instant.now().getEpochSecond() + "\r\nX-Slack-Signature: v0=" + "0".repeat(64) + "\r\n\r\n";
    }

    private static Socket guest(int port, String begins) throws IOException {
        Socket guest = new Socket(InetAddress.getLoopbackAddress(), port);
        guest.getOutputStream().write(begins.getBytes(StandardCharsets.US_ASCII));
        return guest;
    }

    private static void drip(Socket guest) {
        try {
            guest.getOutputStream().write('x');
        } catch (IOException shownOut) {
            // That is what the test waits for, on the side that reads.
            return;
        }
    }

    private static void untilClosed(Socket guest, Instant deadline) {
        Eventually.that("a slow guest is shown out by " + deadline, () -> {
            try {
                guest.setSoTimeout(500);
                byte[] answer = new byte[1000];
                return guest.getInputStream().read(answer) < 0;
            } catch (SocketTimeoutException stillThere) {
                assertThat(Instant.now()).as("a slow guest is still there").isBefore(deadline);
                return false;
            } catch (IOException closed) {
                return true;
            }
        });
    }
}
