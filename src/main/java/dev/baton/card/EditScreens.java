package dev.baton.card;

import static dev.baton.slack.Blocks.channel;
import static dev.baton.slack.Blocks.choice;
import static dev.baton.slack.Blocks.esc;
import static dev.baton.slack.Blocks.input;
import static dev.baton.slack.Blocks.line;
import static dev.baton.slack.Blocks.modal;
import static dev.baton.slack.Blocks.note;
import static dev.baton.slack.Blocks.user;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.view.View;
import dev.baton.account.Information;
import dev.baton.account.Roster;
import dev.baton.account.Tier;
import dev.baton.handbook.Deployment;
import dev.baton.handbook.Handbook;
import dev.baton.handbook.Role;
import dev.baton.handbook.Segment;
import dev.baton.slack.Element;
import dev.baton.slack.Option;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** Draws the form that sets an account right, and the one that adds an account. */
final class EditScreens {
    static final String EDIT = "account.edit.form";
    static final String ADD = "account.add.form";

    private static final String INVITE = " Baton has to be in it: type /invite @Baton there first.";

    private final Handbook handbook;
    private final Roster roster;

    EditScreens(Handbook handbook, Roster roster) {
        this.handbook = handbook;
        this.roster = roster;
    }

    View form(EditForm form) {
        boolean adding = form.account().isEmpty();
        Sheet sheet = form.sheet();
        List<LayoutBlock> blocks = new ArrayList<>();
        form.notes().forEach(words -> blocks.add(note(":warning: " + esc(words))));
        typed(blocks, Sheet.NAME, sheet, "", false);
        if (adding) {
            typed(blocks, Filled.LINK, sheet, "https://…my.salesforce.com/001…", false);
        }
        chosen(blocks, Sheet.SEGMENT, options(Segment.values(), Segment::label), sheet, false);
        chosen(blocks, Sheet.REGION, regions(), sheet, false);
        chosen(blocks, Sheet.DEPLOYMENT, options(Deployment.values(), Deployment::label), sheet, true);
        typed(blocks, Sheet.CODENAME, sheet, "", true);
        chosen(blocks, Sheet.TIER, options(Tier.values(), Tier::label), sheet, true);
        field(blocks, Sheet.CHANNEL, channel(sheet.get(Sheet.CHANNEL)), INVITE, true);
        for (Information place : Information.values()) {
            typed(blocks, Sheet.field(place), sheet, "https://…", true);
        }
        for (Role role : Sheet.ROLES) {
            field(blocks, Sheet.field(role), user(sheet.get(Sheet.field(role))), "", true);
        }
        if (sheet.values().containsKey(Sheet.LAM)) {
            typed(blocks, Sheet.ARR, sheet, "420k", true);
            typed(blocks, Sheet.LAM, sheet, "1.2M", false);
        }
        return modal(adding ? ADD : EDIT, adding ? "Add an account" : "Edit account", "Save", blocks, form.carried());
    }

    private void typed(List<LayoutBlock> blocks, String id, Sheet sheet, String placeholder, boolean optional) {
        field(blocks, id, line(sheet.get(id), placeholder), "", optional);
    }

    private void chosen(List<LayoutBlock> blocks, String id, List<Option> options, Sheet sheet, boolean optional) {
        field(blocks, id, choice(options, sheet.get(id)), "", optional);
    }

    private void field(List<LayoutBlock> blocks, String id, Element element, String more, boolean optional) {
        String hint = (Labels.hint(id, handbook) + more).strip();
        blocks.add(input(id, Labels.of(id, handbook), element, hint, optional));
    }

    private List<Option> regions() {
        return roster.regions().values().stream()
                .map(region -> Option.of(region.key(), region.name()))
                .toList();
    }

    private static <E extends Enum<E>> List<Option> options(E[] values, Function<E, String> label) {
        return Arrays.stream(values)
                .map(value -> Option.of(value.name(), label.apply(value)))
                .toList();
    }
}
