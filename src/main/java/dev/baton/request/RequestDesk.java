package dev.baton.request;

import dev.baton.account.Account;
import dev.baton.account.AccountStore;
import dev.baton.account.AccountStore.Load;
import dev.baton.account.Accounts;
import dev.baton.account.Act;
import dev.baton.account.Acts;
import dev.baton.account.HistoryStore;
import dev.baton.account.Names;
import dev.baton.account.Opportunity;
import dev.baton.account.Permissions;
import dev.baton.account.Person;
import dev.baton.account.Refusal;
import dev.baton.account.Roster;
import dev.baton.account.Routing;
import dev.baton.account.SalesforceId;
import dev.baton.account.Who;
import dev.baton.handbook.Handbook;
import dev.baton.handbook.Role;
import dev.baton.handbook.Segment;
import dev.baton.notice.Notices;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Does what people ask of requests: one transaction and one now each, state, notices and history together. */
final class RequestDesk {
    static final String SUBMIT = "request.submit";
    static final String ASSIGN = "request.assign";

    private final Acts acts;
    private final Handbook handbook;
    private final Roster roster;
    private final Permissions permissions;
    private final RequestStore requests;
    private final Accounts accounts;
    private final AccountStore loads;
    private final HistoryStore history;
    private final Notices notices;

    RequestDesk(
            Acts acts,
            Handbook handbook,
            Roster roster,
            Permissions permissions,
            RequestStore requests,
            Accounts accounts,
            AccountStore loads,
            HistoryStore history,
            Notices notices) {
        this.acts = acts;
        this.handbook = handbook;
        this.roster = roster;
        this.permissions = permissions;
        this.requests = requests;
        this.accounts = accounts;
        this.loads = loads;
        this.history = history;
        this.notices = notices;
    }

    /** The day it is for this person; where nobody knows the zone, the day in UTC. */
    LocalDate today(String person) {
        ZoneId zone = roster.person(person).map(Person::zone).map(ZoneId::of).orElse(ZoneId.of("UTC"));
        return LocalDate.ofInstant(acts.now(), zone);
    }

    /** Nobody is shown a form that will be refused whatever they type. */
    void mayAsk(String person) {
        Routing somewhere = roster.regions().keySet().stream()
                .flatMap(region -> Arrays.stream(Segment.values()).map(segment -> Routing.of(roster, region, segment)))
                .filter(routing -> routing.keptBy(person))
                .findFirst()
                .orElseGet(Routing::nobody);
        permissions.require(
                SUBMIT, Who.of(person, roster, somewhere, Map.of(), Optional.empty(), true), roster, somewhere);
    }

    /** Whether this viewer may ask for a CSM for this account now: there is none, and nobody has asked yet. */
    boolean askable(Handle read, Account account, Who viewer) {
        return account.csm().isEmpty()
                && permissions.allows(SUBMIT, viewer)
                && accounts.opportunities(read, account.id()).stream()
                        .noneMatch(deal -> requests.openFor(read, deal.id()).isPresent());
    }

    /** The name of an account as everybody may read it; empty if there is none of this id. */
    String openName(String id) {
        return acts.read(read -> SalesforceId.parse(id)
                .flatMap(account -> accounts.account(read, account))
                .map(account -> account.nameFor(Account.Audience.OTHERS))
                .orElse(""));
    }

    /** Takes a request in; the answer is its number. */
    String submit(String requester, String gesture, Intake intake) {
        return acts.once(requester, gesture, "modal", act -> {
            Account account = account(act, intake);
            Map<Role, String> team = accounts.team(act.handle(), account.id());
            Routing routing = Routing.of(roster, account.region(), account.segment());
            permissions.require(SUBMIT, who(requester, account, team, Optional.empty()), roster, routing);
            refuseIfServed(account);
            Opportunity opportunity = opportunity(act, intake);
            refuseIfOpen(act.handle(), opportunity.id());
            accounts.save(act, account);
            accounts.save(act, opportunity);
            Staffing.of(account.segment(), team, intake.accountExecutive(), roster.person(requester))
                    .forEach((role, person) -> accounts.staff(act, account.id(), role, person));
            CsmRequest.Draft draft = new CsmRequest.Draft(
                    account.id(),
                    opportunity.id(),
                    requester,
                    Qualified.of(handbook, account.segment(), opportunity.arr()),
                    intake.admission(),
                    routing.manager(),
                    intake.preferredCsm().map(Person::slackId),
                    intake.notes());
            CsmRequest.Step step = CsmRequest.submit(requests.nextNumber(act), draft, account.channel(), act.now());
            if (!requests.insert(act, step.next())) {
                refuseIfOpen(act.handle(), opportunity.id());
            }
            record(act, account.id(), step);
            return String.valueOf(step.next().number());
        });
    }

    /** Assigns a CSM; the answer is the CSM. */
    String assign(String by, String gesture, long number, String csm, Optional<String> note) {
        return acts.once(by, gesture, "modal", act -> {
            CsmRequest request = existing(act.handle(), number);
            Account account = accounts.existing(act.handle(), request.account());
            requireManager(by, account, request);
            refuseUnlessCsm(csm);
            Map<Role, String> team = accounts.team(act.handle(), account.id());
            CsmRequest.Step step = request.assign(by, csm, note, team, account.channel(), roster, act.now());
            if (!requests.advance(act, step.next())) {
                existing(act.handle(), number).refuseIfSettled(roster);
                throw new Refusal(request.label() + " was changed by somebody else just now. Open it again.");
            }
            accounts.save(act, account.withCsm(csm));
            accounts.staff(act, account.id(), Role.CSM, csm);
            record(act, account.id(), step);
            return csm;
        });
    }

    /** What the picker shows: the request, and every CSM with what they carry. */
    AssignPicker picker(String by, long number) {
        return acts.read(read -> {
            CsmRequest request = existing(read, number);
            Account account = accounts.existing(read, request.account());
            requireManager(by, account, request);
            request.refuseIfSettled(roster);
            List<Load> carried = loads.loads(read);
            return AssignPicker.of(view(read, number), carried, today(by));
        });
    }

    /** A request with all that screens show of it. */
    RequestView view(Handle read, long number) {
        CsmRequest request = existing(read, number);
        Opportunity opportunity = accounts.opportunity(read, request.opportunity())
                .orElseThrow(() -> new IllegalStateException("no opportunity for " + request.label()));
        return new RequestView(request, accounts.existing(read, request.account()), opportunity, roster);
    }

    private void requireManager(String by, Account account, CsmRequest request) {
        Routing routing = Routing.of(roster, account.region(), account.segment());
        Map<Role, String> nobody = Map.of();
        permissions.require(ASSIGN, who(by, account, nobody, Optional.of(request.requester())), roster, routing);
    }

    private Who who(String id, Account account, Map<Role, String> team, Optional<String> requester) {
        Routing routing = Routing.of(roster, account.region(), account.segment());
        return Who.of(id, roster, routing, team, requester, account.phase() == Account.Phase.POST_SALES);
    }

    private void refuseUnlessCsm(String csm) {
        Person person = roster.person(csm)
                .orElseThrow(
                        () -> Refusal.at(AssignScreens.CSM, "I do not know this person. Choose a CSM of the list."));
        if (!person.has(Role.CSM)) {
            throw Refusal.at(AssignScreens.CSM, person.name() + " is not a CSM in the people file. Choose another.");
        }
    }

    /** The known account with what was typed now, or a new one. The name is taken once and never renames. */
    private Account account(Act act, Intake intake) {
        return accounts.account(act.handle(), intake.account())
                .orElseGet(
                        () -> Account.create(intake.account(), intake.accountName(), intake.segment(), intake.region()))
                .with(intake.segment(), intake.region(), intake.deployment(), intake.projectUrl());
    }

    private Opportunity opportunity(Act act, Intake intake) {
        Optional<Opportunity> known = accounts.opportunity(act.handle(), intake.opportunity());
        if (known.isPresent() && !known.get().account().equals(intake.account())) {
            throw Refusal.at(
                    Intake.OPPORTUNITY_LINK,
                    "That opportunity belongs to another account. Paste the one of this account, or correct the account link.");
        }
        if (known.isPresent() && intake.stage().compareTo(known.get().stage()) < 0) {
            throw Refusal.at(
                    Intake.STAGE,
                    "This opportunity is already at " + known.get().stage().label()
                            + ", and stages only move forward. Choose that stage or a later one.");
        }
        return new Opportunity(
                intake.opportunity(),
                intake.account(),
                intake.stage(),
                intake.closeDate(),
                intake.lam(),
                intake.arr().or(() -> known.flatMap(Opportunity::arr)));
    }

    private void refuseIfServed(Account account) {
        account.csmPerson().flatMap(roster::person).ifPresent(csm -> {
            throw Refusal.at(
                    Intake.ACCOUNT_LINK,
                    csm.name() + " is the CSM of this account already: contact " + csm.name() + " directly.");
        });
    }

    private void refuseIfOpen(Handle read, SalesforceId opportunity) {
        requests.openFor(read, opportunity).ifPresent(open -> {
            throw Refusal.at(
                    Intake.OPPORTUNITY_LINK,
                    open.label() + " is open for this opportunity and waits for " + Names.of(open.manager(), roster)
                            + ". Nothing more is needed.");
        });
    }

    private void record(Act act, SalesforceId account, CsmRequest.Step step) {
        notices.oweAll(act, step.owed());
        notices.touch(act, step.next().subject());
        history.add(act, account, step.next().subject(), step.event(), step.detail());
    }

    private CsmRequest existing(Handle read, long number) {
        return requests.request(read, number).orElseThrow(() -> new Refusal("There is no request REQ-" + number + "."));
    }
}
