package dev.baton.sandbox;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** What Slack accepts as blocks: one row for each type, and what must hold between them. */
final class BlockRules {
    static final int IN_MESSAGE = 50;
    static final int IN_VIEW = 100;

    private static final Map<String, Consumer<Node>> RULES = Map.of(
            "section", BlockRules::section,
            "header", BlockRules::header,
            "context", BlockRules::context,
            "actions", BlockRules::actions,
            "divider", BlockRules::divider,
            "input", BlockRules::input,
            "image", ImageRules::block,
            "rich_text", RichTextRules::block,
            "file", BlockRules::file);

    private BlockRules() {}

    /** Checks the {@code blocks} of a message or a view. */
    static void check(Node owner, int min, int max) {
        List<Node> blocks = owner.children("blocks", min, max);
        Set<String> blockIds = new HashSet<>();
        int focused = 0;
        for (Node block : blocks) {
            block(block);
            if (block.has("block_id") && !blockIds.add(block.text("block_id"))) {
                block.wrong("block_id", "duplicate block_id: `" + block.text("block_id") + "` already exists");
            }
            focused += focused(block);
        }
        if (focused > 1) {
            owner.wrong("blocks", "only one element can have focus_on_load");
        }
    }

    private static void block(Node block) {
        Consumer<Node> rule = RULES.get(block.type());
        if (rule == null) {
            block.wrong("unsupported type: " + block.type() + " (not imitated)");
            return;
        }
        block.string("block_id", 1, ElementRules.ID);
        rule.accept(block);
        Set<String> actionIds = new HashSet<>();
        Blocks.elements(block.json).forEach(element -> {
            String actionId = Json.text(element, "action_id");
            if (!actionId.isEmpty() && !actionIds.add(actionId)) {
                block.wrong("duplicate action_id: `" + actionId + "` already exists");
            }
        });
    }

    private static int focused(Node block) {
        return (int) Blocks.elements(block.json).stream()
                .filter(element -> Json.flag(element, "focus_on_load"))
                .count();
    }

    private static void section(Node section) {
        section.only("block_id", "text", "fields", "accessory", "expand").flag("expand");
        if (!section.has("text") && !section.has("fields")) {
            section.wrong("missing required field: text or fields");
        }
        TextRules.either(section, "text", TextRules.LONGEST);
        section.children("fields", 1, 10).forEach(field -> TextRules.item(field, 2000));
        section.child("accessory").ifPresent(BlockRules::accessory);
    }

    private static void accessory(Node element) {
        if (element.type().equals("image")) {
            ImageRules.element(element);
        } else {
            ElementRules.check(element, ElementRules.IN_SECTIONS);
        }
    }

    private static void header(Node header) {
        header.only("block_id", "text").required("text");
        TextRules.plain(header, "text", 150);
    }

    private static void context(Node context) {
        context.only("block_id", "elements").required("elements");
        for (Node element : context.children("elements", 1, 10)) {
            if (element.type().equals("image")) {
                ImageRules.element(element);
            } else {
                TextRules.item(element, TextRules.LONGEST);
            }
        }
    }

    private static void actions(Node actions) {
        actions.only("block_id", "elements").required("elements");
        actions.children("elements", 1, 25).forEach(element -> ElementRules.check(element, ElementRules.IN_ACTIONS));
    }

    /** A file that somebody else shared shows as such a block; nobody can send one. */
    private static void file(Node file) {
        file.wrong("a file block cannot be sent");
    }

    private static void divider(Node divider) {
        divider.only("block_id");
    }

    private static void input(Node input) {
        input.only("block_id", "label", "element", "hint", "optional", "dispatch_action")
                .required("label")
                .required("element")
                .flag("optional", "dispatch_action");
        TextRules.plain(input, "label", 2000);
        TextRules.plain(input, "hint", 2000);
        input.child("element").ifPresent(element -> {
            ElementRules.check(element, ElementRules.IN_INPUTS);
            if (element.type().equals("file_input") && Json.flag(input.json, "dispatch_action")) {
                input.wrong("dispatch_action", "is incompatible with file_input");
            }
        });
    }
}
