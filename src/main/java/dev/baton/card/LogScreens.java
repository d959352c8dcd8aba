package dev.baton.card;

import static dev.baton.slack.Blocks.actions;
import static dev.baton.slack.Blocks.button;
import static dev.baton.slack.Blocks.modal;
import static dev.baton.slack.Blocks.note;
import static dev.baton.slack.Blocks.text;
import static dev.baton.slack.Blocks.title;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.view.View;
import dev.baton.slack.Button;
import java.util.ArrayList;
import java.util.List;

/** Draws an account's whole history, a page at a time. */
final class LogScreens {
    static final String CALLBACK = "account.history";
    static final String TURN = "account.log.newer";
    static final String TURN_BACK = "account.log.older";

    View page(Log log) {
        List<LayoutBlock> blocks = new ArrayList<>();
        blocks.add(title(log.name()));
        blocks.add(note("Newest first, page " + (log.page() + 1) + " of " + log.pages() + ", times in " + log.zone()));
        log.deeds().forEach(deed -> blocks.add(text(CardScreens.line(deed, log.zone()))));
        List<Button> buttons = new ArrayList<>();
        if (log.page() > 0) {
            buttons.add(button(TURN, "Newer", value(log, log.page() - 1)));
        }
        if (log.page() + 1 < log.pages()) {
            buttons.add(button(TURN_BACK, "Older", value(log, log.page() + 1)));
        }
        if (!buttons.isEmpty()) {
            blocks.add(actions("history.pages", buttons));
        }
        return modal(CALLBACK, "History", "", blocks, "");
    }

    private static String value(Log log, int page) {
        return log.account().value15() + ":" + page;
    }
}
