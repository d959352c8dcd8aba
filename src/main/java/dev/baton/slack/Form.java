package dev.baton.slack;

import com.google.gson.Gson;
import com.slack.api.model.view.View;
import com.slack.api.model.view.ViewState;
import com.slack.api.util.json.GsonFactory;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a person filled in, by the ids of the blocks, one action to a block. What is blank, missing or of another type than
 * was asked for reads as absent. The errors found on the way are kept in the order in which they were found.
 */
public final class Form {
    private static final Set<String> TYPED =
            Set.of("plain_text_input", "email_text_input", "url_text_input", "number_input");
    private static final Set<String> CHOSEN = Set.of("static_select", "external_select", "radio_buttons");

    private static final Gson GSON = GsonFactory.createSnakeCase();

    private final Map<String, ViewState.Value> values = new LinkedHashMap<>();
    private final Map<String, String> errors = new LinkedHashMap<>();

    /** The form as it was submitted, or as it stands while it is being filled in. */
    public static Form of(@Nullable View view) {
        return of(view == null ? null : view.getState());
    }

    public static Form of(@Nullable ViewState state) {
        return new Form(state);
    }

    /** A form kept by {@link #json}. */
    public static Form parse(String json) {
        return of(GSON.fromJson(json, ViewState.class));
    }

    /** As it was filled in, to be kept until it is needed again. */
    public String json() {
        Map<String, Map<String, ViewState.Value>> kept = new LinkedHashMap<>();
        values.forEach((block, value) -> kept.put(block, Map.of(block, value)));
        return GSON.toJson(ViewState.builder().values(kept).build());
    }

    private Form(@Nullable ViewState state) {
        if (state == null || state.getValues() == null) return;
        state.getValues().forEach((block, actions) -> {
            if (actions != null && actions.size() == 1) {
                ViewState.Value value = actions.values().iterator().next();
                if (value != null && value.getType() != null) values.put(block, value);
            }
        });
    }

    /** Whether the form had this field, filled in or not. */
    public boolean has(String block) {
        return values.containsKey(block);
    }

    public Optional<String> text(String block) {
        return value(block, TYPED).flatMap(value -> said(value.getValue()));
    }

    /**
     * What must be typed.
     *
     * @throws Rejected with these words under the field when it is not, and with every error found before
     */
    public String required(String block, String otherwise) {
        return present(block, text(block), otherwise);
    }

    /**
     * What must be chosen.
     *
     * @throws Rejected with these words under the field when it is not, and with every error found before
     */
    public String requiredChoice(String block, String otherwise) {
        return present(block, choice(block), otherwise);
    }

    private String present(String block, Optional<String> value, String otherwise) {
        if (value.isEmpty()) error(block, otherwise);
        orRefuse();
        return value.orElseThrow();
    }

    /** The value of the option chosen. */
    public Optional<String> choice(String block) {
        return value(block, CHOSEN).map(ViewState.Value::getSelectedOption).flatMap(option -> said(option.getValue()));
    }

    public Optional<LocalDate> date(String block) {
        return value(block, Set.of("datepicker"))
                .flatMap(value -> said(value.getSelectedDate()))
                .flatMap(Form::day);
    }

    public Optional<LocalTime> time(String block) {
        return value(block, Set.of("timepicker"))
                .flatMap(value -> said(value.getSelectedTime()))
                .flatMap(Form::timeOfDay);
    }

    /** The values of the boxes ticked. */
    public Set<String> boxes(String block) {
        Set<String> ticked = new LinkedHashSet<>();
        List<ViewState.SelectedOption> options = value(block, Set.of("checkboxes"))
                .map(ViewState.Value::getSelectedOptions)
                .orElse(List.of());
        for (ViewState.SelectedOption option : options) {
            if (option != null) said(option.getValue()).ifPresent(ticked::add);
        }
        return ticked;
    }

    /** The Slack id of the person picked. */
    public Optional<String> user(String block) {
        return value(block, Set.of("users_select")).flatMap(value -> said(value.getSelectedUser()));
    }

    /** The id of the channel picked. */
    public Optional<String> channel(String block) {
        return value(block, Set.of("conversations_select")).flatMap(value -> said(value.getSelectedConversation()));
    }

    /** Notes what is wrong with a field, in words that say what to do. The first error of a field stands. */
    public void error(String block, String message) {
        errors.putIfAbsent(block, message);
    }

    /** Field to message, in the order found; empty when all is well. */
    public Map<String, String> errors() {
        return Collections.unmodifiableMap(errors);
    }

    /**
     * Goes on only when nothing is wrong.
     *
     * @throws Rejected with every error found
     */
    public void orRefuse() {
        if (!errors.isEmpty()) throw new Rejected(new LinkedHashMap<>(errors));
    }

    private Optional<ViewState.Value> value(String block, Set<String> types) {
        return Optional.ofNullable(values.get(block)).filter(value -> types.contains(value.getType()));
    }

    private static Optional<LocalDate> day(String iso) {
        try {
            return Optional.of(LocalDate.parse(iso));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<LocalTime> timeOfDay(String iso) {
        try {
            return Optional.of(LocalTime.parse(iso));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> said(@Nullable String value) {
        if (value == null) return Optional.empty();
        String typed = Typed.clean(value);
        int from = 0;
        int to = typed.length();
        while (from < to && blank(typed.charAt(from))) from++;
        while (to > from && blank(typed.charAt(to - 1))) to--;
        return from == to ? Optional.empty() : Optional.of(typed.substring(from, to));
    }

    /** Also the spaces that come along when text is pasted: no-break, zero-width, byte-order mark. */
    private static boolean blank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\u200B' || c == '\uFEFF';
    }

    /** The form goes back with a word under each field that is wrong; nothing typed is lost. */
    public static final class Rejected extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient Map<String, String> errors;

        private Rejected(Map<String, String> errors) {
            super("Fields to put right: " + errors.keySet());
            this.errors = errors;
        }

        public Map<String, String> errors() {
            return Collections.unmodifiableMap(errors);
        }
    }
}
