package dev.baton.sandbox;

import java.util.Map;

/**
 * How Slack keeps what stands in a field.
 *
 * @param key its name in {@code state.values}
 * @param initial the key of the element that says what it begins with
 * @param many whether it is a list
 */
record FieldKind(String key, String initial, boolean many) {
    private static final FieldKind TEXT = one("value", "initial_value");
    private static final FieldKind OPTION = one("selected_option", "initial_option");
    private static final FieldKind OPTIONS = several("selected_options", "initial_options");
    private static final Map<String, FieldKind> KINDS = Map.ofEntries(
            Map.entry("plain_text_input", TEXT),
            Map.entry("email_text_input", TEXT),
            Map.entry("url_text_input", TEXT),
            Map.entry("number_input", TEXT),
            Map.entry("static_select", OPTION),
            Map.entry("external_select", OPTION),
            Map.entry("radio_buttons", OPTION),
            Map.entry("overflow", OPTION),
            Map.entry("checkboxes", OPTIONS),
            Map.entry("multi_static_select", OPTIONS),
            Map.entry("multi_external_select", OPTIONS),
            Map.entry("users_select", one("selected_user", "initial_user")),
            Map.entry("conversations_select", one("selected_conversation", "initial_conversation")),
            Map.entry("channels_select", one("selected_channel", "initial_channel")),
            Map.entry("multi_users_select", several("selected_users", "initial_users")),
            Map.entry("multi_conversations_select", several("selected_conversations", "initial_conversations")),
            Map.entry("multi_channels_select", several("selected_channels", "initial_channels")),
            Map.entry("datepicker", one("selected_date", "initial_date")),
            Map.entry("timepicker", one("selected_time", "initial_time")),
            Map.entry("datetimepicker", one("selected_date_time", "initial_date_time")),
            Map.entry("file_input", several("files", "")));

    /** Of an element of this type. */
    static FieldKind of(String type) {
        return KINDS.getOrDefault(type, TEXT);
    }

    private static FieldKind one(String key, String initial) {
        return new FieldKind(key, initial, false);
    }

    private static FieldKind several(String key, String initial) {
        return new FieldKind(key, initial, true);
    }
}
