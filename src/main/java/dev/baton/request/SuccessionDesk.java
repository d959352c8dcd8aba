package dev.baton.request;

import dev.baton.account.Account;
import dev.baton.account.Act;
import dev.baton.account.InHand;
import dev.baton.account.Roster;
import dev.baton.handbook.Handbook;
import dev.baton.handbook.Role;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Gives the open requests of somebody who left to a successor. Whoever may ask at all can take one over. */
final class SuccessionDesk {
    private static final List<Role> ASKERS = List.of(Role.SA, Role.SAE, Role.AE, Role.SMB_ADVOCATE);

    private final RequestStore requests;
    private final RemarkStore remarks;
    private final FilingDesk filing;
    private final RequestSteps steps;

    SuccessionDesk(Handbook handbook, Roster roster, RequestStore requests, RemarkStore remarks, FilingDesk filing) {
        this.requests = requests;
        this.remarks = remarks;
        this.filing = filing;
        steps = new RequestSteps(handbook, roster);
    }

    List<InHand> inHand(Handle read, String person) {
        return requests.askedBy(read, person).stream()
                .map(request -> new InHand(request.subject(), request.account(), request.label(), ASKERS))
                .toList();
    }

    List<String> holders(Handle read) {
        return requests.open(read).stream()
                .map(CsmRequest::requester)
                .distinct()
                .toList();
    }

    /** The account went to another CSM without a request: the one that brought the CSM before says so. */
    void followed(Act act, Account account, String csm) {
        requests.of(act.handle(), account.id(), Integer.MAX_VALUE).stream()
                .filter(request -> request.state() == RequestState.ASSIGNED)
                .findFirst()
                .filter(request -> !request.csm().equals(Optional.of(csm)))
                .ifPresent(request -> filing.advance(act, steps.followed(request, act.actor(), csm)));
    }

    boolean handOver(Act act, String subject, String from, String to) {
        Optional<CsmRequest> request = requests.askedBy(act.handle(), from).stream()
                .filter(each -> each.subject().equals(subject))
                .findFirst();
        request.ifPresent(each -> {
            List<Remark> said = remarks.of(act.handle(), each.number());
            filing.advance(act, steps.handOn(each, to, said, act.now()));
            said.forEach(remark -> filing.touch(act, remark));
        });
        return request.isPresent();
    }
}
