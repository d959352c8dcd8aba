package dev.baton.handbook;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads a handbook's file. What the file may hold, and what each part means, is told in the comments of handbook.yml. */
public final class HandbookYaml {
    /** The files that come with the program, by profile. */
    private static final Map<String, String> BUILT_IN = Map.of("csm", "handbook.yml", "tam", "handbook-tam.yml");

    private static final List<String> PROFILES = List.of("csm", "tam");

    private final LocatedYaml root;

    private HandbookYaml(LocatedYaml root) {
        this.root = root;
    }

    /**
     * The policy an operator chose: {@code csm} or {@code tam} is the built-in one of that profile, anything else a file.
     * A file of such a name is {@code ./tam}.
     *
     * @throws Misconfigured with every problem of the file
     */
    public static Handbook load(Path choice) {
        String written = choice.toString();
        if (BUILT_IN.containsKey(written)) {
            return builtIn(written);
        }
        if (!written.contains(".") && choice.getNameCount() == 1 && !choice.isAbsolute() && Files.notExists(choice)) {
            String finding = "does not exist; the built-in handbooks are named " + String.join(" and ", PROFILES);
            throw new Misconfigured(List.of(new Problem(written, 0, "", finding)));
        }
        return parse(written, OperatorFile.read(choice));
    }

    /**
     * The policy of that profile that comes with the program.
     *
     * @throws IllegalArgumentException if there is no such profile
     * @throws IllegalStateException if the program was built with a broken handbook
     */
    static Handbook builtIn(String profile) {
        String file = BUILT_IN.get(profile);
        if (file == null) {
            throw new IllegalArgumentException("there is no profile " + profile);
        }
        try {
            return parse(file, OperatorFile.builtIn(file));
        } catch (Misconfigured broken) {
            throw new IllegalStateException("the built-in handbook is broken", broken);
        }
    }

    /**
     * The policy in a text.
     *
     * @throws Misconfigured with every problem of the text, under that file name
     */
    static Handbook parse(String fileName, String text) {
        return new HandbookYaml(LocatedYaml.of(fileName, text)).read();
    }

    private Handbook read() {
        root.only(
                "profile",
                "vocabulary",
                "fields",
                "gate",
                "thresholds",
                "pool",
                "timings",
                "base",
                "links",
                "rules",
                "topics");
        String profile = root.required("profile")
                .among("a profile", choices(PROFILES, name -> name))
                .orElse("");
        Optional<Vocabulary> words = VocabularyYaml.words(root.required("vocabulary"));
        Map<Field, FieldWords> fields = VocabularyYaml.fields(root.required("fields"));
        LocatedYaml gate = root.required("gate").only("stages", "reasons", "words");
        Map<Stage, GateRule> stages = GateYaml.stages(gate.required("stages"));
        List<EarlyReason> reasons = GateYaml.reasons(gate.optional("reasons"), stages);
        GateWords gateWords = GateYaml.words(gate.required("words"));
        LocatedYaml amounts = root.required("thresholds");
        Map<Segment, Thresholds> thresholds = ThresholdsYaml.segments(amounts.optional("segments"));
        Optional<String> note =
                amounts.only("note", "segments").optional("note").text();
        Optional<PoolRequests> pool = TimingsYaml.pool(root.required("pool"));
        Optional<Timings> timings = TimingsYaml.timings(root.required("timings"));
        Map<String, Optional<Link>> links =
                TopicsYaml.links(TopicsYaml.base(root.required("base")), root.required("links"));
        Map<Rule, RuleWords> rules = TopicsYaml.rules(root.required("rules"), links);
        Map<String, Topic> topics = TopicsYaml.topics(root.required("topics"), links);
        root.throwProblems();
        return new Handbook(
                profile,
                stages,
                reasons,
                gateWords,
                thresholds,
                pool.orElseThrow(),
                words.orElseThrow(),
                fields,
                rules,
                topics,
                links.values().stream().flatMap(Optional::stream).toList(),
                timings.orElseThrow(),
                note);
    }

    static <T> Map<String, T> choices(List<T> all, Function<T, String> name) {
        return all.stream().collect(Collectors.toMap(name, Function.identity(), (a, b) -> a, LinkedHashMap::new));
    }
}
