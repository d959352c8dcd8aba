package dev.baton.notice;

import java.time.Duration;
import java.util.Optional;

/**
 * How a row goes back; after no time at all it is free at once, whatever the clock says.
 *
 * @param why what failed; empty where nothing did, and it only has to wait
 */
record Release(Duration after, boolean unresolved, boolean burnsAttempt, Optional<String> why) {

    Release(Duration after, boolean unresolved, boolean burnsAttempt, String why) {
        this(after, unresolved, burnsAttempt, Optional.of(why));
    }

    /** Nothing was tried, so nothing failed and nothing is counted. */
    static Release untried(Duration after, boolean unresolved) {
        return new Release(after, unresolved, false, Optional.empty());
    }
}
