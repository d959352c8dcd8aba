package dev.baton.story;

import dev.baton.sandbox.SandboxClock;
import dev.baton.store.FreshDatabase;

/** The cast at work on one of the two databases; what a story asks for that has to hold on both. */
public final class Workplace implements AutoCloseable {
    private final World world;

    Workplace(FreshDatabase database) {
        world = World.open(database);
    }

    public Hand as(String person) {
        return world.as(person);
    }

    World world() {
        return world;
    }

    public SandboxClock clock() {
        return world.clock();
    }

    @Override
    public void close() {
        world.close();
    }
}
