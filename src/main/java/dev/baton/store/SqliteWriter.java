package dev.baton.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * The one writer. Its thread takes all changes that wait, runs each inside a savepoint and commits them together: under load
 * many changes share one fsync, and a change that fails takes nobody with it. A lone change pays for no savepoint.
 */
final class SqliteWriter implements Writer {
    private static final int BATCH = 64;

    private final Jdbi jdbi;
    private final BlockingQueue<Change<?>> waiting = new LinkedBlockingQueue<>();
    private final Thread thread;
    private volatile boolean closing;
    private volatile boolean ended;

    SqliteWriter(Jdbi jdbi) {
        this.jdbi = jdbi;
        thread = new Thread(this::run, "baton-writer");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public <T> T write(Function<Handle, T> body) {
        if (Thread.currentThread() == thread) {
            throw new IllegalStateException("a change inside a change: pass the Act on instead");
        }
        if (closing) {
            throw new IllegalStateException("the database is closed");
        }
        Change<T> change = new Change<>(body);
        waiting.add(change);
        if (ended) {
            refuseWhoWaits();
        }
        try {
            return change.done.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            if (e.getCause() instanceof Error cause) {
                throw cause;
            }
            throw e;
        }
    }

    @Override
    public Optional<Supplier<Number>> waiting() {
        return Optional.of(waiting::size);
    }

    @Override
    public void close() {
        closing = true;
        waiting.add(new Change<>(tx -> ""));
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try (Handle handle = jdbi.open()) {
            List<Change<?>> batch = new ArrayList<>();
            while (!(closing && waiting.isEmpty())) {
                batch.clear();
                batch.add(waiting.take());
                waiting.drainTo(batch, BATCH - 1);
                commitTogether(handle, batch);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            closing = true;
            ended = true;
            refuseWhoWaits();
        }
    }

    /** Called on both sides of the end, so that a change which came in just then does not wait for ever. */
    private void refuseWhoWaits() {
        for (Change<?> change = waiting.poll(); change != null; change = waiting.poll()) {
            change.fail(new IllegalStateException("the database is closed"));
        }
    }

    private static void commitTogether(Handle handle, List<Change<?>> batch) {
        boolean alone = batch.size() == 1;
        try {
            handle.begin();
            for (Change<?> change : batch) {
                change.run(handle, alone);
            }
            if (alone && batch.get(0).failure != null) {
                handle.rollback();
            } else {
                handle.commit();
            }
            batch.forEach(Change::settle);
        } catch (RuntimeException | Error e) {
            rollBack(handle, e);
            if (alone) {
                batch.get(0).fail(e);
            } else {
                // A full disk ends the whole transaction; alone, each change fails or succeeds for itself.
                batch.forEach(change -> commitTogether(handle, List.of(change)));
            }
        }
    }

    private static void rollBack(Handle handle, Throwable cause) {
        try {
            if (handle.isInTransaction()) {
                handle.rollback();
            }
        } catch (RuntimeException e) {
            cause.addSuppressed(e);
        }
    }

    /** A change that waits, and who waits for it. */
    private static final class Change<T> {
        private static final String SAVEPOINT = "change";

        private final Function<Handle, T> body;
        private final CompletableFuture<T> done = new CompletableFuture<>();
        private Optional<T> result = Optional.empty();
        private @Nullable Throwable failure;

        Change(Function<Handle, T> body) {
            this.body = body;
        }

        void run(Handle handle, boolean alone) {
            if (!alone) {
                handle.savepoint(SAVEPOINT);
            }
            failure = null;
            try {
                result = Optional.of(body.apply(handle));
                if (!alone) {
                    handle.releaseSavepoint(SAVEPOINT);
                }
            } catch (RuntimeException | Error e) {
                failure = e;
                if (!alone) {
                    // JDBI forgets a savepoint it has rolled back to; SQLite drops it with the commit.
                    handle.rollbackToSavepoint(SAVEPOINT);
                }
            }
        }

        void settle() {
            if (failure != null) {
                done.completeExceptionally(failure);
            } else {
                done.complete(result.orElseThrow());
            }
        }

        void fail(Throwable cause) {
            done.completeExceptionally(failure == null ? cause : failure);
        }
    }
}
