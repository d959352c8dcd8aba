package dev.baton.store;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
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
        Deque<Change<?>> alone = new ArrayDeque<>();
        try {
            while (!isOver(alone)) {
                serve(alone);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            closing = true;
            ended = true;
            refuseWhoWaits();
        }
    }

    private boolean isOver(Deque<Change<?>> alone) {
        return closing && waiting.isEmpty() && alone.isEmpty();
    }

    /**
     * Takes changes in with one connection, until a commit fails: whoever comes next gets another one.
     *
     * @param alone those that go into a transaction of their own
     */
    private void serve(Deque<Change<?>> alone) throws InterruptedException {
        List<Change<?>> batch = next(alone);
        SqliteSession session;
        try {
            session = SqliteSession.open(jdbi);
        } catch (RuntimeException e) {
            batch.forEach(change -> change.fail(e));
            return;
        }
        try {
            while (commitTogether(session, batch, alone) && !isOver(alone)) {
                batch = next(alone);
            }
        } finally {
            session.close();
        }
    }

    private List<Change<?>> next(Deque<Change<?>> alone) throws InterruptedException {
        if (!alone.isEmpty()) {
            return List.of(alone.remove());
        }
        List<Change<?>> batch = new ArrayList<>(List.of(waiting.take()));
        waiting.drainTo(batch, BATCH - 1);
        return batch;
    }

    /** Called on both sides of the end, so that a change which came in just then does not wait for ever. */
    private void refuseWhoWaits() {
        for (Change<?> change = waiting.poll(); change != null; change = waiting.poll()) {
            change.fail(new IllegalStateException("the database is closed"));
        }
    }

    /** @return whether the connection is good for more */
    private static boolean commitTogether(SqliteSession session, List<Change<?>> batch, Deque<Change<?>> later) {
        try {
            session.begin();
        } catch (RuntimeException e) {
            // Somebody else holds the lock; each of them would only wait as long for it again.
            batch.forEach(change -> change.fail(e));
            return false;
        }
        boolean alone = batch.size() == 1;
        try {
            for (Change<?> change : batch) {
                change.run(session, alone);
            }
            if (alone && batch.get(0).failure != null) {
                session.rollBack();
            } else {
                session.commit();
            }
            batch.forEach(Change::settle);
            return true;
        } catch (RuntimeException | Error e) {
            if (alone) {
                batch.get(0).fail(e);
            } else {
                // A full disk ends the whole transaction; alone, each change fails or succeeds for itself.
                later.addAll(batch);
            }
            return false;
        }
    }

    /** A change that waits, and who waits for it. */
    private static final class Change<T> {
        private final Function<Handle, T> body;
        private final CompletableFuture<T> done = new CompletableFuture<>();
        private Optional<T> result = Optional.empty();
        private @Nullable Throwable failure;

        Change(Function<Handle, T> body) {
            this.body = body;
        }

        void run(SqliteSession session, boolean alone) {
            if (!alone) {
                session.mark();
            }
            failure = null;
            try {
                result = Optional.of(body.apply(session.handle()));
                if (!alone) {
                    session.keepSinceMark();
                }
            } catch (RuntimeException | Error e) {
                failure = e;
                if (!alone) {
                    session.forgetSinceMark();
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
