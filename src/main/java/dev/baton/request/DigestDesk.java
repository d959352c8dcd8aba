package dev.baton.request;

import dev.baton.account.Accounts;
import dev.baton.account.Act;
import dev.baton.account.Acts;
import dev.baton.account.Opportunity;
import dev.baton.account.People;
import dev.baton.account.Person;
import dev.baton.account.Roster;
import dev.baton.account.Routing;
import dev.baton.account.When;
import dev.baton.handbook.Handbook;
import dev.baton.handbook.Qualification;
import dev.baton.handbook.Role;
import dev.baton.handbook.Stage;
import dev.baton.notice.Notices;
import dev.baton.notice.Owed;
import dev.baton.request.Digest.Unserved;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Puts a manager's weekly digest together, and keeps the next one owed. */
final class DigestDesk {
    private final Acts acts;
    private final Handbook handbook;
    private final People people;
    private final Roster roster;
    private final RequestStore requests;
    private final Accounts accounts;
    private final FilingDesk filing;
    private final Notices notices;

    DigestDesk(
            Acts acts,
            Handbook handbook,
            People people,
            RequestStore requests,
            Accounts accounts,
            FilingDesk filing,
            Notices notices) {
        this.acts = acts;
        this.handbook = handbook;
        this.people = people;
        roster = people.roster();
        this.requests = requests;
        this.accounts = accounts;
        this.filing = filing;
        this.notices = notices;
    }

    /** Owes every manager the next digest; what is owed already stays as it is. */
    int oweAll() {
        return acts.own("start", act -> {
            List<Person> managers = roster.with(Role.CSM_MANAGER).stream()
                    .filter(Person::reachable)
                    .toList();
            managers.forEach(manager -> owe(act, manager));
            return managers.size();
        });
    }

    private void owe(Act act, Person manager) {
        String subject = "digest:" + manager.slackId();
        When next = next(act.handle(), manager.slackId(), act.now());
        notices.oweUnlessPending(act, new Owed(subject, RequestKinds.DIGEST, subject, manager.slackId(), next));
    }

    /** Whether somebody is a manager still. */
    boolean manages(String person) {
        return roster.person(person).filter(each -> each.has(Role.CSM_MANAGER)).isPresent();
    }

    /** The digest's next day, where this manager lives. */
    When next(Handle read, String manager, Instant after) {
        LocalDate day = people.time(read, manager).next(handbook.timings().digest(), after);
        return When.weekly(manager, day);
    }

    Digest digest(Handle read, String manager, Instant now) {
        List<RequestView> open = requests.open(read).stream()
                .filter(request -> request.manager().equals(manager))
                .map(request -> filing.view(read, request))
                .toList();
        List<Unserved> unserved = accounts.unserved(read).stream()
                .filter(account -> Routing.of(roster, account.region(), account.segment())
                        .manager()
                        .equals(manager))
                .flatMap(account -> Opportunity.leading(accounts.opportunities(read, account.id()))
                        .map(opportunity -> new Unserved(account, opportunity))
                        .stream())
                .toList();
        List<Unserved> qualifying = unserved.stream().filter(this::qualifies).toList();
        List<Unserved> advanced = unserved.stream()
                .filter(each -> each.opportunity().stage().compareTo(Stage.NEGOTIATING) >= 0)
                .filter(each -> !qualifying.contains(each))
                .toList();
        return new Digest(manager, open, qualifying, advanced, handbook, now);
    }

    private boolean qualifies(Unserved unserved) {
        return Qualified.of(
                                handbook,
                                unserved.account().segment(),
                                unserved.opportunity().arr())
                        .result()
                == Qualification.CSM;
    }
}
