package dev.baton.handbook;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * One place in a file an operator wrote: a value, its line and its path. Reading never stops at a problem. It is noted,
 * the place counts as absent, and an absent place answers every question with nothing and without a further problem. At
 * the end {@link #throwProblems} tells all of them. So a reader is written as if the file were right.
 */
public final class LocatedYaml {
    private static final int CHOICES_WORTH_LISTING = 12;

    private final SourceYaml source;
    private final String path;
    private final int line;
    private final @Nullable Node node;

    LocatedYaml(SourceYaml source, String path, int line, @Nullable Node node) {
        this.source = source;
        this.path = path;
        this.line = line;
        this.node = node instanceof ScalarNode && node.getTag().equals(Tag.NULL) ? null : node;
    }

    /**
     * The whole of a text, which has to hold fields.
     *
     * @param file the name under which problems are told
     * @throws Misconfigured at once if the text is no YAML
     */
    public static LocatedYaml of(String file, String text) {
        return SourceYaml.compose(file, text);
    }

    /**
     * Ends the reading if there was anything to note.
     *
     * @throws Misconfigured with all that was noted anywhere in the file, in the order of its lines, if anything was
     */
    public void throwProblems() {
        source.throwProblems();
    }

    /** Notes that something is wrong here. The finding is a clause: "is not a span …". */
    public void problem(String finding) {
        source.problem(line, path, finding);
    }

    /** Notes the same problem with the value as it was written in front: "'soonish' is not a span …". */
    public void problemQuoting(String written, String finding) {
        String oneLine = written.replaceAll("\\s+", " ");
        String shown = oneLine.length() > 60 ? oneLine.substring(0, 59) + "…" : oneLine;
        problem("'" + shown + "' " + finding);
    }

    public boolean present() {
        return node != null;
    }

    public boolean holdsFields() {
        return node instanceof MappingNode;
    }

    /** Notes every field that is none of these, with the one that was probably meant. */
    public LocatedYaml only(String... fields) {
        List<String> known = Arrays.asList(fields);
        entries().forEach((key, value) -> {
            if (!known.contains(key)) {
                value.problem("is not known here" + meant(key, known));
            }
        });
        return this;
    }

    /** The field of that name; noted as missing if there is none. */
    public LocatedYaml required(String field) {
        LocatedYaml found = optional(field);
        if (!found.present() && holdsFields()) {
            found.problem("is missing");
        }
        return found;
    }

    /** The field of that name, or an absent place. A field without a value is absent. */
    public LocatedYaml optional(String field) {
        LocatedYaml found = entries().get(field);
        return found == null ? new LocatedYaml(source, below(field), line, null) : found;
    }

    /** All fields in their order. A name that stands twice is noted, and its first value counts. */
    public Map<String, LocatedYaml> entries() {
        Map<String, LocatedYaml> entries = new LinkedHashMap<>();
        if (node instanceof MappingNode mapping) {
            mapping.getValue().forEach(tuple -> entry(tuple, entries));
        } else if (node != null) {
            problem("is " + kind(node) + " where fields are expected, such as 'name: value'");
        }
        return entries;
    }

    private void entry(NodeTuple tuple, Map<String, LocatedYaml> entries) {
        int keyLine = SourceYaml.line(tuple.getKeyNode());
        if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
            source.problem(keyLine, path, "has a field whose name is " + kind(tuple.getKeyNode()));
            return;
        }
        LocatedYaml value = new LocatedYaml(source, below(key.getValue()), keyLine, tuple.getValueNode());
        LocatedYaml first = entries.putIfAbsent(key.getValue(), value);
        if (first != null) {
            value.problem("stands here a second time; the first is in line " + first.line);
        }
    }

    /** The items of a list; none, and a problem, if this is no list. */
    public List<LocatedYaml> items() {
        if (node != null && !(node instanceof SequenceNode)) {
            problem("is " + kind(node) + " where a list is expected, such as '[a, b]'");
            return List.of();
        }
        return itemsOrOne();
    }

    /** The items of a list, or this alone where one value may stand without brackets. */
    public List<LocatedYaml> itemsOrOne() {
        if (!(node instanceof SequenceNode list)) {
            return node == null ? List.of() : List.of(this);
        }
        List<LocatedYaml> items = new ArrayList<>();
        for (Node item : list.getValue()) {
            items.add(new LocatedYaml(source, path + "[" + items.size() + "]", SourceYaml.line(item), item));
        }
        return items;
    }

    /** The text that stands here, without blanks around it; empty if there is none, or only blanks. */
    public Optional<String> text() {
        if (node instanceof ScalarNode scalar) {
            return Optional.of(scalar.getValue().strip()).filter(text -> !text.isEmpty());
        }
        if (node != null) {
            problem("is " + kind(node) + " where one value is expected");
        }
        return Optional.empty();
    }

    /** {@link #text()}, blank being noted as a problem. For a place that must say something. */
    public String words() {
        Optional<String> text = text();
        if (text.isEmpty() && node instanceof ScalarNode) {
            problem("is blank");
        }
        return text.orElse("");
    }

    /** {@link #words()}, noted if they are longer than Slack would show in that place. */
    public String words(int longest) {
        return within(longest, words());
    }

    /** {@link #words(int)} for a place that may as well say nothing. */
    public String optionalWords(int longest) {
        return within(longest, text().orElse(""));
    }

    private String within(int longest, String words) {
        if (words.length() > longest) {
            problem("has " + words.length() + " characters; here Slack shows " + longest + " at most");
        }
        return words;
    }

    /**
     * The text, understood by a function that answers "empty" to what it does not understand.
     *
     * @param what what the text would have to be, with article and an example or two
     */
    public <T> Optional<T> as(String what, Function<String, Optional<T>> understand) {
        return text().flatMap(written -> {
            Optional<T> understood = understand.apply(written);
            if (understood.isEmpty()) {
                problemQuoting(written, "is not " + what);
            }
            return understood;
        });
    }

    /** What the text stands for among these choices. */
    public <T> Optional<T> among(String what, Map<String, T> choices) {
        return text().flatMap(written -> {
            Optional<T> choice = Optional.ofNullable(choices.get(written));
            if (choice.isEmpty()) {
                problemQuoting(written, "is not " + what + meant(written, choices.keySet()));
            }
            return choice;
        });
    }

    /** The fields whose names stand for one of these choices, others being noted. */
    public <K> Map<K, LocatedYaml> entriesAmong(String what, Map<String, K> choices) {
        Map<K, LocatedYaml> found = new LinkedHashMap<>();
        entries().forEach((key, value) -> {
            K choice = choices.get(key);
            if (choice == null) {
                value.problem("is not " + what + meant(key, choices.keySet()));
            } else {
                found.put(choice, value);
            }
        });
        return found;
    }

    /** "; did you mean this?", or all there is to choose from, if that is short enough to read. */
    private static String meant(String written, Iterable<String> known) {
        List<String> choices = new ArrayList<>();
        known.forEach(choices::add);
        Optional<String> near = Spelling.nearest(written, choices);
        if (near.isPresent()) {
            return "; did you mean '" + near.get() + "'?";
        }
        return choices.isEmpty() || choices.size() > CHOICES_WORTH_LISTING
                ? ""
                : choices.stream().collect(Collectors.joining(", ", "; there is ", ""));
    }

    private String below(String field) {
        return path.isEmpty() ? field : path + "." + field;
    }

    private static String kind(Node node) {
        if (node instanceof MappingNode) {
            return "a group of fields";
        }
        return node instanceof SequenceNode ? "a list" : "a single value";
    }
}
