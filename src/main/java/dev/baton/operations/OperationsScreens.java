package dev.baton.operations;

import static dev.baton.slack.Blocks.actions;
import static dev.baton.slack.Blocks.button;
import static dev.baton.slack.Blocks.divider;
import static dev.baton.slack.Blocks.esc;
import static dev.baton.slack.Blocks.facts;
import static dev.baton.slack.Blocks.input;
import static dev.baton.slack.Blocks.modal;
import static dev.baton.slack.Blocks.note;
import static dev.baton.slack.Blocks.text;
import static dev.baton.slack.Blocks.user;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.view.View;
import dev.baton.account.Names;
import dev.baton.account.Roster;
import dev.baton.notice.Message;
import dev.baton.slack.Blocks;
import dev.baton.slack.Button;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Draws what administrators see. */
final class OperationsScreens {
    static final String VIEW = "operations.overview";
    static final String OPEN = "operations.open";
    static final String EARLIER = "operations.earlier";
    static final String LATER = "operations.later";
    static final String RETRY = "operations.retry";
    static final String HAND_OVER = "operations.hand-over";
    static final String SET_ASIDE = "operations.set-aside";

    private static final int QUOTED = 201;
    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm", Locale.ENGLISH);

    View overview(Overview seen) {
        List<LayoutBlock> blocks = new ArrayList<>(health(seen));
        blocks.add(divider());
        blocks.add(text(headline(seen)));
        seen.troubles().forEach(trouble -> blocks.addAll(trouble(trouble, seen)));
        if (seen.pages() > 1) {
            blocks.add(note("Page " + (seen.page() + 1) + " of " + seen.pages()));
            blocks.add(actions("pages", turns(seen)));
        }
        return modal(VIEW, "How Baton does", "", blocks, String.valueOf(seen.page()));
    }

    private static List<LayoutBlock> health(Overview seen) {
        Health health = seen.health();
        List<String> facts = new ArrayList<>(List.of(
                "Database", health.store().map(Blocks::esc).orElse("takes writes"),
                "Slack", health.slack().map(Blocks::esc).orElse("knows Baton's token"),
                "Sending",
                        health.paused()
                                .map(why -> "paused, everything stays owed: " + esc(why))
                                .orElse("goes on"),
                "Owed", owed(health, seen)));
        health.backup().ifPresent(at -> facts.addAll(List.of("Last backup", when(at, seen.zone()))));
        return facts(facts);
    }

    private static String owed(Health health, Overview seen) {
        String oldest = health.oldestDue()
                .map(since -> ", the oldest since " + when(since, seen.zone()))
                .orElse("");
        return health.due() + " due" + oldest + "; " + health.claimed() + " being sent; " + health.later() + " later";
    }

    private static String headline(Overview seen) {
        if (seen.all() == 0) {
            return "*Everything got through.* Nothing was given up, and nothing fails again and again.";
        }
        return "*" + messages(seen.all()) + " did not get through*";
    }

    private static List<LayoutBlock> trouble(Trouble trouble, Overview seen) {
        String head = (trouble.change() ? "*A change of a message to " : "*To ") + recipient(trouble, seen.roster())
                + "*, since " + when(trouble.since(), seen.zone());
        String why = esc(Reason.inWords(trouble.why()));
        String how = trouble.dead()
                ? "Given up: " + why + "."
                : "Tried " + trouble.attempts() + " times, and will be again: " + why + ".";
        List<LayoutBlock> blocks = new ArrayList<>();
        blocks.add(text(head + "\n" + quoted(trouble) + "\n" + how));
        blocks.add(actions("trouble:" + trouble.seen(), decisions(trouble)));
        return blocks;
    }

    /** The first lines of it, as they would be said now. Its words are mrkdwn already. */
    private static String quoted(Trouble trouble) {
        String said = trouble.what().orElse("(The matter is settled: there is nothing to say any more.)");
        return "> " + Blocks.clipped(said.replace('\n', ' '), QUOTED);
    }

    private static List<Button> decisions(Trouble trouble) {
        String value = trouble.seen().toString();
        List<Button> buttons = new ArrayList<>();
        buttons.add(button(RETRY, "Retry", value));
        if (trouble.canBeHandedOver()) {
            buttons.add(button(HAND_OVER, "Hand over", value));
        }
        buttons.add(button(SET_ASIDE, "Set aside", value)
                .confirm("Set aside", "Nobody will be told this any more.", "Set aside", "Keep it"));
        return buttons;
    }

    private static List<Button> turns(Overview seen) {
        List<Button> turns = new ArrayList<>();
        if (seen.page() > 0) {
            turns.add(button(EARLIER, "Previous page", String.valueOf(seen.page() - 1)));
        }
        if (seen.page() + 1 < seen.pages()) {
            turns.add(button(LATER, "Next page", String.valueOf(seen.page() + 1)));
        }
        return turns;
    }

    View handOver(Trouble trouble, Roster roster) {
        List<LayoutBlock> blocks = List.of(
                text(quoted(trouble)),
                input(
                        OperationsDesk.TO,
                        "To whom",
                        user(""),
                        "Gets the message in place of " + plainRecipient(trouble, roster)
                                + ", who is told nothing more of it.",
                        false));
        return modal(HAND_OVER, "Hand over", "Hand over", blocks, trouble.seen().toString());
    }

    /** @param given up now; zero once all is taken care of */
    Message alert(long given) {
        if (given == 0) {
            String words = "Whatever could not be delivered has been taken care of.";
            return new Message(words, Blocks.json(List.of(text(words))));
        }
        String words = messages(given) + " could not be delivered.";
        return new Message(
                words,
                Blocks.json(List.of(
                        text("*" + words + "* They wait for a decision: try again, or hand over to somebody else."),
                        actions("operations", button(OPEN, "Show them", "0").primary()))));
    }

    private static String recipient(Trouble trouble, Roster roster) {
        return trouble.toPerson() ? esc(Names.of(trouble.recipient(), roster)) : "<#" + trouble.recipient() + ">";
    }

    private static String plainRecipient(Trouble trouble, Roster roster) {
        return trouble.toPerson() ? Names.of(trouble.recipient(), roster) : "the channel";
    }

    private static String when(Instant at, ZoneId zone) {
        return WHEN.format(at.atZone(zone));
    }

    private static String messages(long count) {
        return count == 1 ? "1 message" : count + " messages";
    }
}
