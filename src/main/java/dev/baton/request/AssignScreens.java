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
import dev.baton.request.AssignPicker.Candidate;
import dev.baton.slack.Element;
import dev.baton.slack.Option;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Draws the picker of a CSM, for the first assignment and for a later one. */
final class AssignScreens {
    static final String ASSIGN = "request.assign.form";
    static final String REASSIGN = "request.reassign.form";
    static final String CSM = "csm";
    static final String NOTE = "note";
    static final String REASON = "reason";

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMMM", Locale.ENGLISH);

    View picker(AssignPicker picker) {
        String suggested =
                picker.suggested().map(each -> each.person().slackId()).orElse("");
        List<LayoutBlock> blocks = new ArrayList<>(who(picker, picker.candidates(), suggested));
        blocks.add(note(why(picker)));
        blocks.add(input(NOTE, "Note", paragraph("", ""), "Everybody concerned reads it.", true));
        return modal(ASSIGN, picker.view().handbook().words().assignTitle(), "Submit", blocks, number(picker));
    }

    View repicker(AssignPicker picker) {
        String before = picker.view().request().csm().orElse("");
        List<LayoutBlock> blocks = new ArrayList<>(who(picker, picker.others(), ""));
        blocks.add(note(esc(picker.view().name(before)) + " has it now."));
        blocks.add(input(REASON, "Reason", paragraph("", ""), "The one before and the new one read it.", false));
        return modal(REASSIGN, "Reassign " + picker.view().request().label(), "Submit", blocks, number(picker));
    }

    private static List<LayoutBlock> who(AssignPicker picker, List<Candidate> candidates, String initial) {
        String label = picker.view().handbook().words().csm();
        Element choice = choice(candidates.stream().map(AssignScreens::option).toList(), initial);
        return List.of(
                text(picker.view().request().label() + ": *" + esc(picker.view().customer()) + "*"),
                input(CSM, label, choice, "", false));
    }

    private static Option option(Candidate candidate) {
        String carries = carries(candidate);
        String flags = candidate
                        .awayUntil()
                        .map(day -> ", away until " + DAY.format(day))
                        .orElse("")
                + (candidate.sameRegion() ? "" : ", other region")
                + (candidate.preferred() ? ", asked for" : "");
        return new Option(candidate.person().slackId(), candidate.person().name(), carries + flags);
    }

    private static String carries(Candidate candidate) {
        String capacity = candidate.person().capacity().isPresent()
                ? " of " + candidate.person().capacity().getAsInt()
                : "";
        return candidate.accounts() + capacity + " accounts, " + candidate.arr();
    }

    private static String why(AssignPicker picker) {
        return picker.suggested()
                .map(each -> "Suggested: " + esc(each.person().name()) + " (" + carries(each)
                        + "), who serves the region, is here, and has the most room.")
                .orElseGet(() -> "No suggestion: " + unsuited(picker));
    }

    private static String unsuited(AssignPicker picker) {
        return picker.candidates().stream().anyMatch(Candidate::sameRegion)
                ? "everybody who serves this region is away or full."
                : "nobody here serves " + esc(picker.view().regionName()) + ".";
    }

    private static String number(AssignPicker picker) {
        return String.valueOf(picker.view().request().number());
    }
}
