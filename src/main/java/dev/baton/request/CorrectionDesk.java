package dev.baton.request;

import dev.baton.account.Account;
import dev.baton.account.Acts;
import dev.baton.account.Composition;
import dev.baton.account.Opportunity;
import dev.baton.account.Person;
import dev.baton.account.Refusal;
import dev.baton.account.Roster;
import dev.baton.handbook.Handbook;
import dev.baton.request.CsmRequest.Wish;
import dev.baton.request.RequestSteps.Step;
import java.util.Optional;

/** The requester's side of a request that exists: correct it, answer a question, withdraw it. */
final class CorrectionDesk {
    static final String EDIT = "request.edit";
    static final String WITHDRAW = "request.withdraw";
    static final String ANSWER = "request.answer";

    private final Acts acts;
    private final Handbook handbook;
    private final Roster roster;
    private final RemarkStore remarks;
    private final FilingDesk filing;
    private final FactsDesk facts;
    private final RequestSteps steps;

    CorrectionDesk(
            Acts acts, Handbook handbook, Roster roster, RemarkStore remarks, FilingDesk filing, FactsDesk facts) {
        this.acts = acts;
        this.handbook = handbook;
        this.roster = roster;
        this.remarks = remarks;
        this.filing = filing;
        this.facts = facts;
        steps = new RequestSteps(handbook, roster);
    }

    /** What the requester needs to correct a request. */
    RequestView editing(String person, long number) {
        return acts.read(read -> {
            CsmRequest request = filing.permitted(read, EDIT, person, number);
            request.refuseIfSettled(roster);
            return filing.view(read, request);
        });
    }

    /** What the gate said of the request at the stage it has: an edit that leaves the stage alone need not prove it again. */
    Intake.Kept kept(String person, long number) {
        RequestView view = again(person, number);
        return new Intake.Kept(view.opportunity().stage(), view.request().admission());
    }

    /** A request that ended without a CSM, to be sent again. */
    RequestView again(String person, long number) {
        return acts.read(read -> filing.view(read, filing.permitted(read, EDIT, person, number)));
    }

    /** Corrects an open request; its account and opportunity stay. */
    String edit(String person, String gesture, long number, Intake intake) {
        return acts.once(person, gesture, "modal", act -> {
            CsmRequest request = filing.permitted(act.handle(), EDIT, person, number);
            request.refuseIfSettled(roster);
            FactsDesk.refuseOther(request, intake);
            RequestView before = filing.view(act.handle(), request);
            Account account = facts.account(act.handle(), intake);
            Opportunity opportunity = facts.opportunity(act.handle(), intake);
            facts.save(act, intake, account, opportunity, request.requester());
            // Facts just saved may have qualified or routed it anew: what is edited is the request as it is now.
            CsmRequest current = filing.existing(act.handle(), number);
            Wish wish = new Wish(
                    intake.preferredCsm().map(Person::slackId),
                    intake.notes(),
                    request.wish().anyway());
            Qualified anew = current.qualified().again(handbook, account.segment(), opportunity.arr());
            CsmRequest changed = current.changed(anew, intake.admission(), wish);
            Optional<String> seller =
                    Composition.seller(filing.around(act.handle(), account).team());
            String what = Differences.between(before, account, opportunity, wish, seller);
            if (what.isEmpty()) {
                return "unchanged";
            }
            long remark = filing.remark(act, request, Remark.Kind.EDITED, what);
            filing.advance(act, steps.edit(changed, remark, what, act.now()));
            return request.label();
        });
    }

    String withdraw(String person, String gesture, long number) {
        return acts.once(person, gesture, "button", act -> {
            CsmRequest request = filing.permitted(act.handle(), WITHDRAW, person, number);
            filing.advance(act, steps.withdraw(request, person, act.now()));
            return request.label();
        });
    }

    /** A question with the request it is about, for whoever may answer it. */
    Remark question(String person, long remark) {
        return acts.read(read -> {
            Remark question = filing.remark(read, remark);
            CsmRequest request = filing.permitted(read, ANSWER, person, question.number());
            request.refuseIfSettled(roster);
            if (!question.open()) {
                throw new Refusal("This question is answered already.");
            }
            return question;
        });
    }

    RequestView view(Remark question) {
        return acts.read(read -> filing.view(read, question.number()));
    }

    String answer(String person, String gesture, long remark, String reply) {
        return acts.once(person, gesture, "modal", act -> {
            Remark question = filing.remark(act.handle(), remark);
            CsmRequest request = filing.permitted(act.handle(), ANSWER, person, question.number());
            Step step = steps.answer(request, question, filing.around(act.handle(), request), act.now());
            if (!remarks.answer(act, remark, reply)) {
                throw new Refusal("This question is answered already. Nothing was changed.");
            }
            filing.advance(act, step);
            filing.touch(act, question);
            return request.label();
        });
    }
}
