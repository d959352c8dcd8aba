package dev.baton.request;

import java.time.Instant;
import java.util.Optional;

/**
 * One word about a request: a question with its answer, a change, a reason.
 *
 * @param words as typed, or what changed
 * @param reply the requester's answer to a question
 */
record Remark(long id, long number, Kind kind, String author, Instant at, String words, Optional<String> reply) {

    /** What sort of word. */
    enum Kind {
        QUESTION,
        EDITED,
        OVERRIDDEN,
        REASSIGNED
    }

    boolean open() {
        return kind == Kind.QUESTION && reply.isEmpty();
    }

    /** What notices about this one remark are about. */
    String subject() {
        return subject(id);
    }

    static String subject(long id) {
        return "remark:" + id;
    }
}
