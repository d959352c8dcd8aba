package dev.baton.story;

import static dev.baton.story.SlackPage.objects;
import static dev.baton.story.SlackPage.string;
import static dev.baton.story.SlackPage.words;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.baton.Cast;
import dev.baton.account.Person;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What Slack shows, as somebody would read it aloud: no markup, buttons in brackets. */
final class Plain {
    private static final Pattern PERSON = Pattern.compile("<@(\\w+)>");
    private static final Pattern LINK = Pattern.compile("<[^>|]+\\|([^>]+)>");
    private static final Pattern BOLD = Pattern.compile("(?<!\\w)[*_]([^*_\n]+)[*_](?!\\w)");

    private Plain() {}

    static String text(String mrkdwn) {
        String named = PERSON.matcher(mrkdwn)
                .replaceAll(found -> "@"
                        + Cast.ROSTER.person(found.group(1)).map(Person::name).orElse(found.group(1)));
        String unlinked = LINK.matcher(named).replaceAll("$1");
        return BOLD.matcher(unlinked)
                .replaceAll("$1")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&");
    }

    static List<String> lines(JsonElement blocks) {
        return objects(blocks).stream()
                .flatMap(Plain::block)
                .map(Plain::text)
                .flatMap(String::lines)
                .toList();
    }

    private static Stream<String> block(JsonObject block) {
        return switch (string(block, "type")) {
            case "section" -> section(block).stream();
            case "header" -> Stream.of(words(block.get("text")));
            case "context" -> objects(block.get("elements")).stream().map(each -> string(each, "text"));
            case "actions" -> Stream.of(buttons(objects(block.get("elements")).stream()));
            case "input" -> Stream.of("(" + words(block.get("label")) + ")");
            default -> Stream.empty();
        };
    }

    private static List<String> section(JsonObject block) {
        List<String> lines = new ArrayList<>();
        if (block.get("text") instanceof JsonObject text) {
            lines.add(words(text));
        }
        // A field is its label and, on a line of its own, what it says.
        objects(block.get("fields")).forEach(field -> lines.add(words(field).replaceFirst("\n", ": ")));
        if (block.get("accessory") instanceof JsonObject accessory && accessory.has("text")) {
            lines.add(buttons(Stream.of(accessory)));
        }
        return lines;
    }

    private static String buttons(Stream<JsonObject> elements) {
        return elements.map(each -> each.has("placeholder")
                        ? "[" + words(each.get("placeholder")) + " ▾]"
                        : "[" + words(each.get("text")) + "]")
                .collect(Collectors.joining(" "));
    }
}
