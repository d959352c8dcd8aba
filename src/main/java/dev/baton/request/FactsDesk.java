package dev.baton.request;

import dev.baton.account.Account;
import dev.baton.account.Accounts;
import dev.baton.account.Act;
import dev.baton.account.Names;
import dev.baton.account.Opportunity;
import dev.baton.account.Refusal;
import dev.baton.account.Roster;
import dev.baton.account.SalesforceId;
import dev.baton.handbook.Handbook;
import dev.baton.handbook.Qualification;
import dev.baton.handbook.Role;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Brings the facts of a form to what is known of its account, and says where the two cannot both be true. */
final class FactsDesk {
    private final Handbook handbook;
    private final Roster roster;
    private final RequestStore requests;
    private final Accounts accounts;

    FactsDesk(Handbook handbook, Roster roster, RequestStore requests, Accounts accounts) {
        this.handbook = handbook;
        this.roster = roster;
        this.requests = requests;
        this.accounts = accounts;
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
                intake.arr().or(() -> known.flatMap(Opportunity::arr)));
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
