package dev.baton.coming;

import static dev.baton.slack.Blocks.actions;
import static dev.baton.slack.Blocks.button;
import static dev.baton.slack.Blocks.date;
import static dev.baton.slack.Blocks.esc;
import static dev.baton.slack.Blocks.facts;
import static dev.baton.slack.Blocks.input;
import static dev.baton.slack.Blocks.modal;
import static dev.baton.slack.Blocks.note;
import static dev.baton.slack.Blocks.text;
import static dev.baton.slack.Blocks.time;
import static dev.baton.slack.Blocks.title;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.view.View;
import dev.baton.handbook.Link;
import dev.baton.notice.Message;
import dev.baton.slack.Blocks;
import dev.baton.slack.Button;
import dev.baton.slack.Menu;
import dev.baton.slack.Option;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Draws what can be done about reminders, below each of them and in the list of what is coming. */
final class ComingScreens {
    static final String SNOOZE = "coming.snooze";
    static final String DONE = "coming.done";
    static final String WHY = "coming.why";
    static final String LIST = "coming.list";
    static final String EARLIER = "coming.earlier";
    static final String LATER = "coming.later";
    /** Stands in the menu in place of a {@link Snooze}. */
    static final String A_DATE = "DATE";

    // Below a message

    Message below(Message reminder, Tools tools) {
        List<LayoutBlock> more = new ArrayList<>();
        if (!tools.note().isEmpty()) {
            more.add(note(esc(tools.note())));
        }
        row(tools).ifPresent(more::add);
        return new Message(noted(reminder.text(), tools.note()), Blocks.followed(reminder.blocks(), more));
    }

    /** Several in one; each keeps its own row of buttons. */
    Message digest(List<Entry> entries) {
        long waiting =
                entries.stream().filter(entry -> entry.tools().isPresent()).count();
        String head = waiting == 0
                ? "Nothing of this waits for you any more"
                : waiting + (waiting == 1 ? " reminder" : " reminders");
        List<LayoutBlock> blocks = new ArrayList<>(List.of(title(head)));
        entries.forEach(entry -> {
            String note = entry.tools().map(Tools::note).orElse("");
            blocks.add(text(entry.words() + (note.isEmpty() ? "" : "\n_" + esc(note) + "_")));
            entry.tools().flatMap(this::row).ifPresent(blocks::add);
        });
        String words = entries.stream().map(Entry::words).collect(Collectors.joining("\n• ", head + ":\n• ", ""));
        return new Message(entries.isEmpty() ? head + "." : words, Blocks.json(blocks));
    }

    private static String noted(String words, String note) {
        return note.isEmpty() ? words : words + " (" + esc(note) + ")";
    }

    private Optional<LayoutBlock> row(Tools tools) {
        String id = String.valueOf(tools.id());
        List<Option> times = new ArrayList<>();
        tools.snoozes().forEach(each -> times.add(Option.of(each.name() + ":" + id, each.label())));
        if (tools.date()) {
            times.add(Option.of(A_DATE + ":" + id, "A date…"));
        }
        List<Button> buttons = new ArrayList<>();
        if (tools.done()) {
            buttons.add(button(DONE, "Done", id));
        }
        buttons.add(button(WHY, "Why this?", id));
        String row = "reminder:" + id;
        return Optional.of(
                times.isEmpty() ? actions(row, buttons) : actions(row, new Menu(SNOOZE, "Snooze", times), buttons));
    }

    // In windows

    View list(Agenda agenda) {
        List<LayoutBlock> blocks = new ArrayList<>();
        if (agenda.lines().isEmpty()) {
            blocks.add(text("Nothing is coming to you."));
        }
        agenda.lines().forEach(line -> {
            String whose = line.whose().isEmpty() ? "" : ", for " + esc(line.whose());
            String note = line.tools()
                    .map(Tools::note)
                    .filter(any -> !any.isEmpty())
                    .map(any -> " (snoozed)")
                    .orElse("");
            blocks.add(text("*" + esc(line.at()) + whose + "*" + note + "\n" + line.words()));
            line.tools().flatMap(this::row).ifPresent(blocks::add);
        });
        String page = agenda.pages() > 1 ? "Page " + (agenda.page() + 1) + " of " + agenda.pages() + ". " : "";
        blocks.add(note(page + "Times are those of " + esc(agenda.zone()) + "."));
        if (agenda.pages() > 1) {
            blocks.add(actions("pages", turns(agenda)));
        }
        return modal(LIST, "What is coming", "", blocks, String.valueOf(agenda.page()));
    }

    private static List<Button> turns(Agenda agenda) {
        List<Button> turns = new ArrayList<>();
        if (agenda.page() > 0) {
            turns.add(button(EARLIER, "Previous page", String.valueOf(agenda.page() - 1)));
        }
        if (agenda.page() + 1 < agenda.pages()) {
            turns.add(button(LATER, "Next page", String.valueOf(agenda.page() + 1)));
        }
        return turns;
    }

    /** @param metadata comes back with what is chosen */
    View chooseDate(LocalDateTime proposed, String metadata) {
        return modal(
                SNOOZE,
                "Snooze",
                "Snooze",
                List.of(
                        input(ComingDesk.DATE, "Day", date(Optional.of(proposed.toLocalDate())), "", false),
                        input(
                                ComingDesk.TIME,
                                "Time",
                                time(Optional.of(proposed.toLocalTime())),
                                "On your own clock.",
                                false)),
                metadata);
    }

    View why(Why why) {
        List<LayoutBlock> blocks = new ArrayList<>();
        blocks.add(text(why.words().lines().map(line -> "> " + line).collect(Collectors.joining("\n"))));
        blocks.add(text("*The rule*\n" + esc(why.rule().text())));
        blocks.add(note("Source: " + esc(why.rule().source()) + links(why.rule().links())));
        blocks.addAll(facts(why.dates().stream().map(Blocks::esc).toList()));
        if (!why.shifts().isEmpty()) {
            blocks.add(text("*What moved it*\n" + bullets(why.shifts())));
        }
        blocks.add(text("*What comes next*\n"
                + (why.next().isEmpty() ? "Nothing else is owed about this." : bullets(why.next()))));
        return modal(WHY, "Why this?", "", blocks, "");
    }

    private static String bullets(List<String> sentences) {
        return sentences.stream().map(each -> "• " + esc(each)).collect(Collectors.joining("\n"));
    }

    private static String links(List<Link> links) {
        return links.stream()
                .map(link ->
                        " · <" + esc(link.address().toString()).replace("|", "%7C") + "|" + esc(link.label()) + ">")
                .collect(Collectors.joining());
    }
}
