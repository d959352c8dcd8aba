package dev.baton.slack;

import com.slack.api.model.block.composition.OptionObject;
import com.slack.api.model.block.composition.PlainTextObject;

/**
 * One thing to choose.
 *
 * @param value what comes back, at most 75 characters; ours, so a longer one is refused and not cut
 * @param label what is read
 * @param description smaller, below; empty for none
 */
public record Option(String value, String label, String description) {
    static final int VALUE = 75;
    private static final int LABEL = 75;

    public Option {
        if (value.isEmpty() || value.length() > VALUE)
            throw new IllegalArgumentException("An option's value has 1 to 75 characters: '" + value + "'");
    }

    public static Option of(String value, String label) {
        return new Option(value, label, "");
    }

    OptionObject drawn() {
        return OptionObject.builder()
                .value(value)
                .text(PlainTextObject.builder().text(Clip.plain(label, LABEL)).build())
                .description(
                        description.isBlank()
                                ? null
                                : PlainTextObject.builder()
                                        .text(Clip.plain(description, LABEL))
                                        .build())
                .build();
    }
}
