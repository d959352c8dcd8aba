package dev.baton.notice;

import dev.baton.account.Act;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * What desks do about notices: owe, withdraw, touch. Each takes the act, so that what is owed changes in the same
 * transaction as the state that causes it.
 */
public final class Notices {
    private final NoticeStore store;

    public Notices(NoticeStore store) {
        this.store = store;
    }

    /**
     * Owes a message. Owing the same key again with another time or recipient moves it; with the same it changes nothing,
     * also when it was sent already.
     */
    public void owe(Act act, Owed owed) {
        store.owe(act.handle(), owed, act.now());
    }

    public void oweAll(Act act, List<Owed> owed) {
        owed.forEach(each -> owe(act, each));
    }

    /** Owes a message unless it is owed already: one that is late stays late, and is not moved to its next time. */
    public void oweUnlessPending(Act act, Owed owed) {
        if (!store.pending(act.handle(), owed.key())) {
            owe(act, owed);
        }
    }

    /** No longer owed. What is already sent stays. */
    public void withdraw(Act act, String key) {
        store.withdraw(act.handle(), key);
    }

    /** Every message about this subject that stands, or is just being sent, is rendered again and brought up to date. */
    public void touch(Act act, String subject) {
        store.touch(act.handle(), subject, act.now());
    }

    /** What is owed and not yet delivered, soonest first; the demo's clock strip and "what is coming to me" read it. */
    public List<Coming> coming(Handle read, int limit) {
        return store.coming(read, Optional.empty(), limit);
    }

    /** One thing that will be said. */
    public record Coming(Instant at, String kind, String subject, String recipient) {}
}
