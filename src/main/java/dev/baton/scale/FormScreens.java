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
import dev.baton.handbook.Role;
import dev.baton.slack.Option;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Draws the forms: asking the pool, and declining. */
final class FormScreens {
    static final String ASK = "scale.ask";
    static final String DECLINE = "scale.decline";

    private final Pool pool;

    FormScreens(Pool pool) {
        this.pool = pool;
    }

    View ask(Opening opening) {
        Account account = opening.account();
        String cse = pool.handbook().label(Role.CSE);
        List<LayoutBlock> blocks = new ArrayList<>();
        blocks.add(text("For *" + esc(account.nameFor(Audience.TEAM)) + "*. It goes to the " + esc(cse)
                + " pool; who takes it is theirs to decide."));
        opening.flag().ifPresent(flag -> blocks.add(note("The pool will read: " + esc(flag))));
        blocks.add(input(
                Intake.CONTACT,
                "Customer contact",
                line("", "Jo Park, jo.park@example.com"),
                "Whom to talk to.",
                false));
        blocks.add(input(Intake.INTERVENTION, "Intervention", choice(interventions(), ""), "", false));
        blocks.add(input(Intake.USE_CASE, "Primary use case", line("", "Source code management and CI"), "", false));
        blocks.add(
                input(Intake.RISK, "Risk type", line("", "Renewal in May, a competitor, low usage, none"), "", false));
        String runs = account.deployment().map(Deployment::label).orElse("");
        blocks.add(
                input(Intake.ENVIRONMENT, "Environment", line(runs, "Self-Managed 16.9, three nodes, AWS"), "", false));
        blocks.add(input(
                Intake.PAIN_POINTS,
                "Pain points",
                paragraph("", ""),
                "At most " + pool.painPoints() + " characters.",
                true));
        blocks.add(input(
                Intake.DIRECT,
                "Contact the customer directly",
                boxes(
                        List.of(new Option(
                                Intake.YES, "Yes, with me in copy", "Unticked, the " + cse + " talks to you only.")),
                        Set.of(Intake.YES)),
                "",
                true));
        return modal(ASK, "Ask a " + cse, "Submit", blocks, account.id().value15());
    }

    View decline(Engagement engagement) {
        return modal(
                DECLINE,
                "Decline " + engagement.label(),
                "Decline",
                List.of(input(Intake.REASON, "Reason", paragraph("", ""), "Goes to the account's owner.", false)),
                String.valueOf(engagement.number()));
    }

    private List<Option> interventions() {
        return pool.interventions().stream()
                .map(words -> Option.of(words, words))
                .toList();
    }
}
