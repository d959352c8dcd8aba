package dev.baton.handbook;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the word somebody probably meant. */
public final class Spelling {
    private static final int FARTHEST = 2;
    private static final int LONGEST = 64;

    private Spelling() {}

    /** The nearest of the words that is at most two slips away; empty if none is, or if all of it would be slips. */
    public static Optional<String> nearest(String written, Collection<String> words) {
        if (written.length() > LONGEST) {
            return Optional.empty();
        }
        return words.stream()
                .filter(word -> slips(written, word) <= Math.min(FARTHEST, written.length() - 1))
                .min(Comparator.comparingInt(word -> slips(written, word)));
    }

    /** How many letters have to be added, left out, replaced or swapped with their neighbour; case does not count. */
    private static int slips(String one, String other) {
        String a = one.toLowerCase(Locale.ROOT);
        String b = other.toLowerCase(Locale.ROOT);
        int[][] slips = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                slips[i][j] = i == 0 || j == 0 ? i + j : next(slips, a, b, i, j);
            }
        }
        return slips[a.length()][b.length()];
    }

    private static int next(int[][] slips, String a, String b, int i, int j) {
        boolean same = a.charAt(i - 1) == b.charAt(j - 1);
        int least = Math.min(slips[i - 1][j] + 1, slips[i][j - 1] + 1);
        least = Math.min(least, slips[i - 1][j - 1] + (same ? 0 : 1));
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(least, slips[i - 2][j - 2] + 1) : least;
    }
}
