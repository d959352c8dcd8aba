package dev.baton.request;

import dev.baton.account.Names;
import dev.baton.account.Refusal;
import dev.baton.account.Roster;
import dev.baton.account.SalesforceId;
import dev.baton.handbook.Role;
import dev.baton.notice.Owed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A request for a CSM. It goes to the manager of the account's region and never to a CSM, so that the workload stays
 * balanced (handbook 001:60).
 *
 * @param number shown as {@code REQ-1}
 * @param requester who asked; hears of every step
 * @param manager whom it was routed to
 * @param preferredCsm a wish, never a route
 * @param csm who got it
 * @param settledBy who answered for good
 * @param answer the manager's note
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
        Optional<String> preferredCsm,
        Optional<String> notes,
        Optional<String> csm,
        Optional<String> settledBy,
        Optional<String> answer,
        Instant submittedAt,
        long version) {

    static final String CARD = "request.card";
    static final String RECEIPT = "request.receipt";
    static final String LINE = "request.line";
    static final String ASSIGNED = "request.assigned";
    static final String ASSIGNED_LINE = "request.assigned.line";

    /**
     * What a decision leads to.
     *
     * @param next the request afterwards
     * @param owed who is to be told, and as what
     * @param event for history
     * @param detail for history; ids, no names
     */
    record Step(CsmRequest next, List<Owed> owed, String event, String detail) {}

    /** What a request is made of once the gate and the thresholds have spoken. */
    record Draft(
            SalesforceId account,
            SalesforceId opportunity,
            String requester,
            Qualified qualified,
            Admission admission,
            String manager,
            Optional<String> preferredCsm,
            Optional<String> notes) {}

    /** The manager gets the card, the requester a receipt, a linked channel one line. */
    static Step submit(long number, Draft draft, Optional<String> channel, Instant now) {
        CsmRequest request = new CsmRequest(
                number,
                draft.account,
                draft.opportunity,
                draft.requester,
                RequestState.ROUTED,
                draft.qualified,
                draft.admission,
                draft.manager,
                draft.preferredCsm,
                draft.notes,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                now,
                0);
        List<Owed> owed = new ArrayList<>();
        owed.add(Owed.now(CARD, request.subject(), draft.manager, now));
        owed.add(Owed.now(RECEIPT, request.subject(), draft.requester, now));
        channel.ifPresent(id -> owed.add(Owed.now(LINE, request.subject(), id, now)));
        return new Step(request, owed, "request.submitted", request.label() + " to " + draft.manager);
    }

    /**
     * The CSM, the SA, the account executive and whoever asked are told, and a linked channel.
     *
     * @param team by role, for those concerned
     * @throws Refusal when it is settled already, naming who has it
     */
    Step assign(
            String by,
            String newCsm,
            Optional<String> note,
            Map<Role, String> team,
            Optional<String> channel,
            Roster roster,
            Instant now) {
        refuseIfSettled(roster);
        CsmRequest assigned = new CsmRequest(
                number,
                account,
                opportunity,
                requester,
                RequestState.ASSIGNED,
                qualified,
                admission,
                manager,
                preferredCsm,
                notes,
                Optional.of(newCsm),
                Optional.of(by),
                note,
                submittedAt,
                version + 1);
        List<Owed> owed = new ArrayList<>();
        concerned(newCsm, team).forEach(person -> owed.add(Owed.now(ASSIGNED, subject(), person, now)));
        channel.ifPresent(id -> owed.add(Owed.now(ASSIGNED_LINE, subject(), id, now)));
        return new Step(assigned, owed, "request.assigned", label() + " to " + newCsm);
    }

    /** Whoever presses a button of a settled request learns who has it. */
    void refuseIfSettled(Roster roster) {
        if (state == RequestState.ASSIGNED) {
            throw new Refusal(label() + " is already assigned to "
                    + csm.map(id -> Names.of(id, roster)).orElse("somebody")
                    + settledBy.map(id -> " (by " + Names.of(id, roster) + ")").orElse("") + ". Nothing was changed.");
        }
        if (!state.open()) {
            throw new Refusal(label() + " is " + state.words() + " already. Nothing was changed.");
        }
    }

    private Set<String> concerned(String newCsm, Map<Role, String> team) {
        Set<String> people = new LinkedHashSet<>();
        people.add(newCsm);
        for (Role role : List.of(Role.SA, Role.SAE, Role.AE, Role.SMB_ADVOCATE)) {
            Optional.ofNullable(team.get(role)).ifPresent(people::add);
        }
        people.add(requester);
        return people;
    }

    String label() {
        return "REQ-" + number;
    }

    /** What notices, touches and history call it. */
    String subject() {
        return subject(number);
    }

    static String subject(long number) {
        return "request:" + number;
    }
}
