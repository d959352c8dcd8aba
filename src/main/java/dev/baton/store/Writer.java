package dev.baton.store;

import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/** How changes get into the database; the two databases want it differently. */
interface Writer extends AutoCloseable {

    <T> T write(Function<Handle, T> body);

    @Override
    void close();
}
