package dev.baton.request;

import dev.baton.handbook.GateReason;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * What the requester says, when the stage alone does not open the gate.
 *
 * @param ticked the reasons claimed
 * @param nextStepsAgreed next steps were agreed with the customer
 * @param presentedOn the day the results of the proof of value were presented
 */
record Evidence(Set<GateReason> ticked, boolean nextStepsAgreed, Optional<LocalDate> presentedOn) {
    static final Evidence NONE = new Evidence(Set.of(), false, Optional.empty());
}
