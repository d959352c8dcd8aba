package dev.baton.sandbox;

import java.util.concurrent.ThreadFactory;

/** Threads that keep no program from ending. */
final class Daemons {
    private Daemons() {}

    static ThreadFactory named(String name) {
        return work -> {
            Thread thread = new Thread(work, name);
            thread.setDaemon(true);
            return thread;
        };
    }
}
