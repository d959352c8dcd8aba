package dev.baton.request;

import dev.baton.account.Account;
import dev.baton.account.Opportunity;
import dev.baton.handbook.Handbook;
import java.time.Instant;
import java.util.List;

/**
 * What a manager looks at once a week as a fail-safe (handbook 004:144).
 *
 * @param open requests that wait for an answer, oldest first
 * @param qualifying accounts that reach the threshold and have nobody
 * @param advanced accounts in negotiation or further that have nobody, whatever their ARR
 */
record Digest(
        String manager,
        List<RequestView> open,
        List<Unserved> qualifying,
        List<Unserved> advanced,
        Handbook handbook,
        Instant now) {

    /** An account without a CSM, with the deal that has come furthest. */
    record Unserved(Account account, Opportunity opportunity) {}

    boolean empty() {
        return open.isEmpty() && qualifying.isEmpty() && advanced.isEmpty();
    }
}
