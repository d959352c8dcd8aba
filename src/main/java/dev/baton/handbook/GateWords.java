package dev.baton.handbook;

/**
 * How the gate speaks. Clauses without a full stop, but for {@code early}.
 *
 * @param point completes "Ask …": when the right moment is, naming the stage
 * @param early a full sentence for whoever asks before that moment: what it would take, or that nothing helps
 * @param open said of a request that comes at the right moment
 * @param late said of a request that should have come before
 * @param afterSale said of a request that comes after the sale
 * @param nextSteps the second box of {@link GateReason#POV_COMPLETED}: "Next steps were agreed"
 * @param source where the gate stands: "handbook 001:40, 46-48"
 */
public record GateWords(
        String point, String early, String open, String late, String afterSale, String nextSteps, String source) {}
