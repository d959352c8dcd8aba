package dev.baton.watch;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import org.slf4j.MDC;

/**
 * What joins the lines of a log: those of one gesture carry the same short reference, on whatever thread they are written, and
 * those about the sending of a notice carry its key. Whoever is told that something went wrong is told the reference.
 */
public final class Reference {
    static final String REF = "ref";
    static final String NOTICE = "notice";

    private Reference() {}

    /** Does this under a reference of its own. */
    public static void around(Runnable gesture) {
        with(Map.of(REF, fresh()), gesture);
    }

    /** Sends under the notice's key, which holds ids and no names. */
    public static void ofNotice(String key, Runnable sending) {
        with(Map.of(NOTICE, key), sending);
    }

    /** The reference under which this thread works; a new one where there is none. */
    public static String current() {
        return Optional.ofNullable(MDC.get(REF)).orElseGet(Reference::fresh);
    }

    /** The same work, to be done by another thread under what this one carries now. */
    public static Runnable carried(Runnable work) {
        Map<String, String> carried = carriedNow();
        return carried.isEmpty() ? work : () -> with(carried, work);
    }

    /** As for a runnable. */
    public static <A, B> Function<A, B> carried(Function<A, B> work) {
        Map<String, String> carried = carriedNow();
        if (carried.isEmpty()) {
            return work;
        }
        return argument -> {
            Map<String, String> before = carriedNow();
            MDC.setContextMap(carried);
            try {
                return work.apply(argument);
            } finally {
                MDC.setContextMap(before);
            }
        };
    }

    private static void with(Map<String, String> carried, Runnable work) {
        Map<String, String> before = carriedNow();
        MDC.setContextMap(carried);
        try {
            work.run();
        } finally {
            MDC.setContextMap(before);
        }
    }

    private static Map<String, String> carriedNow() {
        Map<String, String> copy = MDC.getCopyOfContextMap();
        return copy == null ? Map.of() : copy;
    }

    private static String fresh() {
        return String.format("%06X", ThreadLocalRandom.current().nextInt(1 << 24));
    }
}
