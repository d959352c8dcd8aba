package dev.baton.store;

import dev.baton.store.Database.Dialect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A database that nobody has used, and those who have it open. */
public final class FreshDatabase implements AutoCloseable {
    private final String url;
    private final Runnable removal;
    private final boolean served;
    private boolean onSocket;
    private final List<Database> open = new ArrayList<>();

    FreshDatabase(String url, Runnable removal) {
        this(url, removal, false);
    }

    /** Served: it is for two processes that go on using it, so it is not fresh but the same in every test. */
    FreshDatabase(String url, Runnable removal, boolean served) {
        this.url = url;
        this.removal = removal;
        this.served = served;
    }

    /** Whether two {@code serve} processes use it, which live longer than a test. */
    public boolean served() {
        return served;
    }

    FreshDatabase overSocket() {
        onSocket = true;
        return this;
    }

    /** Whether Slack comes in over a socket to whoever uses it. */
    public boolean onSocket() {
        return onSocket;
    }

    /** Fit for {@code BATON_DATABASE}. */
    public String url() {
        return url;
    }

    public Dialect dialect() {
        return url.startsWith("jdbc:sqlite:") ? Dialect.SQLITE : Dialect.POSTGRESQL;
    }

    /** The SQLite file. */
    public Path file() {
        return Path.of(url.substring("jdbc:sqlite:".length()));
    }

    /** Open until the end of the test, unless the test closes it. */
    public Database open() {
        Database database = Database.open(url);
        open.add(database);
        return database;
    }

    @Override
    public void close() {
        open.forEach(Database::close);
        removal.run();
    }
}
