package dev.baton.dedicated;

import static dev.baton.slack.Blocks.actions;
import static dev.baton.slack.Blocks.button;
import static dev.baton.slack.Blocks.esc;
import static dev.baton.slack.Blocks.facts;
import static dev.baton.slack.Blocks.note;
import static dev.baton.slack.Blocks.text;
import static dev.baton.slack.Blocks.title;

import com.slack.api.model.block.LayoutBlock;
import dev.baton.account.Account;
import dev.baton.account.Account.Audience;
import dev.baton.account.Region;
import dev.baton.handbook.Link;
import dev.baton.handbook.Topic;
import dev.baton.notice.Due;
import dev.baton.notice.Message;
import dev.baton.slack.Blocks;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Draws the announcement for the manager and for the members of the team, and its line on the account's card. */
final class DedicatedScreens {
    static final String READ = "dedicated.read";

    /** What the manager sees, from the announcement to the last tick. */
    Message manager(Reading reading, Due due) {
        Account account = reading.account();
        String name = account.nameFor(Audience.TEAM);
        String words = opening(reading, name, due.recipient());
        List<LayoutBlock> blocks = new ArrayList<>();
        blocks.add(title("Dedicated: " + name));
        due.insteadOf()
                .ifPresent(person ->
                        blocks.add(note("For you because " + esc(reading.name(person)) + " cannot be reached.")));
        blocks.add(text(esc(words)));
        if (reading.announcement().standing()) {
            blocks.addAll(facts(known(reading)));
            blocks.add(text("*Best practices*: " + reading.tally() + ticks(reading)));
            blocks.add(note("A notice, not a request. You hear of it early, so that "
                    + esc(reading.handbook().words().csms()) + " are engaged during pre-sales."));
            blocks.add(note(esc(calledInChannels(account))));
        }
        return message(words, blocks);
    }

    /** What a member of the team sees: the best practices, and the button to tick them. */
    Message member(Reading reading, String reader) {
        Account account = reading.account();
        String name = account.nameFor(Audience.TEAM);
        String words = opening(reading, name, reader);
        List<LayoutBlock> blocks = new ArrayList<>();
        blocks.add(text(esc(words)));
        if (reading.announcement().standing()) {
            String manager = reading.name(reading.announcement().manager());
            reading.handbook().topic("dedicated").ifPresent(topic -> blocks.add(text(topic(topic))));
            blocks.add(note(esc(manager + " (" + reading.handbook().words().csmManager() + ") knows. "
                    + calledInChannels(account))));
            blocks.addAll(tick(reading, reader));
        }
        return message(words, blocks);
    }

    /**
     * One line for the account's card.
     *
     * @param announcedOn the day it was for whoever reads this
     */
    LayoutBlock line(Reading reading, LocalDate announcedOn) {
        Announcement announcement = reading.announcement();
        return text("*Dedicated*: announced to " + esc(reading.name(announcement.manager())) + " on " + announcedOn
                + "; best practices " + reading.tally() + ".");
    }

    private static String opening(Reading reading, String name, String reader) {
        Announcement announcement = reading.announcement();
        if (!announcement.standing()) {
            return name + " is not on Dedicated any more.";
        }
        String told = announcement
                .by()
                .map(by -> by.equals(reader) ? "You have set it." : reading.name(by) + " has set it.")
                .orElse("It stands so in the account's data.");
        return name + " will be on Dedicated. " + told;
    }

    private static List<LayoutBlock> tick(Reading reading, String reader) {
        if (reading.read(reader)) {
            return List.of(note(":white_check_mark: You have read the best practices."));
        }
        return reading.member(reader)
                ? List.of(actions(
                        READ,
                        button(
                                        READ,
                                        "I have read the best practices",
                                        reading.account().id().value15())
                                .primary()))
                : List.of(note("You are not on this account's team any more."));
    }

    private static List<String> known(Reading reading) {
        Account account = reading.account();
        List<String> facts = new ArrayList<>();
        reading.opportunity()
                .ifPresent(leading -> facts.addAll(List.of(
                        "Stage",
                        esc(leading.stage().label()),
                        "Expected close",
                        leading.closeDate().toString())));
        Region region = reading.roster().regions().get(account.region());
        facts.addAll(List.of("Segment", esc(account.segment().label())));
        facts.addAll(List.of("Region", esc(region == null ? account.region() : region.name())));
        return facts;
    }

    private static String ticks(Reading reading) {
        return reading.team().stream()
                .map(person -> "\n" + (reading.read(person) ? ":white_check_mark: " : ":white_large_square: ")
                        + esc(reading.name(person)))
                .collect(Collectors.joining());
    }

    private static String calledInChannels(Account account) {
        return account.codename()
                .map(codename -> "In channels say \"" + codename + "\", never the customer's name.")
                .orElse("It has no codename yet, so channels read \"" + account.nameFor(Audience.OTHERS)
                        + "\". Never write the customer's name there.");
    }

    private static String topic(Topic topic) {
        String links = topic.links().stream().map(DedicatedScreens::link).collect(Collectors.joining("\n"));
        return "*" + esc(topic.title()) + "*\n" + esc(topic.text()) + (links.isEmpty() ? "" : "\n" + links);
    }

    private static String link(Link link) {
        return "<" + esc(link.address().toString()).replace("|", "%7C") + "|" + esc(link.label()) + ">";
    }

    private static Message message(String words, List<LayoutBlock> blocks) {
        return new Message(esc(words), Blocks.json(blocks));
    }
}
