package dev.baton.request;

import dev.baton.account.Account;
import dev.baton.account.AccountStore;
import dev.baton.account.Accounts;
import dev.baton.account.Act;
import dev.baton.account.Acts;
import dev.baton.account.Composition;
import dev.baton.account.Names;
import dev.baton.account.People;
import dev.baton.account.Person;
import dev.baton.account.Refusal;
import dev.baton.account.Roster;
import dev.baton.handbook.Handbook;
import dev.baton.handbook.Qualification;
import dev.baton.handbook.Role;
import dev.baton.request.RequestSteps.Step;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The manager's side: every answer a request can get. One transaction and one now each. */
final class AnswerDesk {
    static final String ASSIGN = "request.assign";
    static final String ASK = "request.ask";
    static final String DECLINE = "request.decline";
    static final String REDIRECT = "request.redirect";
    static final String OVERRIDE = "request.override";
    static final String REASSIGN = "request.reassign";

    private final Acts acts;
    private final Handbook handbook;
    private final People people;
    private final Roster roster;
    private final Accounts accounts;
    private final AccountStore loads;
    private final FilingDesk filing;
    private final RequestSteps steps;
    private final List<RequestFeature.OnAssigned> onAssigned = new ArrayList<>();
    private final List<RequestFeature.OnRedirected> onRedirected = new ArrayList<>();

    AnswerDesk(Acts acts, Handbook handbook, People people, Accounts accounts, AccountStore loads, FilingDesk filing) {
        this.acts = acts;
        this.handbook = handbook;
        this.people = people;
        roster = people.roster();
        this.accounts = accounts;
        this.loads = loads;
        this.filing = filing;
        steps = new RequestSteps(handbook, roster);
    }

    void onAssigned(RequestFeature.OnAssigned reaction) {
        onAssigned.add(reaction);
    }

    void onRedirected(RequestFeature.OnRedirected reaction) {
        onRedirected.add(reaction);
    }

    /** A request that this person may answer so, and that still waits for an answer. */
    RequestView open(String person, String action, long number) {
        return acts.read(read -> {
            CsmRequest request = filing.permitted(read, action, person, number);
            request.refuseIfSettled(roster);
            return filing.view(read, request);
        });
    }

    /** What the picker shows: the request, and every CSM with what they carry. */
    AssignPicker picker(String person, long number) {
        return acts.read(read -> {
            CsmRequest request = filing.permitted(read, ASSIGN, person, number);
            request.refuseIfSettled(roster);
            if (!request.qualified().assignable()) {
                throw new Refusal(request.label() + " is below the threshold. Press \"Override qualification\" first.");
            }
            return among(read, request);
        });
    }

    /** The same, to take an assigned request from one CSM to another. */
    AssignPicker repicker(String person, long number) {
        return acts.read(read -> {
            CsmRequest request = filing.permitted(read, REASSIGN, person, number);
            return among(read, request);
        });
    }

    private AssignPicker among(Handle read, CsmRequest request) {
        Instant now = acts.now();
        return AssignPicker.of(
                filing.view(read, request),
                loads.loads(read),
                csm -> people.awayUntil(read, csm, now),
                csm -> people.active(read, csm));
    }

    /** Assigns a CSM; the answer is the CSM. */
    String assign(String by, String gesture, long number, String csm, Optional<String> note) {
        return acts.once(by, gesture, "modal", act -> {
            CsmRequest request = filing.permitted(act.handle(), ASSIGN, by, number);
            refuseUnlessCsm(act.handle(), csm);
            refuseIfServed(act.handle(), request);
            Step step = steps.assign(request, by, csm, note, filing.around(act.handle(), request), act.now());
            filing.advance(act, step);
            serve(act, step.next(), csm);
            return csm;
        });
    }

    /** Takes an assigned request to another CSM. */
    String reassign(String by, String gesture, long number, String csm, String reason) {
        return acts.once(by, gesture, "modal", act -> {
            CsmRequest request = filing.permitted(act.handle(), REASSIGN, by, number);
            refuseUnlessCsm(act.handle(), csm);
            long remark = filing.remark(act, request, Remark.Kind.REASSIGNED, reason);
            Step step =
                    steps.reassign(request, by, csm, reason, filing.around(act.handle(), request), remark, act.now());
            filing.advance(act, step);
            serve(act, step.next(), csm);
            return csm;
        });
    }

    String ask(String by, String gesture, long number, String question) {
        return acts.once(by, gesture, "modal", act -> {
            CsmRequest request = filing.permitted(act.handle(), ASK, by, number);
            request.refuseIfSettled(roster);
            long remark = filing.remark(act, request, Remark.Kind.QUESTION, question);
            filing.advance(act, steps.ask(request, remark, act.now()));
            return request.label();
        });
    }

    String decline(String by, String gesture, long number, String reason) {
        return acts.once(by, gesture, "modal", act -> {
            CsmRequest request = filing.permitted(act.handle(), DECLINE, by, number);
            filing.advance(act, steps.decline(request, by, reason, act.now()));
            return request.label();
        });
    }

    /** The pool serves the account from now on (handbook 001:23). */
    String redirect(String by, String gesture, long number, Optional<String> words) {
        return acts.once(by, gesture, "modal", act -> {
            CsmRequest request = filing.permitted(act.handle(), REDIRECT, by, number);
            request.refuseIfSettled(roster);
            refuseIfServed(act.handle(), request);
            filing.advance(act, steps.redirect(request, by, words, act.now()));
            Account account = account(act.handle(), request).withCsm(Account.SCALE);
            accounts.save(act, account);
            onRedirected.forEach(reaction -> reaction.redirected(act, account, by));
            return request.label();
        });
    }

    String override(String by, String gesture, long number, Qualification result, String reason) {
        return acts.once(by, gesture, "modal", act -> {
            CsmRequest request = filing.permitted(act.handle(), OVERRIDE, by, number);
            request.refuseIfSettled(roster);
            String words = handbook.words().qualified(result) + ". " + reason;
            long remark = filing.remark(act, request, Remark.Kind.OVERRIDDEN, words);
            filing.advance(act, steps.override(request, result, by, reason, remark, act.now()));
            return request.label();
        });
    }

    private void serve(Act act, CsmRequest request, String csm) {
        Account account = account(act.handle(), request).withCsm(csm);
        accounts.save(act, account);
        accounts.staff(act, account.id(), Role.CSM, csm);
        Optional<String> sa = Composition.sa(accounts.team(act.handle(), account.id()))
                .or(() -> Optional.of(request.requester())
                        .filter(person -> roster.person(person)
                                .filter(each -> each.has(Role.SA))
                                .isPresent()));
        onAssigned.forEach(reaction -> reaction.assigned(act, account, csm, sa));
    }

    /**
     * Another deal of the account may have brought a CSM meanwhile; who it is changes by reassigning alone. If it was this very
     * request, answered since it was read, the request itself says so.
     */
    private void refuseIfServed(Handle read, CsmRequest request) {
        account(read, request)
                .csmPerson()
                .filter(person -> request.state().open())
                .ifPresent(person -> {
                    filing.existing(read, request.number()).refuseIfSettled(roster);
                    String name = Names.of(person, roster);
                    throw new Refusal(name + " is the " + handbook.words().csm()
                            + " of this account already. Reassign the request " + "that brought " + name
                            + ", or decline " + request.label() + ".");
                });
    }

    private Account account(Handle read, CsmRequest request) {
        return accounts.existing(read, request.account());
    }

    private void refuseUnlessCsm(Handle read, String csm) {
        Person person = roster.person(csm)
                .orElseThrow(() -> Refusal.at(AssignScreens.CSM, "I do not know this person. Choose one of the list."));
        if (!person.has(Role.CSM)) {
            throw Refusal.at(
                    AssignScreens.CSM,
                    person.name() + " is not " + handbook.words().aCsm() + " in the people file. Choose another.");
        }
        if (!people.active(read, csm)) {
            throw Refusal.at(AssignScreens.CSM, person.name() + " does not work here any more. Choose another.");
        }
    }
}
