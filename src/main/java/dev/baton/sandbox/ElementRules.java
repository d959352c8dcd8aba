package dev.baton.sandbox;

import com.google.gson.JsonObject;
import dev.baton.sandbox.OptionRules.Holder;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** What Slack accepts as an interactive element: one row for each type. */
final class ElementRules {
    static final Set<String> IN_SECTIONS = Set.of(
            "button",
            "static_select",
            "external_select",
            "users_select",
            "conversations_select",
            "channels_select",
            "multi_static_select",
            "multi_external_select",
            "multi_users_select",
            "multi_conversations_select",
            "multi_channels_select",
            "datepicker",
            "timepicker",
            "checkboxes",
            "radio_buttons",
            "overflow");
    static final Set<String> IN_ACTIONS = with(IN_SECTIONS, "datetimepicker");
    static final Set<String> IN_INPUTS = without(
            with(IN_ACTIONS, "plain_text_input", "email_text_input", "url_text_input", "number_input", "file_input"),
            "button",
            "overflow");
    static final int ID = 255;

    private static final String DATE = "\\d{4}-\\d{2}-\\d{2}";
    private static final String NUMBER = "-?\\d{1,20}(\\.\\d{1,20})?";
    private static final Map<String, Consumer<Node>> RULES = Map.ofEntries(
            Map.entry("button", ElementRules::button),
            Map.entry("static_select", ElementRules::staticSelect),
            Map.entry("external_select", ElementRules::externalSelect),
            Map.entry("users_select", ElementRules::usersSelect),
            Map.entry("conversations_select", ElementRules::conversationsSelect),
            Map.entry("datepicker", ElementRules::datePicker),
            Map.entry("checkboxes", ElementRules::checkboxes),
            Map.entry("radio_buttons", ElementRules::radioButtons),
            Map.entry("overflow", ElementRules::overflow),
            Map.entry("plain_text_input", ElementRules::plainText),
            Map.entry("email_text_input", ElementRules::shortText),
            Map.entry("url_text_input", ElementRules::shortText),
            Map.entry("number_input", ElementRules::number),
            Map.entry("channels_select", ElementRules::channelsSelect),
            Map.entry("multi_static_select", MultiRules::options),
            Map.entry("multi_external_select", MultiRules::external),
            Map.entry("multi_users_select", MultiRules::users),
            Map.entry("multi_conversations_select", MultiRules::conversations),
            Map.entry("multi_channels_select", MultiRules::channels),
            Map.entry("timepicker", ElementRules::timePicker),
            Map.entry("datetimepicker", ElementRules::dateTimePicker),
            Map.entry("file_input", ElementRules::fileInput));

    private ElementRules() {}

    private static Set<String> with(Set<String> some, String... more) {
        Set<String> all = new HashSet<>(some);
        all.addAll(List.of(more));
        return Set.copyOf(all);
    }

    private static Set<String> without(Set<String> some, String... fewer) {
        Set<String> rest = new HashSet<>(some);
        rest.removeAll(List.of(fewer));
        return Set.copyOf(rest);
    }

    /** Checks an element that stands where only these types may. */
    static void check(Node element, Set<String> allowed) {
        Consumer<Node> rule = RULES.get(element.type());
        if (rule == null) {
            element.wrong("unsupported type: " + element.type() + " (not imitated)");
        } else if (!allowed.contains(element.type())) {
            element.wrong("unsupported type: " + element.type());
        } else {
            element.string("action_id", 1, ID);
            rule.accept(element);
        }
    }

    private static void button(Node button) {
        button.only("action_id", "text", "value", "url", "style", "confirm", "accessibility_label")
                .required("text")
                .string("value", 0, 2000)
                .string("url", 1, 3000)
                .string("accessibility_label", 1, 75)
                .choice("style", "primary", "danger");
        TextRules.plain(button, "text", 75);
        OptionRules.confirm(button);
    }

    private static void staticSelect(Node select) {
        select.only(
                "action_id", "placeholder", "options", "option_groups", "initial_option", "confirm", "focus_on_load");
        if (select.has("options") == select.has("option_groups")) {
            select.wrong("must have either options or option_groups");
        }
        List<JsonObject> options =
                select.has("options") ? OptionRules.options(select, 100, Holder.SELECT) : OptionRules.groups(select);
        OptionRules.initial(select, "initial_option", options);
        common(select);
    }

    private static void externalSelect(Node select) {
        select.only("action_id", "placeholder", "initial_option", "min_query_length", "confirm", "focus_on_load")
                .integer("min_query_length", 0, 1000);
        common(select);
    }

    private static void usersSelect(Node select) {
        select.only("action_id", "placeholder", "initial_user", "confirm", "focus_on_load")
                .string("initial_user", 1, ID);
        common(select);
    }

    private static void channelsSelect(Node select) {
        select.only("action_id", "placeholder", "initial_channel", "response_url_enabled", "confirm", "focus_on_load")
                .string("initial_channel", 1, ID)
                .flag("response_url_enabled");
        common(select);
    }

    private static void conversationsSelect(Node select) {
        select.only(
                        "action_id",
                        "placeholder",
                        "initial_conversation",
                        "default_to_current_conversation",
                        "response_url_enabled",
                        "filter",
                        "confirm",
                        "focus_on_load")
                .flag("default_to_current_conversation", "response_url_enabled");
        filter(select);
        common(select);
    }

    private static void datePicker(Node picker) {
        picker.only("action_id", "placeholder", "initial_date", "confirm", "focus_on_load")
                .matching("initial_date", DATE, "a date in the format YYYY-MM-DD");
        common(picker);
    }

    private static void timePicker(Node picker) {
        picker.only("action_id", "placeholder", "initial_time", "timezone", "confirm", "focus_on_load")
                .matching("initial_time", "([01]\\d|2[0-3]):[0-5]\\d", "a time in the format HH:mm");
        common(picker);
    }

    private static void dateTimePicker(Node picker) {
        picker.only("action_id", "initial_date_time", "confirm", "focus_on_load")
                .matching("initial_date_time", "\\d{10}", "ten digits of seconds");
        common(picker);
    }

    private static void fileInput(Node input) {
        input.only("action_id", "filetypes", "max_files").integer("max_files", 1, 10);
    }

    private static void checkboxes(Node boxes) {
        boxes.only("action_id", "options", "initial_options", "confirm", "focus_on_load")
                .required("options");
        OptionRules.initialMany(boxes, "initial_options", OptionRules.options(boxes, 10, Holder.MARKED));
        common(boxes);
    }

    private static void radioButtons(Node radios) {
        radios.only("action_id", "options", "initial_option", "confirm", "focus_on_load")
                .required("options");
        OptionRules.initial(radios, "initial_option", OptionRules.options(radios, 10, Holder.MARKED));
        common(radios);
    }

    private static void overflow(Node menu) {
        menu.only("action_id", "options", "confirm").required("options");
        OptionRules.options(menu, 5, Holder.OVERFLOW);
        OptionRules.confirm(menu);
    }

    private static void plainText(Node input) {
        input.only(
                        "action_id",
                        "placeholder",
                        "initial_value",
                        "multiline",
                        "min_length",
                        "max_length",
                        "dispatch_action_config",
                        "focus_on_load")
                .flag("multiline")
                .integer("min_length", 0, 3000)
                .integer("max_length", 1, 3000);
        if (input.text("min_length").matches("\\d{1,4}")
                && input.text("max_length").matches("\\d{1,4}")
                && Integer.parseInt(input.text("min_length")) > Integer.parseInt(input.text("max_length"))) {
            input.wrong("min_length", "must be less than max_length");
        }
        typed(input);
    }

    private static void shortText(Node input) {
        input.only("action_id", "placeholder", "initial_value", "dispatch_action_config", "focus_on_load");
        typed(input);
    }

    private static void number(Node input) {
        input.only(
                        "action_id",
                        "placeholder",
                        "is_decimal_allowed",
                        "initial_value",
                        "min_value",
                        "max_value",
                        "dispatch_action_config",
                        "focus_on_load")
                .required("is_decimal_allowed")
                .flag("is_decimal_allowed")
                .matching("min_value", NUMBER, "a number in a string")
                .matching("max_value", NUMBER, "a number in a string")
                .matching("initial_value", NUMBER, "a number in a string");
        typed(input);
    }

    private static void typed(Node input) {
        input.string("initial_value", 0, 3000);
        input.child("dispatch_action_config")
                .ifPresent(config -> config.only("trigger_actions_on").required("trigger_actions_on"));
        common(input);
    }

    /** Which conversations are offered. */
    static void filter(Node select) {
        select.child("filter").ifPresent(filter -> {
            filter.only("include", "exclude_external_shared_channels", "exclude_bot_users")
                    .flag("exclude_external_shared_channels", "exclude_bot_users");
            if (filter.json.size() == 0) {
                filter.wrong("must not be empty");
            }
        });
    }

    static void common(Node element) {
        element.flag("focus_on_load");
        TextRules.plain(element, "placeholder", 150);
        OptionRules.confirm(element);
    }
}
