package dev.baton.handbook;

import java.net.URI;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Reads what the handbook tells people, and the pages it points to. */
final class TopicsYaml {
    private static final Pattern TOPIC_KEY = Pattern.compile("[a-z][a-z-]*");
    private static final Map<String, Link.Access> ACCESS = HandbookYaml.choices(
            List.of(Link.Access.values()), access -> access.name().toLowerCase(Locale.ROOT));
    private static final int LONGEST_TITLE = 150;
    private static final int LONGEST_TEXT = 3000;
    /** It stands in a window beside the dates. */
    private static final int LONGEST_RULE = 1000;

    private TopicsYaml() {}

    static Optional<URI> base(LocatedYaml base) {
        return base.as(
                "an address such as https://handbook.example.com", written -> address(Optional.empty(), written));
    }

    /** A link without an address is kept as empty: topics may still name it, and nobody is shown it. */
    static Map<String, Optional<Link>> links(Optional<URI> base, LocatedYaml links) {
        Map<String, Optional<Link>> found = new LinkedHashMap<>();
        links.entries().forEach((key, link) -> {
            link.only("text", "url", "access", "older");
            String text = link.required("text").words(LONGEST_TITLE);
            Link.Access access =
                    link.optional("access").among("an access", ACCESS).orElse(Link.Access.PUBLIC);
            boolean older = link.optional("older")
                    .as("true or false", TopicsYaml::truth)
                    .orElse(false);
            Optional<URI> address = link.optional("url")
                    .as("an address: https://…, or /… below base", written -> address(base, written));
            found.put(key, address.map(uri -> new Link(key, text, uri, access, older)));
        });
        return found;
    }

    private static Optional<Boolean> truth(String written) {
        return switch (written) {
            case "true" -> Optional.of(true);
            case "false" -> Optional.of(false);
            default -> Optional.empty();
        };
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

    static Map<String, Topic> topics(LocatedYaml topics, Map<String, Optional<Link>> links) {
        Map<String, Topic> found = new LinkedHashMap<>();
        topics.entries().forEach((key, topic) -> {
            if (!TOPIC_KEY.matcher(key).matches()) {
                topic.problem("is not a word to type after '/baton help': small letters and hyphens only");
            }
            topic.only("title", "text", "source", "links");
            List<Link> further = further(topic, links);
            String text = topic.required("text").words(LONGEST_TEXT);
            String source = topic.required("source").words(LONGEST_TITLE);
            found.put(key, new Topic(key, topic.required("title").words(LONGEST_TITLE), text, source, further));
        });
        return found;
    }

    /** With words for every rule, or with problems noted. */
    static Map<Rule, RuleWords> rules(LocatedYaml rules, Map<String, Optional<Link>> links) {
        Map<Rule, RuleWords> found = new EnumMap<>(Rule.class);
        rules.entriesAmong("a rule", HandbookYaml.choices(List.of(Rule.values()), Rule::key))
                .forEach((rule, words) -> {
                    words.only("text", "source", "links");
                    String text = words.required("text").words(LONGEST_RULE);
                    String source = words.required("source").words(LONGEST_TITLE);
                    found.put(rule, new RuleWords(text, source, further(words, links)));
                });
        for (Rule rule : Rule.values()) {
            rules.required(rule.key());
        }
        return found;
    }

    private static List<Link> further(LocatedYaml place, Map<String, Optional<Link>> links) {
        return place.optional("links").items().stream()
                .flatMap(item -> item.among("a link of this file", links).flatMap(Function.identity()).stream())
                .toList();
    }
}
