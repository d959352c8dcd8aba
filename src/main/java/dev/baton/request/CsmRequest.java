package dev.baton.request;

import dev.baton.account.Names;
import dev.baton.account.Refusal;
import dev.baton.account.Roster;
import dev.baton.account.SalesforceId;
import java.time.Instant;
import java.util.Optional;

/**
 * A request for a CSM. It goes to the manager of the account's region and never to a CSM, so that the workload stays
 * balanced (handbook 001:60). What may happen to it is in {@link RequestSteps}.
 *
 * @param number shown as {@code REQ-1}
 * @param requester who asked; hears of every step
 * @param manager whom it was routed to
 * @param byDefault nobody keeps the region, so the default manager has it
 * @param settlement how it ended
 * @param version goes up with each change
 */
record CsmRequest(
        long number,
        SalesforceId account,
        SalesforceId opportunity,
        String requester,
        RequestState state,
        Qualified qualified,
        Admission admission,
        String manager,
        boolean byDefault,
        Wish wish,
        Optional<Settlement> settlement,
        Instant submittedAt,
        long version) {

    /**
     * What the requester adds to the facts.
     *
     * @param preferredCsm a wish, never a route
     * @param anyway why it should go to the manager although the account does not qualify
     */
    record Wish(Optional<String> preferredCsm, Optional<String> notes, Optional<String> anyway) {}

    /**
     * How a request ended.
     *
     * @param by who answered for good
     * @param csm who got it, when it was assigned
     * @param words the note or the reason
     */
    record Settlement(String by, Optional<String> csm, Optional<String> words) {}

    CsmRequest settled(RequestState newState, Settlement how) {
        return new CsmRequest(
                number,
                account,
                opportunity,
                requester,
                newState,
                qualified,
                admission,
                manager,
                byDefault,
                wish,
                Optional.of(how),
                submittedAt,
                version + 1);
    }

    CsmRequest changed(Qualified newQualified, Admission newAdmission, Wish newWish) {
        return new CsmRequest(
                number,
                account,
                opportunity,
                requester,
                state,
                newQualified,
                newAdmission,
                manager,
                byDefault,
                newWish,
                settlement,
                submittedAt,
                version + 1);
    }

    /** Somebody else asks for it now. */
    CsmRequest askedBy(String successor) {
        return new CsmRequest(
                number,
                account,
                opportunity,
                successor,
                state,
                qualified,
                admission,
                manager,
                byDefault,
                wish,
                settlement,
                submittedAt,
                version + 1);
    }

    /** A question or an answer came: whoever read it before reads something else now. */
    CsmRequest spokenOf() {
        return changed(qualified, admission, wish);
    }

    CsmRequest routed(String newManager, boolean newByDefault) {
        return new CsmRequest(
                number,
                account,
                opportunity,
                requester,
                state,
                qualified,
                admission,
                newManager,
                newByDefault,
                wish,
                settlement,
                submittedAt,
                version + 1);
    }

    /** The CSM who got it. */
    Optional<String> csm() {
        return settlement.flatMap(Settlement::csm);
    }

    /** Whoever presses a button of a settled request learns who has it. */
    void refuseIfSettled(Roster roster) {
        if (state.open()) {
            return;
        }
        throw new Refusal(label() + " is already " + outcome(roster) + ". Nothing was changed.");
    }

    /** How it ended, in a clause: {@code assigned to Cleo by Maya}. */
    String outcome(Roster roster) {
        return outcome(csm().map(id -> Names.of(id, roster)), roster);
    }

    /** The same, where it is said to whom it went. */
    String outcome(Optional<String> whom, Roster roster) {
        String to = whom.map(words -> " to " + words).orElse("");
        String by = settlement.map(how -> " by " + Names.of(how.by(), roster)).orElse("");
        return state.words() + to + by;
    }

    String label() {
        return "REQ-" + number;
    }

    /** What notices, touches and history call it. */
    String subject() {
        return "request:" + number;
    }
}
