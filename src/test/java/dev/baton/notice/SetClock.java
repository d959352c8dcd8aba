package dev.baton.notice;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that stands still until it is moved. */
final class SetClock implements InstantSource {
    private final AtomicReference<Instant> now;

    SetClock(String at) {
        now = new AtomicReference<>(Instant.parse(at));
    }

    @Override
    public Instant instant() {
        return now.get();
    }

    void move(Duration by) {
        now.updateAndGet(at -> at.plus(by));
    }
}
