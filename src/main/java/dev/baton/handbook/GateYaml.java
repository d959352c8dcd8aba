package dev.baton.handbook;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Reads the gate: a rule for every stage, the reasons to ask early, and how to speak of both. */
final class GateYaml {
    private static final int LONGEST_BOX = 75;
    private static final int LONGEST_CLAUSE = 300;

    private GateYaml() {}

    static Map<Stage, GateRule> stages(LocatedYaml stages) {
        Map<String, GateRule> rules = HandbookYaml.choices(List.of(GateRule.values()), GateRule::words);
        Map<Stage, GateRule> found = new EnumMap<>(Stage.class);
        stages.entriesAmong("a stage", HandbookYaml.choices(List.of(Stage.values()), Stage::label))
                .forEach((stage, rule) -> rule.among("a rule of the gate", rules)
                        .ifPresent(known -> {
                            if (stage.terminal() && known != GateRule.CLOSED) {
                                rule.problem("is not 'closed', though there is no sale at this stage");
                            }
                            found.put(stage, known);
                        }));
        for (Stage stage : Stage.values()) {
            stages.required(stage.label());
        }
        if (found.size() == Stage.values().length && !found.containsValue(GateRule.OPEN)) {
            stages.problem("is 'open' nowhere, so that there would be no right moment to ask");
        }
        return found;
    }

    /** In the order of the file, which is the order of the boxes. Missing only where no stage asks for evidence. */
    static List<EarlyReason> reasons(LocatedYaml reasons, Map<Stage, GateRule> stages) {
        List<EarlyReason> found = new ArrayList<>();
        reasons.entriesAmong("a reason", HandbookYaml.choices(List.of(GateReason.values()), GateReason::name))
                .forEach((code, reason) -> {
                    reason.only("box", "accepted", "source");
                    String box = reason.required("box").words(LONGEST_BOX);
                    String accepted = reason.required("accepted").words(LONGEST_CLAUSE);
                    found.add(new EarlyReason(
                            code, box, accepted, reason.required("source").words(LONGEST_CLAUSE)));
                });
        if (found.isEmpty() && stages.containsValue(GateRule.WITH_EVIDENCE)) {
            reasons.problem("names no reason, though a stage asks for evidence");
        }
        return found;
    }

    static GateWords words(LocatedYaml words) {
        words.only("point", "early", "open", "late", "after-sale", "next-steps", "source");
        String point = words.required("point").words(LONGEST_CLAUSE);
        String early = words.required("early").words(LONGEST_CLAUSE);
        String open = words.required("open").words(LONGEST_CLAUSE);
        String late = words.required("late").words(LONGEST_CLAUSE);
        String afterSale = words.required("after-sale").words(LONGEST_CLAUSE);
        String nextSteps = words.required("next-steps").words(LONGEST_BOX);
        return new GateWords(
                point,
                early,
                open,
                late,
                afterSale,
                nextSteps,
                words.required("source").words(LONGEST_CLAUSE));
    }
}
