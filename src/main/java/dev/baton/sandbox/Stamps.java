package dev.baton.sandbox;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;

/** Slack's {@code ts}: seconds with six decimals, the id of a message in its channel. */
final class Stamps {
    private final InstantSource clock;
    private long lastMicros;

    Stamps(InstantSource clock) {
        this.clock = clock;
    }

    /** The next stamp: the business time, or one microsecond after the last stamp where that is later. */
    String next() {
        Instant now = clock.instant();
        long micros = now.getEpochSecond() * 1_000_000 + now.getNano() / 1000;
        lastMicros = Math.max(lastMicros + 1, micros);
        return text(lastMicros);
    }

    /** Nothing that was stamped exists any more: stamps may be given again. */
    void forget() {
        lastMicros = 0;
    }

    static String text(long micros) {
        return String.format(Locale.ROOT, "%010d.%06d", micros / 1_000_000, micros % 1_000_000);
    }

    /** Microseconds of a stamp as the app wrote it, which may have fewer decimals, or {@code -1} where it is none. */
    static long micros(String ts) {
        if (!ts.matches("\\d{1,11}(\\.\\d{0,6})?")) {
            return -1;
        }
        int dot = ts.indexOf('.');
        String seconds = dot < 0 ? ts : ts.substring(0, dot);
        String decimals = dot < 0 ? "" : ts.substring(dot + 1);
        return Long.parseLong(seconds) * 1_000_000 + Long.parseLong((decimals + "000000").substring(0, 6));
    }
}
