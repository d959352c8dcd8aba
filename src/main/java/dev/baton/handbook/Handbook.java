package dev.baton.handbook;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The policy in force. Made by {@link HandbookYaml}, unchanging, and complete: every stage has a rule, every role a word.
 *
 * @param profile whose words and rules these are: {@code csm} or {@code tam}
 * @param gate what the gate says at each of the twelve stages
 * @param thresholds by segment; a segment that is missing is unknown
 * @param topics by key, in the order of the file
 * @param thresholdsNote what has to be said wherever a threshold is quoted, such as that the figures are samples
 */
public record Handbook(
        String profile,
        Map<Stage, GateRule> gate,
        Map<Segment, Thresholds> thresholds,
        Vocabulary words,
        Map<String, Topic> topics,
        List<Link> links,
        Timings timings,
        Optional<String> thresholdsNote) {

    public Handbook {
        gate = Map.copyOf(gate);
        thresholds = Map.copyOf(thresholds);
        topics = Collections.unmodifiableMap(new LinkedHashMap<>(topics));
        links = List.copyOf(links);
        for (Stage stage : Stage.values()) {
            if (!gate.containsKey(stage)) {
                throw new IllegalArgumentException("the gate says nothing of " + stage.label());
            }
        }
    }

    /** The handbook that comes with Baton, profile csm. Its thresholds are samples. */
    public static Handbook builtIn() {
        return HandbookYaml.builtIn();
    }

    public GateRule gate(Stage stage) {
        GateRule rule = gate.get(stage);
        if (rule == null) {
            throw new IllegalStateException("the constructor let a gate pass without " + stage.label());
        }
        return rule;
    }

    public Thresholds thresholds(Segment segment) {
        return thresholds.getOrDefault(segment, Thresholds.UNKNOWN);
    }

    public String label(Role role) {
        return words.label(role);
    }

    public Optional<Topic> topic(String key) {
        return Optional.ofNullable(topics.get(key));
    }

    /** The link of that key; empty if the file has none, or leaves it blank to hide it. */
    public Optional<Link> link(String key) {
        return links.stream().filter(link -> link.key().equals(key)).findFirst();
    }
}
