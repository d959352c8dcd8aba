package dev.baton.sandbox;

import java.util.Map;
import java.util.function.Consumer;

/** What Slack accepts as rich text: sections, lists, quotes and code, made of styled words. */
final class RichTextRules {
    private static final int MOST = 1000;
    private static final int DEEPEST = 8;
    private static final Map<String, Consumer<Node>> PARTS = Map.of(
            "rich_text_section", part -> words(part.only("elements")),
            "rich_text_list", RichTextRules::list,
            "rich_text_preformatted",
                    part -> words(part.only("elements", "border", "language").integer("border", 0, 1)),
            "rich_text_quote", part -> words(part.only("elements", "border").integer("border", 0, 1)));
    private static final Map<String, Consumer<Node>> WORDS = Map.of(
            "text", word -> word.only("text", "style").required("text").string("text", 1, Integer.MAX_VALUE - 1),
            "link",
                    word -> word.only("url", "text", "unsafe", "style")
                            .required("url")
                            .string("url", 1, TextRules.LONGEST)
                            .flag("unsafe"),
            "emoji", word -> word.only("name", "unicode", "style", "skin_tone").required("name"),
            "user", word -> word.only("user_id", "style").required("user_id"),
            "channel", word -> word.only("channel_id", "style").required("channel_id"),
            "usergroup", word -> word.only("usergroup_id", "style").required("usergroup_id"),
            "broadcast",
                    word -> word.only("range", "style")
                            .required("range")
                            .choice("range", "here", "channel", "everyone"),
            "date",
                    word -> word.only("timestamp", "format", "url", "fallback", "style")
                            .required("timestamp")
                            .required("format"),
            "color", word -> word.only("value", "style").required("value"));

    private RichTextRules() {}

    static void block(Node block) {
        block.only("block_id", "elements").required("elements");
        for (Node part : block.children("elements", 1, MOST)) {
            Consumer<Node> rule = PARTS.get(part.type());
            if (rule == null) {
                part.wrong("unsupported type: " + part.type());
            } else {
                rule.accept(part);
            }
        }
    }

    private static void list(Node list) {
        list.only("elements", "style", "indent", "offset", "border")
                .required("style")
                .choice("style", "bullet", "ordered")
                .required("elements")
                .integer("indent", 0, DEEPEST)
                .integer("offset", 0, MOST)
                .integer("border", 0, 1);
        for (Node item : list.children("elements", 1, MOST)) {
            item.choice("type", "rich_text_section");
            words(item.only("elements"));
        }
    }

    private static void words(Node part) {
        part.required("elements");
        for (Node word : part.children("elements", 0, MOST)) {
            Consumer<Node> rule = WORDS.get(word.type());
            if (rule == null) {
                word.wrong("unsupported type: " + word.type());
            } else {
                rule.accept(word);
                word.child("style")
                        .ifPresent(style -> style.only("bold", "italic", "strike", "code", "underline", "highlight")
                                .flag("bold", "italic", "strike", "code", "underline", "highlight"));
            }
        }
    }
}
