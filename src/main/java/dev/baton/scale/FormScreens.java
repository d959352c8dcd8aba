package dev.baton.scale;

import static dev.baton.slack.Blocks.boxes;
import static dev.baton.slack.Blocks.choice;
import static dev.baton.slack.Blocks.esc;
import static dev.baton.slack.Blocks.input;
import static dev.baton.slack.Blocks.line;
import static dev.baton.slack.Blocks.modal;
import static dev.baton.slack.Blocks.note;
import static dev.baton.slack.Blocks.paragraph;
import static dev.baton.slack.Blocks.text;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.view.View;
import dev.baton.account.Account;
import dev.baton.account.Account.Audience;
import dev.baton.handbook.Deployment;
import dev.baton.handbook.Field;
import dev.baton.handbook.Handbook;
import dev.baton.handbook.Role;
import dev.baton.slack.Element;
import dev.baton.slack.Option;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Draws the forms: asking the pool, and declining. */
final class FormScreens {
    static final String ASK = "scale.ask";
    static final String DECLINE = "scale.decline";

    private final Handbook handbook;

    FormScreens(Handbook handbook) {
        this.handbook = handbook;
    }

    View ask(Opening opening) {
        Account account = opening.account();
        String runs = account.deployment().map(Deployment::label).orElse("");
        List<LayoutBlock> blocks = new ArrayList<>();
        blocks.add(text("For *" + esc(account.nameFor(Audience.TEAM)) + "*. It goes to "
                + esc(handbook.words().thePool()) + "; who takes it is theirs to decide."));
        opening.flag().ifPresent(flag -> blocks.add(note("They will read: " + esc(flag))));
        blocks.add(field(Intake.CONTACT, Field.POOL_CONTACT, line("", "Jo Park, jo.park@example.com")));
        blocks.add(field(Intake.INTERVENTION, Field.POOL_INTERVENTION, choice(interventions(), "")));
        blocks.add(field(Intake.USE_CASE, Field.POOL_USE_CASE, line("", "Source code and CI")));
        blocks.add(field(Intake.RISK, Field.POOL_RISK, line("", "Low usage, a competitor, renewal in May, none")));
        blocks.add(field(Intake.ENVIRONMENT, Field.POOL_ENVIRONMENT, line(runs, "Self-Managed 16.9, three nodes")));
        blocks.add(painPoints());
        blocks.add(direct());
        return modal(
                ASK,
                "Ask " + handbook.words().one(Role.CSE),
                "Submit",
                blocks,
                account.id().value15());
    }

    View decline(Engagement engagement) {
        return modal(
                DECLINE,
                "Decline " + engagement.label(),
                "Decline",
                List.of(input(Intake.REASON, "Reason", paragraph("", ""), "Goes to the account's owner.", false)),
                String.valueOf(engagement.number()));
    }

    private LayoutBlock painPoints() {
        String hint = handbook.hint(Field.POOL_PAIN_POINTS) + " At most "
                + handbook.poolRequests().painPoints() + " characters.";
        return input(Intake.PAIN_POINTS, handbook.label(Field.POOL_PAIN_POINTS), paragraph("", ""), hint.strip(), true);
    }

    private LayoutBlock direct() {
        return input(
                Intake.DIRECT,
                handbook.label(Field.POOL_CONTACT_DIRECTLY),
                boxes(List.of(Option.of(Intake.YES, "Yes, with me in copy")), Set.of(Intake.YES)),
                handbook.hint(Field.POOL_CONTACT_DIRECTLY),
                true);
    }

    private LayoutBlock field(String id, Field field, Element element) {
        return input(id, handbook.label(field), element, handbook.hint(field), false);
    }

    private List<Option> interventions() {
        return handbook.poolRequests().interventions().stream()
                .map(words -> Option.of(words, words))
                .toList();
    }
}
