package dev.baton.store;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;

/** How changes get into the database; the two databases want it differently. */
interface Writer extends AutoCloseable {

    <T> T write(Function<Handle, T> body);

    /** How many changes wait in line, where there is a line. */
    default Optional<Supplier<Number>> waiting() {
        return Optional.empty();
    }

    @Override
    void close();
}
