package dev.baton.operations;

import dev.baton.account.When;
import dev.baton.notice.Owed;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The message that tells an administrator that something did not get through: one for a bunch, and one an hour at most. */
final class Alert {
    static final String KIND = "operations.undelivered";
    static final String SUBJECT = "operations:undelivered";

    /** What goes wrong together is told together. */
    private static final Duration BUNCH = Duration.ofMinutes(1);

    private static final Duration APART = Duration.ofHours(1);

    private Alert() {}

    static String key(String admin) {
        return SUBJECT + ":" + admin;
    }

    /** @param last when the one before was due, if there was one */
    static Owed owed(String admin, Instant now, Optional<Instant> last) {
        Instant soon = now.plus(BUNCH);
        Instant due = last.map(said -> said.plus(APART)).filter(soon::isBefore).orElse(soon);
        return new Owed(key(admin), KIND, SUBJECT, admin, When.at(due));
    }
}
