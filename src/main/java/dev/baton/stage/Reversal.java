package dev.baton.stage;

import dev.baton.account.Names;
import dev.baton.account.Opportunity;
import dev.baton.account.Refusal;
import dev.baton.account.Roster;
import dev.baton.account.SalesforceId;
import dev.baton.handbook.Stage;
import dev.baton.notice.Owed;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The wish to take a deal back to an earlier stage, and what the manager said. Nothing changes before.
 *
 * @param to the deal as it would be: stage, close date, and start of the customer where it is won
 * @param manager who decides
 * @param by who settled it; when it lapsed, who moved the deal
 * @param words why not
 * @param version goes up with each change
 */
record Reversal(
        long id,
        SalesforceId account,
        SalesforceId opportunity,
        Stage from,
        Stage to,
        LocalDate close,
        Optional<LocalDate> start,
        String reason,
        String requester,
        String manager,
        Instant askedAt,
        State state,
        Optional<String> by,
        Optional<String> words,
        long version) {

    /** To the manager, with the two buttons. */
    static final String CARD = "stage.back.card";
    /** To whoever asked: with whom it is. */
    static final String RECEIPT = "stage.back.receipt";
    /** To whoever asked: what came of it. */
    static final String ANSWER = "stage.back.answer";

    enum State {
        PENDING("waiting"),
        APPROVED("approved"),
        REFUSED("refused"),
        /** The deal moved otherwise. */
        LAPSED("overtaken");

        private final String words;

        State(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    /**
     * What a decision leads to.
     *
     * @param event for history
     * @param detail for history; ids, no names
     */
    record Step(Reversal next, List<Owed> owed, String event, String detail) {}

    Step asked() {
        return new Step(
                this,
                List.of(Owed.now(CARD, subject(), manager, askedAt), Owed.now(RECEIPT, subject(), requester, askedAt)),
                "stage.back.asked",
                way() + ": " + reason);
    }

    Step approved(String approver, Instant now, Roster roster) {
        refuseIfSettled(roster);
        return settled(State.APPROVED, approver, Optional.empty(), now);
    }

    Step refused(String refuser, String why, Instant now, Roster roster) {
        refuseIfSettled(roster);
        return settled(State.REFUSED, refuser, Optional.of(why), now);
    }

    /** Somebody moved the deal meanwhile, so there is nothing left to decide. */
    Step lapsed(String mover, Opportunity moved, Instant now) {
        return settled(State.LAPSED, mover, Optional.of(moved.stage().label()), now);
    }

    /** The account came under another manager. */
    Step handedTo(String newManager, Instant now) {
        Reversal next = with(requester, newManager, state, by, words);
        return new Step(
                next,
                List.of(Owed.now(CARD, subject(), newManager, now)),
                "stage.back.rerouted",
                manager + " → " + newManager);
    }

    /** Whoever asked has left; the successor hears what comes of it. */
    Step handedOn(String successor, Instant now) {
        Reversal next = with(successor, manager, state, by, words);
        List<Owed> owed = List.of(Owed.now(RECEIPT, subject(), successor, now));
        return new Step(next, owed, "stage.back.handed", requester + " → " + successor);
    }

    /** Whoever presses a button too late learns who was faster. */
    void refuseIfSettled(Roster roster) {
        if (state != State.PENDING) {
            throw new Refusal("This was " + outcome(roster) + " already. Nothing was changed.");
        }
    }

    /** "approved by Maya". */
    String outcome(Roster roster) {
        return state.words()
                + by.map(person -> " by " + Names.of(person, roster)).orElse("");
    }

    /** "5-Negotiating → 3-Technical Evaluation". */
    String way() {
        return from.label() + " → " + to.label();
    }

    boolean pending() {
        return state == State.PENDING;
    }

    String subject() {
        return "reversal:" + id;
    }

    private Step settled(State newState, String settler, Optional<String> why, Instant now) {
        Reversal next = with(requester, manager, newState, Optional.of(settler), why);
        List<Owed> owed = settler.equals(requester) ? List.of() : List.of(Owed.now(ANSWER, subject(), requester, now));
        return new Step(
                next,
                owed,
                "stage.back." + newState.name().toLowerCase(Locale.ROOT),
                way()
                        + why.filter(words -> newState == State.REFUSED)
                                .map(words -> ": " + words)
                                .orElse(""));
    }

    private Reversal with(
            String newRequester, String newManager, State newState, Optional<String> newBy, Optional<String> newWords) {
        return new Reversal(
                id,
                account,
                opportunity,
                from,
                to,
                close,
                start,
                reason,
                newRequester,
                newManager,
                askedAt,
                newState,
                newBy,
                newWords,
                version + 1);
    }
}
