package dev.baton.request;

import static dev.baton.slack.Blocks.esc;
import static dev.baton.slack.Blocks.facts;
import static dev.baton.slack.Blocks.note;
import static dev.baton.slack.Blocks.text;

import com.slack.api.model.block.LayoutBlock;
import dev.baton.notice.Message;
import dev.baton.slack.Blocks;
import java.util.ArrayList;
import java.util.List;

/** Draws what others are told of a request: a sentence that needs nothing opened, and the facts for who takes over. */
final class ToldScreens {

    /** The CSM hears what is theirs now; the others whom to talk to. */
    Message assigned(RequestView view, String reader) {
        CsmRequest request = view.request();
        String csm = request.csm().orElse("");
        String by = request.settlement().map(how -> view.name(how.by())).orElse(view.manager());
        String role = view.handbook().words().csm();
        String words = reader.equals(csm)
                ? by + " assigned " + view.customer() + " to you. You are its " + role + " (" + request.label() + ")."
                : view.name(csm) + " is the " + role + " of " + view.customer() + " (" + request.label()
                        + ", assigned by " + by + ").";
        List<LayoutBlock> blocks = new ArrayList<>();
        blocks.add(text(esc(words)));
        if (reader.equals(csm)) {
            blocks.addAll(facts(RequestWords.facts(view)));
            request.wish().notes().ifPresent(notes -> blocks.add(text("*Notes*\n" + esc(notes))));
        }
        if (reader.equals(csm)) {
            blocks.add(note("In Salesforce your name belongs in the field "
                    + esc(view.handbook().words().salesforceField()) + ": see that it shows there."));
        }
        request.settlement()
                .flatMap(CsmRequest.Settlement::words)
                .ifPresent(note -> blocks.add(text("*From " + esc(by) + "*\n" + esc(note))));
        return message(words, blocks);
    }

    /** Whoever has it now gets the facts; all hear why. */
    Message reassigned(RequestView view, Remark remark, String reader) {
        CsmRequest request = view.request();
        String csm = request.csm().orElse("");
        String role = view.handbook().words().csm();
        String now = reader.equals(csm)
                ? "You are the " + role + " of " + view.customer() + " now."
                : view.name(csm) + " is the " + role + " of " + view.customer() + " now.";
        String words =
                now + " " + view.name(remark.author()) + " reassigned " + request.label() + ": " + remark.words();
        List<LayoutBlock> blocks = new ArrayList<>();
        blocks.add(text(esc(words)));
        if (reader.equals(csm)) {
            blocks.addAll(facts(RequestWords.facts(view)));
        }
        return message(words, blocks);
    }

    Message answered(RequestView view, Remark question) {
        return oneLine(view.name(view.request().requester()) + " answered about "
                + view.request().label() + " (" + view.customer() + "): "
                + question.reply().orElse("") + " You had asked: " + question.words());
    }

    Message edited(RequestView view, Remark remark) {
        return oneLine(view.name(remark.author()) + " changed " + view.request().label() + " (" + view.customer()
                + "): " + remark.words());
    }

    Message withdrawn(RequestView view) {
        return oneLine(view.name(view.request().requester()) + " withdrew "
                + view.request().label() + " (" + view.customer() + "). You need not do anything.");
    }

    Message dealLost(RequestView view) {
        CsmRequest request = view.request();
        String by = request.settlement().map(how -> view.name(how.by())).orElse("Somebody");
        return oneLine(request.label() + " (" + view.customer() + ") has ended with its deal: " + by + " moved it to "
                + view.opportunity().stage().label() + ". You need not do anything.");
    }

    Message nudge(RequestView view) {
        return oneLine(view.request().label() + " still waits for you: "
                + view.name(view.request().requester())
                + " asked for " + view.handbook().words().aCsm() + " for " + view.customer() + " (close "
                + view.opportunity().closeDate() + "). The card with the buttons is above.");
    }

    /** What a reminder becomes once it has been answered. */
    Message settled(RequestView view) {
        return oneLine(view.request().label() + " (" + view.customer() + ") is " + view.outcome()
                + ". You need not do anything.");
    }

    /** Kept true: once the region has a manager, the request has moved and nothing is left to do. */
    Message hole(RequestView view) {
        if (!view.request().byDefault()) {
            return oneLine(
                    view.regionName() + " has a " + view.handbook().words().csmManager() + " now: "
                            + view.request().label() + " went to " + view.manager() + ". You need not do anything.");
        }
        return oneLine(
                view.regionName() + " has no " + view.handbook().words().csmManager() + ": "
                        + view.request().label() + " went to " + view.manager()
                        + " by default. Name a manager for the region in the people file; open requests then move by themselves.");
    }

    /** One line for a channel, where the name is the one everybody may read. */
    Message line(RequestView view) {
        return oneLine(view.name(view.request().requester()) + " asked for "
                + view.handbook().words().aCsm() + " for " + view.customerForAll() + " ("
                + view.request().label() + ").");
    }

    Message assignedLine(RequestView view) {
        return oneLine(view.request().csm().map(view::name).orElse("") + " is the "
                + view.handbook().words().csm() + " of " + view.customerForAll() + " ("
                + view.request().label() + ").");
    }

    private static Message oneLine(String words) {
        return message(words, List.of(text(esc(words))));
    }

    private static Message message(String text, List<LayoutBlock> blocks) {
        return new Message(esc(text), Blocks.json(blocks));
    }
}
