package dev.baton.request;

import static dev.baton.slack.Blocks.actions;
import static dev.baton.slack.Blocks.button;
import static dev.baton.slack.Blocks.esc;
import static dev.baton.slack.Blocks.facts;
import static dev.baton.slack.Blocks.note;
import static dev.baton.slack.Blocks.text;
import static dev.baton.slack.Blocks.title;

import com.slack.api.model.block.LayoutBlock;
import dev.baton.account.Account;
import dev.baton.handbook.Handbook;
import dev.baton.notice.Due;
import dev.baton.notice.Message;
import dev.baton.slack.Blocks;
import dev.baton.slack.Button;
import dev.baton.slack.Part;
import java.util.ArrayList;
import java.util.List;

/** Draws a request for the manager who answers it, and in short for an account's card. */
final class CardScreens {
    static final String ASSIGN = "request.assign";
    static final String ASK = "request.ask";
    static final String ASK_FOR_ONE = "request.new";
    static final String DECLINE = "request.decline";
    static final String REDIRECT = "request.redirect";
    static final String OVERRIDE = "request.override";
    static final String REASSIGN = "request.reassign";

    private static final int REMARKS_SHOWN = 8;
    private static final int RANK_ON_ACCOUNT = 30;
    private static final int RANK_OF_ASKING = 5;

    /** The card of the manager, or of whoever stands in. It stays true as long as the message stands. */
    Message card(RequestView view, Due due) {
        CsmRequest request = view.request();
        List<LayoutBlock> blocks = new ArrayList<>();
        blocks.add(title(view.handbook().words().request() + " " + request.label() + ": " + view.customer()));
        due.insteadOf()
                .ifPresent(person ->
                        blocks.add(note("For you because " + esc(view.name(person)) + " cannot be reached.")));
        boolean standsIn = due.kind().equals(RequestKinds.ESCALATION);
        boolean movedOn = !standsIn
                && !due.recipient().equals(request.manager())
                && due.insteadOf().isEmpty();
        if (standsIn && request.state().open()) {
            blocks.add(text(":bell: *" + esc(view.manager()) + " has not answered " + request.label()
                    + " yet: you stand in.*"));
        }
        if (movedOn) {
            blocks.add(note(esc(view.manager()) + " has this request now."));
        }
        if (request.admission().flagged()) {
            blocks.add(text(":alarm_clock: *"
                    + esc(RequestWords.capitalised(request.admission().words(view.handbook()))) + "*"));
        }
        blocks.add(text(esc(view.name(request.requester())) + " asks for "
                + view.handbook().words().aCsm() + " for *" + esc(view.customer()) + "*."));
        blocks.addAll(facts(RequestWords.facts(view)));
        blocks.add(text(RequestWords.qualification(view)));
        request.wish().anyway().ifPresent(reason -> blocks.add(text("*Sent all the same, because*\n" + esc(reason))));
        request.wish().notes().ifPresent(notes -> blocks.add(text("*Notes*\n" + esc(notes))));
        blocks.addAll(conversation(view));
        if (!request.admission().flagged()) {
            blocks.add(note("Why now: " + esc(request.admission().words(view.handbook()))));
        }
        if (!movedOn || !request.state().open()) {
            blocks.addAll(answers(view, movedOn));
        }
        return new Message(esc(summary(view)), Blocks.json(blocks));
    }

    /** The way from an account's card to the form. */
    Part ask(Account account, Handbook handbook) {
        Button button = button(
                        ASK_FOR_ONE,
                        handbook.words().requestTitle(),
                        account.id().value15())
                .primary();
        return Part.whole(RANK_OF_ASKING, List.of(actions("request.new", button)));
    }

    /** One line for the account's card. */
    Part onAccount(RequestView view) {
        CsmRequest request = view.request();
        return Part.whole(
                RANK_ON_ACCOUNT,
                List.of(text("*" + request.label() + "* by " + esc(view.name(request.requester())) + ": "
                        + esc(view.outcome()))));
    }

    private static String summary(RequestView view) {
        CsmRequest request = view.request();
        String asks = view.name(request.requester()) + " asks for "
                + view.handbook().words().aCsm() + " for " + view.customer();
        return request.state().open()
                ? request.label() + ": " + asks
                : request.label() + " (" + view.customer() + ") is " + view.outcome();
    }

    private static List<LayoutBlock> conversation(RequestView view) {
        List<LayoutBlock> blocks = new ArrayList<>();
        List<Remark> remarks = view.remarks();
        int from = Math.max(0, remarks.size() - REMARKS_SHOWN);
        if (from > 0) {
            blocks.add(note("… and " + from + " earlier"));
        }
        remarks.subList(from, remarks.size())
                .forEach(remark -> line(view, remark).forEach(blocks::add));
        return blocks;
    }

    private static List<LayoutBlock> line(RequestView view, Remark remark) {
        String author = esc(view.name(remark.author()));
        return switch (remark.kind()) {
            case QUESTION ->
                List.of(text("*" + author + " asked:* " + esc(remark.words()) + "\n"
                        + remark.reply()
                                .map(reply -> "*" + esc(view.name(view.request().requester())) + ":* " + esc(reply))
                                .orElse("_waiting for "
                                        + esc(view.name(view.request().requester())) + "_")));
            case EDITED -> List.of(note(author + " changed " + esc(remark.words())));
            case REASSIGNED -> List.of(note(author + " reassigned it: " + esc(remark.words())));
            case OVERRIDDEN -> List.of();
        };
    }

    /** Below the threshold there is no Assign before the manager overrides. */
    private static List<LayoutBlock> answers(RequestView view, boolean movedOn) {
        CsmRequest request = view.request();
        String number = String.valueOf(request.number());
        List<LayoutBlock> blocks = new ArrayList<>();
        List<Button> buttons = new ArrayList<>();
        if (request.state().open()) {
            if (request.qualified().assignable()) {
                buttons.add(button(ASSIGN, "Assign", number).primary());
            }
            buttons.add(button(ASK, "Ask", number));
            buttons.add(button(DECLINE, "Decline", number));
            buttons.add(button(REDIRECT, view.handbook().words().redirect(), number));
            buttons.add(button(OVERRIDE, "Override qualification", number));
        } else {
            blocks.add(text("*" + esc(RequestWords.capitalised(view.outcome())) + "*"
                    + request.settlement()
                            .flatMap(CsmRequest.Settlement::words)
                            .map(words -> "\n" + esc(words))
                            .orElse("")));
            if (request.state() == RequestState.ASSIGNED && !movedOn) {
                buttons.add(button(REASSIGN, "Reassign", number));
            }
        }
        if (!buttons.isEmpty()) {
            blocks.add(actions("request.answers", buttons));
        }
        return blocks;
    }
}
