package dev.baton.request;

import dev.baton.Cast;
import dev.baton.account.Account;
import dev.baton.account.Opportunity;
import dev.baton.account.Roster;
import dev.baton.account.Routing;
import dev.baton.request.CsmRequest.Wish;
import dev.baton.request.RequestSteps.Around;
import java.util.Arrays;
import java.util.Optional;

/** Requests of the cast. */
final class Requests {
    static final Wish NO_WISH = new Wish(Optional.empty(), Optional.empty(), Optional.empty());

    private Requests() {}

    /** As it stands right after somebody has asked, at the proposal. */
    static CsmRequest asked(String requester, String account) {
        return asked(requester, Cast.account(account), Admission.STAGE_4);
    }

    static CsmRequest asked(String requester, Account account, Admission admission) {
        Opportunity opportunity = Cast.opportunityOf(account.id());
        Routing routing = Routing.of(Cast.ROSTER, account.region(), account.segment());
        return new CsmRequest(
                1,
                account.id(),
                opportunity.id(),
                requester,
                RequestState.ROUTED,
                Qualified.of(Cast.HANDBOOK, account.segment(), opportunity.arr()),
                admission,
                routing.manager(),
                routing.byDefault(),
                NO_WISH,
                Optional.empty(),
                Cast.NOW,
                0);
    }

    static CsmRequest wishing(CsmRequest request, Wish wish) {
        return request.changed(request.qualified(), request.admission(), wish);
    }

    static Wish preferring(String csm) {
        return new Wish(Optional.of(csm), Optional.empty(), Optional.empty());
    }

    /** Who is around an account of the cast. */
    static Around around(String account) {
        Account known = Cast.account(account);
        return new Around(
                Cast.team(account), known.channel(), Routing.of(Cast.ROSTER, known.region(), known.segment()));
    }

    static RequestView seen(CsmRequest request, String account, Remark... remarks) {
        return seen(request, Cast.account(account), Cast.ROSTER, remarks);
    }

    static RequestView seen(CsmRequest request, Account account, Roster roster, Remark... remarks) {
        return new RequestView(
                request,
                account,
                Cast.opportunityOf(account.id()),
                Arrays.asList(remarks),
                Optional.of(Cast.SOL),
                Optional.of("acme.my.salesforce.com"),
                roster,
                Cast.HANDBOOK);
    }

    static Remark remark(Remark.Kind kind, String author, String words) {
        return new Remark(7, 1, kind, author, Cast.NOW, words, Optional.empty());
    }

    static Remark replied(Remark question, String reply) {
        return new Remark(
                question.id(),
                question.number(),
                question.kind(),
                question.author(),
                question.at(),
                question.words(),
                Optional.of(reply));
    }
}
