package dev.baton.request;

import dev.baton.Cast;
import dev.baton.account.Account;
import dev.baton.account.Opportunity;
import dev.baton.account.Roster;
import dev.baton.account.Routing;
import java.util.Optional;

/** Requests of the cast, made as the program makes them. */
final class Requests {
    private Requests() {}

    /** As it stands right after somebody has asked, at the proposal. */
    static CsmRequest asked(String requester, Account account) {
        return asked(requester, account, Admission.STAGE_4);
    }

    static CsmRequest asked(String requester, Account account, Admission admission) {
        return CsmRequest.submit(1, draft(requester, account, admission), account.channel(), Cast.NOW)
                .next();
    }

    static CsmRequest.Draft draft(String requester, Account account, Admission admission) {
        Opportunity opportunity = Cast.opportunityOf(account.id());
        return new CsmRequest.Draft(
                account.id(),
                opportunity.id(),
                requester,
                Qualified.of(Cast.HANDBOOK, account.segment(), opportunity.arr()),
                admission,
                Routing.of(Cast.ROSTER, account.region(), account.segment()).manager(),
                Optional.empty(),
                Optional.empty());
    }

    static RequestView seen(CsmRequest request, String account) {
        return seen(request, account, Cast.ROSTER);
    }

    static RequestView seen(CsmRequest request, String account, Roster roster) {
        return new RequestView(request, Cast.account(account), Cast.opportunity(account), roster);
    }

    static CsmRequest preferring(CsmRequest request, String csm) {
        return new CsmRequest(
                request.number(),
                request.account(),
                request.opportunity(),
                request.requester(),
                request.state(),
                request.qualified(),
                request.admission(),
                request.manager(),
                Optional.of(csm),
                Optional.of("Speaks Spanish, knows <!channel> & <https://evil.example|their bank>."),
                request.csm(),
                request.settledBy(),
                request.answer(),
                request.submittedAt(),
                request.version());
    }
}
