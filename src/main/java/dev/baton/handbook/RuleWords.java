package dev.baton.handbook;

import java.util.List;

/**
 * What the handbook says of a rule.
 *
 * @param text plain sentences, without markup
 * @param source where it stands, such as "handbook 004:144"
 * @param links pages to read on
 */
public record RuleWords(String text, String source, List<Link> links) {
    public RuleWords {
        links = List.copyOf(links);
    }
}
