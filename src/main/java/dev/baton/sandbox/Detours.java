package dev.baton.sandbox;

import dev.baton.sandbox.AppCalls.Answer;
import dev.baton.sandbox.Faults.Detour;
import dev.baton.sandbox.Faults.Way;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;

/** Calls to the app that arrive twice, late, in another order, or whose answer is lost. */
final class Detours {
    private final Faults faults;
    private final Executor threads;
    private final List<CompletableFuture<Boolean>> held = new ArrayList<>();

    Detours(Faults faults, Executor threads) {
        this.faults = faults;
        this.threads = threads;
    }

    /**
     * Sends it, the way that is planned for it. Of two answers that to the first one counts.
     *
     * @param sending sends it to the address whose turn it is (0) or to the one after that (1)
     */
    CompletableFuture<Answer> send(String kind, IntFunction<CompletableFuture<Answer>> sending) {
        Detour detour = faults.detour(kind);
        if (detour != null && detour.way() == Way.REORDERED) {
            return overtaken(detour.amount()).thenCompose(free -> sending.apply(0));
        }
        List<CompletableFuture<Boolean>> overtakes = takeHeld();
        CompletableFuture<Answer> answer = detour == null ? sending.apply(0) : around(detour, sending);
        return answer.whenComplete((told, failure) -> overtakes.forEach(each -> each.complete(true)));
    }

    private CompletableFuture<Answer> around(Detour detour, IntFunction<CompletableFuture<Answer>> sending) {
        return switch (detour.way()) {
            case DUPLICATE, TWICE_TO_DIFFERENT_INSTANCES -> {
                CompletableFuture<Answer> first = sending.apply(0);
                int other = detour.way() == Way.DUPLICATE ? 0 : 1;
                yield first.thenCombine(sending.apply(other), (answer, ignored) -> answer);
            }
            case LATE ->
                CompletableFuture.supplyAsync(() -> true, after(detour.amount()))
                        .thenCompose(late -> sending.apply(0));
            case UNHEARD -> sending.apply(0).thenApply(lost -> Answer.failed("operation_timeout"));
            case REORDERED -> sending.apply(0);
        };
    }

    private Executor after(int millis) {
        return CompletableFuture.delayedExecutor(millis, TimeUnit.MILLISECONDS, threads);
    }

    private CompletableFuture<Boolean> overtaken(int millis) {
        CompletableFuture<Boolean> overtaken = new CompletableFuture<>();
        synchronized (held) {
            held.add(overtaken);
        }
        return overtaken.completeOnTimeout(true, millis, TimeUnit.MILLISECONDS);
    }

    private List<CompletableFuture<Boolean>> takeHeld() {
        synchronized (held) {
            List<CompletableFuture<Boolean>> taken = List.copyOf(held);
            held.clear();
            return taken;
        }
    }
}
