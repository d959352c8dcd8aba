package dev.baton.handbook;

/**
 * What can open the gate at a stage that asks for evidence. Which of them a handbook accepts, and in which words, is in its
 * file: {@link Handbook#gateReasons}.
 */
public enum GateReason {
    /**
     * A proof of value was completed, its results were presented on a day that is not in the future, and next steps were
     * agreed. All three are needed. Success is not: the handbook does not ask for it.
     */
    POV_COMPLETED,
    /** The requester says that the technical evaluation nears its end. */
    NEAR_END_STAGE_3,
    /** A Slack channel shared with the customer was created. */
    SHARED_CHANNEL,
    /** An issue project shared with the customer was created that will matter to the account for long. */
    SHARED_PROJECT,
    /** The SA asks for somebody's knowledge of a subject that is being talked about. */
    EXPERTISE
}
