package dev.baton.sandbox;

import com.google.gson.JsonObject;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Starting over. Whatever people do meanwhile waits until the workspace and the app are both new: it is neither lost with the
 * old ones nor done twice.
 */
final class Beginning implements AutoCloseable {
    private final Live live;
    private final Events events;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(Daemons.named("sandbox-restart"));
    private volatile @Nullable Restart restart;
    private CompletableFuture<JsonObject> last = CompletableFuture.completedFuture(new JsonObject());

    Beginning(Live live, Events events) {
        this.live = live;
        this.events = events;
    }

    void restart(Restart newRestart) {
        restart = newRestart;
    }

    /** Lets a gesture happen: now, or as soon as what is being started over stands again. */
    CompletableFuture<JsonObject> after(Supplier<CompletableFuture<JsonObject>> gesture) {
        CompletableFuture<JsonObject> begun = begun();
        return begun.isDone()
                ? gesture.get()
                : begun.handle((done, failure) -> true).thenCompose(any -> gesture.get());
    }

    private synchronized CompletableFuture<JsonObject> begun() {
        return last;
    }

    /** Brings the opening state back. Asked for again while it is under way, it is done once. */
    synchronized CompletableFuture<JsonObject> anew() {
        if (last.isDone()) {
            Restart wanted = restart;
            last = CompletableFuture.supplyAsync(() -> begin(wanted), thread);
        }
        return last;
    }

    private JsonObject begin(@Nullable Restart around) {
        if (around == null) {
            empty();
        } else {
            around.around(() -> {
                live.clock.moveTo(live.opening.start());
                live.look(() -> {
                    live.conversations.stamps.forget();
                    return true;
                });
                empty();
            });
        }
        return Json.object("ok", true);
    }

    private void empty() {
        live.change(() -> {
            live.reset();
            events.forget();
            return true;
        });
    }

    @Override
    public void close() {
        thread.shutdown();
    }
}
