package dev.baton.hostile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/** Many shots over a few connections, and what was answered. */
final class Barrage {
    private static final int CONNECTIONS = 4;

    private final int port;
    private final Map<Integer, LongAdder> statuses = new ConcurrentSkipListMap<>();
    private final List<String> wrong = new ArrayList<>();

    Barrage(int port) {
        this.port = port;
    }

    /** @param shots makes those of one connection, numbered from 0 */
    Barrage fire(int times, IntFunction<Supplier<Shot>> shots) {
        ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS);
        try {
            AtomicInteger left = new AtomicInteger(times);
            List<CompletableFuture<Void>> all = new ArrayList<>();
            for (int number = 0; number < CONNECTIONS; number++) {
                Supplier<Shot> own = shots.apply(number);
                all.add(CompletableFuture.runAsync(() -> shoot(left, own), threads));
            }
            all.forEach(CompletableFuture::join);
            return this;
        } finally {
            threads.shutdownNow();
        }
    }

    private void shoot(AtomicInteger left, Supplier<Shot> shots) {
        try (Wire wire = new Wire(port)) {
            while (left.getAndDecrement() > 0) {
                Shot shot = shots.get();
                judge(shot, wire.ask(shot.bytes()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void judge(Shot shot, Wire.Answer answer) {
        statuses.computeIfAbsent(answer.status(), status -> new LongAdder()).increment();
        boolean turnedAway = answer.status() == 401;
        boolean right = shot.mayPass() ? !turnedAway : turnedAway || answer.status() == 413;
        if (!right || answer.status() >= 500) {
            tell(answer.status() + " to " + shot.what());
        }
        if (answer.body().contains("\tat ") || answer.body().contains("Exception")) {
            tell("a stack trace to " + shot.what());
        }
    }

    private synchronized void tell(String finding) {
        if (wrong.size() < 50) {
            wrong.add(finding);
        }
    }

    /** Answers that must not have been given, at most fifty of them. */
    synchronized List<String> wrong() {
        return List.copyOf(wrong);
    }

    Map<Integer, LongAdder> statuses() {
        return statuses;
    }
}
