package dev.baton.handbook;

import java.io.Serial;
import java.util.List;
import java.util.stream.Collectors;

/** What an operator wrote cannot be used. Carries every problem found, so that one run is enough to mend them all. */
public final class Misconfigured extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    /**
     * Carries all that was found.
     *
     * @throws IllegalArgumentException without problems: then nothing is misconfigured
     */
    public Misconfigured(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
        if (problems.isEmpty()) {
            throw new IllegalArgumentException("no problem, hence nothing misconfigured");
        }
        this.problems = List.copyOf(problems);
    }

    public List<Problem> problems() {
        return problems;
    }
}
