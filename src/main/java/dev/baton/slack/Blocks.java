package dev.baton.slack;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonParser;
import com.slack.api.model.block.ActionsBlock;
import com.slack.api.model.block.ContextBlock;
import com.slack.api.model.block.DividerBlock;
import com.slack.api.model.block.HeaderBlock;
import com.slack.api.model.block.InputBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.SectionBlock;
import com.slack.api.model.block.composition.MarkdownTextObject;
import com.slack.api.model.block.composition.PlainTextObject;
import com.slack.api.model.block.composition.TextObject;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.view.View;
import com.slack.api.model.view.ViewClose;
import com.slack.api.model.view.ViewSubmit;
import com.slack.api.model.view.ViewTitle;
import com.slack.api.util.json.GsonFactory;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The words of which screens are made, with Slack's limits built in: what people typed is cut with an ellipsis where it is
 * too long, what we wrote ourselves (ids, values, numbers of blocks) is refused, since cutting it would break something.
 * Texts called mrkdwn take Slack's markup; what a person typed goes through {@link #esc} first.
 */
public final class Blocks {
    private static final int IN_VIEW = 100;
    private static final int METADATA = 3000;
    private static final int ID = 255;
    private static final Gson GSON = GsonFactory.createSnakeCase();

    private Blocks() {}

    // What is read

    public static LayoutBlock title(String text) {
        return HeaderBlock.builder().text(plain(text, 150)).build();
    }

    /** A paragraph of mrkdwn. */
    public static LayoutBlock text(String mrkdwn) {
        return SectionBlock.builder().text(mrkdwn(mrkdwn, 3000)).build();
    }

    /** A paragraph of mrkdwn with a button beside it. The block id tells which of several lines was meant. */
    public static LayoutBlock text(String blockId, String mrkdwn, Button beside) {
        return SectionBlock.builder()
                .blockId(id(blockId))
                .text(mrkdwn(mrkdwn, 3000))
                .accessory(beside.drawn())
                .build();
    }

    /** Words as they are, without markup: what others wrote, or what may contain anything. */
    public static LayoutBlock verbatim(String words) {
        return SectionBlock.builder().text(plain(words, 3000)).build();
    }

    /** Facts in two columns, as label, value, label, value; labels are plain, values mrkdwn. Ten to a block. */
    public static List<LayoutBlock> facts(String... labelsAndValues) {
        return facts(Arrays.asList(labelsAndValues));
    }

    public static List<LayoutBlock> facts(List<String> labelsAndValues) {
        if (labelsAndValues.size() % 2 != 0) throw new IllegalArgumentException("A label stands without its value");
        List<LayoutBlock> blocks = new ArrayList<>();
        List<TextObject> fields = new ArrayList<>();
        for (int i = 0; i < labelsAndValues.size(); i += 2) {
            String value = labelsAndValues.get(i + 1);
            String field = "*" + esc(labelsAndValues.get(i)) + "*\n" + (value.isBlank() ? "–" : value);
            fields.add(mrkdwn(field, 2000));
            if (fields.size() == 10 || i + 2 == labelsAndValues.size()) {
                blocks.add(SectionBlock.builder().fields(List.copyOf(fields)).build());
                fields.clear();
            }
        }
        return blocks;
    }

    /** Small grey mrkdwn. */
    public static LayoutBlock note(String mrkdwn) {
        return ContextBlock.builder().elements(List.of(mrkdwn(mrkdwn, 2000))).build();
    }

    public static LayoutBlock divider() {
        return DividerBlock.builder().build();
    }

    // What is pressed

    public static LayoutBlock actions(String blockId, List<Button> buttons) {
        if (buttons.isEmpty() || buttons.size() > 25)
            throw new IllegalArgumentException("There are 1 to 25 buttons in a row, not " + buttons.size());
        return ActionsBlock.builder()
                .blockId(id(blockId))
                .elements(List.copyOf(buttons.stream().map(Button::drawn).toList()))
                .build();
    }

    public static LayoutBlock actions(String blockId, Button... buttons) {
        return actions(blockId, Arrays.asList(buttons));
    }

    /** A row of buttons that begins with a menu. */
    public static LayoutBlock actions(String blockId, Menu menu, List<Button> buttons) {
        List<BlockElement> elements = new ArrayList<>(List.of(menu.drawn()));
        buttons.forEach(button -> elements.add(button.drawn()));
        return ActionsBlock.builder().blockId(id(blockId)).elements(elements).build();
    }

    /**
     * A button.
     *
     * @param value comes back with the press, at most 2000 characters
     */
    public static Button button(String actionId, String label, String value) {
        return new Button(id(actionId), label, value, "", "", Optional.empty());
    }

    /** Opens an address; Slack tells of the press all the same, so the action id needs somebody who acknowledges it. */
    public static Button link(String actionId, String label, String url) {
        return new Button(id(actionId), label, "", url, "", Optional.empty());
    }

    // What is filled in

    /**
     * A field to fill in.
     *
     * @param hint stands below the field; empty for none
     */
    public static LayoutBlock input(String blockId, String label, Element element, String hint, boolean optional) {
        return field(blockId, label, element, hint, optional, false);
    }

    /** As {@link #input}, and each change is told at once as an action named like the block, so that a form can grow. */
    public static LayoutBlock dispatching(
            String blockId, String label, Element element, String hint, boolean optional) {
        return field(blockId, label, element, hint, optional, true);
    }

    private static LayoutBlock field(
            String blockId, String label, Element element, String hint, boolean optional, boolean dispatching) {
        return InputBlock.builder()
                .blockId(id(blockId))
                .label(plain(label, 2000))
                .element(element.named(id(blockId)))
                .hint(hint.isBlank() ? null : plain(hint, 2000))
                .optional(optional)
                .dispatchAction(dispatching ? Boolean.TRUE : null)
                .build();
    }

    /** One line to type; empty strings stand for nothing. */
    public static Element line(String initial, String placeholder) {
        return Elements.typed(false, initial, placeholder);
    }

    public static Element paragraph(String initial, String placeholder) {
        return Elements.typed(true, initial, placeholder);
    }

    /** One of several, more than a hundred in groups; an initial value that is not among them stands for none. */
    public static Element choice(List<Option> options, String initial) {
        return Elements.choice(options, initial);
    }

    public static Element date(Optional<LocalDate> initial) {
        return Elements.date(initial);
    }

    /** A time of day, in the zone of whoever looks at it. */
    public static Element time(Optional<LocalTime> initial) {
        return Elements.time(initial);
    }

    /** Boxes to tick, at most ten. */
    public static Element boxes(List<Option> options, Set<String> initial) {
        return Elements.boxes(options, initial);
    }

    /** Anybody of the workspace; people of other companies are offered too, so check who was picked. */
    public static Element user(String initial) {
        return Elements.user(initial);
    }

    /** A channel of the workspace; those shared with other companies are not offered, and yet check what was picked. */
    public static Element channel(String initial) {
        return Elements.channel(initial);
    }

    // Where it stands

    /**
     * A modal.
     *
     * @param submit the button's word; empty when there is nothing to submit
     */
    public static View modal(
            String callbackId, String title, String submit, List<LayoutBlock> blocks, String privateMetadata) {
        if (submit.isEmpty() && blocks.stream().anyMatch(InputBlock.class::isInstance))
            throw new IllegalArgumentException("The view '" + callbackId + "' has fields and no button to submit them");
        if (privateMetadata.length() > METADATA)
            throw new IllegalArgumentException("The view '" + callbackId + "' carries more than 3000 characters");
        return View.builder()
                .type("modal")
                .callbackId(id(callbackId))
                .title(ViewTitle.builder()
                        .type("plain_text")
                        .text(Clip.plain(title, 24))
                        .build())
                .submit(
                        submit.isEmpty()
                                ? null
                                : ViewSubmit.builder()
                                        .type("plain_text")
                                        .text(Clip.plain(submit, 24))
                                        .build())
                .close(ViewClose.builder()
                        .type("plain_text")
                        .text(submit.isEmpty() ? "Close" : "Cancel")
                        .build())
                .blocks(fits(blocks))
                .privateMetadata(privateMetadata.isEmpty() ? null : privateMetadata)
                .build();
    }

    public static View home(List<LayoutBlock> blocks) {
        return View.builder().type("home").blocks(fits(blocks)).build();
    }

    /** As Slack takes them, and as {@code notice.Message} keeps them. */
    public static String json(List<LayoutBlock> blocks) {
        return GSON.toJson(blocks);
    }

    /** The blocks of a message with more below; as they were if a message has no room for that. */
    public static String followed(String json, List<LayoutBlock> more) {
        JsonArray blocks = JsonParser.parseString(json).getAsJsonArray();
        JsonParser.parseString(json(more)).getAsJsonArray().forEach(blocks::add);
        return blocks.size() > Page.MESSAGE ? json : GSON.toJson(blocks);
    }

    /** Exactly the three characters that Slack asks for; anything more would be shown as it stands. */
    public static String esc(String typed) {
        return typed.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** What Slack had escaped so, as it was typed: the text of a command. */
    public static String unesc(String escaped) {
        return Typed.clean(escaped).replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    }

    /** The beginning of it, with links, mentions and escaped characters kept whole or left out; never empty. */
    public static String clipped(String mrkdwn, int limit) {
        return Clip.mrkdwn(mrkdwn, limit);
    }

    static MarkdownTextObject mrkdwn(String text, int limit) {
        return MarkdownTextObject.builder().text(Clip.mrkdwn(text, limit)).build();
    }

    private static PlainTextObject plain(String text, int limit) {
        return PlainTextObject.builder()
                .text(Clip.plain(text, limit))
                .emoji(true)
                .build();
    }

    private static List<LayoutBlock> fits(List<LayoutBlock> blocks) {
        if (blocks.size() > IN_VIEW)
            throw new IllegalArgumentException("A view has at most 100 blocks, not " + blocks.size() + ": use a Page");
        return List.copyOf(blocks);
    }

    private static String id(String id) {
        if (id.isEmpty() || id.length() > ID)
            throw new IllegalArgumentException("An id has 1 to 255 characters: '" + id + "'");
        return id;
    }
}
