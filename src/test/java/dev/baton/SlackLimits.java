package dev.baton;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Slack's documented limits, held against a screen: Slack refuses a whole message for one character too many. */
public final class SlackLimits {
    private static final Set<String> BLOCKS = Set.of("section", "header", "context", "actions", "divider", "input");
    private static final Set<String> TEXTS = Set.of("mrkdwn", "plain_text");

    /** The longest text in a place, by the type of what holds it and the name it has there. */
    private static final Map<String, Integer> LONGEST = Map.ofEntries(
            Map.entry("section.text", 3000),
            Map.entry("section.fields", 2000),
            Map.entry("header.text", 150),
            Map.entry("context.elements", 3000),
            Map.entry("input.label", 2000),
            Map.entry("input.hint", 2000),
            Map.entry("button.text", 75),
            Map.entry("modal.title", 24),
            Map.entry("modal.submit", 24),
            Map.entry("modal.close", 24),
            Map.entry("option.text", 75),
            Map.entry("option.description", 75),
            Map.entry("group.label", 75),
            Map.entry("confirm.title", 100),
            Map.entry("confirm.text", 300),
            Map.entry("confirm.confirm", 30),
            Map.entry("confirm.deny", 30));

    private static final Map<String, Integer> MOST = Map.of(
            "fields",
            10,
            "context.elements",
            10,
            "actions.elements",
            25,
            "static_select.options",
            100,
            "option_groups",
            100,
            "checkboxes.options",
            10,
            "radio_buttons.options",
            10,
            "overflow.options",
            5);

    private final List<String> findings = new ArrayList<>();

    private SlackLimits() {}

    /** What Slack would refuse in a modal or a Home tab. */
    public static List<String> ofView(JsonObject view) {
        SlackLimits limits = new SlackLimits();
        limits.blocks(view.getAsJsonArray("blocks"), 100);
        limits.inside(string(view, "type"), view);
        limits.atMost("private_metadata", string(view, "private_metadata"), 3000);
        limits.atMost("callback_id", string(view, "callback_id"), 255);
        boolean fields = view.getAsJsonArray("blocks").asList().stream()
                .anyMatch(block -> string(block.getAsJsonObject(), "type").equals("input"));
        limits.check(!fields || view.has("submit"), "fields and no submit");
        return limits.findings;
    }

    /** What Slack would refuse in a message, new or changed. */
    public static List<String> ofMessage(JsonObject message) {
        SlackLimits limits = new SlackLimits();
        limits.blocks(message.getAsJsonArray("blocks"), 50);
        String text = string(message, "text");
        limits.check(!text.isBlank(), "no text for notifications");
        limits.atMost("text", text, 4000);
        return limits.findings;
    }

    /** The texts in which Slack reads markup: all mrkdwn, and a message's own text. What is plain text shows as it stands. */
    public static List<String> markup(JsonElement screen) {
        List<String> texts = new ArrayList<>();
        if (screen.isJsonArray()) {
            screen.getAsJsonArray().forEach(each -> texts.addAll(markup(each)));
        } else if (screen.isJsonObject()) {
            JsonObject object = screen.getAsJsonObject();
            if (object.has("text") && !string(object, "type").equals("plain_text")) {
                texts.add(string(object, "text"));
            }
            object.entrySet().forEach(each -> texts.addAll(markup(each.getValue())));
        }
        return texts;
    }

    private void blocks(JsonArray blocks, int most) {
        check(!blocks.isEmpty() && blocks.size() <= most, blocks.size() + " blocks");
        Set<String> ids = new HashSet<>();
        for (JsonElement each : blocks) {
            JsonObject block = each.getAsJsonObject();
            String type = string(block, "type");
            check(BLOCKS.contains(type), "unknown block " + type);
            check(
                    !block.has("block_id") || ids.add(string(block, "block_id")),
                    "two blocks " + string(block, "block_id"));
            check(!type.equals("section") || block.has("text") || block.has("fields"), "an empty section");
            actions(block);
            inside(type, block);
        }
    }

    private void actions(JsonObject block) {
        Set<String> ids = new HashSet<>();
        JsonArray elements = block.has("elements") ? block.getAsJsonArray("elements") : new JsonArray();
        elements.forEach(each -> {
            String id = string(each.getAsJsonObject(), "action_id");
            check(id.isEmpty() || ids.add(id), "two actions " + id);
        });
    }

    /** Goes through everything that something of this type holds. */
    private void inside(String type, JsonObject holder) {
        for (Map.Entry<String, JsonElement> entry : holder.entrySet()) {
            String name = entry.getKey();
            if (entry.getValue().isJsonArray()) {
                JsonArray all = entry.getValue().getAsJsonArray();
                int most = MOST.getOrDefault(type + "." + name, MOST.getOrDefault(name, 100));
                check(!all.isEmpty() && all.size() <= most, type + " has " + all.size() + " " + name);
                all.forEach(each -> one(type, name, each));
            } else {
                one(type, name, entry.getValue());
            }
        }
        atMost("block_id", string(holder, "block_id"), 255);
        atMost("action_id", string(holder, "action_id"), 255);
        atMost("value", string(holder, "value"), type.equals("option") ? 75 : 2000);
        atMost("url", string(holder, "url"), 3000);
        if (holder.has("initial_option")) {
            check(
                    holder.getAsJsonArray("options").contains(holder.get("initial_option")),
                    "an initial option not offered");
        }
    }

    private void one(String type, String name, JsonElement value) {
        if (!value.isJsonObject() || name.equals("blocks")) {
            return;
        }
        JsonObject object = value.getAsJsonObject();
        String own = string(object, "type");
        if (TEXTS.contains(own)) {
            String text = string(object, "text");
            check(!text.isEmpty(), "an empty " + type + "." + name);
            atMost(type + "." + name, text, LONGEST.getOrDefault(type + "." + name, 150));
            return;
        }
        inside(own.isEmpty() ? untyped(name) : own, object);
    }

    private static String untyped(String name) {
        return switch (name) {
            case "options", "initial_option", "initial_options" -> "option";
            case "option_groups" -> "group";
            default -> name;
        };
    }

    private void atMost(String what, String text, int most) {
        check(text.length() <= most, what + " has " + text.length() + " characters, " + most + " at most");
    }

    private void check(boolean holds, String otherwise) {
        if (!holds) {
            findings.add(otherwise);
        }
    }

    private static String string(JsonObject object, String name) {
        return object.has(name) && object.get(name).isJsonPrimitive()
                ? object.get(name).getAsString()
                : "";
    }
}
