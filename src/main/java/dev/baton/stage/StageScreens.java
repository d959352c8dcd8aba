package dev.baton.stage;

import static dev.baton.slack.Blocks.actions;
import static dev.baton.slack.Blocks.button;
import static dev.baton.slack.Blocks.choice;
import static dev.baton.slack.Blocks.date;
import static dev.baton.slack.Blocks.dispatching;
import static dev.baton.slack.Blocks.esc;
import static dev.baton.slack.Blocks.input;
import static dev.baton.slack.Blocks.modal;
import static dev.baton.slack.Blocks.note;
import static dev.baton.slack.Blocks.paragraph;
import static dev.baton.slack.Blocks.text;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.view.View;
import dev.baton.account.Account;
import dev.baton.account.Account.Audience;
import dev.baton.account.Opportunity;
import dev.baton.handbook.Field;
import dev.baton.handbook.Handbook;
import dev.baton.handbook.Stage;
import dev.baton.slack.Option;
import dev.baton.slack.Part;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Draws the form "Update stage", the choice of a deal before it, and the way to both on the account's card. */
final class StageScreens {
    static final String OPEN = "stage.open";
    static final String CHOOSE = "stage.choose";
    static final String FORM = "stage.form";

    private static final String WHICH = "stage.which";
    private static final int DEALS_SHOWN = 50;
    /** Below what is known of the deal. */
    private static final int RANK_ON_ACCOUNT = 11;

    Part way(Account account) {
        return Part.whole(
                RANK_ON_ACCOUNT,
                List.of(actions(
                        "stage.buttons",
                        button(OPEN, "Update stage", account.id().value15()))));
    }

    /** Which of several deals. */
    View which(List<StageForm> deals) {
        List<LayoutBlock> blocks = new ArrayList<>();
        blocks.add(text("*Which deal?*"));
        deals.stream()
                .limit(DEALS_SHOWN)
                .forEach(form -> blocks.add(text(
                        "stage.deal." + form.deal().id().value15(),
                        "*" + esc(form.deal().stage().label()) + "*, " + closing(form.deal()) + worth(form)
                                + "\nOpportunity " + form.deal().id().value15(),
                        button(CHOOSE, "Choose", form.deal().id().value15()))));
        if (deals.size() > DEALS_SHOWN) {
            blocks.add(note("… " + (deals.size() - DEALS_SHOWN) + " more"));
        }
        return modal(WHICH, "Update stage", "", blocks, "");
    }

    /** It grows with the stage that is chosen, and keeps what was filled in because its fields keep their ids. */
    View form(StageForm form) {
        Handbook handbook = form.handbook();
        Wish wish = form.wish();
        List<LayoutBlock> blocks = new ArrayList<>();
        form.note().ifPresent(words -> blocks.add(text(":warning: " + esc(words))));
        blocks.add(text("*" + esc(form.account().nameFor(Audience.TEAM)) + "*: "
                + esc(form.deal().stage().label()) + ", " + closing(form.deal()) + "."));
        blocks.add(dispatching(
                Wish.STAGE,
                handbook.label(Field.STAGE),
                choice(stages(), wish.to().map(Enum::name).orElse("")),
                "",
                false));
        consequence(form).ifPresent(words -> blocks.add(note(esc(words))));
        blocks.add(input(Wish.CLOSE_DATE, handbook.label(Field.CLOSE_DATE), date(wish.close()), "", false));
        if (form.won()) {
            blocks.add(input(
                    Wish.START,
                    handbook.label(Field.CUSTOMER_START),
                    date(wish.start()),
                    handbook.hint(Field.CUSTOMER_START),
                    true));
        }
        blocks.add(input(
                Wish.REASON,
                handbook.label(Field.STAGE_REASON),
                paragraph(wish.reason().orElse(""), ""),
                handbook.hint(Field.STAGE_REASON),
                true));
        return modal(
                FORM,
                "Update stage",
                "Save",
                blocks,
                form.deal().id().value15() + ":" + form.deal().stage().name());
    }

    /** What saving leads to, where that is more than another stage. */
    private static Optional<String> consequence(StageForm form) {
        if (form.back()) {
            return Optional.of(
                    form.alone()
                            ? "This takes the deal back. It takes effect at once, with your reason."
                            : "This takes the deal back, and stages only move forward: " + form.manager()
                                    + " is asked, and nothing changes before the answer.");
        }
        if (form.over()) {
            return Optional.of("This ends the deal: what is still asked for it ends too.");
        }
        if (form.won() && form.deal().stage() != Stage.CLOSED_WON) {
            return Optional.of("This makes a customer of the account. Its "
                    + form.handbook().words().accountTeam() + " hears who answers for what from now on, and by when.");
        }
        return Optional.empty();
    }

    private static String closing(Opportunity deal) {
        return (deal.stage().open() ? "expected close " : "closed ") + deal.closeDate();
    }

    private static String worth(StageForm form) {
        return form.deal()
                .arr()
                .map(amount -> ", " + amount + " " + esc(form.handbook().words().dealValue()))
                .orElse("");
    }

    private static List<Option> stages() {
        return Arrays.stream(Stage.values())
                .map(stage -> Option.of(stage.name(), stage.label()))
                .toList();
    }
}
