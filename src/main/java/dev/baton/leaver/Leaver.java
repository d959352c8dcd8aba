package dev.baton.leaver;

import dev.baton.notice.Owed;
import java.time.Instant;

/**
 * Somebody who left with work in hand, as the manager of the accounts concerned was told. Whoever leaves accounts of two
 * managers behind is told to both.
 *
 * @param person who left
 * @param manager whose accounts they are
 */
record Leaver(long id, String person, String manager, State state, Instant noticedAt) {
    /** To the manager: what is open, to be handed over. */
    static final String CARD = "leaver.card";

    enum State {
        OPEN,
        /** Nothing is in that person's hands any more. */
        SETTLED,
        /** The person works here again, and keeps what was not handed over. */
        BACK
    }

    Owed told(Instant now) {
        return Owed.now(CARD, subject(), manager, now);
    }

    /** What notices, touches and history call it. */
    String subject() {
        return "leaver:" + id;
    }
}
