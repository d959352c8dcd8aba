package dev.baton.request;

import dev.baton.account.Account;
import dev.baton.account.Accounts;
import dev.baton.account.Act;
import dev.baton.account.Composition;
import dev.baton.account.HistoryStore;
import dev.baton.account.Opportunity;
import dev.baton.account.Permissions;
import dev.baton.account.Refusal;
import dev.baton.account.Roster;
import dev.baton.account.Routing;
import dev.baton.account.SalesforceId;
import dev.baton.handbook.Handbook;
import dev.baton.notice.Notices;
import dev.baton.request.RequestSteps.Around;
import dev.baton.request.RequestSteps.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** Where the other desks fetch a request's file and put it back: what they share. */
final class FilingDesk {
    private final Handbook handbook;
    private final Roster roster;
    private final Permissions permissions;
    private final RequestStore requests;
    private final RemarkStore remarks;
    private final Accounts accounts;
    private final HistoryStore history;
    private final Notices notices;
    private final List<RequestFeature.OnStep> onStep = new ArrayList<>();

    FilingDesk(
            Handbook handbook,
            Roster roster,
            Permissions permissions,
            RequestStore requests,
            RemarkStore remarks,
            Accounts accounts,
            HistoryStore history,
            Notices notices) {
        this.handbook = handbook;
        this.roster = roster;
        this.permissions = permissions;
        this.requests = requests;
        this.remarks = remarks;
        this.accounts = accounts;
        this.history = history;
        this.notices = notices;
    }

    void onStep(RequestFeature.OnStep reaction) {
        onStep.add(reaction);
    }

    Optional<String> waiting(Handle read, SalesforceId opportunity) {
        return requests.openFor(read, opportunity).map(CsmRequest::label);
    }

    CsmRequest existing(Handle read, long number) {
        return requests.request(read, number).orElseThrow(() -> new Refusal("There is no request REQ-" + number + "."));
    }

    /** A request that this person may do this to. */
    CsmRequest permitted(Handle read, String action, String person, long number) {
        CsmRequest request = existing(read, number);
        require(read, action, person, request);
        return request;
    }

    void require(Handle read, String action, String person, CsmRequest request) {
        Account account = accounts.existing(read, request.account());
        permissions.require(
                action,
                accounts.who(read, person, account, roster, Optional.of(request.requester())),
                roster,
                routing(account));
    }

    /** The account of a request, or of what was said about one. */
    Optional<SalesforceId> about(Handle read, String subject) {
        if (!subject.matches("(request|remark):[0-9]{1,18}")) {
            return Optional.empty();
        }
        long id = Long.parseLong(subject.substring(subject.indexOf(':') + 1));
        Optional<Long> number = subject.startsWith("request:")
                ? Optional.of(id)
                : remarks.remark(read, id).map(Remark::number);
        return number.flatMap(each -> requests.request(read, each)).map(CsmRequest::account);
    }

    /** A request with all that screens show of it. */
    RequestView view(Handle read, long number) {
        return view(read, existing(read, number));
    }

    RequestView view(Handle read, CsmRequest request) {
        Opportunity opportunity = accounts.opportunity(read, request.opportunity())
                .orElseThrow(() -> new IllegalStateException("no opportunity for " + request.label()));
        Account account = accounts.existing(read, request.account());
        return new RequestView(
                request,
                account,
                opportunity,
                remarks.of(read, request.number()),
                Composition.seller(accounts.team(read, account.id())),
                accounts.salesforceHost(read),
                roster,
                handbook);
    }

    Remark remark(Handle read, long id) {
        return remarks.remark(read, id).orElseThrow(() -> new Refusal("This belongs to no request I know."));
    }

    Around around(Handle read, CsmRequest request) {
        return around(read, accounts.existing(read, request.account()));
    }

    Around around(Handle read, Account account) {
        return new Around(accounts.team(read, account.id()), account.channel(), routing(account));
    }

    Routing routing(Account account) {
        return Routing.of(roster, account.region(), account.segment());
    }

    /** Writes down something said about a request, and gives its number. */
    long remark(Act act, CsmRequest request, Remark.Kind kind, String words) {
        long id = remarks.nextRemark(act);
        remarks.add(act, new Remark(id, request.number(), kind, act.actor(), act.now(), words, Optional.empty()));
        return id;
    }

    /** Files a step that changes the request: the fence, then who is told, then history. */
    void advance(Act act, Step step) {
        if (!requests.advance(act, step.next())) {
            existing(act.handle(), step.next().number()).refuseIfSettled(roster);
            throw new Refusal(step.next().label() + " was changed by somebody else just now. Open it again.");
        }
        file(act, step);
        if (!step.next().state().open()) {
            // A question that waits for an answer offers a button, which ends with the request.
            remarks.of(act.handle(), step.next().number()).forEach(remark -> touch(act, remark));
        }
    }

    /** Files a step: who is told, what is no longer owed, every message that stands is brought up to date. */
    void file(Act act, Step step) {
        step.withdrawn().forEach(key -> notices.withdraw(act, key));
        notices.oweAll(act, step.owed());
        notices.touch(act, step.next().subject());
        history.add(act, step.next().account(), step.next().subject(), step.event(), step.detail());
        onStep.forEach(reaction ->
                reaction.stepped(act, step.next().account(), step.next().opportunity()));
    }

    /** A message about one remark is brought up to date. */
    void touch(Act act, Remark remark) {
        notices.touch(act, remark.subject());
    }

    /** Every message about a request of this account is brought up to date. */
    void touchAll(Act act, SalesforceId account) {
        for (CsmRequest request : requests.of(act.handle(), account, Integer.MAX_VALUE)) {
            notices.touch(act, request.subject());
            remarks.of(act.handle(), request.number()).forEach(remark -> notices.touch(act, remark.subject()));
        }
    }

    /** What messages may stand about that is not settled: the open requests, and what was said of each. */
    List<String> open(Handle read) {
        return requests.open(read).stream()
                .flatMap(request -> Stream.concat(
                        Stream.of(request.subject()),
                        remarks.of(read, request.number()).stream().map(Remark::subject)))
                .toList();
    }

    List<RequestView> onAccount(Handle read, Account account, int limit) {
        return requests.of(read, account.id(), limit).stream()
                .map(request -> view(read, request))
                .toList();
    }
}
