package dev.baton.handbook;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * One file being read, and what was found wrong with it so far. Keeps the YAML library's own errors, its lines counted
 * from 0 and its appetite for nested aliases away from whoever reads.
 */
final class SourceYaml {
    /** Deeper than any file of ours by far, and shallow enough for a parser that recurses. */
    private static final int DEEPEST = 20;
    /** Aliases of aliases multiply. So few of them cannot grow into more than a moment's work. */
    private static final int MOST_ALIASES = 40;

    private final String file;
    private final Set<Problem> problems = new LinkedHashSet<>();

    private SourceYaml(String file) {
        this.file = file;
    }

    static LocatedYaml compose(String file, String text) {
        SourceYaml source = new SourceYaml(file);
        String plain = text.startsWith("\ufeff") ? text.substring(1) : text;
        Node root = source.parsed(plain);
        source.throwProblems();
        LocatedYaml whole = new LocatedYaml(source, "", 1, root);
        if (!whole.present()) {
            whole.problem("is empty");
        }
        return whole;
    }

    private @Nullable Node parsed(String text) {
        LoadSettings settings = LoadSettings.builder().setLabel(file).build();
        try {
            return bounded(settings, text)
                    ? new Compose(settings).composeString(text).orElse(null)
                    : null;
        } catch (MarkedYamlEngineException broken) {
            int line = broken.getProblemMark().map(Mark::getLine).orElse(-1) + 1;
            problem(line, "", "is not YAML: " + said(broken.getContext()) + said(broken.getProblem()));
        } catch (ReaderException unreadable) {
            String before = text.substring(0, Math.min(text.length(), unreadable.getPosition()));
            int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
            problem(line, "", "has a character that YAML does not allow");
        } catch (YamlEngineException other) {
            problem(0, "", "is not YAML: " + other.getMessage());
        }
        return null;
    }

    /** Looks through the text without building anything, so that what is built afterwards is known to be harmless. */
    private boolean bounded(LoadSettings settings, String text) {
        int depth = 0;
        int aliases = 0;
        for (Event event : new Parse(settings).parseString(text)) {
            int line = event.getStartMark().map(Mark::getLine).orElse(-1) + 1;
            switch (event.getEventId()) {
                case SequenceStart, MappingStart -> depth++;
                case SequenceEnd, MappingEnd -> depth--;
                case Alias -> aliases++;
                default -> {}
            }
            if (depth > DEEPEST) {
                problem(line, "", "is nested more than " + DEEPEST + " levels deep");
                return false;
            }
            if (aliases > MOST_ALIASES) {
                problem(line, "", "has more than " + MOST_ALIASES + " aliases (*name); write them out");
                return false;
            }
        }
        return true;
    }

    private static String said(@Nullable String words) {
        return words == null ? "" : words + (words.startsWith("while") ? ": " : "");
    }

    static int line(Node node) {
        return node.getStartMark().map(Mark::getLine).orElse(-1) + 1;
    }

    /** Equal problems are one: several questions to one place may find the same fault. */
    void problem(int line, String path, String finding) {
        problems.add(new Problem(file, line, path, finding));
    }

    void throwProblems() {
        if (!problems.isEmpty()) {
            throw new Misconfigured(problems.stream()
                    .sorted(Comparator.comparingInt(Problem::line))
                    .toList());
        }
    }
}
