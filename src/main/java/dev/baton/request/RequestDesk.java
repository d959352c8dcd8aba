package dev.baton.request;

import dev.baton.account.Account;
import dev.baton.account.Accounts;
import dev.baton.account.Act;
import dev.baton.account.Acts;
import dev.baton.account.Money;
import dev.baton.account.Opportunity;
import dev.baton.account.People;
import dev.baton.account.Permissions;
import dev.baton.account.Person;
import dev.baton.account.Refusal;
import dev.baton.account.Roster;
import dev.baton.account.Routing;
import dev.baton.account.SalesforceId;
import dev.baton.account.Who;
import dev.baton.handbook.Handbook;
import dev.baton.handbook.Qualification;
import dev.baton.handbook.Segment;
import dev.baton.request.CsmRequest.Wish;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/** Takes requests in. What happens to them afterwards is with {@link CorrectionDesk} and {@link AnswerDesk}. */
final class RequestDesk {
    static final String SUBMIT = "request.submit";

    /** Whoever has not said why within a day begins anew. */
    private static final Duration DRAFTS_KEPT = Duration.ofDays(1);

    private final Acts acts;
    private final Handbook handbook;
    private final People people;
    private final Roster roster;
    private final Permissions permissions;
    private final RequestStore requests;
    private final RemarkStore remarks;
    private final Accounts accounts;
    private final FilingDesk filing;
    private final FactsDesk facts;
    private final RequestSteps steps;

    RequestDesk(
            Acts acts,
            Handbook handbook,
            People people,
            Permissions permissions,
            RequestStore requests,
            RemarkStore remarks,
            Accounts accounts,
            FilingDesk filing,
            FactsDesk facts) {
        this.acts = acts;
        this.handbook = handbook;
        this.people = people;
        roster = people.roster();
        this.permissions = permissions;
        this.requests = requests;
        this.remarks = remarks;
        this.accounts = accounts;
        this.filing = filing;
        this.facts = facts;
        steps = new RequestSteps(handbook, roster);
    }

    /** The account does not reach the threshold, and nobody has said why it should be asked for all the same. */
    static final class BelowThreshold extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient Qualified qualified;

        BelowThreshold(Qualified qualified) {
            super(qualified.why(), null, false, false);
            this.qualified = qualified;
        }

        Qualified qualified() {
            return qualified;
        }
    }

    /** The day it is for this person. */
    LocalDate today(String person) {
        return acts.read(read -> people.today(read, person, acts.now()));
    }

    /** Nobody is shown a form that will be refused whatever they type. */
    void mayAsk(String person) {
        Routing somewhere = roster.regions().keySet().stream()
                .flatMap(region -> Arrays.stream(Segment.values()).map(segment -> Routing.of(roster, region, segment)))
                .filter(routing -> routing.keptBy(person))
                .findFirst()
                .orElseGet(Routing::nobody);
        Who who = Who.of(person, roster, somewhere, Map.of(), Optional.empty(), true);
        permissions.require(SUBMIT, who, roster, somewhere);
    }

    /**
     * What the form shows of an account named behind the command, by its name or its Salesforce id.
     *
     * @param refusing whether an account that needs no request is answered so at once; not while a form is open
     * @throws Refusal when the answer is there already: who the CSM is, or which request is open
     */
    Prefill prefill(String person, String typed, boolean refusing) {
        String region = roster.person(person)
                .map(Person::regions)
                .filter(regions -> regions.size() == 1)
                .map(regions -> regions.get(0))
                .orElse("");
        return acts.read(read -> {
            List<Account> readable = readable(read, person, typed);
            boolean byId = SalesforceId.parse(typed).isPresent() && !readable.isEmpty();
            if (readable.size() != 1) {
                return Prefill.of(byId ? "" : typed, region);
            }
            if (refusing) {
                refuseAnswered(read, readable.get(0));
            }
            return prefill(read, person, readable.get(0));
        });
    }

    /** The accounts of that name or id that this person may know by it. */
    private List<Account> readable(Handle read, String person, String typed) {
        List<Account> found = SalesforceId.parse(typed)
                .flatMap(id -> accounts.account(read, id))
                .map(List::of)
                .orElseGet(() -> accounts.named(read, typed));
        return found.stream()
                .filter(account -> !account.confidential()
                        || accounts.who(read, person, account, roster, Optional.empty())
                                .insider())
                .toList();
    }

    private void refuseAnswered(Handle read, Account account) {
        facts.refuseIfServed(account, Qualification.UNKNOWN);
        Opportunity.leading(accounts.opportunities(read, account.id()))
                .ifPresent(opportunity -> facts.refuseIfOpen(read, opportunity.id()));
    }

    /** Whether this viewer may ask for a CSM for this account now: there is none, and nobody has asked yet. */
    boolean askable(Handle read, Account account, Who viewer) {
        return account.csm().isEmpty()
                && permissions.allows(SUBMIT, viewer)
                && accounts.opportunities(read, account.id()).stream()
                        .noneMatch(deal -> requests.openFor(read, deal.id()).isPresent());
    }

    private Prefill prefill(Handle read, String person, Account account) {
        boolean near =
                accounts.who(read, person, account, roster, Optional.empty()).insider();
        Optional<Opportunity> leading = Opportunity.leading(accounts.opportunities(read, account.id()));
        return Prefill.of(account, leading, accounts.team(read, account.id()), accounts.salesforceHost(read), near);
    }

    /** What the form of an existing request shows. */
    Prefill prefill(String person, RequestView view) {
        return acts.read(read -> {
            Prefill known = Prefill.of(
                            view.account(),
                            Optional.of(view.opportunity()),
                            accounts.team(read, view.account().id()),
                            accounts.salesforceHost(read),
                            true)
                    .with(view.request().wish());
            boolean near = accounts.who(read, person, view.account(), roster, Optional.empty())
                    .insider();
            return near ? known : known.withoutDealValue();
        });
    }

    /**
     * Takes a request in; the answer is its number.
     *
     * @throws BelowThreshold when it does not and nobody has said why; nothing is kept
     */
    String submit(String requester, String gesture, Intake intake) {
        return acts.once(requester, gesture, "modal", act -> take(act, requester, intake, Optional.empty()));
    }

    /**
     * Takes in a form that waited for a second word. The form is read where the gesture is remembered, so that a repeat gets the
     * same answer although the form is gone.
     *
     * @param read what becomes of the kept form
     * @param anyway why it should go to the manager although the account does not qualify
     */
    String submitAnyway(String requester, String gesture, long draft, Function<String, Intake> read, String anyway) {
        return acts.once(requester, gesture, "modal", act -> {
            String form = remarks.draft(act.handle(), draft, requester)
                    .orElseThrow(() -> new Refusal(
                            "This form was sent already, or it is not yours. Begin anew with /request-csm."));
            String number = take(act, requester, read.apply(form), Optional.of(anyway));
            remarks.dropDraft(act, draft);
            return number;
        });
    }

    private String take(Act act, String requester, Intake intake, Optional<String> anyway) {
        facts.requireMayAsk(act.handle(), requester, intake);
        Account account = facts.account(act.handle(), intake);
        Routing routing = filing.routing(account);
        boolean insider = accounts.who(act.handle(), requester, account, roster, Optional.empty())
                .insider();
        Opportunity opportunity = facts.opportunity(act.handle(), intake);
        // Whoever may not see the ARR does not learn it from the answer either; the manager then decides.
        Optional<Money> arr = insider ? opportunity.arr() : intake.arr();
        Qualified qualified = Qualified.of(handbook, account.segment(), arr);
        facts.refuseIfServed(account, qualified.result());
        facts.refuseIfOpen(act.handle(), opportunity.id());
        if (!qualified.assignable() && anyway.isEmpty()) {
            throw new BelowThreshold(qualified);
        }
        facts.save(act, intake, account, opportunity, requester);
        CsmRequest request = new CsmRequest(
                requests.nextNumber(act),
                account.id(),
                opportunity.id(),
                requester,
                RequestState.ROUTED,
                qualified,
                intake.admission(),
                routing.manager(),
                routing.byDefault(),
                new Wish(intake.preferredCsm().map(Person::slackId), intake.notes(), anyway),
                Optional.empty(),
                act.now(),
                0);
        if (!requests.insert(act, request)) {
            facts.refuseIfOpen(act.handle(), opportunity.id());
            throw new Refusal("Somebody asked for the same opportunity in this very moment. Try again.");
        }
        filing.file(act, steps.submit(request, filing.around(act.handle(), account), act.now()));
        return String.valueOf(request.number());
    }

    /** Keeps a form that needs a second word; the answer is where. */
    long keepDraft(String requester, String form) {
        return acts.own("draft", act -> {
            remarks.dropDraftsBefore(act, act.now().minus(DRAFTS_KEPT));
            return remarks.keepDraft(act, requester, form);
        });
    }
}
