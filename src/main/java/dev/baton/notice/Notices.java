package dev.baton.notice;

import dev.baton.account.Act;
import dev.baton.account.People;
import dev.baton.account.Refusal;
import dev.baton.account.When;
import dev.baton.account.WorkTime.Timing;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * What desks do about notices: owe, withdraw, touch. Each takes the act, so that what is owed changes in the same
 * transaction as the state that causes it.
 */
public final class Notices {
    /** The kind of the message that several reminders of one person become; some feature has to word it. */
    public static final String DIGEST = "coming.digest";

    private final NoticeStore store;
    private final ReminderStore reminders = new ReminderStore();
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
        Snoozed due = due(act.handle(), owed.when(), reminders.snoozed(act.handle(), owed.key(), owed.recipient()));
        store.owe(act.handle(), owed, due.at(), due.snoozedUntil(), act.now());
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
            Snoozed due = due(act.handle(), counted.when(), counted.snoozedUntil());
            store.move(act.handle(), counted.id(), due.at(), due.snoozedUntil(), act.now());
        }
    }

    /** When it is due, and what of its reader's wish still holds. */
    private record Snoozed(Instant at, Optional<Instant> snoozedUntil) {}

    /** The later of rule and wish; a wish that lies past the moment by now does not count any more. */
    private Snoozed due(Handle read, When when, Optional<Instant> snoozedUntil) {
        Instant ruled = people.due(read, when);
        Optional<Instant> holds = snoozedUntil.filter(
                until -> latest(read, when).filter(until::isAfter).isEmpty());
        return new Snoozed(holds.filter(ruled::isBefore).orElse(ruled), holds);
    }

    /** The moment before which it has to be said, such as the meeting; empty where it makes sense at any time. */
    public Optional<Instant> latest(Handle read, When when) {
        ZoneId zone = when.person().map(person -> people.zone(read, person)).orElse(ZoneOffset.UTC);
        return when.timing() == Timing.LEAD ? Optional.of(when.anchor().latest(zone)) : Optional.empty();
    }

    /**
     * Its reader does not want to hear of it before that. What has been said already is said again then, in a new message; what
     * stands is brought up to date.
     *
     * @param until not past {@link #latest}
     * @param said the reader means the message that stands, and not the next one of its kind
     * @throws Refusal when nothing is left to put off
     */
    public void snooze(Act act, Planned planned, Instant until, boolean said) {
        Optional<Instant> ruled = planned.when().map(when -> people.due(act.handle(), when));
        boolean stands = said && planned.saidAt().isPresent();
        boolean anew =
                stands && planned.waits() && ruled.filter(until::isBefore).isPresent();
        Instant due = anew ? until : ruled.filter(until::isBefore).orElse(until);
        if (!planned.live() || !reminders.snooze(act.handle(), planned.id(), until, due)) {
            throw new Refusal("Nothing is left to snooze: this is settled, or a later message has taken its place.");
        }
        if (anew) {
            // It is owed again and again, and its row speaks of the next time by now. What is put off is this time.
            planned.when()
                    .flatMap(When::person)
                    .map(person -> When.weekly(
                            person, people.time(act.handle(), person).date(act.now())))
                    .ifPresent(today -> reminders.count(act.handle(), planned.id(), today));
        }
        store.touchOne(act.handle(), planned.key(), act.now());
        planned.mergedInto().ifPresent(digest -> store.touchOne(act.handle(), digest, act.now()));
    }

    /** No longer owed. What is already sent stays. */
    public void withdraw(Act act, String key) {
        store.withdraw(act.handle(), key, act.now());
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

    /** What is known of one message; empty where there is no such key. */
    public Optional<Planned> planned(Handle read, String key) {
        return reminders.planned(read, key);
    }

    public Optional<Planned> planned(Handle read, long id) {
        return reminders.planned(read, id);
    }

    /** What is owed to these people and not yet said, soonest first. */
    public List<Planned> comingTo(Handle read, Collection<String> people, int limit) {
        return reminders.coming(read, people, limit);
    }

    /** What is owed about a subject and not yet said, to whomever, soonest first. */
    public List<Planned> comingAbout(Handle read, String subject, int limit) {
        return reminders.about(read, subject, limit);
    }

    /** What a digest speaks for; what has left it since is among them. */
    public List<Planned> mergedInto(Handle read, String digest) {
        return reminders.mergedInto(read, digest);
    }

    /** One thing that will be said. */
    public record Coming(Instant at, String kind, String subject, String recipient) {}
}
