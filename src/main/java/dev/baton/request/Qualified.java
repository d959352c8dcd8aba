package dev.baton.request;

import dev.baton.account.Money;
import dev.baton.handbook.Handbook;
import dev.baton.handbook.Qualification;
import dev.baton.handbook.Segment;
import dev.baton.handbook.Threshold;
import dev.baton.handbook.Thresholds;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Whether an account gets a CSM, and why: thresholds are ARR by sales segment (handbook 001:21).
 *
 * @param why a clause for the requester and the manager, without a full stop
 * @param ruling a manager's word that stands above the thresholds
 */
record Qualified(Qualification result, String why, Optional<Ruling> ruling) {

    /** A manager decided otherwise. */
    record Ruling(String by, String reason) {}

    static Qualified of(Handbook handbook, Segment segment, Optional<Money> arr) {
        Thresholds thresholds = handbook.thresholds(segment);
        OptionalLong cents = arr.map(Money::cents).map(OptionalLong::of).orElseGet(OptionalLong::empty);
        Qualification result = thresholds.qualify(cents);
        boolean figures = result != Qualification.UNKNOWN;
        String note = handbook.thresholdsNote()
                .filter(text -> figures)
                .map(text -> " (" + text + ")")
                .orElse("");
        return new Qualified(result, why(handbook, result, thresholds, segment, arr) + note, Optional.empty());
    }

    /** Decided anew from changed facts; a manager's word stands. */
    Qualified again(Handbook handbook, Segment segment, Optional<Money> arr) {
        return ruling.isPresent() ? this : of(handbook, segment, arr);
    }

    Qualified overridden(Qualification newResult, String by, String reason) {
        return new Qualified(newResult, why, Optional.of(new Ruling(by, reason)));
    }

    /** Below the threshold, a request is a question: nobody is assigned before a manager overrides. */
    boolean assignable() {
        return result == Qualification.CSM || result == Qualification.UNKNOWN;
    }

    private static String why(
            Handbook handbook, Qualification result, Thresholds thresholds, Segment segment, Optional<Money> arr) {
        String value = handbook.words().dealValue();
        if (arr.isEmpty()) {
            return "the " + value + " is not known, so the manager decides";
        }
        String amount = arr.get() + " " + value;
        String csm = handbook.words().csm();
        String pool = handbook.words().pool();
        return switch (result) {
            case CSM ->
                amount + " is at or above " + said(thresholds.csm()) + ", the " + csm + " threshold for "
                        + segment.label();
            case SCALE_CSE ->
                amount + " is below the " + csm + " threshold for " + segment.label() + " (" + said(thresholds.csm())
                        + ") and at or above " + said(thresholds.cse()) + " for " + pool;
            case NONE ->
                amount + " is below the thresholds for " + segment.label() + " (" + csm + " " + said(thresholds.csm())
                        + ", " + pool + " " + said(thresholds.cse()) + ")";
            case UNKNOWN -> "no threshold is set for " + segment.label() + ", so the manager decides";
        };
    }

    private static String said(Threshold threshold) {
        if (threshold.cents().isPresent()) {
            return new Money(threshold.cents().getAsLong()).toString();
        }
        return threshold.known() ? "never" : "not set";
    }
}
