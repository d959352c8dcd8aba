package dev.baton.stage;

import static dev.baton.slack.Blocks.actions;
import static dev.baton.slack.Blocks.button;
import static dev.baton.slack.Blocks.esc;
import static dev.baton.slack.Blocks.facts;
import static dev.baton.slack.Blocks.note;
import static dev.baton.slack.Blocks.text;
import static dev.baton.slack.Blocks.title;

import com.slack.api.model.block.LayoutBlock;
import dev.baton.account.Money;
import dev.baton.handbook.Vocabulary;
import dev.baton.notice.Due;
import dev.baton.notice.Message;
import dev.baton.slack.Blocks;
import java.util.ArrayList;
import java.util.List;

/** Draws what a manager is told where nobody serves a customer, or whoever is about to be one. */
final class AlertScreens {
    /** Opens the request for a CSM, filled in as far as the account is known. It is answered where requests are taken in. */
    private static final String ASK = "request.new";

    Message alert(AlertView view, Due due) {
        return view.due() ? open(view, due) : settled(view);
    }

    private static Message open(AlertView view, Due due) {
        Vocabulary words = view.handbook().words();
        String stage = view.deal().stage().label();
        String said = view.customer() + " is " + (view.deal().stage().open() ? "at " : "") + stage + " without "
                + words.aCsm() + ". " + meanwhile(view);
        List<LayoutBlock> blocks = new ArrayList<>();
        blocks.add(title(stage + " without " + words.aCsm() + ": " + view.customer()));
        due.insteadOf()
                .ifPresent(person ->
                        blocks.add(note("For you because " + esc(view.name(person)) + " cannot be reached.")));
        blocks.add(text(esc(said)));
        blocks.add(text(esc(why(view))));
        blocks.addAll(facts(known(view)));
        view.request()
                .ifPresentOrElse(
                        request -> blocks.add(note(esc(request + " asks for one and waits for an answer."))),
                        () -> blocks.addAll(ask(view)));
        return new Message(esc(said), Blocks.json(blocks));
    }

    private static List<LayoutBlock> ask(AlertView view) {
        String account = view.account().id().value15();
        return List.of(
                actions(
                        "stage.alert",
                        button(ASK, view.handbook().words().requestTitle(), account)
                                .primary()),
                note("The request is filled in as far as the account is known. Look it over and send it: it comes back"
                        + " to you with the button to assign."));
    }

    private static String meanwhile(AlertView view) {
        return view.onboarding()
                .map(customer -> customer.named(customer.primary()) + " is the primary contact until one is assigned.")
                .orElse("By now somebody should be there for the time after the sale.");
    }

    private static String why(AlertView view) {
        Vocabulary words = view.handbook().words();
        if (view.cover() == Cover.UNDECIDED) {
            return view.deal().arr().isEmpty()
                    ? "Whether it qualifies is yours to decide: the " + words.dealValue() + " is not known."
                    : "Whether it qualifies is yours to decide: no threshold is set for "
                            + view.account().segment().label() + ".";
        }
        String sample =
                view.handbook().thresholdsNote().map(note -> " (" + note + ")").orElse("");
        return words.qualified(Cover.qualification(view.account(), view.deal(), view.handbook())) + " with "
                + view.deal().arr().map(Money::toString).orElse("") + " " + words.dealValue() + sample + ".";
    }

    private static List<String> known(AlertView view) {
        List<String> known = new ArrayList<>();
        view.onboarding()
                .map(OnboardingView::onboarding)
                .ifPresentOrElse(
                        onboarding -> known.addAll(List.of(
                                "Customer start",
                                onboarding.start().toString(),
                                "Kickoff by",
                                onboarding.kickoff().toString())),
                        () -> known.addAll(List.of(
                                "Expected close", view.deal().closeDate().toString())));
        known.addAll(List.of(
                "LAM",
                view.deal().lam().toString(),
                "Segment",
                esc(view.account().segment().label()),
                "Region",
                esc(view.regionName())));
        return known;
    }

    /** What has settled it. */
    private static Message settled(AlertView view) {
        Vocabulary words = view.handbook().words();
        String customer = view.customer();
        String said = switch (view.cover()) {
            case CSM ->
                view.account().csmPerson().map(view::name).orElse("") + " is the " + words.csm() + " of " + customer
                        + " now.";
            case POOL -> customer + " is served by " + words.thePool() + " now.";
            case BELOW -> customer + " is below the threshold for " + words.aCsm() + " now.";
            case MISSING, UNDECIDED ->
                customer + " is at " + view.deal().stage().label() + " now.";
        };
        String done = esc(said + " You need not do anything.");
        return new Message(done, Blocks.json(List.of(text(done))));
    }
}
