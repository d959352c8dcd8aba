package dev.baton.sandbox;

import com.google.gson.JsonObject;
import dev.baton.sandbox.OptionRules.Holder;
import java.util.ArrayList;
import java.util.List;

/** What Slack accepts as a menu of which several things may be chosen. */
final class MultiRules {
    private static final int OPTIONS = 100;

    private MultiRules() {}

    static void options(Node select) {
        keys(select, "options", "option_groups", "initial_options");
        if (select.has("options") == select.has("option_groups")) {
            select.wrong("must provide either options or option_groups");
        }
        List<JsonObject> options = select.has("options")
                ? OptionRules.options(select, OPTIONS, Holder.SELECT)
                : OptionRules.groups(select);
        OptionRules.initialMany(select, "initial_options", options);
    }

    static void external(Node select) {
        keys(select, "initial_options", "min_query_length");
        select.integer("min_query_length", 0, 1000);
    }

    static void users(Node select) {
        keys(select, "initial_users");
    }

    static void conversations(Node select) {
        keys(select, "initial_conversations", "default_to_current_conversation", "filter");
        select.flag("default_to_current_conversation");
        ElementRules.filter(select);
    }

    static void channels(Node select) {
        keys(select, "initial_channels");
    }

    private static void keys(Node select, String... own) {
        List<String> all =
                new ArrayList<>(List.of("action_id", "placeholder", "max_selected_items", "confirm", "focus_on_load"));
        all.addAll(List.of(own));
        select.only(all.toArray(String[]::new)).integer("max_selected_items", 1, Integer.MAX_VALUE);
        ElementRules.common(select);
    }
}
