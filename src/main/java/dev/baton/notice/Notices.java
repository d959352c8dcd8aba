package dev.baton.notice;

import dev.baton.account.Act;
import dev.baton.account.People;
import dev.baton.account.When;
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
    private final People people;

    /** @param people know when somebody may be spoken to */
    public Notices(NoticeStore store, People people) {
        this.store = store;
        this.people = people;
    }

    /**
     * Owes a message. Owing the same key again with another time or recipient moves it; with the same it changes nothing,
     * also when it was sent already.
     */
    public void owe(Act act, Owed owed) {
        store.owe(act.handle(), owed, people.due(act.handle(), owed.when()), act.now());
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

    /** Owes a message unless the same was owed before, whatever became of it. */
    public void oweOnce(Act act, Owed owed) {
        if (!store.known(act.handle(), owed.key())) {
            owe(act, owed);
        }
    }

    /**
     * Somebody's zone, hours or days off have changed: what is still to be said is due when they say now, to that person and
     * to those for whom that person stands in.
     */
    public void recount(Act act, String person) {
        people.countedBy(act.handle(), person).forEach(each -> recountOne(act, each));
    }

    private void recountOne(Act act, String person) {
        for (NoticeStore.Counted counted : store.counted(act.handle(), person)) {
            Instant ruled = people.due(act.handle(), counted.when());
            Instant due = counted.snoozedUntil().filter(ruled::isBefore).orElse(ruled);
            store.move(act.handle(), counted.id(), due, act.now());
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

    /** What a rule comes to now. */
    public Again counted(Handle read, When when) {
        return new Again(when, people.due(read, when));
    }

    /** What is owed and not yet delivered, soonest first; the demo's clock strip and "what is coming to me" read it. */
    public List<Coming> coming(Handle read, int limit) {
        return store.coming(read, Optional.empty(), limit);
    }

    /** The same for one person. */
    public List<Coming> comingTo(Handle read, String person, int limit) {
        return store.coming(read, Optional.of(person), limit);
    }

    /** One thing that will be said. */
    public record Coming(Instant at, String kind, String subject, String recipient) {}
}
