package dev.baton.card;

import static dev.baton.slack.Blocks.actions;
import static dev.baton.slack.Blocks.button;
import static dev.baton.slack.Blocks.esc;
import static dev.baton.slack.Blocks.input;
import static dev.baton.slack.Blocks.line;
import static dev.baton.slack.Blocks.modal;
import static dev.baton.slack.Blocks.note;
import static dev.baton.slack.Blocks.text;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.view.View;
import java.util.ArrayList;
import java.util.List;

/** Draws the search for an account, with what it found. */
final class FinderScreens {
    static final String CALLBACK = "account.find";
    static final String FIELD = "account_search";
    static final String OPEN = "account.open";
    static final String ADD = "account.add";

    View finder(Found found) {
        List<LayoutBlock> blocks = new ArrayList<>();
        blocks.add(input(FIELD, "Account", line(found.typed(), "Name, codename or Salesforce link"), "", false));
        blocks.add(text(said(found)));
        found.hits()
                .forEach(hit -> blocks.add(text(
                        "hit." + hit.id().value15(),
                        "*" + esc(hit.name()) + "*\n" + esc(hit.about()),
                        button(OPEN, "Open", hit.id().value15()))));
        if (found.more()) {
            blocks.add(note("There are more. Type a few more letters."));
        }
        if (found.mayAdd() && found.nothing()) {
            blocks.add(actions("account.missing", button(ADD, "Add it", added(found.typed()))));
        }
        return modal(CALLBACK, "Find an account", "Search", blocks, "");
    }

    private static String said(Found found) {
        if (found.complaint().isPresent()) {
            return ":warning: " + esc(found.complaint().get());
        }
        if (found.typed().isEmpty()) {
            return found.hits().isEmpty()
                    ? "You are on no account's team yet. Search for any account."
                    : "*Your accounts*";
        }
        if (found.hits().isEmpty()) {
            return "No account is known as *" + esc(found.typed()) + "*."
                    + (found.mayAdd() ? "" : " Somebody of the account's team can add it.");
        }
        return "*Which one?*";
    }

    /** A link is not a name; it will be pasted where links go. */
    private static String added(String typed) {
        String name = typed.contains("://") ? "" : typed;
        return name.isEmpty() ? " " : name.substring(0, Math.min(120, name.length()));
    }
}
