package dev.baton.request;

import static dev.baton.slack.Blocks.choice;
import static dev.baton.slack.Blocks.esc;
import static dev.baton.slack.Blocks.input;
import static dev.baton.slack.Blocks.modal;
import static dev.baton.slack.Blocks.note;
import static dev.baton.slack.Blocks.paragraph;
import static dev.baton.slack.Blocks.text;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.view.View;
import dev.baton.account.Account.Audience;
import dev.baton.request.AssignPicker.Candidate;
import dev.baton.slack.Option;
import java.util.ArrayList;
import java.util.List;

/** Draws the picker "Assign a CSM". */
final class AssignScreens {
    static final String CALLBACK = "request.assign";
    static final String CSM = "csm";
    static final String NOTE = "note";

    View picker(AssignPicker picker) {
        CsmRequest request = picker.view().request();
        List<LayoutBlock> blocks = new ArrayList<>();
        blocks.add(text(request.label() + ": *" + esc(picker.view().account().nameFor(Audience.TEAM)) + "*"));
        blocks.add(input(
                CSM,
                "CSM",
                choice(
                        picker.candidates().stream().map(AssignScreens::option).toList(),
                        picker.suggested().map(each -> each.person().slackId()).orElse("")),
                "",
                false));
        blocks.add(note(why(picker)));
        blocks.add(input(NOTE, "Note", paragraph("", ""), "Goes to the CSM, the SA and the account executive.", true));
        return modal(CALLBACK, "Assign a CSM", "Submit", blocks, String.valueOf(request.number()));
    }

    private static Option option(Candidate candidate) {
        String capacity = candidate.person().capacity().isPresent()
                ? " of " + candidate.person().capacity().getAsInt()
                : "";
        String load = candidate.accounts() + capacity
                + (candidate.accounts() == 1 && capacity.isEmpty() ? " account" : " accounts")
                + ", " + candidate.arr() + " ARR" + (candidate.away() ? ", away" : "")
                + (candidate.sameRegion() ? "" : ", other region") + (candidate.preferred() ? ", asked for" : "");
        return new Option(candidate.person().slackId(), candidate.person().name(), load);
    }

    private static String why(AssignPicker picker) {
        return picker.suggested()
                .map(each -> "Suggested: " + esc(each.person().name())
                        + ", who serves the region, is here, and has the most room.")
                .orElse("No suggestion: everybody who serves this region is away or full.");
    }
}
