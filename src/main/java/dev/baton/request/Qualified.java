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
 * @param why a sentence for the requester and the manager
 */
record Qualified(Qualification result, String why) {

    static Qualified of(Handbook handbook, Segment segment, Optional<Money> arr) {
        Thresholds thresholds = handbook.thresholds(segment);
        OptionalLong cents = arr.map(Money::cents).map(OptionalLong::of).orElseGet(OptionalLong::empty);
        Qualification result = thresholds.qualify(cents);
        String note = handbook.thresholdsNote().map(text -> " (" + text + ")").orElse("");
        return new Qualified(result, why(result, thresholds, segment, arr) + note + ".");
    }

    private static String why(Qualification result, Thresholds thresholds, Segment segment, Optional<Money> arr) {
        if (arr.isEmpty()) {
            return "the ARR is not known, so the manager decides";
        }
        String amount = arr.get() + " ARR";
        return switch (result) {
            case CSM ->
                amount + " is at or above " + said(thresholds.csm()) + ", the CSM threshold for " + segment.label();
            case SCALE_CSE ->
                amount + " is below the CSM threshold for " + segment.label() + " (" + said(thresholds.csm())
                        + ") and at or above " + said(thresholds.cse()) + " for Scale CSE";
            case NONE ->
                amount + " is below the thresholds for " + segment.label() + " (CSM " + said(thresholds.csm())
                        + ", Scale CSE " + said(thresholds.cse()) + ")";
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
