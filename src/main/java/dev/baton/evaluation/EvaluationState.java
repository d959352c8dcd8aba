package dev.baton.evaluation;

/** Where a completed evaluation stands. */
enum EvaluationState {
    /** The stage is to be moved, or something to be seen to. */
    OPEN,
    /** All is done. */
    DONE,
    /** The deal ended, or went back: nothing of it is asked any more. */
    ENDED
}
