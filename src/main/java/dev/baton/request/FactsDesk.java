package dev.baton.request;

import dev.baton.account.Account;
import dev.baton.account.Accounts;
import dev.baton.account.Act;
import dev.baton.account.Names;
import dev.baton.account.Opportunity;
import dev.baton.account.Permissions;
import dev.baton.account.Refusal;
import dev.baton.account.Roster;
import dev.baton.account.Routing;
import dev.baton.account.SalesforceId;
import dev.baton.account.Who;
import dev.baton.handbook.Handbook;
import dev.baton.handbook.Qualification;
import dev.baton.handbook.Role;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Brings the facts of a form to what is known of its account, and says where the two cannot both be true. */
final class FactsDesk {
    /** The action of the account's own form. */
    private static final String EDIT_ACCOUNT = "account.edit";

    private final Handbook handbook;
    private final Roster roster;
    private final Permissions permissions;
    private final RequestStore requests;
    private final Accounts accounts;

    FactsDesk(Handbook handbook, Roster roster, Permissions permissions, RequestStore requests, Accounts accounts) {
        this.handbook = handbook;
        this.roster = roster;
        this.permissions = permissions;
        this.requests = requests;
        this.accounts = accounts;
    }

    /**
     * Whether this person may ask for the account as it is known, whatever was typed of it: by choosing another region nobody
     * becomes its manager, and who may not edit an account does not change it by asking.
     */
    void requireMayAsk(Handle read, String person, Intake intake) {
        Optional<Account> known = accounts.account(read, intake.account());
        Account account = known.orElseGet(() -> account(read, intake));
        Routing routing = Routing.of(roster, account.region(), account.segment());
        Who who = accounts.who(read, person, account, roster, Optional.empty());
        permissions.require(RequestDesk.SUBMIT, who, roster, routing);
        if (known.isEmpty() || permissions.allows(EDIT_ACCOUNT, who)) {
            return;
        }
        if (account.confidential()) {
            throw Refusal.at(
                    Intake.ACCOUNT_LINK,
                    "This account is confidential, so its own team asks. " + Names.of(routing.manager(), roster)
                            + " knows who that is.");
        }
        refuseOtherwise(
                Intake.SEGMENT, account.segment().label(), intake.segment().label());
        refuseOtherwise(Intake.REGION, account.region(), intake.region());
        account.deployment()
                .ifPresent(deployment -> refuseOtherwise(
                        Intake.DEPLOYMENT,
                        deployment.label(),
                        intake.deployment().orElse(deployment).label()));
    }

    private static void refuseOtherwise(String field, String known, String typed) {
        if (!known.equals(typed)) {
            throw Refusal.at(
                    field,
                    "This account is known as " + known + ", and only its team and its managers change that. Choose "
                            + known + ", or ask them.");
        }
    }

    void save(Act act, Intake intake, Account account, Opportunity opportunity, String requester) {
        accounts.learnSalesforceHost(act, intake.salesforceHost());
        accounts.save(act, account);
        accounts.save(act, opportunity);
        Map<Role, String> team = accounts.team(act.handle(), account.id());
        Staffing.of(account.segment(), team, intake.accountExecutive(), roster.person(requester))
                .forEach((role, person) -> accounts.staff(act, account.id(), role, person));
    }

    /** The known account with what was typed now, or a new one. The name is taken once and never renames. */
    Account account(Handle read, Intake intake) {
        return accounts.account(read, intake.account())
                .orElseGet(
                        () -> Account.create(intake.account(), intake.accountName(), intake.segment(), intake.region()))
                .with(intake.segment(), intake.region(), intake.deployment(), intake.projectUrl());
    }

    Opportunity opportunity(Handle read, Intake intake) {
        Optional<Opportunity> known = accounts.opportunity(read, intake.opportunity());
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
                intake.arr().or(() -> known.flatMap(Opportunity::arr)),
                known.map(Opportunity::version).orElse(0L));
    }

    /** The three answers to "who is the CSM" (handbook 001:23); the pool's account may have come to qualify for a CSM. */
    void refuseIfServed(Account account, Qualification qualification) {
        String role = handbook.words().csm();
        account.csmPerson().ifPresent(csm -> {
            String name = Names.of(csm, roster);
            throw Refusal.at(
                    Intake.ACCOUNT_LINK,
                    name + " is the " + role + " of this account already: contact " + name + " directly.");
        });
        if (account.csm().isPresent() && qualification != Qualification.CSM && qualification != Qualification.UNKNOWN) {
            throw Refusal.at(
                    Intake.ACCOUNT_LINK,
                    "This account is served by " + handbook.words().pool() + ". Ask there; /account shows how.");
        }
    }

    void refuseIfOpen(Handle read, SalesforceId opportunity) {
        requests.openFor(read, opportunity).ifPresent(open -> {
            throw Refusal.at(
                    Intake.OPPORTUNITY_LINK,
                    open.label() + " is open for this opportunity and waits for " + Names.of(open.manager(), roster)
                            + ". Nothing more is needed.");
        });
    }

    static void refuseOther(CsmRequest request, Intake intake) {
        List<String> same =
                List.of(request.account().value15(), request.opportunity().value15());
        if (!same.equals(
                List.of(intake.account().value15(), intake.opportunity().value15()))) {
            throw Refusal.at(
                    Intake.ACCOUNT_LINK,
                    "A request stays with its account and opportunity. Withdraw " + request.label()
                            + " and ask anew for another one.");
        }
    }
}
