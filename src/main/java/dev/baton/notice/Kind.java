package dev.baton.notice;

import dev.baton.account.When;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * A kind of notice: how it is worded, how late it may be, who stands in.
 *
 * @param name stable, stored with each row, such as {@code request.card}
 * @param grace how long after its due time it is still worth saying; beyond it the notice expires
 * @param render the words from the state now; empty means the matter is settled and nothing is said
 * @param fallback whom to tell instead when the recipient can never be reached
 * @param repeat when it is owed again, once it has been said or its time is over
 */
public record Kind(String name, Duration grace, Render render, Fallback fallback, Repeat repeat) {

    /** Long enough that a message never expires: cards and receipts are worth reading whenever they come. */
    public static final Duration ALWAYS = Duration.ofDays(36_500);

    public static Kind of(String name, Render render) {
        return new Kind(name, ALWAYS, render, (due, read) -> List.of(), (due, read) -> Optional.empty());
    }

    public Kind orElseTell(Fallback other) {
        return new Kind(name, grace, render, other, repeat);
    }

    /** Worth saying only so long after its due time. */
    public Kind within(Duration newGrace) {
        return new Kind(name, newGrace, render, fallback, repeat);
    }

    /** Owed again and again. */
    public Kind again(Repeat next) {
        return new Kind(name, grace, render, fallback, next);
    }

    /** When a notice is owed the next time. */
    @FunctionalInterface
    public interface Repeat {
        Optional<When> next(Due due, Handle read);
    }

    /** Draws a notice from the state as it is now. */
    @FunctionalInterface
    public interface Render {
        Optional<Message> render(Due due, Handle read);
    }

    /** The people to be told instead, best first; the first who can be reached gets it. */
    @FunctionalInterface
    public interface Fallback {
        List<String> people(Due due, Handle read);
    }
}
