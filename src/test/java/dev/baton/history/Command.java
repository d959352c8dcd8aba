package dev.baton.history;

import java.lang.reflect.RecordComponent;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One line of a history, such as {@code do ASSIGN b MAYA - CLEO}. What it prints is what a file of a failed history holds. */
sealed interface Command {

    /** What people do to a request. */
    enum Deed {
        REQUEST,
        EDIT,
        ASK,
        ANSWER,
        ASSIGN,
        REASSIGN,
        DECLINE,
        REDIRECT,
        OVERRIDE,
        WITHDRAW
    }

    /**
     * What a person does to the latest request of an account, or to its oldest open question.
     *
     * @param word what is typed, so that it is found again; or empty
     * @param choice the CSM; whether the account qualifies ({@code rich}, {@code poor}, {@code CSM}, {@code NONE}); or empty
     */
    record Do(Deed deed, String account, String by, String word, String choice) implements Command {}

    /** Slack delivers it, and delivers it again at the same time. */
    record Twice(Do gesture) implements Command {}

    /** Two people at the same moment; whoever comes second meets what the first has done. */
    record Race(Do one, Do other) implements Command {}

    /** The business clock moves, ahead or back. */
    record Jump(int minutes) implements Command {}

    /** So many calls of one of Slack's methods fail. */
    record Trouble(String method, String fault, int times) implements Command {}

    /** A process is killed: {@code NOW}, or when it next comes to that step of its work. */
    record Kill(int instance, String step) implements Command {}

    /** Everything owed is said before the history goes on, and is compared with the model. */
    record Look() implements Command {}

    /** As {@link #read} reads it. */
    default String line() {
        Stream<String> parts = Arrays.stream(getClass().getRecordComponents()).map(part -> value(part, this));
        return Stream.concat(Stream.of(getClass().getSimpleName().toLowerCase(Locale.ROOT)), parts)
                .collect(Collectors.joining(" "));
    }

    private static String value(RecordComponent part, Command command) {
        try {
            Object value = part.getAccessor().invoke(command);
            String written = value instanceof Command inner ? inner.line() : String.valueOf(value);
            return written.isEmpty() ? "-" : written;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** All lines of a text but empty ones and those that begin with {@code #}. */
    static List<Command> readAll(String text) {
        return text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .map(line -> read(new ArrayDeque<>(List.of(line.split(" ")))))
                .toList();
    }

    private static Command read(Queue<String> words) {
        String name = words.remove();
        Class<?> kind = Arrays.stream(Command.class.getPermittedSubclasses())
                .filter(each -> each.getSimpleName().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no command is called " + name));
        Class<?>[] types = Arrays.stream(kind.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        Object[] values = Arrays.stream(types).map(type -> value(type, words)).toArray();
        try {
            return (Command) kind.getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(name, e);
        }
    }

    private static Object value(Class<?> type, Queue<String> words) {
        if (type == Do.class) {
            return read(words);
        }
        String word = words.remove();
        if (type == Deed.class) {
            return Deed.valueOf(word);
        }
        return type == int.class ? (Object) Integer.valueOf(word) : word.equals("-") ? "" : word;
    }
}
