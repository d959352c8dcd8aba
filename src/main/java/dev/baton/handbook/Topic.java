package dev.baton.handbook;

import java.util.List;

/**
 * What the handbook tells people about one matter, in a few sentences.
 *
 * @param key the word after {@code /baton help}
 * @param text plain sentences, without markup
 * @param source where it stands: "handbook 001:46", that is, line 46 of the page numbered 001
 * @param links pages to read on
 */
public record Topic(String key, String title, String text, String source, List<Link> links) {
    public Topic {
        links = List.copyOf(links);
    }
}
