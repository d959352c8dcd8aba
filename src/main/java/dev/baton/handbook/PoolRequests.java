package dev.baton.handbook;

import java.util.List;

/**
 * What asking the pool for help is bound to.
 *
 * @param requestMin from which ARR on help can be asked for
 * @param nudge how long the pool may leave a request alone before being reminded
 * @param followUp until when the customer should have heard from the pool
 * @param painPoints how many characters the description may have
 * @param interventions the kinds of help to choose from, as they are shown
 */
public record PoolRequests(
        Threshold requestMin, Span nudge, Span followUp, int painPoints, List<String> interventions) {
    public PoolRequests {
        interventions = List.copyOf(interventions);
    }
}
