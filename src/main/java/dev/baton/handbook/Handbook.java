package dev.baton.handbook;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The policy in force. Made by {@link HandbookYaml}, unchanging, and complete: every stage has a rule, every role a word,
 * every field a label, every rule its sentences.
 *
 * @param profile whose words and rules these are: {@code csm} or {@code tam}
 * @param gate what the gate says at each of the twelve stages
 * @param gateReasons what opens the gate where it asks for evidence, in the order of the file; no code twice
 * @param thresholds by segment; a segment that is missing is unknown
 * @param topics by key, in the order of the file
 * @param thresholdsNote what has to be said wherever a threshold is quoted, such as that the figures are samples
 */
public record Handbook(
        String profile,
        Map<Stage, GateRule> gate,
        List<EarlyReason> gateReasons,
        GateWords gateWords,
        Map<Segment, Thresholds> thresholds,
        PoolRequests poolRequests,
        Vocabulary words,
        Map<Field, FieldWords> fields,
        Map<Rule, RuleWords> rules,
        Map<String, Topic> topics,
        List<Link> links,
        Timings timings,
        Optional<String> thresholdsNote) {

    public Handbook {
        gate = Map.copyOf(gate);
        gateReasons = List.copyOf(gateReasons);
        thresholds = Map.copyOf(thresholds);
        fields = Map.copyOf(fields);
        rules = Map.copyOf(rules);
        topics = Collections.unmodifiableMap(new LinkedHashMap<>(topics));
        links = List.copyOf(links);
        if (!gate.keySet().containsAll(List.of(Stage.values()))) {
            throw new IllegalArgumentException("the gate leaves a stage out");
        }
        if (!gate.containsValue(GateRule.OPEN)) {
            throw new IllegalArgumentException("the gate is open at no stage");
        }
        if (!fields.keySet().containsAll(List.of(Field.values()))) {
            throw new IllegalArgumentException("there is a field without a label");
        }
        if (!rules.keySet().containsAll(List.of(Rule.values()))) {
            throw new IllegalArgumentException("there is a rule without words");
        }
    }

    /** The handbook that comes with Baton, profile csm. Its thresholds are samples. */
    public static Handbook builtIn() {
        return builtIn("csm");
    }

    /**
     * One of the two handbooks that come with Baton. Their thresholds are samples.
     *
     * @param profile {@code csm} or {@code tam}
     * @throws IllegalArgumentException if there is no such profile
     */
    public static Handbook builtIn(String profile) {
        return HandbookYaml.builtIn(profile);
    }

    public GateRule gate(Stage stage) {
        return known(gate.get(stage));
    }

    /** The first stage at which nothing but the stage is needed: 4-Proposal, in profile tam 5-Negotiating. */
    public Stage firstOpen() {
        return first(GateRule.OPEN).orElseThrow();
    }

    /** The first stage at which a reason opens the gate: 3-Technical Evaluation, in profile tam the very first. */
    public Optional<Stage> firstWithEvidence() {
        return first(GateRule.WITH_EVIDENCE);
    }

    private Optional<Stage> first(GateRule rule) {
        return Arrays.stream(Stage.values())
                .filter(stage -> gate.get(stage) == rule)
                .findFirst();
    }

    /** The words of a reason; empty if this handbook does not accept it. */
    public Optional<EarlyReason> gateReason(GateReason code) {
        return gateReasons.stream().filter(reason -> reason.code() == code).findFirst();
    }

    public Thresholds thresholds(Segment segment) {
        return thresholds.getOrDefault(segment, Thresholds.UNKNOWN);
    }

    public String label(Role role) {
        return words.label(role);
    }

    public String label(Field field) {
        return known(fields.get(field)).label();
    }

    /** What stands below a field; empty if its label says enough. */
    public String hint(Field field) {
        return known(fields.get(field)).hint();
    }

    /** What it says of a rule by which people are reminded. */
    public RuleWords words(Rule rule) {
        return known(rules.get(rule));
    }

    public Optional<Topic> topic(String key) {
        return Optional.ofNullable(topics.get(key));
    }

    /** The link of that key; empty if the file has none, or leaves it blank to hide it. */
    public Optional<Link> link(String key) {
        return links.stream().filter(link -> link.key().equals(key)).findFirst();
    }

    /** What the constructor has made sure of. */
    private static <T> T known(@Nullable T value) {
        if (value == null) {
            throw new IllegalStateException("the constructor let an incomplete handbook pass");
        }
        return value;
    }
}
