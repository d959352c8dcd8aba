package dev.baton.people;

import static dev.baton.slack.Blocks.actions;
import static dev.baton.slack.Blocks.button;
import static dev.baton.slack.Blocks.esc;
import static dev.baton.slack.Blocks.text;

import com.slack.api.model.block.LayoutBlock;
import dev.baton.account.Leave;
import dev.baton.account.Leave.Answer;
import dev.baton.notice.Message;
import dev.baton.slack.Blocks;
import dev.baton.slack.Button;
import dev.baton.slack.Margin;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Draws the question whether somebody stands in, its answer, and the line above what a stand-in reads. */
final class StandInScreens {
    static final String ACCEPT = "people.stand-in.accept";
    static final String DECLINE = "people.stand-in.decline";

    Message question(Absence absence) {
        String asker = absence.asker();
        String when = Days.said(absence.leave().time(), absence.today());
        String id = String.valueOf(absence.leave().id());
        if (absence.is(Answer.ASKED)) {
            return message(
                    asker + " asks you to stand in " + when + ".",
                    " You would read what comes for " + asker + ", and could act in " + asker + "'s place.",
                    button(ACCEPT, "Accept", id).primary(),
                    button(DECLINE, "Decline", id));
        }
        if (absence.is(Answer.ACCEPTED)) {
            return message(
                    "You stand in for " + asker + " " + when + ".",
                    " You read what comes for " + asker + " then.",
                    button(DECLINE, "I cannot after all", id));
        }
        return absence.leave().removed()
                ? message(asker + " no longer needs anybody to stand in " + when + ".", "")
                : message("You declined to stand in for " + asker + " " + when + ".", "");
    }

    /** To whoever asked. */
    Message answer(Absence absence) {
        Leave leave = absence.leave();
        String when = Days.said(leave.time(), absence.today());
        if (leave.removed()) {
            return message("You took back your time off " + when + ".", "");
        }
        if (absence.is(Answer.ACCEPTED)) {
            return message(
                    absence.delegate() + " stands in for you " + when + ".",
                    " What comes for you goes to " + absence.delegate() + ".");
        }
        String otherwise = absence.backup()
                .map(backup -> " As it stands, " + backup + " reads what comes for you.")
                .orElse(" As it stands, your reminders wait until you are back.");
        return message(
                absence.delegate() + " cannot stand in for you " + when + ".",
                otherwise + " To ask somebody else, remove it in `/baton settings` and enter it again.");
    }

    /** @param until the last day of the absence; empty when it is over */
    Message readFor(Message message, String absent, Optional<LocalDate> until, LocalDate today) {
        return Margin.above(
                message,
                "For " + esc(absent)
                        + until.map(day -> ", who is away until " + Days.said(day, today) + ".")
                                .orElse(", who was away."));
    }

    private static Message message(String words, String more, Button... buttons) {
        List<LayoutBlock> blocks = new ArrayList<>(List.of(text("*" + esc(words) + "*" + esc(more))));
        if (buttons.length > 0) {
            blocks.add(actions("stand-in", buttons));
        }
        return new Message(esc(words + more), Blocks.json(blocks));
    }
}
