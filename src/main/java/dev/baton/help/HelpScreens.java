package dev.baton.help;

import static dev.baton.slack.Blocks.esc;
import static dev.baton.slack.Blocks.note;
import static dev.baton.slack.Blocks.text;

import com.slack.api.model.block.LayoutBlock;
import dev.baton.handbook.Handbook;
import dev.baton.handbook.Link;
import dev.baton.handbook.Topic;
import dev.baton.notice.Message;
import dev.baton.slack.Blocks;
import dev.baton.slack.Feature.Help;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Draws help: what one can do, what the handbook says of one matter, and where to read on. */
final class HelpScreens {
    private final Handbook handbook;

    HelpScreens(Handbook handbook) {
        this.handbook = handbook;
    }

    /**
     * An answer.
     *
     * @param text the same in words alone
     */
    record Answer(String text, List<LayoutBlock> blocks) {
        Message message() {
            return new Message(text, Blocks.json(blocks));
        }
    }

    Answer answer(Question question, List<Help> lines) {
        return switch (question.kind()) {
            case TOPIC -> topic(question);
            case UNKNOWN -> unknown(question);
            case OVERVIEW, COMMAND -> overview(lines);
        };
    }

    private Answer overview(List<Help> lines) {
        String commands = lines.stream()
                .map(line -> "`" + esc(line.usage()) + "`  " + esc(line.does()))
                .collect(Collectors.joining("\n"));
        return answer(List.of("*What you can do here*\n" + commands), topics());
    }

    private Answer topic(Question question) {
        Optional<Topic> topic = handbook.topic(question.word());
        if (topic.isPresent()) {
            return drawn(topic.get());
        }
        if (question.word().equals(Question.LINKS)) {
            return answer(List.of("*Pages of the handbook*\n" + lines(handbook.links())), "");
        }
        String meant = question.meant()
                .map(word -> " Did you mean `/baton help " + esc(word) + "`?")
                .orElse("");
        return answer(List.of("The handbook has no topic *" + esc(question.word()) + "*." + meant), topics());
    }

    private static Answer drawn(Topic topic) {
        List<String> paragraphs = new ArrayList<>();
        paragraphs.add("*" + esc(topic.title()) + "*\n" + esc(topic.text()));
        if (!topic.links().isEmpty()) {
            paragraphs.add(lines(topic.links()));
        }
        return answer(paragraphs, "Source: " + esc(topic.source()));
    }

    private Answer unknown(Question question) {
        String meant = question.meant()
                .map(word -> "Did you mean `/baton " + esc(word) + "`? ")
                .orElse("");
        return answer(
                List.of("I do not know *" + esc(question.word()) + "*. " + meant
                        + "`/baton help` tells what there is."),
                "");
    }

    private String topics() {
        return "Topics for `/baton help TOPIC`: "
                + handbook.topics().keySet().stream().map(Blocks::esc).collect(Collectors.joining(", "));
    }

    private static String lines(List<Link> links) {
        return links.stream().map(HelpScreens::line).collect(Collectors.joining("\n"));
    }

    private static String line(Link link) {
        String address = esc(link.address().toString()).replace("|", "%7C");
        return "• <" + address + "|" + esc(link.text()) + ">"
                + (link.access() == Link.Access.INTERNAL ? " (internal)" : "")
                + (link.older() ? " (older page)" : "");
    }

    /** The words are read aloud and shown in notifications, so they are the whole answer too. */
    private static Answer answer(List<String> paragraphs, String small) {
        List<LayoutBlock> blocks = new ArrayList<>();
        paragraphs.forEach(paragraph -> blocks.add(text(paragraph)));
        String words = String.join("\n", paragraphs);
        if (small.isEmpty()) {
            return new Answer(words, blocks);
        }
        blocks.add(note(small));
        return new Answer(words + "\n" + small, blocks);
    }
}
