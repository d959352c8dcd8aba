package dev.baton.request;

import dev.baton.account.Opportunity;
import dev.baton.account.Refusal;
import dev.baton.account.Roster;
import dev.baton.account.Routing;
import dev.baton.handbook.Handbook;
import dev.baton.handbook.Qualification;
import dev.baton.handbook.Role;
import dev.baton.notice.Owed;
import dev.baton.request.CsmRequest.Settlement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What may happen to a request, each as a pure step: the request afterwards, who is told, what is no longer owed. A step that
 * is not possible is a refusal.
 */
final class RequestSteps {
    private static final List<Role> TOLD = List.of(Role.SA, Role.SERVICING_SA, Role.SAE, Role.AE, Role.SMB_ADVOCATE);

    private final Roster roster;
    private final Nudging nudging;

    RequestSteps(Handbook handbook, Roster roster) {
        this.roster = roster;
        nudging = new Nudging(handbook, roster);
    }

    /**
     * What a decision leads to.
     *
     * @param owed who is to be told, and as what
     * @param withdrawn keys of what is no longer owed
     * @param event for history
     * @param detail for history; ids, no names
     */
    record Step(CsmRequest next, List<Owed> owed, List<String> withdrawn, String event, String detail) {}

    /** Who is around an account: its team by role, and its channel where one is linked. */
    record Around(Map<Role, String> team, Optional<String> channel, Routing routing) {}

    /** The manager gets the card, the requester a receipt, a linked channel one line; administrators hear of a hole. */
    Step submit(CsmRequest request, Around around, Instant now) {
        List<Owed> owed = new ArrayList<>();
        owed.add(Owed.now(RequestKinds.CARD, request.subject(), request.manager(), now));
        owed.add(Owed.now(RequestKinds.RECEIPT, request.subject(), request.requester(), now));
        around.channel.ifPresent(id -> owed.add(Owed.now(RequestKinds.LINE, request.subject(), id, now)));
        owed.addAll(nudging.ofManager(request, around.routing, now));
        if (request.byDefault()) {
            owed.addAll(hole(request, now));
        }
        return new Step(request, owed, List.of(), "request.submitted", request.label() + " to " + request.manager());
    }

    /** The manager asks; until the answer comes it is the requester who is reminded. */
    Step ask(CsmRequest request, long remark, Instant now) {
        request.refuseIfSettled(roster);
        List<Owed> owed = List.of(
                Owed.now(RequestKinds.QUESTION, Remark.subject(remark), request.requester(), now),
                nudging.ofRequester(request, remark, now));
        return new Step(request.spokenOf(), owed, Nudging.managerKeys(request), "request.asked", request.label());
    }

    /** The answer goes to who asked; it is the manager's turn again. */
    Step answer(CsmRequest request, Remark question, Around around, Instant now) {
        request.refuseIfSettled(roster);
        if (!question.open()) {
            throw new Refusal("This question is answered already. Nothing was changed.");
        }
        List<Owed> owed = new ArrayList<>();
        Stream.of(question.author(), request.manager())
                .distinct()
                .forEach(person -> owed.add(Owed.now(RequestKinds.ANSWER, question.subject(), person, now)));
        owed.addAll(nudging.ofManager(request, around.routing, now));
        return new Step(
                request.spokenOf(),
                owed,
                List.of(Nudging.questionKey(question.id())),
                "request.answered",
                request.label());
    }

    /** The requester changed facts or wishes; the manager hears what. */
    Step edit(CsmRequest changed, long remark, String what, Instant now) {
        changed.refuseIfSettled(roster);
        List<Owed> owed = List.of(Owed.now(RequestKinds.EDITED, Remark.subject(remark), changed.manager(), now));
        return new Step(changed, owed, List.of(), "request.edited", changed.label() + " " + what);
    }

    /** The manager's word stands above the thresholds; the requester hears it. */
    Step override(CsmRequest request, Qualification result, String by, String reason, long remark, Instant now) {
        request.refuseIfSettled(roster);
        if (result == Qualification.UNKNOWN) {
            throw Refusal.at(AnswerScreens.RESULT, "Choose what the account qualifies for.");
        }
        Qualified overridden = request.qualified().overridden(result, by, reason);
        CsmRequest next = request.changed(overridden, request.admission(), request.wish());
        List<Owed> owed = List.of(Owed.now(RequestKinds.OVERRIDDEN, Remark.subject(remark), request.requester(), now));
        return new Step(next, owed, List.of(), "request.overridden", request.label() + " " + result);
    }

    /** The CSM, the SA, the account executive and whoever asked are told, and a linked channel. */
    Step assign(CsmRequest request, String by, String csm, Optional<String> note, Around around, Instant now) {
        request.refuseIfSettled(roster);
        if (!request.qualified().assignable()) {
            throw new Refusal(request.label() + " is below the threshold. Press \"Override qualification\" first, "
                    + "or answer otherwise.");
        }
        CsmRequest next = request.settled(RequestState.ASSIGNED, new Settlement(by, Optional.of(csm), note));
        List<Owed> owed = new ArrayList<>();
        concerned(next, csm, around.team)
                .forEach(person -> owed.add(Owed.now(RequestKinds.ASSIGNED, next.subject(), person, now)));
        around.channel.ifPresent(id -> owed.add(Owed.now(RequestKinds.ASSIGNED_LINE, next.subject(), id, now)));
        return new Step(next, owed, settledKeys(next), "request.assigned", next.label() + " to " + csm);
    }

    /** Another CSM; the one before, the new one and everybody concerned are told why. */
    Step reassign(CsmRequest request, String by, String csm, String reason, Around around, long remark, Instant now) {
        String before = request.csm()
                .orElseThrow(() -> new Refusal(request.label() + " is "
                        + request.state().words() + ", so there is " + "nobody to take it from."));
        if (before.equals(csm)) {
            throw Refusal.at(AssignScreens.CSM, "That is who has it now. Choose somebody else.");
        }
        CsmRequest next =
                request.settled(RequestState.ASSIGNED, new Settlement(by, Optional.of(csm), Optional.of(reason)));
        Set<String> told = concerned(next, csm, around.team);
        told.add(before);
        List<Owed> owed = told.stream()
                .map(person -> Owed.now(RequestKinds.REASSIGNED, Remark.subject(remark), person, now))
                .toList();
        return new Step(next, owed, List.of(), "request.reassigned", next.label() + " " + before + " → " + csm);
    }

    /** No, and why; the requester may correct it and send it again. */
    Step decline(CsmRequest request, String by, String reason, Instant now) {
        request.refuseIfSettled(roster);
        CsmRequest next =
                request.settled(RequestState.DECLINED, new Settlement(by, Optional.empty(), Optional.of(reason)));
        List<Owed> owed = List.of(Owed.now(RequestKinds.DECLINED, next.subject(), next.requester(), now));
        return new Step(next, owed, settledKeys(next), "request.declined", next.label());
    }

    /** The pool serves the account (handbook 001:23); how to ask it is told to the requester. */
    Step redirect(CsmRequest request, String by, Optional<String> words, Instant now) {
        request.refuseIfSettled(roster);
        CsmRequest next = request.settled(RequestState.REDIRECTED_CSE, new Settlement(by, Optional.empty(), words));
        List<Owed> owed = List.of(Owed.now(RequestKinds.REDIRECTED, next.subject(), next.requester(), now));
        return new Step(next, owed, settledKeys(next), "request.redirected", next.label());
    }

    /** No longer needed; the manager hears it. */
    Step withdraw(CsmRequest request, String by, Instant now) {
        request.refuseIfSettled(roster);
        CsmRequest next =
                request.settled(RequestState.WITHDRAWN, new Settlement(by, Optional.empty(), Optional.empty()));
        List<Owed> owed = List.of(Owed.now(RequestKinds.WITHDRAWN, next.subject(), next.manager(), now));
        return new Step(next, owed, settledKeys(next), "request.withdrawn", next.label());
    }

    /** The deal ended without a sale, so nobody is needed; both sides hear it, except who ended it. */
    Step dealLost(CsmRequest request, String by, Opportunity deal, Instant now) {
        String why = "Deal lost: " + deal.stage().label() + ".";
        CsmRequest next =
                request.settled(RequestState.WITHDRAWN, new Settlement(by, Optional.empty(), Optional.of(why)));
        List<Owed> owed = Stream.of(next.manager(), next.requester())
                .distinct()
                .filter(person -> !person.equals(by))
                .map(person -> Owed.now(RequestKinds.DEAL_LOST, next.subject(), person, now))
                .toList();
        return new Step(next, owed, settledKeys(next), "request.withdrawn", next.label() + ". " + why);
    }

    /** Another manager keeps the account's region now; empty when the request lies where it belongs. */
    Optional<Step> reroute(CsmRequest request, Routing routing, Instant now) {
        boolean moved = !request.manager().equals(routing.manager());
        if (!request.state().open() || (!moved && request.byDefault() == routing.byDefault())) {
            return Optional.empty();
        }
        CsmRequest next = request.routed(routing.manager(), routing.byDefault());
        List<Owed> owed = new ArrayList<>();
        if (moved) {
            owed.add(Owed.now(RequestKinds.CARD, next.subject(), next.manager(), now));
            owed.add(Owed.now(RequestKinds.REROUTED, next.subject(), next.requester(), now)
                    .each(next.manager()));
            owed.addAll(nudging.ofManager(next, routing, now));
        }
        if (next.byDefault() && !request.byDefault()) {
            owed.addAll(hole(next, now));
        }
        return Optional.of(
                new Step(next, owed, List.of(), "request.rerouted", request.manager() + " → " + next.manager()));
    }

    /** Whoever asked has left; the successor hears how it stands, and is asked what is still to be answered. */
    Step handOn(CsmRequest request, String successor, List<Remark> remarks, Instant now) {
        request.refuseIfSettled(roster);
        CsmRequest next = request.askedBy(successor);
        List<Owed> owed = new ArrayList<>();
        owed.add(Owed.now(RequestKinds.RECEIPT, next.subject(), successor, now));
        remarks.stream().filter(Remark::open).forEach(question -> {
            owed.add(Owed.now(RequestKinds.QUESTION, question.subject(), successor, now));
            owed.add(nudging.ofRequester(next, question.id(), now));
        });
        String whose = request.requester() + " → " + successor;
        return new Step(next, owed, List.of(), "request.handed", next.label() + ": " + whose);
    }

    /** Another CSM without a request; who is told is told by whoever did it. */
    Step followed(CsmRequest request, String by, String csm) {
        Optional<String> words = request.settlement().flatMap(Settlement::words);
        CsmRequest next = request.settled(RequestState.ASSIGNED, new Settlement(by, Optional.of(csm), words));
        String whose = request.csm().map(before -> before + " → ").orElse("") + csm;
        return new Step(next, List.of(), List.of(), "request.reassigned", next.label() + " " + whose);
    }

    /** Facts changed elsewhere; decided anew, without a word when the result is the same. */
    Optional<Step> requalify(CsmRequest request, Qualified anew) {
        if (!request.state().open() || request.qualified().equals(anew)) {
            return Optional.empty();
        }
        CsmRequest next = request.changed(anew, request.admission(), request.wish());
        return Optional.of(new Step(
                next, List.of(), List.of(), "request.requalified", anew.result().name()));
    }

    private List<Owed> hole(CsmRequest request, Instant now) {
        return roster.with(Role.ADMIN).stream()
                .map(admin -> Owed.now(RequestKinds.HOLE, request.subject(), admin.slackId(), now))
                .toList();
    }

    private static List<String> settledKeys(CsmRequest request) {
        return Nudging.managerKeys(request);
    }

    private static Set<String> concerned(CsmRequest request, String csm, Map<Role, String> team) {
        Set<String> people = new LinkedHashSet<>();
        people.add(csm);
        TOLD.forEach(role -> Optional.ofNullable(team.get(role)).ifPresent(people::add));
        people.add(request.requester());
        return people;
    }
}
