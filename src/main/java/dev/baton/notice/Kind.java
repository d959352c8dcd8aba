package dev.baton.notice;

import dev.baton.account.Act;
import dev.baton.account.When;
import dev.baton.handbook.Rule;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;

/**
 * A kind of notice: how it is worded, how late it may be, who stands in.
 *
 * @param name stable, stored with each row, such as {@code request.card}
 * @param grace how long after its due time it is still worth saying; beyond it the notice expires
 * @param render the words from the state now; empty means the matter is settled and nothing is said
 * @param fallback whom to tell instead when the recipient can never be reached
 * @param repeat when it is owed again, once it has been said or its time is over
 * @param personal concerns its recipient alone, so that nobody reads it in that person's place
 * @param reminder what makes it a reminder, if it is one
 */
public record Kind(
        String name,
        Duration grace,
        Render render,
        Fallback fallback,
        Repeat repeat,
        boolean personal,
        Optional<Reminder> reminder) {

    /** Long enough that a message never expires: cards and receipts are worth reading whenever they come. */
    public static final Duration ALWAYS = Duration.ofDays(36_500);

    public static Kind of(String name, Render render) {
        return new Kind(name, ALWAYS, render, (due, read) -> List.of(), Repeat.NEVER, false, Optional.empty());
    }

    public Kind orElseTell(Fallback other) {
        return new Kind(name, grace, render, other, repeat, personal, reminder);
    }

    /** Worth saying only so long after its due time. */
    public Kind within(Duration newGrace) {
        return new Kind(name, newGrace, render, fallback, repeat, personal, reminder);
    }

    /** Owed again and again. */
    public Kind again(Repeat next) {
        return new Kind(name, grace, render, fallback, next, personal, reminder);
    }

    /** For the recipient alone, also while somebody stands in: the answer to a question, a receipt of one's own gesture. */
    public Kind personally() {
        return new Kind(name, grace, render, fallback, repeat, true, reminder);
    }

    /** The same, with each of its messages changed. */
    public Kind drawn(UnaryOperator<Render> change) {
        return new Kind(name, grace, change.apply(render), fallback, repeat, personal, reminder);
    }

    /** It reminds somebody by that rule. Several that are due for one person in the same minute become one message. */
    public Kind reminder(Rule rule) {
        return reminder(new Reminder(rule, true, Optional.empty()));
    }

    /** A reminder that always comes by itself, because it carries more than words or is owed again and again. */
    public Kind alone() {
        return reminder(new Reminder(
                reminder.orElseThrow().rule(), false, reminder.get().done()));
    }

    /** A reminder that its reader can answer with Done. */
    public Kind done(Done deed) {
        return reminder(
                new Reminder(reminder.orElseThrow().rule(), reminder.get().merges(), Optional.of(deed)));
    }

    private Kind reminder(Reminder what) {
        return new Kind(name, grace, render, fallback, repeat, personal, Optional.of(what));
    }

    boolean repeats() {
        return repeat != Repeat.NEVER;
    }

    /** What is for one person alone may have another reader than the rest. */
    boolean merges() {
        return !personal && reminder.filter(Reminder::merges).isPresent();
    }

    /**
     * A notice that its reader may put off, and ask why it came.
     *
     * @param merges whether it becomes one message with others that are due at the same time
     * @param done what Done does; empty where something else ends the matter
     */
    public record Reminder(Rule rule, boolean merges, Optional<Done> done) {}

    /** What happens when its reader says that it is done, in the transaction of the press. It may refuse. */
    @FunctionalInterface
    public interface Done {
        void done(Act act, Due due);
    }

    /** When a notice is owed the next time. */
    @FunctionalInterface
    public interface Repeat {
        Repeat NEVER = (due, read) -> Optional.empty();

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
