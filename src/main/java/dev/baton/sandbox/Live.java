package dev.baton.sandbox;

import dev.baton.sandbox.Workspace.Person;
import java.time.InstantSource;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The workspace as it is now. One lock guards everything in it; it is held for the length of a change and never while
 * somebody else is being called.
 */
final class Live {
    final Workspace opening;
    final SandboxClock clock;
    final Conversations conversations;
    final Views views;
    final Triggers triggers;
    final ResponseUrls responseUrls;
    final Uploads uploads = new Uploads();
    final MessageStates messageStates = new MessageStates();

    private final Map<String, Person> people = new LinkedHashMap<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final List<Runnable> watchers = new CopyOnWriteArrayList<>();
    private long version = 1;
    private long peopleChanges;

    Live(Workspace opening, SandboxClock clock, InstantSource machine) {
        this.opening = opening;
        this.clock = clock;
        opening.people().forEach(person -> people.put(person.id(), person));
        conversations = new Conversations(opening, new Stamps(clock), machine.millis());
        new Prelude(opening, conversations).play();
        views = new Views(opening, machine);
        triggers = new Triggers(machine);
        responseUrls = new ResponseUrls(machine);
    }

    /** Looks without changing anything. */
    <T extends @Nullable Object> T look(Supplier<T> looking) {
        lock.lock();
        try {
            return looking.get();
        } finally {
            lock.unlock();
        }
    }

    /** Changes something: the version grows, and whoever watches is told after the lock is free again. */
    <T extends @Nullable Object> T change(Supplier<T> changing) {
        T result = look(() -> {
            T changed = changing.get();
            version++;
            return changed;
        });
        watchers.forEach(Runnable::run);
        return result;
    }

    /** Something changed that is kept elsewhere: the clock, or what lies ahead. */
    void touch() {
        change(() -> true);
    }

    void watch(Runnable watcher) {
        watchers.add(watcher);
    }

    long version() {
        return look(() -> version);
    }

    /** Back to the opening state. Timestamps go on growing unless they are forgotten too. */
    void reset() {
        opening.people().forEach(this::replace);
        conversations.open();
        new Prelude(opening, conversations).play();
        views.clear();
        triggers.clear();
        responseUrls.clear();
        messageStates.clear();
        uploads.clear();
    }

    @Nullable
    Person person(String id) {
        return people.get(id);
    }

    /** The person, or {@code user_not_found}. */
    Person someone(String id) {
        Person person = people.get(id);
        if (person == null) {
            throw new Refused("user_not_found");
        }
        return person;
    }

    /** This is who the person is from now on. */
    void replace(Person changed) {
        people.put(changed.id(), changed);
        peopleChanges++;
    }

    /** How often somebody was changed: a page that knows another number asks for everybody again. */
    long peopleChanges() {
        return peopleChanges;
    }

    Collection<Person> people() {
        return people.values();
    }

    Workspace.App app() {
        return opening.app();
    }
}
