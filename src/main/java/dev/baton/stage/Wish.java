package dev.baton.stage;

import dev.baton.account.Opportunity;
import dev.baton.handbook.Stage;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The form "Update stage" as it is filled in, right or wrong.
 *
 * @param close the day the deal is expected to close, or did
 * @param start from when on they are a customer; empty for the day the deal closed
 * @param reason why
 */
record Wish(Optional<Stage> to, Optional<LocalDate> close, Optional<LocalDate> start, Optional<String> reason) {
    static final String STAGE = "stage_to";
    static final String CLOSE_DATE = "stage_close_date";
    static final String START = "stage_start";
    static final String REASON = "stage_reason";

    private static final int LONGEST_REASON = 1000;

    /** What the form shows before anything is filled in. */
    static Wish of(Opportunity deal, Optional<LocalDate> start) {
        return new Wish(Optional.of(deal.stage()), Optional.of(deal.closeDate()), start, Optional.empty());
    }

    /**
     * What is wrong with it, by field; empty when it can be done or asked for.
     *
     * @param reader who reads why it goes back, such as "Maya reads it"
     * @param today the day it is for whoever fills it in
     */
    Map<String, String> complaints(Opportunity deal, String reader, LocalDate today) {
        Map<String, String> wrong = new LinkedHashMap<>();
        if (to.isEmpty()) {
            wrong.put(STAGE, "Choose the stage.");
        }
        to.filter(stage -> Direction.unqualifies(deal.stage(), stage))
                .ifPresent(stage -> wrong.put(
                        STAGE,
                        "This deal is qualified, so it goes back neither to " + Stage.PENDING_ACCEPTANCE.label()
                                + " nor to " + Stage.UNQUALIFIED.label() + ". If it is over, choose "
                                + Stage.CLOSED_LOST.label() + "."));
        if (close.isEmpty()) {
            wrong.put(CLOSE_DATE, "Choose the day on which the deal is expected to close, or did.");
        }
        to.filter(stage -> stage.open() && close.filter(today::isAfter).isPresent())
                .ifPresent(stage -> wrong.put(
                        CLOSE_DATE,
                        "This day is past, and at " + stage.label()
                                + " the deal is still open. Choose the day it is now expected to close."));
        boolean back = to.map(stage -> Direction.of(deal.stage(), stage))
                .filter(Direction.BACK::equals)
                .isPresent();
        if (back && reason.isEmpty()) {
            wrong.put(REASON, "Say why it goes back: " + reader + ".");
        }
        reason.filter(words -> words.length() > LONGEST_REASON)
                .ifPresent(words -> wrong.put(
                        REASON, "At most " + LONGEST_REASON + " characters; these are " + words.length() + "."));
        return wrong;
    }

    /** The deal as it is wished for. Only of a wish without complaints. */
    Opportunity on(Opportunity deal) {
        return deal.moved(to.orElseThrow(), close.orElseThrow());
    }

    /** The customer's start where it is not the day the deal closed; of a deal that is not won there is none. */
    Optional<LocalDate> startOfItsOwn() {
        return start.filter(day -> to.equals(Optional.of(Stage.CLOSED_WON)) && !close.equals(Optional.of(day)));
    }
}
