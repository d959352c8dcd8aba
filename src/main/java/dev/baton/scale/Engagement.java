package dev.baton.scale;

import dev.baton.account.Names;
import dev.baton.account.Refusal;
import dev.baton.account.Roster;
import dev.baton.account.SalesforceId;
import dev.baton.notice.Owed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A piece of help by the Scale CSE pool. It goes to the pool's queue and to no named person; whoever accepts it does it.
 *
 * @param number shown as {@code CSE-1}
 * @param owner the account's owner, who asked; hears of every step
 * @param flag what the pool should look at before accepting
 * @param answeredBy who accepted or declined
 * @param answeredAt when; the follow-up counts from then
 * @param answer the reason of a decline
 * @param version goes up with each change
 */
record Engagement(
        long number,
        SalesforceId account,
        String owner,
        EngagementState state,
        Need need,
        Optional<String> flag,
        Optional<String> answeredBy,
        Optional<Instant> answeredAt,
        Optional<String> answer,
        Optional<String> doneBy,
        Instant submittedAt,
        long version) {

    static final String QUEUE = "scale.queue";
    static final String RECEIPT = "scale.receipt";
    static final String BRIEF = "scale.brief";
    static final String ACCEPTED = "scale.accepted";
    static final String DECLINED = "scale.declined";
    static final String DONE = "scale.done";

    private static final String HANDED = "scale.handed";

    /**
     * What a decision leads to.
     *
     * @param event for history
     * @param detail for history; ids, no names
     */
    record Step(Engagement next, List<Owed> owed, String event, String detail) {}

    /**
     * The pool gets a card, the owner a receipt.
     *
     * @param queue the pool's channel, or the people of the pool where there is none
     */
    static Step submit(
            long number,
            SalesforceId account,
            String owner,
            Need need,
            Optional<String> flag,
            List<String> queue,
            Instant now) {
        Engagement engagement = new Engagement(
                number,
                account,
                owner,
                EngagementState.SUBMITTED,
                need,
                flag,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                now,
                0);
        List<Owed> owed = new ArrayList<>();
        queue.forEach(recipient -> owed.add(Owed.now(QUEUE, engagement.subject(), recipient, now)));
        owed.add(Owed.now(RECEIPT, engagement.subject(), owner, now));
        return new Step(engagement, owed, "scale.submitted", engagement.label());
    }

    /** Whoever accepts gets everything there is to know, and the owner hears who it is. */
    Step accept(String by, Roster roster, Instant now) {
        refuseUnless(EngagementState.SUBMITTED, roster);
        List<Owed> owed = List.of(Owed.now(BRIEF, subject(), by, now), Owed.now(ACCEPTED, subject(), owner, now));
        Engagement next = answered(EngagementState.ACCEPTED, by, Optional.empty(), now);
        return new Step(next, owed, "scale.accepted", label());
    }

    Step decline(String by, String reason, Roster roster, Instant now) {
        refuseUnless(EngagementState.SUBMITTED, roster);
        Engagement next = answered(EngagementState.DECLINED, by, Optional.of(reason), now);
        return new Step(next, List.of(Owed.now(DECLINED, subject(), owner, now)), "scale.declined", label());
    }

    Step finish(String by, Roster roster, Instant now) {
        refuseUnless(EngagementState.ACCEPTED, roster);
        Engagement next = new Engagement(
                number,
                account,
                owner,
                EngagementState.DONE,
                need,
                flag,
                answeredBy,
                answeredAt,
                answer,
                Optional.of(by),
                submittedAt,
                version + 1);
        return new Step(next, List.of(Owed.now(DONE, subject(), owner, now)), "scale.done", label());
    }

    /** Whoever does it has left; the successor gets everything there is to know, and the owner hears who it is. */
    Step doneInsteadBy(String successor, Instant now) {
        Engagement next = new Engagement(
                number,
                account,
                owner,
                state,
                need,
                flag,
                Optional.of(successor),
                Optional.of(now),
                answer,
                doneBy,
                submittedAt,
                version + 1);
        List<Owed> owed = List.of(
                Owed.now(BRIEF, subject(), successor, now),
                Owed.now(ACCEPTED, subject(), owner, now).each(successor));
        return new Step(next, owed, HANDED, label() + ": " + answeredBy.orElse("nobody") + " → " + successor);
    }

    /** The owner has left; whoever follows hears of every step from now on. */
    Step ownedBy(String successor, Instant now) {
        Engagement next = new Engagement(
                number,
                account,
                successor,
                state,
                need,
                flag,
                answeredBy,
                answeredAt,
                answer,
                doneBy,
                submittedAt,
                version + 1);
        List<Owed> owed = List.of(Owed.now(RECEIPT, subject(), successor, now));
        return new Step(next, owed, HANDED, label() + ": " + owner + " → " + successor);
    }

    /** Whoever presses a button that came too late learns how it stands. */
    void refuseUnless(EngagementState expected, Roster roster) {
        if (state != expected) {
            throw new Refusal(label() + " is " + standing(roster) + ". Nothing was changed.");
        }
    }

    /** "accepted by Cora": the state and whose it is. */
    String standing(Roster roster) {
        Optional<String> whose = state == EngagementState.DONE ? doneBy : answeredBy;
        return state.words() + whose.map(id -> " by " + Names.of(id, roster)).orElse("");
    }

    private Engagement answered(EngagementState newState, String by, Optional<String> words, Instant now) {
        return new Engagement(
                number,
                account,
                owner,
                newState,
                need,
                flag,
                Optional.of(by),
                Optional.of(now),
                words,
                doneBy,
                submittedAt,
                version + 1);
    }

    String label() {
        return "CSE-" + number;
    }

    /** What notices, touches and history call it. */
    String subject() {
        return subject(number);
    }

    static String subject(long number) {
        return "engagement:" + number;
    }
}
