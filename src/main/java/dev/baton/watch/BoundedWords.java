package dev.baton.watch;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Words of others that become labels. Each new value of a label is kept in memory for ever, here and in whoever collects it, so
 * only so many are taken, and none that looks like anything but a word.
 */
final class BoundedWords {
    private static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z0-9_.]{0,39}");
    private static final String OTHER = "other";

    private final int most;
    private final Set<String> known = ConcurrentHashMap.newKeySet();

    BoundedWords(int most) {
        this.most = most;
    }

    String bounded(String word) {
        if (known.contains(word)) {
            return word;
        }
        if (!WORD.matcher(word).matches() || known.size() >= most) {
            return OTHER;
        }
        known.add(word);
        return word;
    }
}
