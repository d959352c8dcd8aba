package dev.baton.handbook;

import dev.baton.handbook.Vocabulary.Word;
import java.net.URI;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads a handbook's file. What the file may hold, and what each part means, is told in the comments of handbook.yml. */
public final class HandbookYaml {
    private static final String BUILT_IN = "handbook.yml";
    private static final Pattern DOLLARS = Pattern.compile("([0-9]{1,12})(k|M)?");
    private static final Pattern TOPIC_KEY = Pattern.compile("[a-z][a-z-]*");
    private static final Map<String, Link.Access> ACCESS =
            Map.of("public", Link.Access.PUBLIC, "internal", Link.Access.INTERNAL);

    private final LocatedYaml root;

    private HandbookYaml(LocatedYaml root) {
        this.root = root;
    }

    /**
     * The policy in an operator's file.
     *
     * @throws Misconfigured with every problem of the file
     */
    public static Handbook load(Path file) {
        return parse(file.toString(), OperatorFile.read(file));
    }

    /**
     * The policy that comes with the program.
     *
     * @throws IllegalStateException if the program was built with a broken handbook
     */
    static Handbook builtIn() {
        try {
            return parse(BUILT_IN, OperatorFile.builtIn(BUILT_IN));
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
        root.only("profile", "vocabulary", "gate", "thresholds", "timings", "base", "links", "topics");
        String profile = root.required("profile")
                .among("a profile", choices(List.of("csm", "tam"), name -> name))
                .orElse("");
        Vocabulary words = vocabulary(root.required("vocabulary"));
        Map<Stage, GateRule> gate = gate(root.required("gate"));
        LocatedYaml amounts = root.required("thresholds");
        Map<Segment, Thresholds> thresholds = thresholds(amounts.optional("segments"));
        Optional<String> note =
                amounts.only("note", "segments").optional("note").text();
        Optional<Timings> timings = timings(root.required("timings"));
        Map<String, Optional<Link>> links = links(base(root.required("base")), root.required("links"));
        Map<String, Topic> topics = topics(root.required("topics"), links);
        root.throwProblems();
        List<Link> shown = links.values().stream().flatMap(Optional::stream).toList();
        return new Handbook(profile, gate, thresholds, words, topics, shown, timings.orElseThrow(), note);
    }

    private static Vocabulary vocabulary(LocatedYaml vocabulary) {
        Map<Role, Word> words = new EnumMap<>(Role.class);
        LocatedYaml roles = vocabulary.only("roles").required("roles");
        roles.entriesAmong("a role", choices(List.of(Role.values()), Role::name))
                .forEach((role, word) -> {
                    word.only("label", "name");
                    words.put(
                            role,
                            new Word(
                                    word.required("label").words(),
                                    word.required("name").words()));
                });
        for (Role role : Role.values()) {
            roles.required(role.name());
        }
        return new Vocabulary(words);
    }

    private static Map<Stage, GateRule> gate(LocatedYaml gate) {
        Map<String, GateRule> rules = choices(List.of(GateRule.values()), GateRule::words);
        Map<Stage, GateRule> found = new EnumMap<>(Stage.class);
        gate.entriesAmong("a stage", choices(List.of(Stage.values()), Stage::label))
                .forEach((stage, rule) ->
                        rule.among("a rule of the gate", rules).ifPresent(known -> found.put(stage, known)));
        for (Stage stage : Stage.values()) {
            gate.required(stage.label());
        }
        return found;
    }

    private static Map<Segment, Thresholds> thresholds(LocatedYaml segments) {
        Map<Segment, Thresholds> found = new EnumMap<>(Segment.class);
        segments.entriesAmong("a segment", choices(List.of(Segment.values()), Segment::name))
                .forEach((segment, one) -> {
                    one.only("csm", "cse");
                    Thresholds both = new Thresholds(threshold(one.optional("csm")), threshold(one.optional("cse")));
                    boolean reversed = both.csm().cents().isPresent()
                            && both.cse().cents().orElse(-1)
                                    >= both.csm().cents().getAsLong();
                    if (reversed) {
                        one.optional("cse").problem("is not below csm, so that nobody would ever be sent to the pool");
                    }
                    found.put(segment, both);
                });
        return found;
    }

    private static Threshold threshold(LocatedYaml amount) {
        return amount.as("an amount of US dollars such as 100000 or 100k, or 'never'", HandbookYaml::threshold)
                .orElse(new Threshold.Unknown());
    }

    private static Optional<Threshold> threshold(String written) {
        if (written.equals("never")) {
            return Optional.of(new Threshold.Never());
        }
        Matcher match = DOLLARS.matcher(written);
        if (!match.matches()) {
            return Optional.empty();
        }
        String unit = Optional.ofNullable(match.group(2)).orElse("");
        long factor = unit.equals("k") ? 1_000 : unit.equals("M") ? 1_000_000 : 1;
        long dollars = Long.parseLong(Optional.ofNullable(match.group(1)).orElse("0")) * factor;
        return dollars > 1_000_000_000_000L ? Optional.empty() : Optional.of(new Threshold.Dollars(dollars * 100));
    }

    private static Optional<Timings> timings(LocatedYaml timings) {
        LocatedYaml request = timings.only("request").required("request").only("nudge", "escalate");
        Optional<Span> nudge = request.required("nudge").as(Span.EXAMPLES, Span::parse);
        LocatedYaml later = request.required("escalate");
        Optional<Span> escalate = later.as(Span.EXAMPLES, Span::parse);
        if (nudge.isEmpty() || escalate.isEmpty()) {
            return Optional.empty();
        }
        boolean comparable = nudge.get().unit() == escalate.get().unit();
        if (comparable && escalate.get().amount() <= nudge.get().amount()) {
            later.problemQuoting(escalate.get().toString(), "is not later than nudge, " + nudge.get());
        }
        return Optional.of(new Timings(nudge.get(), escalate.get()));
    }

    private static Optional<URI> base(LocatedYaml base) {
        return base.as(
                "an address such as https://handbook.example.com", written -> address(Optional.empty(), written));
    }

    /** A link without an address is kept as empty: topics may still name it, and nobody is shown it. */
    private static Map<String, Optional<Link>> links(Optional<URI> base, LocatedYaml links) {
        Map<String, Optional<Link>> found = new LinkedHashMap<>();
        links.entries().forEach((key, link) -> {
            link.only("text", "url", "access");
            String text = link.required("text").words();
            Link.Access access =
                    link.optional("access").among("an access", ACCESS).orElse(Link.Access.PUBLIC);
            Optional<URI> address = link.optional("url")
                    .as("an address: https://…, or /… below base", written -> address(base, written));
            found.put(key, address.map(uri -> new Link(key, text, uri, access)));
        });
        return found;
    }

    private static Optional<URI> address(Optional<URI> base, String written) {
        try {
            URI plain = URI.create(written);
            URI address =
                    base.isPresent() && written.startsWith("/") ? base.get().resolve(plain) : plain;
            boolean web = "https".equals(address.getScheme()) || "http".equals(address.getScheme());
            return web && address.getHost() != null ? Optional.of(address) : Optional.empty();
        } catch (IllegalArgumentException notAnAddress) {
            return Optional.empty();
        }
    }

    private static Map<String, Topic> topics(LocatedYaml topics, Map<String, Optional<Link>> links) {
        Map<String, Topic> found = new LinkedHashMap<>();
        topics.entries().forEach((key, topic) -> {
            if (!TOPIC_KEY.matcher(key).matches()) {
                topic.problem("is not a word to type after '/baton help': small letters and hyphens only");
            }
            topic.only("title", "text", "source", "links");
            List<Link> further = topic.optional("links").items().stream()
                    .flatMap(item -> item.among("a link of this file", links).flatMap(Function.identity()).stream())
                    .toList();
            String text = topic.required("text").words();
            String source = topic.required("source").words();
            found.put(key, new Topic(key, topic.required("title").words(), text, source, further));
        });
        return found;
    }

    private static <T> Map<String, T> choices(List<T> all, Function<T, String> name) {
        return all.stream().collect(Collectors.toMap(name, Function.identity(), (a, b) -> a, LinkedHashMap::new));
    }
}
