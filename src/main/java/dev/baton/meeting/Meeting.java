package dev.baton.meeting;

import dev.baton.account.SalesforceId;
import dev.baton.notice.Owed;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The internal account team meeting, planned upon assignment (handbook 001:67-71): the CSM owns it, the SA co-owns it.
 *
 * @param owner the CSM
 * @param coOwner the SA, where the account has one
 */
record Meeting(long id, SalesforceId account, String owner, Optional<String> coOwner) {
    static final String PLANNED = "meeting.planned";
    static final String HANDED = "meeting.handed";

    /** Both are told once; when the owner changes, the new one is told and what the others read is brought up to date. */
    List<Owed> announced(Instant now) {
        return Stream.concat(Stream.of(owner), coOwner.stream())
                .distinct()
                .map(person -> Owed.now(PLANNED, subject(), person, now))
                .toList();
    }

    Meeting ownedBy(String newOwner, Optional<String> newCoOwner) {
        return new Meeting(
                id, account, newOwner, newCoOwner.or(() -> coOwner).filter(person -> !person.equals(newOwner)));
    }

    /** In the place of somebody who left. Nobody owns and co-owns. */
    Meeting handedOn(String from, String to) {
        String newOwner = owner.equals(from) ? to : owner;
        Optional<String> newCoOwner = coOwner.map(person -> person.equals(from) ? to : person);
        return new Meeting(id, account, newOwner, newCoOwner.filter(person -> !person.equals(newOwner)));
    }

    /** Whether this person owns or co-owns it. */
    boolean heldBy(String person) {
        return owner.equals(person) || coOwner.equals(Optional.of(person));
    }

    String subject() {
        return "meeting:" + id;
    }
}
