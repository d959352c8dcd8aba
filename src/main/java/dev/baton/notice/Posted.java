package dev.baton.notice;

import java.util.Optional;

/** Where a message stands, if it does: the parent of an update. */
record Posted(long id, String state, Optional<String> channel, Optional<String> ts, Optional<String> hash) {

    boolean beingSent() {
        return state.equals("claimed");
    }

    boolean stands() {
        return ts.isPresent() && channel.isPresent();
    }
}
