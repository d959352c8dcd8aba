package dev.baton.leaver;

import static dev.baton.slack.Blocks.actions;
import static dev.baton.slack.Blocks.button;
import static dev.baton.slack.Blocks.choice;
import static dev.baton.slack.Blocks.esc;
import static dev.baton.slack.Blocks.input;
import static dev.baton.slack.Blocks.modal;
import static dev.baton.slack.Blocks.note;
import static dev.baton.slack.Blocks.text;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.view.View;
import dev.baton.account.Account.Audience;
import dev.baton.account.Names;
import dev.baton.account.Roster;
import dev.baton.handbook.Handbook;
import dev.baton.handbook.Role;
import dev.baton.leaver.Estate.Line;
import dev.baton.leaver.Successors.Candidate;
import dev.baton.notice.Due;
import dev.baton.notice.Message;
import dev.baton.slack.Blocks;
import dev.baton.slack.Element;
import dev.baton.slack.Option;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Draws what a leaver left behind, the choice of successors, and what those concerned are told. */
final class LeaverScreens {
    /** Opens the form for one thing. */
    static final String HAND = "leaver.hand";
    /** Opens the form for all. */
    static final String HAND_ALL = "leaver.hand.all";
    /** The form for one thing. */
    static final String ONE = "leaver.one";
    /** The form for all. */
    static final String ALL = "leaver.all";

    /** More lines do not fit into a message; they move up as others are handed over. */
    private static final int LINES = 40;

    private static final int HANDED = 20;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMMM", Locale.ENGLISH);

    Message card(Estate estate, Due due) {
        String who = named(estate.leaver().person(), estate.roster());
        String state = state(estate);
        List<LayoutBlock> blocks = new ArrayList<>();
        due.insteadOf()
                .ifPresent(person -> blocks.add(
                        note("For you because " + esc(Names.of(person, estate.roster())) + " cannot be reached.")));
        blocks.add(text("*" + who + "* " + state));
        estate.open().stream().limit(LINES).forEach(line -> blocks.add(line(estate, line)));
        if (estate.open().size() > LINES) {
            blocks.add(note("And " + (estate.open().size() - LINES) + " more."));
        }
        if (estate.open().size() > 1) {
            String id = String.valueOf(estate.leaver().id());
            blocks.add(actions(
                    "leaver.actions", button(HAND_ALL, "Hand over all…", id).primary()));
        }
        if (!estate.handed().isEmpty()) {
            blocks.add(note(handed(estate)));
        }
        return new Message(who + " " + state, Blocks.json(blocks));
    }

    private static String state(Estate estate) {
        int open = estate.open().size();
        if (estate.leaver().state() == Leaver.State.BACK) {
            return "is back, and keeps what was not handed over.";
        }
        return "has left. "
                + switch (open) {
                    case 0 -> "Nothing is open any more.";
                    case 1 -> "One thing is open:";
                    default -> open + " things are open:";
                };
    }

    private static LayoutBlock line(Estate estate, Line line) {
        String carried = estate.leaver().id() + " " + line.item().subject();
        return text("leaver:" + line.item().subject(), esc(line.words()), button(HAND, "Hand over…", carried));
    }

    private static String handed(Estate estate) {
        int earlier = Math.max(0, estate.handed().size() - HANDED);
        return (earlier == 0 ? "" : earlier + " handed over before.\n")
                + estate.handed().stream()
                        .skip(earlier)
                        .map(past -> esc(past.words(Audience.TEAM)) + " → "
                                + named(past.handed().to(), estate.roster()) + ", by "
                                + named(past.handed().by(), estate.roster()))
                        .collect(Collectors.joining("\n"));
    }

    View one(Opening opening) {
        Choice choice = opening.choices().get(0);
        Line line = choice.lines().get(0);
        List<LayoutBlock> blocks = new ArrayList<>();
        blocks.add(text("*" + esc(line.words()) + "*, from " + leaver(opening) + "."));
        blocks.add(input(
                Choice.SUCCESSOR,
                "Hand over to",
                options(choice),
                why(choice, opening.estate().handbook()),
                false));
        String carried = opening.estate().leaver().id() + " " + line.item().subject();
        return modal(ONE, "Hand over", "Hand over", blocks, carried);
    }

    View all(Opening opening) {
        Handbook handbook = opening.estate().handbook();
        List<LayoutBlock> blocks = new ArrayList<>();
        blocks.add(text(
                "What " + leaver(opening) + " left behind, by who can take it over. What you leave empty stays open."));
        for (Choice choice : opening.choices()) {
            String what = choice.lines().stream().map(Line::words).collect(Collectors.joining("; "));
            String label = roles(choice, handbook);
            if (choice.successors().candidates().isEmpty()) {
                blocks.add(note("*" + esc(label) + "*: nobody in the people file can take this over: " + esc(what)));
            } else {
                blocks.add(input(choice.key(), label, options(choice), what, true));
            }
        }
        String fields = opening.choices().stream().map(Choice::key).collect(Collectors.joining(" "));
        return modal(
                ALL,
                "Hand over all",
                "Hand over",
                blocks,
                opening.estate().leaver().id() + " " + fields);
    }

    private static Element options(Choice choice) {
        boolean several = choice.lines().size() > 1;
        return choice(
                choice.successors().candidates().stream()
                        .map(candidate -> option(candidate, choice.lines().size(), several))
                        .toList(),
                choice.successors()
                        .suggested()
                        .map(candidate -> candidate.person().slackId())
                        .orElse(""));
    }

    private static Option option(Candidate candidate, int accounts, boolean several) {
        List<String> said = new ArrayList<>();
        candidate.load().ifPresent(load -> {
            String of = candidate.person().capacity().isPresent()
                    ? " of " + candidate.person().capacity().getAsInt()
                    : "";
            said.add(load.accounts() + of + " accounts, " + load.arr());
        });
        candidate.awayUntil().ifPresent(day -> said.add("away until " + DAY.format(day)));
        if (candidate.near() < accounts) {
            said.add(several && candidate.near() > 0 ? "in part another region" : "other region");
        }
        return new Option(candidate.person().slackId(), candidate.person().name(), String.join(", ", said));
    }

    private static String why(Choice choice, Handbook handbook) {
        return choice.successors()
                .suggested()
                .map(candidate -> "Suggested: " + candidate.person().name() + ", who serves the region"
                        + (candidate.load().isPresent() ? ", is here, and has the most room." : " and is here."))
                .orElse("No suggestion: no " + roles(choice, handbook) + " of this region is here and has room.");
    }

    private static String roles(Choice choice, Handbook handbook) {
        return choice.successors().roles().stream()
                .map((Role role) -> handbook.label(role))
                .collect(Collectors.joining(" or "));
    }

    /** To the successor. */
    Message yours(Given given) {
        Handed first = given.lines().get(0).handed();
        String who = named(first.from(), given.roster());
        String words = who + " has left, and " + named(first.by(), given.roster()) + " hands over to you:";
        String lines = given.lines().stream()
                .map(past -> "• " + esc(past.words(Audience.TEAM)))
                .collect(Collectors.joining("\n"));
        return new Message(words, Blocks.json(List.of(text(words + "\n" + lines))));
    }

    /** To the channel of an account. */
    Message line(Given given) {
        Handed first = given.lines().get(0).handed();
        String words = given.lines().stream()
                .map(past -> esc(past.words(Audience.OTHERS)) + " → "
                        + esc(given.nameAmongMany(past.handed().to())))
                .collect(Collectors.joining("; "));
        String said = esc(given.nameAmongMany(first.from())) + " has left. " + words + ".";
        return new Message(said, Blocks.json(List.of(text(said))));
    }

    private static String leaver(Opening opening) {
        return named(opening.estate().leaver().person(), opening.estate().roster());
    }

    /** Whom the people file does not name any more, Slack names. */
    private static String named(String person, Roster roster) {
        return roster.person(person).map(known -> esc(known.name())).orElse("<@" + person + ">");
    }
}
