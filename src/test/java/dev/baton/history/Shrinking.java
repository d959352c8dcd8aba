package dev.baton.history;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Leaves commands out of a failing history as long as it still fails. */
final class Shrinking {
    private final Predicate<List<Command>> fails;
    private int triesLeft;

    private Shrinking(Predicate<List<Command>> fails, int tries) {
        this.fails = fails;
        this.triesLeft = tries;
    }

    /** The shortest found in so many tries: halves first, single commands last. */
    static List<Command> of(List<Command> history, int tries, Predicate<List<Command>> fails) {
        return new Shrinking(fails, tries).shortest(history);
    }

    private List<Command> shortest(List<Command> history) {
        List<Command> shortest = history;
        for (int piece = Math.max(1, history.size() / 2); piece >= 1; piece /= 2) {
            shortest = without(shortest, piece);
        }
        return shortest;
    }

    private List<Command> without(List<Command> history, int piece) {
        List<Command> shortest = history;
        int from = shortest.size() - 1;
        while (from >= 0 && triesLeft > 0) {
            List<Command> less = new ArrayList<>(shortest);
            less.subList(Math.max(0, from - piece + 1), from + 1).clear();
            triesLeft--;
            if (fails.test(less)) {
                shortest = less;
            }
            from = Math.min(from - piece, shortest.size() - 1);
        }
        return shortest;
    }
}
