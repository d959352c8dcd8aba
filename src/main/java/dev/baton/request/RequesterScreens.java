package dev.baton.request;

import static dev.baton.slack.Blocks.actions;
import static dev.baton.slack.Blocks.button;
import static dev.baton.slack.Blocks.esc;
import static dev.baton.slack.Blocks.note;
import static dev.baton.slack.Blocks.text;

import com.slack.api.model.block.LayoutBlock;
import dev.baton.notice.Message;
import dev.baton.slack.Blocks;
import dev.baton.slack.Button;
import java.util.ArrayList;
import java.util.List;

/** Draws what the requester reads: the receipt, questions, and how it went on. */
final class RequesterScreens {
    static final String EDIT = "request.edit";
    static final String WITHDRAW = "request.withdraw";
    static final String SEND_AGAIN = "request.again";
    static final String ANSWER = "request.answer";

    /** Kept true from the first word to the result. */
    Message receipt(RequestView view) {
        CsmRequest request = view.request();
        String words = request.label() + ": your request for "
                + view.handbook().words().aCsm() + " for " + view.customer() + " is " + view.outcome() + ".";
        List<LayoutBlock> blocks = new ArrayList<>();
        blocks.add(text(esc(words)));
        if (request.byDefault() && request.state().open()) {
            blocks.add(note(
                    esc(view.regionName() + " has no " + view.handbook().words().csmManager() + " of its own, so "
                            + view.manager() + " has it. The administrators know.")));
        }
        blocks.add(note(RequestWords.qualification(view)));
        List<Button> buttons = buttons(request);
        if (!buttons.isEmpty()) {
            blocks.add(actions("request.receipt", buttons));
        }
        return message(words, blocks);
    }

    private static List<Button> buttons(CsmRequest request) {
        String number = String.valueOf(request.number());
        return switch (request.state()) {
            case ROUTED ->
                List.of(
                        button(EDIT, "Edit", number),
                        button(WITHDRAW, "Withdraw", number)
                                .confirm(
                                        "Withdraw " + request.label() + "?",
                                        "The manager is told that it is no longer needed.",
                                        "Withdraw",
                                        "Keep it"));
            // What ended with its deal cannot be sent again; whoever withdrew a request of his own gave no words.
            case WITHDRAWN ->
                request.settlement().flatMap(CsmRequest.Settlement::words).isPresent()
                        ? List.of()
                        : List.of(button(SEND_AGAIN, "Send again", number));
            case DECLINED -> List.of(button(SEND_AGAIN, "Send again", number));
            default -> List.of();
        };
    }

    Message question(RequestView view, Remark question) {
        String words = view.name(question.author()) + " asks about "
                + view.request().label() + " (" + view.customer() + "): " + question.words()
                + question.reply().map(reply -> " You answered: " + reply).orElse("");
        List<LayoutBlock> blocks = new ArrayList<>();
        blocks.add(text("*" + esc(view.name(question.author())) + "* asks about "
                + view.request().label() + ", *" + esc(view.customer()) + "*:\n" + esc(question.words())));
        question.reply().ifPresent(reply -> blocks.add(text("*You:* " + esc(reply))));
        if (question.open() && view.request().state().open()) {
            blocks.add(actions(
                    "request.question",
                    button(ANSWER, "Answer", String.valueOf(question.id())).primary()));
        }
        return message(words, blocks);
    }

    Message questionNudge(RequestView view, Remark question) {
        String words = view.name(question.author()) + " still waits for your answer about "
                + view.request().label() + " (" + view.customer() + "): " + question.words();
        return message(
                words,
                List.of(
                        text(esc(words)),
                        actions(
                                "request.question",
                                button(ANSWER, "Answer", String.valueOf(question.id()))
                                        .primary())));
    }

    Message declined(RequestView view) {
        String words =
                view.request().settlement().map(how -> view.name(how.by())).orElse(view.manager())
                        + " declined " + view.request().label() + " (" + view.customer() + "): "
                        + view.request()
                                .settlement()
                                .flatMap(CsmRequest.Settlement::words)
                                .orElse("");
        return message(
                words,
                List.of(
                        text(esc(words)),
                        actions(
                                "request.declined",
                                button(
                                        SEND_AGAIN,
                                        "Send again",
                                        String.valueOf(view.request().number())))));
    }

    Message redirected(RequestView view) {
        String pool = view.handbook().words().pool();
        String words = view.request().label() + ": " + view.customer() + " is served by " + pool
                + ", decided by "
                + view.request().settlement().map(how -> view.name(how.by())).orElse(view.manager())
                + ". The account's seller asks " + pool + " when something is needed.";
        List<LayoutBlock> blocks = new ArrayList<>();
        blocks.add(text(esc(words)));
        view.request()
                .settlement()
                .flatMap(CsmRequest.Settlement::words)
                .ifPresent(note -> blocks.add(text(esc(note))));
        return message(words, blocks);
    }

    Message overridden(RequestView view, Remark remark) {
        String words = view.name(remark.author()) + " decided about "
                + view.request().label() + " (" + view.customer() + "): " + remark.words();
        return message(words, List.of(text(esc(words))));
    }

    Message rerouted(RequestView view) {
        String words = view.request().label() + " (" + view.customer() + ") is now with " + view.manager()
                + ", who keeps " + view.regionName() + ". You need not do anything.";
        return message(words, List.of(text(esc(words))));
    }

    private static Message message(String text, List<LayoutBlock> blocks) {
        return new Message(esc(text), Blocks.json(blocks));
    }
}
