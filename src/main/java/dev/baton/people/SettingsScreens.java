package dev.baton.people;

import static dev.baton.slack.Blocks.actions;
import static dev.baton.slack.Blocks.boxes;
import static dev.baton.slack.Blocks.button;
import static dev.baton.slack.Blocks.choice;
import static dev.baton.slack.Blocks.clipped;
import static dev.baton.slack.Blocks.date;
import static dev.baton.slack.Blocks.divider;
import static dev.baton.slack.Blocks.esc;
import static dev.baton.slack.Blocks.input;
import static dev.baton.slack.Blocks.modal;
import static dev.baton.slack.Blocks.note;
import static dev.baton.slack.Blocks.text;
import static dev.baton.slack.Blocks.time;
import static dev.baton.slack.Blocks.user;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.view.View;
import dev.baton.account.Leave;
import dev.baton.slack.Option;
import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Draws somebody's settings, and the form that enters time off. */
final class SettingsScreens {
    static final String SETTINGS = "people.settings.form";
    static final String LEAVE = "people.leave.form";
    static final String ADD = "people.leave.add";
    static final String REMOVE = "people.leave.remove";

    private static final String TITLE = "My settings";
    private static final String YES = "yes";
    private static final int LEAVES_SHOWN = 20;
    private static final int WORDS = 150;

    /** It keeps what was typed when it is drawn again, because its fields keep their ids. */
    View settings(MySettings mine) {
        List<LayoutBlock> blocks = new ArrayList<>();
        blocks.add(note("Times are those of your place, " + esc(mine.zone().getId())
                + ". It follows the time zone in your Slack profile."));
        hours(blocks, mine);
        reminders(blocks, mine);
        blocks.add(divider());
        timeOff(blocks, mine);
        blocks.add(divider());
        blocks.addAll(next(mine));
        return modal(SETTINGS, TITLE, "Save", blocks, "");
    }

    /** After saving: what follows. */
    View saved(MySettings mine) {
        List<LayoutBlock> blocks = new ArrayList<>(List.of(text(":white_check_mark: Saved.")));
        blocks.addAll(next(mine));
        return modal("people.saved", TITLE, "", blocks, "");
    }

    View leave(MySettings mine) {
        String otherwise = mine.backup()
                .map(backup -> "Without one " + backup + " reads it, as your backup.")
                .orElse("Without one your reminders wait until you are back.");
        List<LayoutBlock> blocks = List.of(
                input(Intake.FROM, "From", date(Optional.empty()), "The first day you are away.", false),
                input(Intake.TO, "To", date(Optional.empty()), "The last day you are away.", false),
                input(
                        Intake.DELEGATE,
                        "Delegate",
                        user(""),
                        "Is asked, and may decline. Reads what comes for you, and may act in your place. " + otherwise,
                        true));
        return modal(LEAVE, "Add time off", "Save", blocks, "");
    }

    private static void hours(List<LayoutBlock> blocks, MySettings mine) {
        blocks.add(input(
                Intake.QUIET_FROM, "Quiet from", time(Optional.of(mine.quiet().from())), "", true));
        blocks.add(input(
                Intake.QUIET_UNTIL,
                "Quiet until",
                time(Optional.of(mine.quiet().until())),
                "Reminders wait until then; answers come at once. The same time twice means no quiet hours.",
                true));
        Set<String> worked = mine.weekdays().stream().map(DayOfWeek::name).collect(Collectors.toSet());
        blocks.add(input(Intake.DAYS, "Working days", boxes(weekdays(), worked), "", true));
        List<Option> calendars = new ArrayList<>();
        mine.calendars().forEach(each -> calendars.add(Option.of(each, country(each))));
        calendars.add(Option.of(Intake.NO_HOLIDAYS, "No public holidays"));
        String chosen = mine.holidays().isEmpty() ? Intake.NO_HOLIDAYS : mine.holidays();
        blocks.add(input(Intake.HOLIDAYS, "Public holidays of", choice(calendars, chosen), "", false));
    }

    private static void reminders(List<LayoutBlock> blocks, MySettings mine) {
        List<Option> leads = mine.leads().stream()
                .map(span -> Option.of(span.toString(), span.toString()))
                .toList();
        blocks.add(input(
                Intake.LEAD,
                "Remind me of meetings",
                choice(leads, mine.lead().toString()),
                "So long before; days in the morning.",
                false));
        blocks.add(input(
                Intake.GATHERED,
                "One morning digest instead of single reminders",
                boxes(
                        List.of(Option.of(YES, "Gather my reminders in the morning")),
                        mine.chosen().gathered() ? Set.of(YES) : Set.of()),
                "",
                true));
        blocks.add(input(
                Intake.PAUSE,
                "Pause what can wait until",
                date(mine.pausedUntil()),
                "Answers, and what comes before a meeting or a deadline, are said all the same.",
                true));
    }

    private static void timeOff(List<LayoutBlock> blocks, MySettings mine) {
        blocks.add(text("*Time off*"));
        mine.written()
                .forEach(time ->
                        blocks.add(note("Away " + Days.said(time, mine.today()) + ", as the people file says.")));
        mine.leaves().stream().limit(LEAVES_SHOWN).forEach(leave -> blocks.add(away(leave, mine)));
        if (mine.leaves().size() > LEAVES_SHOWN) {
            blocks.add(note("… and " + (mine.leaves().size() - LEAVES_SHOWN) + " more, later."));
        }
        blocks.add(actions("leave.add", button(ADD, "Add time off", "")));
    }

    private static LayoutBlock away(Leave leave, MySettings mine) {
        String id = String.valueOf(leave.id());
        return text(
                "leave:" + id,
                "Away " + Days.said(leave.time(), mine.today()) + ". " + esc(standIn(leave, mine)),
                button(REMOVE, "Remove", id));
    }

    private static String standIn(Leave leave, MySettings mine) {
        String otherwise = mine.backup()
                .map(backup -> backup + " reads what comes for you, as your backup.")
                .orElse("Your reminders wait until you are back.");
        if (leave.delegate().isEmpty() || leave.answer().isEmpty()) {
            return otherwise;
        }
        String delegate = mine.name(leave.delegate().get());
        return switch (leave.answer().get()) {
            case ASKED -> delegate + " is asked to stand in and has not answered yet. " + otherwise;
            case ACCEPTED -> delegate + " stands in for you.";
            case DECLINED -> delegate + " cannot stand in. " + otherwise;
        };
    }

    private static List<LayoutBlock> next(MySettings mine) {
        if (mine.next().isEmpty()) {
            return List.of(text("*What comes next*\nNothing that I know of yet."));
        }
        String lines = mine.next().stream()
                .map(each ->
                        "• " + when(each, mine) + ": " + clipped(each.words().replace('\n', ' '), WORDS)
                                + each.reader()
                                        .map(reader -> " (" + esc(mine.name(reader)) + " reads it)")
                                        .orElse(""))
                .collect(Collectors.joining("\n"));
        return List.of(text("*What comes next*\n" + lines));
    }

    private static String when(Next next, MySettings mine) {
        return Days.said(LocalDateTime.ofInstant(next.at(), mine.zone()), mine.today());
    }

    private static List<Option> weekdays() {
        return Arrays.stream(DayOfWeek.values())
                .map(day -> Option.of(day.name(), day.getDisplayName(TextStyle.FULL, Locale.ENGLISH)))
                .toList();
    }

    /** "United States (us)", "United Kingdom (gb-eng)". */
    private static String country(String calendar) {
        String country = calendar.split("-", -1)[0].toUpperCase(Locale.ROOT);
        return new Locale.Builder().setRegion(country).build().getDisplayCountry(Locale.ENGLISH) + " (" + calendar
                + ")";
    }
}
