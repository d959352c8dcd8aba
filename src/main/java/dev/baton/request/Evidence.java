package dev.baton.request;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What the requester says about the technical evaluation, when the stage alone does not open the gate.
 *
 * @param povCompleted a proof of value has been completed; it need not have succeeded
 * @param nextStepsAgreed next steps were agreed with the customer
 * @param nearEnd the technical evaluation nears its end
 * @param presentedOn the day the results were presented
 */
record Evidence(boolean povCompleted, boolean nextStepsAgreed, boolean nearEnd, Optional<LocalDate> presentedOn) {
    static final Evidence NONE = new Evidence(false, false, false, Optional.empty());
}
