package dev.baton.card;

import dev.baton.account.Names;
import dev.baton.account.SalesforceId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a search for an account came to.
 *
 * @param typed what was searched; empty when the asker's own accounts are shown
 * @param hits the best first
 * @param more there are others that did not fit
 * @param complaint what is wrong with what was typed, when it is a link that leads nowhere
 * @param mayAdd the asker may add an account that is missing
 */
record Found(String typed, List<Hit> hits, boolean more, Optional<String> complaint, boolean mayAdd) {
    /** As many as a person looks through without scrolling twice. */
    static final int MOST = 15;

    /**
     * One account.
     *
     * @param name as the asker may read it
     * @param about segment, region and who is the CSM, in plain words
     */
    record Hit(SalesforceId id, String name, String about) {}

    /** Those of two searches together, the exact name first, then names that begin so, then the rest. */
    static Found of(String typed, Stream<Hit> all, boolean mayAdd) {
        String folded = Names.folded(typed);
        List<Hit> sorted = all.sorted(Comparator.comparingInt((Hit hit) -> rank(hit, folded))
                        .thenComparing(hit -> Names.folded(hit.name))
                        .thenComparing(hit -> hit.id.value15()))
                .toList();
        List<Hit> shown = sorted.subList(0, Math.min(MOST, sorted.size()));
        return new Found(typed, shown, sorted.size() > MOST, Optional.empty(), mayAdd);
    }

    /** The account that was meant without doubt: the only one found, or the only one of exactly that name. */
    Optional<SalesforceId> single() {
        if (typed.isEmpty()) {
            return Optional.empty();
        }
        String folded = Names.folded(typed);
        List<Hit> exact = hits.stream()
                .filter(hit -> Names.folded(hit.name).equals(folded))
                .toList();
        List<Hit> meant = exact.isEmpty() ? hits : exact;
        return meant.size() == 1 && (!more || !exact.isEmpty()) ? Optional.of(meant.get(0).id) : Optional.empty();
    }

    /** What was looked for is not here; a link that leads nowhere was not looked for. */
    boolean nothing() {
        return hits.isEmpty() && !typed.isEmpty() && complaint.isEmpty();
    }

    private static int rank(Hit hit, String folded) {
        String name = Names.folded(hit.name);
        return name.equals(folded) ? 0 : name.startsWith(folded) ? 1 : 2;
    }
}
