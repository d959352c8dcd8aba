package dev.baton.leaver;

import dev.baton.account.Account;
import dev.baton.account.Accounts;
import dev.baton.account.Act;
import dev.baton.account.Composition;
import dev.baton.account.InHand;
import dev.baton.account.Place;
import dev.baton.account.SalesforceId;
import dev.baton.handbook.Handbook;
import dev.baton.handbook.Role;
import dev.baton.leaver.LeaverFeature.OnAssigned;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The places on account teams, and who the CSM is: what belongs to no process alone. */
final class PlacesDesk {
    private final Handbook handbook;
    private final Accounts accounts;
    private final List<OnAssigned> onAssigned = new ArrayList<>();

    PlacesDesk(Handbook handbook, Accounts accounts) {
        this.handbook = handbook;
        this.accounts = accounts;
    }

    void onAssigned(OnAssigned reaction) {
        onAssigned.add(reaction);
    }

    List<InHand> inHand(Handle read, String person) {
        return accounts.places(read, person).stream()
                .map(place -> new InHand(
                        subject(place),
                        place.account(),
                        handbook.label(place.role()),
                        List.of(place.role().held())))
                .toList();
    }

    List<String> holders(Handle read) {
        return accounts.serving(read);
    }

    boolean handOver(Act act, String subject, String from, String to) {
        Optional<Place> held = place(subject)
                .filter(place -> accounts.places(act.handle(), from).contains(place));
        held.ifPresent(place -> {
            if (place.role() == Role.CSM) {
                serve(act, place.account(), from, to);
            } else {
                accounts.staff(act, place.account(), place.role(), to);
            }
        });
        return held.isPresent();
    }

    /** As if the manager had assigned the successor: what follows from an assignment, such as the meeting, follows. */
    private void serve(Act act, SalesforceId id, String from, String to) {
        Account account = accounts.existing(act.handle(), id);
        boolean named = account.csm().equals(Optional.of(from));
        if (named) {
            accounts.save(act, account.withCsm(to));
        }
        accounts.staff(act, id, Role.CSM, to);
        if (named) {
            Account served = accounts.existing(act.handle(), id);
            Optional<String> sa = Composition.sa(accounts.team(act.handle(), id));
            onAssigned.forEach(reaction -> reaction.assigned(act, served, to, sa));
        }
    }

    private static String subject(Place place) {
        return "place:" + place.account().value15() + ":" + place.role();
    }

    private static Optional<Place> place(String subject) {
        String[] parts = subject.split(":", -1);
        if (parts.length != 3 || !parts[0].equals("place")) {
            return Optional.empty();
        }
        Optional<Role> role = Arrays.stream(Role.values())
                .filter(each -> each.name().equals(parts[2]))
                .findFirst();
        return SalesforceId.parse(parts[1]).flatMap(account -> role.map(each -> new Place(account, each)));
    }
}
