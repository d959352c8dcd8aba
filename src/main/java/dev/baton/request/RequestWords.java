package dev.baton.request;

import static dev.baton.slack.Blocks.esc;

import dev.baton.account.Money;
import dev.baton.handbook.Field;
import dev.baton.handbook.Qualification;
import java.util.ArrayList;
import java.util.List;

/** Sentences and facts that several screens of a request share. */
final class RequestWords {
    private RequestWords() {}

    /** Labels and values for a reader who may know everything. */
    static List<String> facts(RequestView view) {
        List<String> facts = new ArrayList<>(List.of(
                "Stage",
                esc(view.opportunity().stage().label()),
                "Expected close",
                view.opportunity().closeDate().toString(),
                view.handbook().words().dealValue(),
                view.opportunity().arr().map(Money::toString).orElse("not known"),
                "LAM",
                view.opportunity().lam().toString(),
                "Segment",
                esc(view.account().segment().label()),
                "Region",
                esc(view.regionName())));
        view.account().deployment().ifPresent(each -> facts.addAll(List.of("Deployment", esc(each.label()))));
        view.request()
                .wish()
                .preferredCsm()
                .ifPresent(csm -> facts.addAll(
                        List.of("Preferred " + view.handbook().words().csm(), esc(view.name(csm)))));
        view.seller()
                .ifPresent(person ->
                        facts.addAll(List.of(view.handbook().label(Field.ACCOUNT_EXECUTIVE), esc(view.name(person)))));
        view.salesforce()
                .ifPresent(host -> facts.addAll(List.of(
                        "Salesforce",
                        "<https://" + host + "/" + view.account().id().value15() + "|Account>, <https://" + host + "/"
                                + view.opportunity().id().value15() + "|Opportunity>")));
        view.account().projectUrl().ifPresent(url -> facts.addAll(List.of("Project", link(url))));
        return facts;
    }

    /** The qualification with its reason, as mrkdwn. */
    static String qualification(RequestView view) {
        Qualified qualified = view.request().qualified();
        String result =
                sign(qualified.result()) + " *" + esc(view.handbook().words().qualified(qualified.result())) + "*: ";
        return qualified
                .ruling()
                .map(override -> result + esc(view.name(override.by())) + " decided so: "
                        + esc(sentence(override.reason())) + " By the thresholds: " + esc(qualified.why()) + ".")
                .orElseGet(() -> result + esc(qualified.why()) + ".");
    }

    /** What somebody typed, with one full stop at its end whether they typed it or not. */
    private static String sentence(String words) {
        String typed = words.strip();
        return typed.matches("(?s).*[.!?…]") ? typed : typed + ".";
    }

    static String capitalised(String words) {
        return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    private static String sign(Qualification result) {
        return switch (result) {
            case CSM -> ":white_check_mark:";
            case SCALE_CSE -> ":large_yellow_circle:";
            case NONE -> ":warning:";
            case UNKNOWN -> ":grey_question:";
        };
    }

    /** A typed address as a link; a bar in it would begin a label. */
    private static String link(String url) {
        return "<" + esc(url).replace("|", "%7C") + ">";
    }
}
