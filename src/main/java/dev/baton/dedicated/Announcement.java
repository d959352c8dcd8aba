package dev.baton.dedicated;

import dev.baton.account.SalesforceId;
import dev.baton.notice.Owed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * That an account is on Dedicated, as told to its CSM Manager and its team: once for each time it is set, and again only
 * after it was cleared (handbook 001:27).
 *
 * @param number counts how often it was set
 * @param manager whom it was told to
 * @param by who set it; empty when Baton found it so at start
 * @param standing false once the account is not on Dedicated any more
 * @param version goes up with each change
 */
record Announcement(
        SalesforceId account,
        long number,
        String manager,
        Optional<String> by,
        Instant at,
        boolean standing,
        long version) {

    static final String MANAGER = "dedicated.manager";
    static final String MEMBER = "dedicated.member";

    /**
     * What a change of the account leads to.
     *
     * @param event for history
     * @param detail for history; ids, no names
     */
    record Step(Announcement next, List<Owed> owed, String event, String detail) {}

    /** Set where it was not: the manager and every member are told. */
    static Step announce(
            Optional<Announcement> before,
            SalesforceId account,
            String manager,
            Set<String> team,
            Optional<String> by,
            Instant now) {
        long number = before.map(Announcement::number).orElse(0L) + 1;
        long version = before.map(Announcement::version).orElse(-1L) + 1;
        Announcement next = new Announcement(account, number, manager, by, now, true, version);
        List<Owed> owed = new ArrayList<>();
        owed.add(next.owed(MANAGER, manager, now));
        team.forEach(person -> owed.add(next.owed(MEMBER, person, now)));
        return new Step(next, owed, "dedicated.announced", "to " + manager);
    }

    /** The account came under another manager, who has not heard of it. */
    Step handTo(String newManager, Instant now) {
        Announcement next = new Announcement(account, number, newManager, by, at, true, version + 1);
        return new Step(next, List.of(next.owed(MANAGER, newManager, now)), "dedicated.announced", "to " + newManager);
    }

    /** Not on Dedicated any more: what was posted says so, nobody is told anew. */
    Step clear() {
        Announcement next = new Announcement(account, number, manager, by, at, false, version + 1);
        return new Step(next, List.of(), "dedicated.cleared", "");
    }

    /** Who joins the team later hears of it too. */
    Owed tell(String person, Instant now) {
        return owed(MEMBER, person, now);
    }

    private Owed owed(String kind, String recipient, Instant now) {
        return Owed.now(kind, subject(), recipient, now).each(String.valueOf(number));
    }

    /** What notices, touches and history call it. */
    String subject() {
        return subject(account);
    }

    static Optional<SalesforceId> account(String subject) {
        return subject.startsWith("dedicated:")
                ? SalesforceId.parse(subject.substring("dedicated:".length()))
                : Optional.empty();
    }

    static String subject(SalesforceId account) {
        return "dedicated:" + account.value15();
    }
}
