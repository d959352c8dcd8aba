package dev.baton.sandbox;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What Slack accepts as options, groups of options, and a confirmation dialog. */
final class OptionRules {
    private static final int TEXT = 75;
    private static final int VALUE = 150;

    private OptionRules() {}

    /** Which kind of element holds the options decides what an option may have. */
    enum Holder {
        SELECT,
        MARKED,
        OVERFLOW
    }

    /** Options of an element; gives them back, so that an initial one can be looked up. */
    static List<JsonObject> options(Node owner, int max, Holder holder) {
        List<Node> options = owner.children("options", 1, max);
        Set<String> values = new HashSet<>();
        for (Node option : options) {
            option(option, holder);
            if (!values.add(option.text("value"))) {
                option.wrong("value", "duplicate option value");
            }
        }
        return options.stream().map(option -> option.json).toList();
    }

    static List<JsonObject> groups(Node owner) {
        List<JsonObject> all = new ArrayList<>();
        for (Node group : owner.children("option_groups", 1, 100)) {
            group.only("label", "options").required("label").required("options");
            TextRules.plain(group, "label", TEXT);
            all.addAll(options(group, 100, Holder.SELECT));
        }
        return all;
    }

    private static void option(Node option, Holder holder) {
        option.required("text").required("value").string("value", 1, VALUE);
        if (holder == Holder.MARKED) {
            option.only("text", "value", "description");
            TextRules.either(option, "text", TEXT);
            TextRules.either(option, "description", TEXT);
            return;
        }
        if (holder == Holder.OVERFLOW) {
            option.only("text", "value", "description", "url").string("url", 1, 3000);
        } else {
            option.only("text", "value", "description");
        }
        TextRules.plain(option, "text", TEXT);
        TextRules.plain(option, "description", TEXT);
    }

    /** An initial option must be one of the options, letter for letter. */
    static void initial(Node owner, String key, List<JsonObject> options) {
        owner.child(key).ifPresent(chosen -> {
            if (options.stream().noneMatch(option -> same(option, chosen.json))) {
                chosen.wrong("must match an option");
            }
        });
    }

    static void initialMany(Node owner, String key, List<JsonObject> options) {
        for (Node chosen : owner.children(key, 1, options.size())) {
            if (options.stream().noneMatch(option -> same(option, chosen.json))) {
                chosen.wrong("must match an option");
            }
        }
    }

    private static boolean same(JsonObject option, JsonObject chosen) {
        return Json.text(option, "value").equals(Json.text(chosen, "value"))
                && Json.text(Json.child(option, "text"), "text").equals(Json.text(Json.child(chosen, "text"), "text"));
    }

    static void confirm(Node owner) {
        owner.child("confirm").ifPresent(confirm -> {
            confirm.only("title", "text", "confirm", "deny", "style")
                    .required("title")
                    .required("text")
                    .required("confirm")
                    .required("deny")
                    .choice("style", "primary", "danger");
            TextRules.plain(confirm, "title", 100);
            TextRules.either(confirm, "text", 300);
            TextRules.plain(confirm, "confirm", 30);
            TextRules.plain(confirm, "deny", 30);
        });
    }
}
