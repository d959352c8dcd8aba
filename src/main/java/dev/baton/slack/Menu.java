package dev.baton.slack;

import com.slack.api.model.block.composition.PlainTextObject;
import com.slack.api.model.block.element.StaticSelectElement;
import java.util.List;

/**
 * A menu in a row of buttons; what is chosen is told at once.
 *
 * @param label stands in it until something is chosen
 * @param options one to a hundred, no value twice
 */
public record Menu(String actionId, String label, List<Option> options) {
    private static final int LABEL = 150;
    private static final int OPTIONS = 100;

    public Menu {
        options = List.copyOf(options);
        long values = options.stream().map(Option::value).distinct().count();
        if (options.isEmpty() || options.size() > OPTIONS || values < options.size())
            throw new IllegalArgumentException("The menu '" + actionId + "' has 1 to 100 options, none twice");
    }

    StaticSelectElement drawn() {
        return StaticSelectElement.builder()
                .actionId(actionId)
                .placeholder(
                        PlainTextObject.builder().text(Clip.plain(label, LABEL)).build())
                .options(options.stream().map(Option::drawn).toList())
                .build();
    }
}
