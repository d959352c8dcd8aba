package dev.baton.evaluation;

import static dev.baton.slack.Blocks.actions;
import static dev.baton.slack.Blocks.button;
import static dev.baton.slack.Blocks.esc;
import static dev.baton.slack.Blocks.modal;
import static dev.baton.slack.Blocks.note;
import static dev.baton.slack.Blocks.text;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.view.View;
import dev.baton.handbook.Stage;
import dev.baton.notice.Due;
import dev.baton.notice.Message;
import dev.baton.slack.Blocks;
import dev.baton.slack.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Draws what is left to do after a technical evaluation, for the seller, for the SA, and for the account's card. */
final class EvaluationScreens {
    static final String COMPLETE = "evaluation.complete";
    static final String TICK = "evaluation.tick";
    /** Whoever knows how a stage is moved answers this press; it carries the opportunity's id. */
    static final String MOVE_STAGE = "stage.open";

    private static final int RANK_ON_ACCOUNT = 15;
    private static final String NOBODY_SELLS = "Nobody sells to this account: put its seller on the team with"
            + " \"Edit account\", who is then asked to move the stage.";
    private static final String STAGE_3 = Stage.TECHNICAL_EVALUATION.label();

    /** The seller's: move the stage on. */
    Message move(EvaluationView view, Due due) {
        String reader = reader(due);
        String words = moveSettled(view, reader)
                .orElseGet(() -> view.name(view.evaluation().sa()) + " says that the technical evaluation of "
                        + view.customer() + " is complete. Move the stage on from " + STAGE_3 + moveBy(view) + ".");
        return message(words, due, view, moveBlocks(view, reader, words));
    }

    Message moveOverdue(EvaluationView view, Due due) {
        String reader = reader(due);
        String words = moveSettled(view, reader)
                .orElseGet(() -> overdue(view) + "the technical evaluation of " + view.customer()
                        + " is complete, and the stage still stands at " + STAGE_3 + ". Move it on.");
        return message(words, due, view, moveBlocks(view, reader, words));
    }

    /** The SA's: the three things to see to. */
    Message checks(EvaluationView view, Due due) {
        String reader = reader(due);
        String words = checksSettled(view, reader)
                .orElseGet(() -> "The technical evaluation of " + view.customer()
                        + " is complete. Three things are yours to see to, by " + view.checksBy() + ".");
        return message(words, due, view, checksBlocks(view, due, words));
    }

    Message checksOverdue(EvaluationView view, Due due) {
        String reader = reader(due);
        int left = Check.values().length - view.evaluation().ticked().size();
        String words = checksSettled(view, reader)
                .orElseGet(() -> overdue(view) + number(left)
                        + " of the three things you see to after the technical evaluation of " + view.customer()
                        + (left == 1 ? " is open." : " are open."));
        return message(words, due, view, checksBlocks(view, due, words));
    }

    /** What the SA reads on having marked an evaluation complete. */
    View marked(EvaluationView view) {
        String seller = view.evaluation()
                .seller()
                .map(person -> view.name(person) + " is asked to move the stage on from " + STAGE_3 + ".")
                .orElse(NOBODY_SELLS);
        return modal(
                "evaluation.marked",
                "Evaluation complete",
                "",
                List.of(
                        text(esc("The technical evaluation of " + view.customer() + " is marked complete. " + seller)),
                        text("Three things are yours to see to; they are in your messages from Baton.")),
                "");
    }

    /** What is left to do, and what can be marked complete. */
    Optional<Part> onAccount(Departure departure) {
        List<LayoutBlock> blocks = new ArrayList<>();
        departure
                .completable()
                .forEach(opportunity -> blocks.add(text(
                        COMPLETE + ":" + opportunity.id().value15(),
                        "*" + STAGE_3 + "* (close " + opportunity.closeDate()
                                + "): once the evaluation is complete, the stage has to be moved on.",
                        button(COMPLETE, "Evaluation complete", opportunity.id().value15())
                                .confirm(
                                        "Is the evaluation complete?",
                                        "Whoever sells to the account is asked to move the stage on, and you get three"
                                                + " things to see to.",
                                        "It is complete",
                                        "Not yet"))));
        departure.open().forEach(view -> blocks.add(text(esc(standing(view)))));
        return blocks.isEmpty() ? Optional.empty() : Optional.of(Part.whole(RANK_ON_ACCOUNT, blocks));
    }

    private static String standing(EvaluationView view) {
        Evaluation evaluation = view.evaluation();
        String words = "The technical evaluation is complete.";
        if (evaluation.moveOpen()) {
            words += " "
                    + evaluation
                            .seller()
                            .map(person -> view.name(person) + " moves the stage on" + moveBy(view) + ".")
                            .orElse(NOBODY_SELLS);
        }
        if (evaluation.checksOpen()) {
            int left = Check.values().length - evaluation.ticked().size();
            words += " " + view.name(evaluation.sa()) + " sees to " + number(left) + " of three things, by "
                    + view.checksBy() + ".";
        }
        return words;
    }

    private static String number(int left) {
        return left == 1 ? "one" : left == 2 ? "two" : "all";
    }

    private static List<LayoutBlock> moveBlocks(EvaluationView view, String reader, String words) {
        List<LayoutBlock> blocks = new ArrayList<>(List.of(text(esc(words))));
        if (moveSettled(view, reader).isEmpty()) {
            blocks.add(note(deal(view)));
            blocks.add(actions(
                    "evaluation.move",
                    button(MOVE_STAGE, "Move the stage", view.opportunity().id().value15())
                            .primary()));
        }
        return blocks;
    }

    private static List<LayoutBlock> checksBlocks(EvaluationView view, Due due, String words) {
        List<LayoutBlock> blocks = new ArrayList<>(List.of(text(esc(words))));
        boolean pressable = view.evaluation().state() == EvaluationState.OPEN
                && view.evaluation().sa().equals(due.recipient());
        for (Check check : Check.values()) {
            if (pressable) {
                blocks.add(line(view, check));
            }
        }
        if (pressable) {
            String seller = view.evaluation()
                    .seller()
                    .map(person -> view.name(person) + " is asked to move the stage on" + moveBy(view) + ".")
                    .orElse(NOBODY_SELLS);
            blocks.add(note((view.evaluation().moveOpen() ? esc(seller) + " " : "") + deal(view)));
        }
        return blocks;
    }

    private static LayoutBlock line(EvaluationView view, Check check) {
        Evaluation evaluation = view.evaluation();
        boolean ticked = evaluation.ticked().contains(check);
        return text(
                TICK + ":" + check.name(),
                (ticked ? ":white_check_mark: " : ":white_large_square: ")
                        + esc(view.handbook().label(check.field())),
                button(TICK, ticked ? "Not yet" : "Done", evaluation.id() + ":" + check.name()));
    }

    /** Empty while it is this reader's to do. */
    private static Optional<String> moveSettled(EvaluationView view, String reader) {
        Evaluation evaluation = view.evaluation();
        if (evaluation.movedAt().isPresent()) {
            return Optional.of("Done: the opportunity of " + view.customer() + " has left " + STAGE_3
                    + ". It stands at " + stage(view) + ".");
        }
        if (evaluation.state() == EvaluationState.ENDED) {
            return Optional.of(ended(view));
        }
        return evaluation.seller().equals(Optional.of(reader))
                ? Optional.empty()
                : Optional.of(evaluation
                        .seller()
                        .map(person ->
                                view.name(person) + " sells to " + view.customer() + " now, and moves the stage on.")
                        .orElseGet(() ->
                                "You do not sell to " + view.customer() + " any more. Nothing is left to do for you."));
    }

    /** Empty while it is this reader's to do. */
    private static Optional<String> checksSettled(EvaluationView view, String reader) {
        Evaluation evaluation = view.evaluation();
        if (evaluation.ticked().size() == Check.values().length) {
            return Optional.of(
                    "Done: after the technical evaluation of " + view.customer() + " all three things are seen to.");
        }
        if (evaluation.state() == EvaluationState.ENDED) {
            return Optional.of(ended(view));
        }
        return evaluation.sa().equals(reader)
                ? Optional.empty()
                : Optional.of(view.name(evaluation.sa()) + " sees to what is left after the technical evaluation of "
                        + view.customer() + " now.");
    }

    private static String ended(EvaluationView view) {
        return "Nothing is left to do after the technical evaluation of " + view.customer()
                + ": its opportunity stands at " + stage(view) + ".";
    }

    private static String overdue(EvaluationView view) {
        return "Overdue after " + view.handbook().timings().evaluationOverdue() + ": ";
    }

    private static String moveBy(EvaluationView view) {
        return view.moveBy().map(day -> ", by " + day).orElse("");
    }

    private static String deal(EvaluationView view) {
        return "Opportunity at " + esc(stage(view)) + ", close "
                + view.opportunity().closeDate() + ". See `/baton help evaluation`.";
    }

    private static String stage(EvaluationView view) {
        return view.opportunity().stage().label();
    }

    /** Whose it is to do, also where somebody else reads it in their place. */
    static String reader(Due due) {
        return due.insteadOf().orElse(due.recipient());
    }

    private static Message message(String words, Due due, EvaluationView view, List<LayoutBlock> blocks) {
        due.insteadOf()
                .ifPresent(person ->
                        blocks.add(0, note("For you because " + esc(view.name(person)) + " cannot be reached.")));
        return new Message(esc(words), Blocks.json(blocks));
    }
}
