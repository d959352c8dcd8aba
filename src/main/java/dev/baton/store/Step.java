package dev.baton.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * A moment at which losing power would hurt most. Code that passes through one says so, and in ordinary life nothing happens.
 * A test names one in the system property {@code baton.test.halt}, such as {@code SENT} or {@code SENT:3} for the third time,
 * and the process ends there at once, as it does with {@code kill -9}. Or it names a file, as {@code @FILE}, which says so, or
 * says {@code hold SENT}: then whoever comes to that moment stays there for as long as the file says so.
 */
public enum Step {
    /** A gesture has had its effect, and nothing is committed. */
    SUBMITTING,
    /** The gesture is committed, and Slack has no answer yet. */
    SUBMITTED,
    CLAIMING,
    CLAIMED,
    LOOKING,
    LOOKED,
    /** The last check is passed, and nothing has left this machine. */
    SENDING,
    /** Slack has answered, and nothing is written down. */
    SENT,
    RECORDING,
    RECORDED,
    /** Between two migrations. */
    MIGRATING,
    /** The copy is written under its temporary name. */
    BACKING_UP,
    /** The copy is verified, and not yet in its place. */
    BACKED_UP,
    /** The copy to be restored is verified; the database stands as it was. */
    RESTORING,
    /** The copy is in the database's place, and what was said meanwhile is not reconciled. */
    RESTORED;

    /** What ends a process that is killed: 128 and the number of the signal. */
    private static final int KILLED = 137;

    private static final String HOLD = "hold ";
    private static final @Nullable String HALT = System.getProperty("baton.test.halt");
    private static final AtomicInteger PASSED = new AtomicInteger();

    /** Says that this moment has come. */
    public void reached() {
        if (HALT == null) {
            return;
        }
        if (isMeantBy(said(HALT))) {
            Runtime.getRuntime().halt(KILLED);
        }
        while (said(HALT).equals(HOLD + name())) {
            hold(HALT);
        }
    }

    private boolean isMeantBy(String said) {
        int colon = said.indexOf(':');
        String step = colon < 0 ? said : said.substring(0, colon);
        int times = colon < 0 ? 1 : Integer.parseInt(said.substring(colon + 1));
        return name().equals(step) && PASSED.incrementAndGet() == times;
    }

    /** Behind an @ stands a file that says it, so that a test may make up its mind while the process runs. */
    private static String said(String halt) {
        try {
            return halt.startsWith("@")
                    ? Files.readString(Path.of(halt.substring(1))).strip()
                    : halt;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Until the file says otherwise. Whoever waits for it finds another file beside it. */
    private static void hold(String halt) {
        try {
            Files.writeString(Path.of(halt.substring(1) + ".held"), "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        LockSupport.parkNanos(1_000_000);
    }
}
