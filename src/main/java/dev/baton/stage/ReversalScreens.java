package dev.baton.stage;

import static dev.baton.slack.Blocks.actions;
import static dev.baton.slack.Blocks.button;
import static dev.baton.slack.Blocks.esc;
import static dev.baton.slack.Blocks.facts;
import static dev.baton.slack.Blocks.input;
import static dev.baton.slack.Blocks.modal;
import static dev.baton.slack.Blocks.note;
import static dev.baton.slack.Blocks.paragraph;
import static dev.baton.slack.Blocks.text;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.view.View;
import dev.baton.handbook.Field;
import dev.baton.handbook.Stage;
import dev.baton.notice.Due;
import dev.baton.notice.Message;
import dev.baton.slack.Blocks;
import dev.baton.slack.Part;
import java.util.ArrayList;
import java.util.List;

/** Draws the wish to take a deal back: for the manager, for whoever asked, and on the account's card. */
final class ReversalScreens {
    static final String APPROVE = "stage.approve";
    static final String REFUSE = "stage.refuse";
    static final String REFUSAL = "stage.refusal";
    static final String WORDS = "stage_refusal";

    private static final int RANK_ON_ACCOUNT = 12;

    /** The card of the manager, or of whoever stands in, from the question to what came of it. */
    Message card(ReversalView view, Due due) {
        Reversal reversal = view.reversal();
        String words = view.requester() + " wants to take " + view.customer() + " back from "
                + reversal.from().label() + " to " + reversal.to().label() + ".";
        List<LayoutBlock> blocks = new ArrayList<>();
        blocks.add(text(esc(words)));
        due.insteadOf()
                .ifPresent(person ->
                        blocks.add(note("For you because " + esc(view.name(person)) + " cannot be reached.")));
        blocks.add(text("*Reason*\n" + esc(reversal.reason())));
        blocks.addAll(facts(dates(reversal)));
        if (reversal.pending() && reversal.from() == Stage.CLOSED_WON) {
            blocks.add(note(":warning: The sale would be taken back: without another one the account is in pre-sales"
                    + " again."));
        }
        boolean another =
                !due.recipient().equals(reversal.manager()) && due.insteadOf().isEmpty();
        if (!reversal.pending()) {
            blocks.add(text(esc(outcome(view))));
        } else if (another) {
            blocks.add(note(esc(view.manager()) + " decides this now."));
        } else {
            String id = String.valueOf(reversal.id());
            blocks.add(
                    actions("stage.answers", button(APPROVE, "Approve", id).primary(), button(REFUSE, "Refuse", id)));
            blocks.add(note("Nothing changes before you answer."));
        }
        String said = reversal.pending() ? words : view.customer() + ", " + reversal.way() + ": " + outcome(view);
        return new Message(esc(said), Blocks.json(blocks));
    }

    /** For whoever asked, kept true. */
    Message receipt(ReversalView view) {
        Reversal reversal = view.reversal();
        String asked = "You asked " + view.manager() + " to take " + view.customer() + " back from "
                + reversal.from().label() + " to " + reversal.to().label() + ". ";
        return oneLine(asked
                + (reversal.pending() ? "Nothing changes before " + view.manager() + " answers." : outcome(view)));
    }

    /** For whoever asked: what came of it. */
    Message answer(ReversalView view) {
        Reversal reversal = view.reversal();
        String from = reversal.from().label();
        String to = reversal.to().label();
        return oneLine(
                switch (reversal.state()) {
                    case APPROVED ->
                        view.settler() + " approved: " + view.customer() + " was taken back from " + from + " to " + to
                                + ".";
                    case REFUSED ->
                        view.settler() + " does not take " + view.customer() + " back to " + to + "; it stays at "
                                + from + ". " + reversal.words().orElse("");
                    case LAPSED -> outcome(view) + " If " + view.customer() + " is still to go back, ask again.";
                    case PENDING -> view.manager() + " has not answered yet.";
                });
    }

    /** Why not. */
    View refusal(ReversalView view) {
        String words = "*" + esc(view.customer()) + "* stays at "
                + esc(view.reversal().from().label()) + ". " + esc(view.requester()) + " reads why.";
        return modal(
                REFUSAL,
                "Refuse",
                "Refuse",
                List.of(
                        text(words),
                        input(WORDS, view.handbook().label(Field.STAGE_REASON), paragraph("", ""), "", false)),
                String.valueOf(view.reversal().id()));
    }

    /** For those who may know of it. */
    Part onAccount(ReversalView view) {
        return Part.whole(
                RANK_ON_ACCOUNT,
                List.of(note(esc(view.requester() + " wants to go back ("
                        + view.reversal().way() + "). " + view.manager() + " has not answered yet."))));
    }

    private static String outcome(ReversalView view) {
        Reversal reversal = view.reversal();
        return switch (reversal.state()) {
            case PENDING -> "";
            case APPROVED -> "Approved by " + view.settler() + ".";
            case REFUSED ->
                "Refused by " + view.settler() + ": " + reversal.words().orElse("");
            case LAPSED ->
                view.settler() + " moved the deal to " + reversal.words().orElse("another stage")
                        + " meanwhile, so there is nothing left to decide.";
        };
    }

    private static List<String> dates(Reversal reversal) {
        List<String> dates = new ArrayList<>(List.of(
                reversal.to().open() ? "Expected close" : "Closed",
                reversal.close().toString()));
        reversal.start().ifPresent(start -> dates.addAll(List.of("Customer start", start.toString())));
        return dates;
    }

    private static Message oneLine(String words) {
        return new Message(esc(words), Blocks.json(List.of(text(esc(words)))));
    }
}
