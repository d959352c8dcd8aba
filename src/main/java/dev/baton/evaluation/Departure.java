package dev.baton.evaluation;

import dev.baton.account.Opportunity;
import java.util.List;

/**
 * How an account's opportunities leave stage 3, as one viewer of its card sees it.
 *
 * @param completable the evaluations this viewer may mark complete
 * @param open those in which something is left to do; empty for who may not know
 */
record Departure(List<Opportunity> completable, List<EvaluationView> open) {}
