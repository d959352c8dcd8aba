package dev.baton.slack;

import com.slack.api.model.block.composition.ConfirmationDialogObject;
import com.slack.api.model.block.composition.PlainTextObject;
import com.slack.api.model.block.element.ButtonElement;
import java.util.Optional;

/** A button. Made by {@link Blocks#button} and {@link Blocks#link}; each of its methods answers a new one. */
public record Button(String actionId, String label, String value, String url, String style, Optional<Confirm> confirm) {
    private static final int LABEL = 75;
    private static final int VALUE = 2000;
    private static final int URL = 3000;

    public Button {
        if (value.length() > VALUE || url.length() > URL)
            throw new IllegalArgumentException("The button '" + actionId + "' carries more than Slack takes");
    }

    /** The question asked before the press counts. */
    record Confirm(String title, String text, String yes, String no) {}

    public Button primary() {
        return new Button(actionId, label, value, url, "primary", confirm);
    }

    public Button danger() {
        return new Button(actionId, label, value, url, "danger", confirm);
    }

    /** Asks before it acts. The text is mrkdwn. */
    public Button confirm(String title, String text, String yes, String no) {
        return new Button(actionId, label, value, url, style, Optional.of(new Confirm(title, text, yes, no)));
    }

    ButtonElement drawn() {
        return ButtonElement.builder()
                .actionId(actionId)
                .text(words(label, LABEL))
                .value(value.isEmpty() ? null : value)
                .url(url.isEmpty() ? null : url)
                .style(style.isEmpty() ? null : style)
                .confirm(confirm.map(Button::dialog).orElse(null))
                .build();
    }

    private static ConfirmationDialogObject dialog(Confirm confirm) {
        return ConfirmationDialogObject.builder()
                .title(words(confirm.title(), 100))
                .text(Blocks.mrkdwn(confirm.text(), 300))
                .confirm(words(confirm.yes(), 30))
                .deny(words(confirm.no(), 30))
                .build();
    }

    private static PlainTextObject words(String text, int limit) {
        return PlainTextObject.builder()
                .text(Clip.plain(text, limit))
                .emoji(true)
                .build();
    }
}
