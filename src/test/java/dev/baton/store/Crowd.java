package dev.baton.store;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Several threads that begin at the same moment. */
public final class Crowd {
    private static final Duration DEADLINE = Duration.ofSeconds(30);

    private Crowd() {}

    /** What each of them does. */
    @FunctionalInterface
    public interface Member {
        void act(int number) throws Exception;
    }

    /** Returns when all have finished; fails with the first failure, or when they take too long. */
    public static void of(int size, Member member) {
        ExecutorService threads = Executors.newFixedThreadPool(size);
        CountDownLatch start = new CountDownLatch(1);
        List<CompletableFuture<Void>> all = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            int number = i;
            all.add(CompletableFuture.runAsync(() -> begin(start, member, number), threads));
        }
        start.countDown();
        try {
            CompletableFuture.allOf(all.toArray(CompletableFuture[]::new))
                    .orTimeout(DEADLINE.toMillis(), TimeUnit.MILLISECONDS)
                    .join();
        } finally {
            threads.shutdownNow();
        }
    }

    private static void begin(CountDownLatch start, Member member, int number) {
        try {
            start.await();
            member.act(number);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
