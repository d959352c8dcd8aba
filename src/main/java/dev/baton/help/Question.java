package dev.baton.help;

import dev.baton.handbook.Spelling;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What somebody typed behind {@code /baton} or wrote to Baton.
 *
 * @param kind what is asked for
 * @param word the command or topic meant; for {@link Kind#UNKNOWN} what was typed
 * @param meant the nearest known word, when the one typed is not known
 */
record Question(Kind kind, String word, Optional<String> meant) {

    /** What is asked for. */
    enum Kind {
        /** What can one do here? */
        OVERVIEW,
        /** What does the handbook say? */
        TOPIC,
        /** A command of a feature. */
        COMMAND,
        UNKNOWN
    }

    /** Always there, whatever the handbook holds: every page it points to. */
    static final String LINKS = "links";

    private static final int LONGEST = 200;

    /** Reads what was typed behind {@code /baton}. */
    static Question typed(String text, Collection<String> commands, Collection<String> topics) {
        String start = text.strip().substring(0, Math.min(LONGEST, text.strip().length()));
        String[] words = start.toLowerCase(Locale.ROOT).split("\\s+", 3);
        String first = words[0];
        if (first.isEmpty() || (first.equals("help") && words.length == 1)) {
            return new Question(Kind.OVERVIEW, "", Optional.empty());
        }
        if (first.equals("help")) {
            return topic(words[1], topics);
        }
        if (commands.contains(first)) {
            return new Question(Kind.COMMAND, first, Optional.empty());
        }
        if (topics.contains(first) || first.equals(LINKS)) {
            return topic(first, topics);
        }
        List<String> known = new ArrayList<>(commands);
        known.addAll(topics);
        known.add("help");
        return new Question(Kind.UNKNOWN, first, Spelling.nearest(first, known));
    }

    /** Reads a message to Baton: a topic if it names one, else help. Nothing is "unknown" in a conversation. */
    static Question said(String message, Collection<String> topics) {
        String plain = message.replaceAll("<@[^>]*>", " ").strip();
        Question question = typed(plain, List.of(), topics);
        return question.kind == Kind.UNKNOWN ? new Question(Kind.OVERVIEW, "", Optional.empty()) : question;
    }

    private static Question topic(String word, Collection<String> topics) {
        boolean known = topics.contains(word) || word.equals(LINKS);
        return new Question(Kind.TOPIC, word, known ? Optional.empty() : Spelling.nearest(word, topics));
    }
}
