package dev.baton.slack;

import com.slack.api.model.block.composition.OptionGroupObject;
import com.slack.api.model.block.composition.OptionObject;
import com.slack.api.model.block.composition.PlainTextObject;
import com.slack.api.model.block.element.CheckboxesElement;
import com.slack.api.model.block.element.ConversationsFilter;
import com.slack.api.model.block.element.ConversationsSelectElement;
import com.slack.api.model.block.element.DatePickerElement;
import com.slack.api.model.block.element.PlainTextInputElement;
import com.slack.api.model.block.element.StaticSelectElement;
import com.slack.api.model.block.element.TimePickerElement;
import com.slack.api.model.block.element.UsersSelectElement;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** How the elements of a form are drawn; {@link Blocks} has their short names. */
final class Elements {
    private static final int TYPED = 3000;
    private static final int OPTIONS = 100;
    private static final int BOXES = 10;
    private static final int PLACEHOLDER = 150;

    private Elements() {}

    static Element typed(boolean multiline, String initial, String placeholder) {
        return actionId -> PlainTextInputElement.builder()
                .actionId(actionId)
                .multiline(multiline)
                .maxLength(TYPED)
                .initialValue(initial.isBlank() ? null : Clip.plain(initial, TYPED))
                .placeholder(
                        placeholder.isBlank()
                                ? null
                                : PlainTextObject.builder()
                                        .text(Clip.plain(placeholder, PLACEHOLDER))
                                        .build())
                .build();
    }

    static Element choice(List<Option> options, String initial) {
        distinct(options);
        if (options.isEmpty() || options.size() > OPTIONS * OPTIONS)
            throw new IllegalArgumentException("A choice has 1 to 10,000 options, not " + options.size());
        boolean grouped = options.size() > OPTIONS;
        return actionId -> StaticSelectElement.builder()
                .actionId(actionId)
                .options(grouped ? null : options.stream().map(Option::drawn).toList())
                .optionGroups(grouped ? groups(options) : null)
                .initialOption(
                        chosen(options, Set.of(initial)).stream().findFirst().orElse(null))
                .build();
    }

    static Element boxes(List<Option> options, Set<String> initial) {
        distinct(options);
        if (options.isEmpty() || options.size() > BOXES)
            throw new IllegalArgumentException("There are 1 to 10 boxes, not " + options.size());
        List<OptionObject> ticked = chosen(options, initial);
        return actionId -> CheckboxesElement.builder()
                .actionId(actionId)
                .options(options.stream().map(Option::drawn).toList())
                .initialOptions(ticked.isEmpty() ? null : ticked)
                .build();
    }

    static Element date(Optional<LocalDate> initial) {
        return actionId -> DatePickerElement.builder()
                .actionId(actionId)
                .initialDate(initial.map(LocalDate::toString).orElse(null))
                .build();
    }

    static Element time(Optional<LocalTime> initial) {
        return actionId -> TimePickerElement.builder()
                .actionId(actionId)
                .initialTime(initial.map(LocalTime::toString).orElse(null))
                .build();
    }

    static Element user(String initial) {
        return actionId -> UsersSelectElement.builder()
                .actionId(actionId)
                .initialUser(initial.isBlank() ? null : initial)
                .build();
    }

    static Element channel(String initial) {
        return actionId -> ConversationsSelectElement.builder()
                .actionId(actionId)
                .initialConversation(initial.isBlank() ? null : initial)
                .filter(ConversationsFilter.builder()
                        .include(List.of("public", "private"))
                        .excludeExternalSharedChannels(true)
                        .excludeBotUsers(true)
                        .build())
                .build();
    }

    /** Slack shows at most a hundred options in a row, but a hundred groups of them. */
    private static List<OptionGroupObject> groups(List<Option> options) {
        List<OptionGroupObject> groups = new ArrayList<>();
        for (int from = 0; from < options.size(); from += OPTIONS) {
            List<Option> part = options.subList(from, Math.min(from + OPTIONS, options.size()));
            String label = Clip.plain(part.get(0).label(), 36) + " – "
                    + Clip.plain(part.get(part.size() - 1).label(), 36);
            groups.add(OptionGroupObject.builder()
                    .label(PlainTextObject.builder().text(label).build())
                    .options(part.stream().map(Option::drawn).toList())
                    .build());
        }
        return groups;
    }

    private static List<OptionObject> chosen(List<Option> options, Set<String> values) {
        return options.stream()
                .filter(option -> values.contains(option.value()))
                .map(Option::drawn)
                .toList();
    }

    private static void distinct(List<Option> options) {
        Set<String> seen = new HashSet<>();
        for (Option option : options) {
            if (!seen.add(option.value()))
                throw new IllegalArgumentException("Two options have the value '" + option.value() + "'");
        }
    }
}
