package dev.baton.history;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * What somebody is told, and how it has to read in the end.
 *
 * @param to a person's name in capitals, or {@link #CHANNEL}
 * @param about a request or a question
 * @param due not said earlier
 * @param words as they have to read by now; three dots stand for whatever else
 * @param buttons as they have to be by now; a star for any
 */
record Message(
        String to, Kind kind, Object about, Instant due, Supplier<String> words, Supplier<List<String>> buttons) {
    static final String CHANNEL = "the channel";

    /** News is told in any case, everything else only as long as it is not pointless. */
    enum Kind {
        NEWS,
        CARD,
        NUDGE,
        REMINDER
    }

    /** Whether it stands in Slack. */
    enum Said {
        OWED,
        SAID,
        PERHAPS,
        NEVER
    }

    /** Each of them has to stand somewhere in the message. */
    List<String> parts() {
        return List.of(words.get().split("…"));
    }

    /** Of MAYA: Maya. */
    static String name(String person) {
        return person.isEmpty() ? "" : person.charAt(0) + person.substring(1).toLowerCase(Locale.ROOT);
    }
}
