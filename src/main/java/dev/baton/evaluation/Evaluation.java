package dev.baton.evaluation;

import dev.baton.account.Refusal;
import dev.baton.account.SalesforceId;
import dev.baton.handbook.Stage;
import dev.baton.notice.Owed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A technical evaluation that an SA has marked complete. From then on the seller moves the stage on, and the SA sees to three
 * things (handbook 004:51).
 *
 * @param sa whose the three checks are
 * @param seller who moves the stage; empty where nobody sells to the account
 * @param ticked what has been seen to
 * @param movedAt when the stage left 3
 * @param version goes up with each change
 */
record Evaluation(
        long id,
        SalesforceId account,
        SalesforceId opportunity,
        String sa,
        Optional<String> seller,
        EvaluationState state,
        Set<Check> ticked,
        Instant completedAt,
        Optional<Instant> movedAt,
        long version) {

    static final String MOVE = "evaluation.move";
    static final String CHECKS = "evaluation.checks";
    static final String MOVE_OVERDUE = "evaluation.move.overdue";
    static final String CHECKS_OVERDUE = "evaluation.checks.overdue";

    Evaluation {
        ticked = Collections.unmodifiableSet(ticked.isEmpty() ? EnumSet.noneOf(Check.class) : EnumSet.copyOf(ticked));
    }

    /**
     * What a decision leads to.
     *
     * @param settled the keys of what is no longer owed
     * @param event for history
     * @param detail for history; ids, no names
     */
    record Step(Evaluation next, List<Owed> owed, List<String> settled, String event, String detail) {}

    /** Both hear at once what is theirs to do, and again when it is overdue. */
    Step announced(Overdue overdue) {
        return new Step(
                this, owed(true, true, overdue, completedAt), List.of(), "evaluation.completed", opportunity.value15());
    }

    /** Sees to one of the three, or takes that back. */
    Step toggle(Check check, Overdue overdue) {
        if (state != EvaluationState.OPEN) {
            throw new Refusal("Nothing of this is asked any more. Nothing was changed.");
        }
        EnumSet<Check> next = EnumSet.noneOf(Check.class);
        next.addAll(ticked);
        boolean now = !next.remove(check);
        if (now) {
            next.add(check);
        }
        Evaluation after = with(sa, seller, next, movedAt);
        boolean reopened = !checksOpen() && after.checksOpen();
        return new Step(
                after,
                reopened ? List.of(overdue.owed(CHECKS_OVERDUE, after, sa)) : List.of(),
                after.settledKeys(),
                now ? "evaluation.ticked" : "evaluation.unticked",
                check.name());
    }

    /** The opportunity is at another stage now; empty when that changes nothing here. */
    Optional<Step> follow(Stage stage, Instant now) {
        int left = stage.rank().orElse(-1) - Stage.TECHNICAL_EVALUATION.rank().orElseThrow();
        boolean on = !stage.terminal() && left > 0;
        if (state != EvaluationState.OPEN || (movedAt.isPresent() ? on : !stage.terminal() && left == 0)) {
            return Optional.empty();
        }
        if (on) {
            Evaluation moved = with(sa, seller, ticked, Optional.of(now));
            return Optional.of(new Step(moved, List.of(), moved.settledKeys(), "evaluation.moved", stage.label()));
        }
        Evaluation ended = new Evaluation(
                id, account, opportunity, sa, seller, EvaluationState.ENDED, ticked, completedAt, movedAt, version + 1);
        return Optional.of(new Step(ended, List.of(), ended.settledKeys(), "evaluation.ended", stage.label()));
    }

    /** Others are the account's SA and seller now; empty when that changes nothing here. */
    Optional<Step> handTo(Optional<String> newSa, Optional<String> newSeller, Overdue overdue, Instant now) {
        Evaluation next = with(newSa.orElse(sa), newSeller, ticked, movedAt);
        boolean checks = !next.sa.equals(sa) && next.checksOpen();
        boolean move = !next.seller.equals(seller) && next.moveOpen();
        if (state != EvaluationState.OPEN || (next.sa.equals(sa) && next.seller.equals(seller))) {
            return Optional.empty();
        }
        List<String> settled = new ArrayList<>(next.settledKeys());
        if (move && next.seller.isEmpty()) {
            settled.add(key(MOVE_OVERDUE));
        }
        return Optional.of(new Step(
                next,
                next.owed(move, checks, overdue, now),
                settled,
                "evaluation.handed",
                next.sa + next.seller.map(person -> " " + person).orElse("")));
    }

    boolean moveOpen() {
        return state == EvaluationState.OPEN && movedAt.isEmpty();
    }

    boolean checksOpen() {
        return state == EvaluationState.OPEN && ticked.size() < Check.values().length;
    }

    /** Whether something is left that this person is to do. */
    boolean asks(String person) {
        return (checksOpen() && sa.equals(person)) || (moveOpen() && seller.equals(Optional.of(person)));
    }

    String key(String kind) {
        return subject() + ":" + kind;
    }

    /** What notices, touches and history call it. */
    String subject() {
        return "evaluation:" + id;
    }

    private List<Owed> owed(boolean move, boolean checks, Overdue overdue, Instant now) {
        List<Owed> owed = new ArrayList<>();
        seller.filter(person -> move).ifPresent(person -> {
            owed.add(Owed.now(MOVE, subject(), person, now));
            owed.add(overdue.owed(MOVE_OVERDUE, this, person));
        });
        if (checks) {
            owed.add(Owed.now(CHECKS, subject(), sa, now));
            owed.add(overdue.owed(CHECKS_OVERDUE, this, sa));
        }
        return owed;
    }

    private List<String> settledKeys() {
        List<String> settled = new ArrayList<>();
        if (!moveOpen()) {
            settled.add(key(MOVE_OVERDUE));
        }
        if (!checksOpen()) {
            settled.add(key(CHECKS_OVERDUE));
        }
        return settled;
    }

    private Evaluation with(
            String newSa, Optional<String> newSeller, Set<Check> newTicked, Optional<Instant> newMoved) {
        boolean done = newMoved.isPresent() && newTicked.size() == Check.values().length;
        return new Evaluation(
                id,
                account,
                opportunity,
                newSa,
                newSeller,
                done ? EvaluationState.DONE : state,
                newTicked,
                completedAt,
                newMoved,
                version + 1);
    }
}
